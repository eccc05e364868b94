/// What a spreadsheet program shows in a cell whose formula cannot be computed. It is never an answer nor a group.
enum ErrorValue {
    /// In English and Swedish Excel, and LibreOffice's "Err:502".
    static func isOne(_ text: String) -> Bool {
        guard let first = text.utf8.first,
            first == UInt8(ascii: "#") || first | 0x20 == UInt8(ascii: "e")
                || first | 0x20 == UInt8(ascii: "f")
        else { return false }
        if first == UInt8(ascii: "#") { return names.contains(text.uppercased()) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && ["err", "fel"].contains(parts[0].lowercased()) && parts[1].count == 3
            && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static let names: Set<String> = [
        "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
        "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA", "#SAKNAS!", "#SAKNAS", "#VÄRDEFEL!", "#REFERENS!",
        "#DIVISION/0!", "#NAMN?", "#OGILTIGT!", "#SKÄRNING!", "#FÄLT!", "#BERÄKNA!", "#UPPTAGEN!",
    ]
}
