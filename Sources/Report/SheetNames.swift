import Analysis
import Survey

/// The names of the question tables' sheets: "Personal", "Personal per insats".
///
/// A sheet's name has at most 31 characters and lacks some (ODF readers refuse or rename others), and no two are alike, not
/// even when everything but letters and digits is left out, as the names of table ranges do.
struct SheetNames {
    private var names: [String: String] = [:]

    init(_ results: [Results]) {
        var taken: Set<String> = []
        for results in results {
            for variable in results.breakdowns.map(\.variable) {
                let whole = results.instrument.group.rawValue + (variable.map { " per \($0.name.lowercased())" } ?? "")
                var name = Self.allowed(whole, suffix: "")
                var number = 2
                while !taken.insert(Self.folded(name)).inserted {
                    name = Self.allowed(whole, suffix: " \(number)")
                    number += 1
                }
                names[Self.key(results.instrument, variable)] = name
            }
        }
    }

    func name(_ instrument: Instrument, _ variable: BackgroundVariable?) -> String {
        names[Self.key(instrument, variable)] ?? instrument.group.rawValue
    }

    private static func key(_ instrument: Instrument, _ variable: BackgroundVariable?) -> String {
        "\(instrument.id)\n\(variable?.id ?? "")"
    }

    private static func folded(_ name: String) -> String {
        String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    private static func allowed(_ text: String, suffix: String) -> String {
        var name = String(text.map { "[]*?:/\\'".contains($0) || $0.isNewline ? "-" : $0 })
        while name.utf16.count + suffix.utf16.count > longest { name.removeLast() }
        return name + suffix
    }

    /// UTF-16 units.
    private static let longest = 31
}
