/// What a finished workbook must keep to, in order to be read by everyone and by every program.
///
/// The first ten groups are the properties of an accessible workbook: the UK Government Analysis Function's "Releasing
/// statistics in spreadsheets" and EN 301 549, chapter 10. The last group is what Excel asks of .ods files, which
/// cannot be run here: each rule names where it is known from.
public enum Rule: String, CaseIterable, Sendable {
    // 1. Title and language.
    case documentTitle, documentLanguage
    // 2. Cover, contents and notes; a title on every sheet.
    case cover, contents, notesSheet, titleInA1
    // 3. One table a sheet, from column A, under lines that say what it holds and where it comes from.
    case oneTable, lead
    // 4. The table is marked as one.
    case markedTable, headerTexts, mergedCells, blankInside
    // 5. No cell without a word.
    case blankCell, shorthand
    // 6. Notes in words, and a sentence in one cell: readers tell cells one by one.
    case notes, superscript, sentence
    // 7. Looks: contrast, size, a font without serifs, text that fits.
    case contrast, fontSize, sansSerif, textFits
    // 8. Numbers are numbers, links say where they lead, nothing is hidden, locked or run.
    case textAsNumber, linkText, linkTarget, hidden, macro, locked
    // 9. Charts in words, over the table's figures, not by colour alone.
    case chartText, chartFigures, chartLabels
    // 10. How the file opens and prints.
    case opensAtStart, headerStays, printedPage

    // The package (ODF 1.3 part 2, 3.3 and 3.8).
    case package

    /// At most 31 characters, none of `[ ] * ? : / \`, no apostrophe at an edge, not "History"; names differ by more
    /// than case. (support.microsoft.com, "Rename a worksheet"; thscharler/spreadsheet-ods#24: no name, no file.)
    case sheetName
    /// Rows or columns that are repeated out to the edge: readers other than LibreOffice grow or lose rows.
    /// (ropensci/readODS#81; productdevbook/hucre PR 545; tdf/odftoolkit#64.)
    case repeats
    /// 65 490 cell formats, 200 number formats. (support.microsoft.com, "Excel specifications and limits".)
    case styleLimit
    /// Percentages have a percentage style and nothing else has: readers that look at one of the two take 100 % for 1.
    /// (turicas/rows#290; jasp-stats/jasp-desktop PR 5703.)
    case percentageStyle
    /// A sheet that ends with empty rows or columns: they count as used. (productdevbook/hucre#394.)
    case emptyEnd
    /// 32 767 characters and 253 line breaks in a cell, 255 characters in a footer, rows of at most 409 points, 65 530
    /// links in a sheet. ("Excel specifications and limits".)
    case cellLimits
    /// A sheet whose table style leads to no master page. (SheetJS/sheetjs#2425; jferard/fastods#167.)
    case masterPage
    /// Elements that are there but empty. (thscharler/spreadsheet-ods#24: `table:content-validations`.)
    case emptyElement
    /// The name of a range: letters, digits and `_`, at most 255, not like a cell. (support.microsoft.com, "Names in
    /// formulas": names cannot be the same as a cell reference.)
    case rangeName
}

/// Where a rule is broken.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
    public let rule: Rule
    /// nil for the document as a whole.
    public let sheet: String?
    /// Such as `B7`; nil for the sheet as a whole.
    public let cell: String?
    /// What was found.
    public let found: String

    init(_ rule: Rule, _ sheet: CheckedSheet? = nil, _ place: CellPlace? = nil, _ found: String) {
        self.rule = rule
        self.sheet = sheet?.name
        cell = place?.text
        self.found = found
    }

    public var description: String {
        let place = [sheet, cell].compactMap { $0 }.joined(separator: ".")
        return "\(rule.rawValue) \(place.isEmpty ? "document" : place): \(found)"
    }
}

/// What the workbook's own sheets are called.
public struct Expectations: Sendable {
    public var cover = "Omslag"
    public var contents = "Innehåll"
    public var notes = "Anmärkningar"
    public var language = "sv-SE"
    /// The word that a table's leads name their source with.
    public var source = "källa"
    /// Sheets that need no source: what they list is not counted from anything.
    public var withoutSource: Set<String> = ["Anmärkningar", "Innehåll", "Källor"]
    /// The columns that may be empty in a sheet that programs read.
    public var mayBeBlank: [String: Set<String>] = [:]
    /// Sheets that programs read: their text may run on under the next cell.
    public var forPrograms: Set<String> = []
    /// Columns of codes, whose digits are no amounts.
    public var codes: Set<String> = ["SHA-256"]

    public init() {}
}

extension Spreadsheet {
    /// Everything that breaks a rule.
    public func findings(_ expectations: Expectations = Expectations()) -> [Finding] {
        documentFindings(expectations) + tableFindings(expectations) + wordFindings(expectations)
            + lookFindings(expectations)
            + contentFindings(expectations) + chartFindings() + openingFindings() + programFindings()
    }
}
