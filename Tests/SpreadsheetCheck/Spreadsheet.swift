internal import Zip

/// A finished .ods file, opened as a reader of it opens it and not as it was written.
public struct Spreadsheet {
    /// The entries' names in the order of the package.
    let entries: [(name: String, isStored: Bool)]
    let manifest: Element
    let meta: Element
    let settings: Element
    let content: Element
    let sheets: [CheckedSheet]
    let ranges: [CheckedRange]
    let looks: Looks

    public enum Failure: Error {
        case missing(part: String)
        case malformed(part: String)
        case address(String)
    }

    public init(_ bytes: [UInt8]) throws {
        var archive = try ArchiveReader(MemoryBytes(bytes))
        func part(_ name: String) throws -> Element {
            guard let entry = archive.entry(named: name) else { throw Failure.missing(part: name) }
            guard let root = Element(parsing: try archive.contents(of: entry, atMost: 1 << 26)) else {
                throw Failure.malformed(part: name)
            }
            return root
        }
        entries = archive.entries.map { ($0.name, $0.method == .stored) }
        manifest = try part("META-INF/manifest.xml")
        meta = try part("meta.xml")
        settings = try part("settings.xml")
        content = try part("content.xml")
        let looks = Looks(styles: try part("styles.xml"), content: content)
        self.looks = looks
        let body = content.child("office:body")?.child("office:spreadsheet")
        var sheets: [CheckedSheet] = []
        for table in body?.children("table:table") ?? [] {
            var sheet = CheckedSheet(table)
            for frame in sheet.frames {
                guard let path = frame.element.child("draw:object")?["xlink:href"] else { continue }
                let folder = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
                sheet.charts.append(
                    CheckedChart(frame: frame.element, cell: frame.cell, part: try part("\(folder)/content.xml")))
            }
            sheets.append(sheet)
        }
        self.sheets = sheets
        ranges = try (body?.child("table:database-ranges")?.children("table:database-range") ?? []).map { element in
            let address = element["table:target-range-address"] ?? ""
            guard let range = CheckedRange(name: element["table:name"] ?? "", address: address) else {
                throw Failure.address(address)
            }
            return range
        }
    }

    func ranges(of sheet: CheckedSheet) -> [CheckedRange] { ranges.filter { $0.sheet == sheet.name } }
}

/// A database range.
struct CheckedRange {
    let name: String
    let sheet: String
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    /// From an address such as `'Personal per kön'.A8:'Personal per kön'.K27`.
    init?(name: String, address: String) {
        guard let (sheet, from, rest) = CheckedRange.cell(address[...]), rest.first == ":",
            let (_, to, end) = CheckedRange.cell(rest.dropFirst()), end.isEmpty, from.row <= to.row,
            from.column <= to.column
        else { return nil }
        self.name = name
        self.sheet = sheet
        rows = from.row...to.row
        columns = from.column...to.column
    }

    /// The ranges of a list of them, apart from single cells.
    static func list(_ text: String) -> [CheckedRange] {
        var ranges: [CheckedRange] = []
        var rest = text[...]
        while let (sheet, from, behind) = cell(rest) {
            rest = behind
            if rest.first == ":", let (_, to, end) = cell(rest.dropFirst()) {
                rest = end
                let address = "'\(sheet)'.\(from.text):'\(sheet)'.\(to.text)"
                if let range = CheckedRange(name: "", address: address) { ranges.append(range) }
            }
            rest = rest.drop { $0 == " " }
        }
        return ranges
    }

    private static func cell(_ text: Substring) -> (sheet: String, cell: CellPlace, rest: Substring)? {
        var sheet = ""
        var rest = text
        if rest.first == "'" {
            rest = rest.dropFirst()
            while let character = rest.popFirst() {
                if character == "'" {
                    guard rest.first == "'" else { break }
                    rest = rest.dropFirst()
                }
                sheet.append(character)
            }
        } else {
            sheet = String(rest.prefix { $0 != "." && $0 != ":" })
            rest = rest.dropFirst(sheet.count)
        }
        guard rest.popFirst() == "." else { return nil }
        let letters = rest.prefix { $0.isASCII && $0.isUppercase }
        rest = rest.dropFirst(letters.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !letters.isEmpty, letters.count <= 3, let row = Int(digits), row > 0 else { return nil }
        let column = letters.unicodeScalars.reduce(0) { 26 * $0 + Int($1.value) - 64 }
        return (sheet, CellPlace(row: row - 1, column: column - 1), rest.dropFirst(digits.count))
    }
}

/// Where a cell is, counted from 0.
struct CellPlace: Hashable {
    let row: Int
    let column: Int

    var text: String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let (quotient, letter) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters = String(UnicodeScalar(UInt8(65 + letter))) + letters
            rest = quotient
        }
        return "\(letters)\(row + 1)"
    }
}
