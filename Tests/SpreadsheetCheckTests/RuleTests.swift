import SpreadsheetCheck
import Testing

@Suite struct RuleTests {
    /// A change to the good file, and where which rule must then be said to be broken.
    struct Broken: Sendable, CustomTestStringConvertible {
        let rule: Rule
        let part: String
        let old: String
        let new: String
        /// `Personal.B4`, a sheet alone, or `document`.
        let place: String
        /// Rules that the same change breaks.
        var also: Set<Rule> = []

        var testDescription: String { "\(rule.rawValue): \(old.prefix(60))" }

        init(_ rule: Rule, _ part: String, _ old: String, _ new: String, _ place: String, also: Set<Rule> = []) {
            (self.rule, self.part, self.old, self.new, self.place, self.also) = (rule, part, old, new, place, also)
        }
    }

    private static let row = "<table:table-row table:style-name=\"ro1\">"
    private static let firstRow = """
        \(row)<table:table-cell office:value-type="string"><text:p>Får du stöd?</text:p></table:table-cell>\
        <table:table-cell office:value-type="float" office:value="32"><text:p>32</text:p></table:table-cell>\
        <table:table-cell table:style-name="Andel" office:value-type="percentage" office:value="0.75">\
        <text:p>75\u{A0}%</text:p></table:table-cell></table:table-row>
        """
    private static let hidden = "<text:p>[skyddad]</text:p></table:table-cell></table:table-row>"
    private static let end = "</draw:frame></table:table-cell></table:table-row>"
    private static let link = "xlink:href=\"#Personal.A1\">Personal<"
    private static let titleCell = """
        <table:table-cell table:style-name="Rubrik" office:value-type="string"><text:p>Personal</text:p></table:table-cell>
        """
    private static let proseEnd = "</text:p></table:table-cell></table:table-row>"
    private static let formats = (1...200).map { "<number:number-style style:name=\"X\($0)\"/>" }.joined()

