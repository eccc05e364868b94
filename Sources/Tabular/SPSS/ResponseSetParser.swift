/// Goes through a record of multiple-response sets (PSPP Developers Guide, "Multiple Response Sets Records"), which
/// libreadstat leaves out. Lengths are in bytes of the file's code page:
///
///     $order=C 5 When? first then
///     $means=D1 1 4 How? sms web letter
///     $means=E 1 1 1 4 How? sms web letter
struct ResponseSetParser {
    struct Found {
        let name: [UInt8]
        let label: [UInt8]
        let variables: [[UInt8]]
        /// Of a set of dichotomies.
        let counted: [UInt8]?
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The sets, as far as they can be made out.
    mutating func sets() -> [Found] {
        var sets: [Found] = []
        while !rest.isEmpty {
            rest = rest.drop { $0 == UInt8(ascii: "\n") }
            guard let set = set() else { break }
            sets.append(set)
        }
        return sets
    }

    private mutating func set() -> Found? {
        guard let name = upTo(UInt8(ascii: "=")), let kind = rest.popFirst() else { return nil }
        var counted: [UInt8]?
        switch kind {
        case UInt8(ascii: "C"): guard rest.popFirst() == UInt8(ascii: " ") else { return nil }
        case UInt8(ascii: "D"):
            counted = counting()
            guard counted != nil else { return nil }
        case UInt8(ascii: "E"):
            // A blank, and where the labels come from.
            guard rest.popFirst() == UInt8(ascii: " "), upTo(UInt8(ascii: " ")) != nil else { return nil }
            counted = counting()
            guard counted != nil else { return nil }
        default: return nil
        }
        guard let label = counting(), let variables = upTo(UInt8(ascii: "\n")) else { return nil }
        return Found(
            name: name, label: label, variables: variables.split(separator: UInt8(ascii: " ")).map(Array.init),
            counted: counted)
    }

    /// What stands before `end`, which is passed over.
    private mutating func upTo(_ end: UInt8) -> [UInt8]? {
        guard let index = rest.firstIndex(of: end) else { return nil }
        defer { rest = rest[(index + 1)...] }
        return Array(rest[..<index])
    }

    /// A length, a blank, as many bytes, a blank. The one behind a label belongs to the variables.
    private mutating func counting() -> [UInt8]? {
        guard let digits = upTo(UInt8(ascii: " ")), let count = Int(String(decoding: digits, as: UTF8.self)),
            count >= 0,
            count < rest.count
        else { return nil }
        defer { rest = rest.dropFirst(count + 1) }
        return Array(rest.prefix(count))
    }
}

extension SPSSDictionary {
    /// The sets whose variables are known.
    func responseSets(_ outline: DictionaryOutline) throws(TableError) -> [MultipleResponseSet] {
        var columns: [String: Int] = [:]
        for (column, variable) in variables.enumerated() {
            columns[variable.shortName.uppercased()] = column
        }
        // Older programs write the short names, others the long ones.
        for (column, variable) in variables.enumerated() where columns[variable.name.uppercased()] == nil {
            columns[variable.name.uppercased()] = column
        }
        let place = Place(sheetRow: 0, column: 0)
        var sets: [MultipleResponseSet] = []
        for found in outline.responseSets {
            var members: [Int] = []
            for name in found.variables {
                if let column = columns[try codePage.text(name, at: place).uppercased()] { members.append(column) }
            }
            guard !members.isEmpty, members.count == found.variables.count else { continue }
            var chosen: [String] = []
            for member in found.counted == nil ? [] : members {
                chosen.append(try text(ofCounted: found.counted ?? [], variables[member]))
            }
            sets.append(
                MultipleResponseSet(
                    name: try codePage.text(found.name, at: place), label: try codePage.text(found.label, at: place),
                    columns: members, chosen: chosen))
        }
        return sets
    }

    private func text(ofCounted value: [UInt8], _ variable: SPSSVariable) throws(TableError) -> String {
        let place = Place(sheetRow: 0, column: 0)
        if variable.isText {
            return try value.withUnsafeBufferPointer { value throws(TableError) in
                try variable.meaning(of: value, at: place).text
            }
        }
        let text = String(decoding: value, as: UTF8.self)
        guard let number = Double(text) else { return text }
        return try variable.meaning(of: number, at: place).text
    }
}
