import Register
import Survey

extension RegisterEvent {
    /// "inläsning 3 ersatte inläsning 1".
    var swedish: String {
        let made = numbers(imports)
        let before = numbers(former)
        return switch kind {
        case .imported: "\(made) lästes in"
        case .replaced: "\(made) lästes in i stället för \(before)"
        case .carriedOver:
            "\(made) lästes in med svar som räknas i en senare period\(former.isEmpty ? "" : ", i stället för \(before)")"
        case .undone: "\(made) togs tillbaka" + (former.isEmpty ? "" : ", \(before) gäller igen")
        case .erased: "svaren i \(made) gallrades"
        case .published: "bilagan \(file ?? "") gav ut siffror för \(joined(periods.reversed().map(\.label)))"
        case .restored: "registret återställdes från \(file ?? "en säkerhetskopia")"
        }
    }

    private func numbers(_ imports: [Int]) -> String {
        let numbers = imports.map(String.init)
        guard numbers.count > 1 else { return "inläsning \(numbers.first ?? "okänd")" }
        return "inläsningarna \(joined(numbers))"
    }

    /// "2022 och 2021".
    private func joined(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) och \(last)"
    }
}

extension EventKind {
    /// As programs read it.
    var swedish: String {
        switch self {
        case .imported: "inläst"
        case .replaced: "ersatt"
        case .carriedOver: "överförd"
        case .undone: "tillbakatagen"
        case .erased: "gallrad"
        case .published: "publicerad"
        case .restored: "återställt"
        }
    }
}
