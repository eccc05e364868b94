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
        // Spaces stay as they are: LibreOffice does not find a sheet whose name is percent-encoded.
        let quoted = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        return "#'\(quoted)'.\(cell)"
    }
}