    static let content: [Broken] = [
        Broken(.cover, "content.xml", "Förbundet Exempel, mätperioden 2021.", "Något annat.", "Omslag"),
        Broken(.contents, "content.xml", "<text:a xlink:type=\"simple\" \(link)/text:a>", "Personal", "Innehåll"),
        Broken(.contents, "content.xml", "#Personal.A1", "#Anmärkningar.A1", "Innehåll.A4"),
        Broken(
            .titleInA1, "content.xml", titleCell, "<table:table-cell/>", "Personal.A1"),
        Broken(
            .oneTable, "content.xml", "Källa: förbundet.</text:p></table:table-cell>",
            """
            Källa: förbundet.</text:p></table:table-cell><table:table-cell table:style-name="Ingress" \
            office:value-type="string"><text:p>bredvid\
            </text:p></table:table-cell>
            """, "Personal.B2"),
        Broken(.lead, "content.xml", "Källa: förbundet.", "Från förbundet.", "Personal.A2"),
        Broken(.markedTable, "content.xml", "<table:title>Personal</table:title>", "", "Personal"),
        Broken(.markedTable, "content.xml", "table:name=\"Tabell_Personal\"", "table:name=\"Tabell_1\"", "Personal"),
        Broken(
            .markedTable, "content.xml", "'Personal'.A3:'Personal'.C5", "'Personal'.A2:'Personal'.C5", "Personal.A2",
            also: [.lead, .headerTexts, .blankCell, .headerStays]),
        Broken(.headerTexts, "content.xml", "<text:p>Antal svar<", "<text:p>Fråga<", "Personal.B3"),
        Broken(
            .mergedCells, "content.xml", "<table:table-cell office:value-type=\"string\"><text:p>Får",
            """
            <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" \
            office:value-type="string"><text:p>Får
            """, "Personal.A4"),
        Broken(.blankInside, "content.xml", firstRow, "\(row)<table:table-cell/></table:table-row>", "Personal.A4"),
        Broken(
            .blankCell, "content.xml",
            "<table:table-cell office:value-type=\"float\" office:value=\"32\"><text:p>32</text:p></table:table-cell>",
            "<table:table-cell/>", "Personal.B4"),
        Broken(
            .shorthand, "content.xml", hidden, "<text:p>[hemlig]</text:p></table:table-cell></table:table-row>",
            "Personal.C5"),
        Broken(.notes, "content.xml", "tid? [not 1]", "tid? [not 2]", "Personal.A5"),
        Broken(.notes, "content.xml", "tid? [not 1]", "tid?", "Anmärkningar.A5"),
        Broken(.superscript, "content.xml", "tid? [not 1]", "tid?¹ [not 1]", "Personal.A5"),
        Broken(
            .sentence, "content.xml", "mätperioden 2021.\(proseEnd)",
            """
            mätperioden\(proseEnd)\(row)<table:table-cell table:style-name="Br_f6_dtext" office:value-type="string">\
            <text:p>som var 2021.\(proseEnd)
            """, "Omslag.A3"),
        Broken(
            .textFits, "content.xml", "mätperioden 2021.",
            "mätperioden 2021, " + String(repeating: "och mer därtill ", count: 20), "Omslag.A2"),
        Broken(.textFits, "content.xml", ">75\u{A0}%<", ">75,000000000000000000\u{A0}%<", "Personal.C4"),
        Broken(
            .textAsNumber, "content.xml", hidden, "<text:p>75\u{A0}%</text:p></table:table-cell></table:table-row>",
            "Personal.C5"),
        Broken(
            .linkText, "content.xml", link, "xlink:href=\"#Personal.A1\">här<", "Innehåll.A4", also: [.contents]),
        Broken(.linkTarget, "content.xml", "#Personal.A1", "#Personalen.A1", "Innehåll.A4", also: [.contents]),
        Broken(
            .hidden, "content.xml", firstRow,
            firstRow.replacing(
                "<table:table-row ", with: "<table:table-row table:visibility=\"collapse\" ", maxReplacements: 1),
            "Personal.A4"),
        Broken(.hidden, "content.xml", "table:display=\"true\"", "table:display=\"false\"", "Omslag"),
        Broken(
            .macro, "content.xml", "office:value-type=\"float\" office:value=\"32\"",
            "table:formula=\"of:=16+16\" office:value-type=\"float\" office:value=\"32\"", "Personal.B4"),
        Broken(
            .locked, "content.xml", "table:name=\"Personal\"", "table:name=\"Personal\" table:protected=\"true\"",
            "Personal"),
        Broken(
            .chartText, "content.xml", "<svg:desc>Flest är positiva på den första frågan.</svg:desc>",
            "<svg:desc>Diagram</svg:desc>", "Personal.A6"),
        Broken(
            .sheetName, "content.xml", "Personal", "Personal: 1", "Personal: 1",
            also: [.opensAtStart, .headerStays, .rangeName, .chartFigures]),
        Broken(
            .repeats, "content.xml", end,
            "\(end)<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>",
            "Personal.A7", also: [.emptyEnd]),
        Broken(
            .emptyEnd, "content.xml", end, "\(end)<table:table-row><table:table-cell/></table:table-row>",
            "Personal.A7"),
        Broken(
            .percentageStyle, "content.xml", "office:value-type=\"percentage\"", "office:value-type=\"float\"",
            "Personal.C4"),
        Broken(
            .cellLimits, "content.xml", "tid? [not 1]",
            "tid? [not 1]" + String(repeating: "</text:p><text:p>", count: 254), "Personal.A5"),
        Broken(
            .cellLimits, "content.xml", "tid? [not 1]", "tid? [not 1]" + String(repeating: "a", count: 32_760),
            "Personal.A5", also: [.textFits]),
        Broken(
            .emptyElement, "content.xml", "<table:database-ranges>",
            "<table:content-validations/><table:database-ranges>", "document"),
        Broken(.rangeName, "content.xml", "table:name=\"Tabell_Personal\"", "table:name=\"AB12\"", "Personal"),
    ]

