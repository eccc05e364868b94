/// A cell with its value. Without a style it has that of its column.
public enum Cell: Hashable, Sendable {
    case empty
    /// Text, whatever it starts with: never a formula. A line break starts a new line in the cell.
    case text(String, _ style: CellStyle? = nil)
    /// A number; `shown` replaces what the style's format would make of it.
    case number(Double, _ style: CellStyle? = nil, shown: String? = nil)
    case integer(Int, _ style: CellStyle? = nil)
    /// A share: 0.25 is 25 %. The style's format is a percent format.
    case percentage(Double, _ style: CellStyle? = nil, shown: String? = nil)
    /// A day of the Gregorian calendar, from 1583 on. The style's format is ``NumberFormat/date``.
    case date(year: Int, month: Int, day: Int, _ style: CellStyle? = nil)
    /// Text that leads somewhere: to an address, or with ``Cell/target(sheet:cell:)`` to a cell.
    case link(String, target: String, _ style: CellStyle? = nil)

    /// The target of a link to a cell of this workbook.
    public static func target(sheet: String, cell: String = "A1") -> String {
        let plain = sheet.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        if plain { return "#\(sheet).\(cell)" }
        var quoted = ""
        for byte in sheet.utf8 {
            switch byte {
            case UInt8(ascii: "'"): quoted += "''"
            // White space is not allowed in an address, and these mean something else there.
            case 0x00...0x20, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "<"),
                UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
                UInt8(ascii: "}"), 0x7F...:
                let hex = String(byte, radix: 16, uppercase: true)
                quoted += byte < 0x10 ? "%0\(hex)" : "%\(hex)"
            default: quoted.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return "#'\(quoted)'.\(cell)"
    }
}