    static let others: [Broken] = [
        Broken(.documentTitle, "meta.xml", "<dc:title>Bilaga 2021</dc:title>", "<dc:title/>", "document"),
        Broken(.documentLanguage, "meta.xml", "sv-SE", "en-GB", "document"),
        Broken(.documentLanguage, "styles.xml", "fo:language=\"sv\"", "fo:language=\"en\"", "document"),
        Broken(
            .contrast, "styles.xml", "fo:background-color=\"#e6eef0\"", "fo:background-color=\"#707070\"", "Innehåll.A3"
        ),
        Broken(
            .fontSize, "styles.xml", "fo:font-size=\"10pt\" fo:font-weight", "fo:font-size=\"8pt\" fo:font-weight",
            "Innehåll.A3"),
        Broken(.sansSerif, "styles.xml", "\"swiss\"", "\"roman\"", "Omslag.A1"),
        Broken(
            .superscript, "styles.xml", "<style:text-properties fo:font-size=\"12pt\"",
            "<style:text-properties style:text-position=\"super 58%\" fo:font-size=\"12pt\"", "document"),
        Broken(
            .chartFigures, "Object1/content.xml", "\"'Personal'.C4:'Personal'.C5\"", "\"'Personal'.C8:'Personal'.C9\"",
            "Personal.A6"),
        Broken(
            .chartLabels, "Object1/content.xml", "chart:data-label-number=\"value\"",
            "chart:data-label-number=\"none\"", "Personal.A6"),
        Broken(
            .opensAtStart, "settings.xml", "\"ActiveTable\" config:type=\"string\">Omslag",
            "\"ActiveTable\" config:type=\"string\">Personal", "document"),
        Broken(
            .opensAtStart, "settings.xml", "PositionY\" config:type=\"int\">0", "PositionY\" config:type=\"int\">7",
            "Omslag"),
        Broken(
            .headerStays, "settings.xml", "\"VerticalSplitMode\" config:type=\"short\">2",
            "\"VerticalSplitMode\" config:type=\"short\">0", "Innehåll.A3"),
        Broken(.printedPage, "styles.xml", "style:scale-to-X=\"1\"", "", "Omslag"),
        Broken(.printedPage, "styles.xml", "<text:page-number>1</text:page-number>", "", "Omslag"),
        Broken(.styleLimit, "styles.xml", "</office:styles>", "\(formats)</office:styles>", "document"),
        Broken(.masterPage, "styles.xml", "style:name=\"page1\"", "style:name=\"page9\"", "Omslag"),
        Broken(
            .package, "META-INF/manifest.xml", "manifest:full-path=\"meta.xml\"", "manifest:full-path=\"mera.xml\"",
            "document"),
    ]

    @Test func `a workbook that keeps to every rule is found to`() throws {
        #expect(try Spreadsheet(Good.bytes()).findings() == [])
    }

    @Test(arguments: content + others)
    func `a broken rule is told with its sheet and cell`(_ broken: Broken) throws {
        let bytes = try #require(try Good.broken(broken.part, broken.old, broken.new), "not in the file")
        let findings = try Spreadsheet(bytes).findings()
        let first = try #require(findings.first { $0.rule == broken.rule }, "\(findings)")
        #expect(first.description.hasPrefix("\(broken.rule.rawValue) \(broken.place): "), "\(findings)")
        #expect(Set(findings.map(\.rule)) == broken.also.union([broken.rule]), "\(findings)")
    }

    @Test func `notes that stand nowhere are missed`() throws {
        var expectations = Expectations()
        expectations.notes = "Noter"
        #expect(
            try Spreadsheet(Good.bytes()).findings(expectations).map(\.description) == [
                "notesSheet document: no sheet Noter"
            ])
    }

    @Test func `a package that is not as it should be is told`() throws {
        func said(_ bytes: [UInt8]) throws -> [String] { try Spreadsheet(bytes).findings().map(\.description) }
        #expect(
            try said(Good.packed(adding: nil, deflatingAll: true)) == [
                "package document: mimetype is not first and stored"
            ])
        #expect(
            try said(Good.packed(adding: "Basic/a.xml", deflatingAll: false)) == [
                "macro document: Basic/a.xml", "package document: Basic/a.xml is not listed",
            ])
    }

    @Test func `every rule has a file that breaks it`() {
        let broken = Set((Self.content + Self.others).map(\.rule)).union([.notesSheet])
        #expect(Set(Rule.allCases).subtracting(broken) == [])
    }
}
