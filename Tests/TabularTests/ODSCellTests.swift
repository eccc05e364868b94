import Testing
import Zip

@testable import Tabular

private func cell(_ attributes: String, _ content: String = "") -> String {
    "<table:table-cell \(attributes)>\(content)</table:table-cell>"
}

private func typed(_ type: String, _ value: String, _ shown: String = "visat") -> String {
    cell("office:value-type=\"\(type)\" \(value)", "<text:p>\(shown)</text:p>")
}

@Suite struct `A cell in .ods` {
    @Test(arguments: [
        // Numbers: the value, never what is shown, and never both.
        (typed("float", "office:value=\"3\"", "3,00"), "3"),
        (typed("float", "office:value=\"3.20000000000000000004\"", "3,2"), "3.2"),
        (typed("percentage", "office:value=\"0.5\"", "50 %"), "0.5"),
        (typed("percentage", "office:value=\"1\"", "100 %"), "1"),
        (typed("currency", "office:value=\"1250.5\" office:currency=\"SEK\"", "1 250,50 kr"), "1250.5"),
        (typed("float", "office:value=\"-0\"", "0"), "0"),
        (typed("float", "office:value=\"1.50\"", "1,5"), "1.5"),
        (typed("float", "office:value=\"1.23456789012346E+017\"", "1,23E+17"), "123456789012346000"),
        (typed("float", "office:value=\"1E+30\"", "1E+30"), "1" + String(repeating: "0", count: 30)),
        (typed("float", "office:value=\"1E+021\"", "1E+21"), "1000000000000000000000"),
        // Truth values.
        (typed("boolean", "office:boolean-value=\"true\"", "SANT"), "TRUE"),
        (typed("boolean", "office:boolean-value=\"false\"", "FALSKT"), "FALSE"),
        // Dates and times.
        (typed("date", "office:date-value=\"2021-10-04\"", "4/10"), "2021-10-04"),
        (typed("date", "office:date-value=\"2021-10-04T09:12:33\"", "4/10"), "2021-10-04 09:12:33"),
        (typed("date", "office:date-value=\"2021-10-04\"", "2021-10-04 00:00:00"), "2021-10-04"),
        (typed("date", "office:date-value=\"2021-10-04T00:00:00\"", "2021-10-04 00:00:00"), "2021-10-04"),
        (typed("time", "office:time-value=\"PT09H12M33S\"", "09:12"), "09:12:33"),
        // Texts.
        (typed("string", "", "visat"), "visat"),
        (typed("string", "office:string-value=\"värde\"", "visat"), "värde"),
        (typed("string", "office:string-value=\"a&#10;b\"", "visat"), "a\nb"),
        (typed("string", "office:string-value=\"\"", "visat"), ""),
        (typed("string", "office:string-value=\"  a  \"", "visat"), "a"),
        // Formulas: what they came to.
        (typed("float", "table:formula=\"of:=1+1\" office:value=\"2\"", "2"), "2"),
        (typed("string", "table:formula=\"of:=&quot;ja&quot;\" office:string-value=\"ja\"", "ja"), "ja"),
        (cell("table:formula=\"of:=&quot;&quot;\"", "<text:p/>"), ""),
        // Errors: their names.
        (typed("string", "office:string-value=\"\" calcext:value-type=\"error\"", "#N/A"), "#N/A"),
        (typed("float", "office:value=\"0\" calcext:value-type=\"error\"", "Err:502"), "Err:502"),
        (typed("string", "office:string-value=\"#DIV/0!\"", "#DIV/0!"), "#DIV/0!"),
        // Without a type, or with a value that is none: what is shown.
        (cell("", "<text:p>visat</text:p>"), "visat"),
        (cell("table:style-name=\"ce1\"", "<text:p>visat</text:p>"), "visat"),
        (typed("void", ""), "visat"),
        (typed("float", ""), "visat"),
        (typed("float", "office:value=\"\""), "visat"),
        (typed("float", "office:value=\"NaN\""), "visat"),
        (typed("date", "office:date-value=\"igår\""), "visat"),
        (typed("date", "office:date-value=\"2021-10-04T9\""), "visat"),
        (typed("time", "office:time-value=\"09:12\""), "visat"),
        (typed("boolean", "office:boolean-value=\"sant\""), "visat"),
        (typed("string", "office:value=\"5\""), "visat"),
        // Values of another namespace are none.
        (typed("float", "calcext:value=\"5\" value=\"6\""), "visat"),
        (cell("calcext:value-type=\"float\" value-type=\"float\" value=\"6\"", "<text:p>visat</text:p>"), "visat"),
        // Blank ones.
        ("<table:table-cell/>", ""),
        ("<table:covered-table-cell/>", ""),
        (cell("office:value-type=\"string\"", "<text:p/>"), ""),
        (cell("office:value-type=\"string\"", "<text:p>   </text:p>"), ""),
        (cell("table:number-columns-spanned=\"2\"", "<text:p>visat</text:p>"), "visat"),
    ])
    func `is its value by type, or else the text that is shown`(cell: String, text: String) throws {
        #expect(try ODSFile(cell: cell).firstRow() == ["x", text, "z"])
    }

    @Test(arguments: [
        ("<text:p>ett</text:p><text:p>två</text:p>", "ett\ntvå"),
        ("<text:p>ett</text:p><text:p/><text:p>två</text:p>", "ett\n\ntvå"),
        ("<text:h text:outline-level=\"1\">ett</text:h><text:p>två</text:p>", "ett\ntvå"),
        ("\n  <text:p>\n  ett\n  två  </text:p>\n  ", "ett två"),
        ("<text:p>a<text:s/>b</text:p>", "a b"),
        ("<text:p>a<text:s text:c=\"3\"/>b</text:p>", "a   b"),
        ("<text:p>a <text:s/>b</text:p>", "a  b"),
        ("<text:p>a<text:s text:c=\"0\"/>b</text:p>", "ab"),
        ("<text:p>a<text:s text:c=\"många\"/>b</text:p>", "a b"),
        ("<text:p>a<text:s text:c=\"-2\"/>b</text:p>", "a b"),
        ("<text:p>a<text:tab/>b</text:p>", "a\tb"),
        ("<text:p>a<text:line-break/>b</text:p>", "a\nb"),
        // Mixed formatting, links, fields: their text.
        (
            "<text:p>He<text:span>lt</text:span> och <text:span>hå<text:span>ll</text:span></text:span>et</text:p>",
            "Helt och hållet"
        ),
        ("<text:p><text:span>a </text:span> <text:span> b</text:span></text:p>", "a b"),
        (
            "<text:p><text:a xlink:href=\"x\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">länk</text:a></text:p>",
            "länk"
        ),
        ("<text:p>a <text:date text:date-value=\"2021-10-04\">4/10</text:date> b</text:p>", "a 4/10 b"),
        ("<text:p>a<u:annat xmlns:u=\"urn:annat\">b<u:mer>c</u:mer></u:annat>d</text:p>", "abcd"),
        ("<text:p>a<text:bookmark-start text:name=\"n\"/>b<text:soft-page-break/></text:p>", "ab"),
        // Ruby stays with its base, notes and scripts are none of the text.
        (
            "<text:p><text:ruby><text:ruby-base>bas</text:ruby-base><text:ruby-text>uttal</text:ruby-text></text:ruby></text:p>",
            "bas"
        ),
        ("<text:p>a<text:note><text:note-body><text:p>fot</text:p></text:note-body></text:note>b</text:p>", "ab"),
        ("<text:p>a<text:script>kod</text:script>b</text:p>", "ab"),
        // Lists.
        (
            "<text:list><text:list-item><text:p>ett</text:p></text:list-item><text:list-item><text:p>två</text:p></text:list-item></text:list>",
            "ett\ntvå"
        ),
        ("<text:section><text:p>ett</text:p></text:section><text:p>två</text:p>", "ett\ntvå"),
        // Comments, drawings and tables inside the cell.
        (
            "<office:annotation><dc:creator>N</dc:creator><text:p>rättat</text:p></office:annotation><text:p>svar</text:p>",
            "svar"
        ),
        (
            "<text:p>svar</text:p><office:annotation><text:list><text:list-item><text:p>rättat</text:p></text:list-item></text:list></office:annotation>",
            "svar"
        ),
        ("<text:p>s<office:annotation><text:p>rättat</text:p></office:annotation>var</text:p>", "svar"),
        ("<draw:frame><draw:text-box><text:p>ruta</text:p></draw:text-box></draw:frame><text:p>svar</text:p>", "svar"),
        ("<text:p>svar<draw:frame><draw:text-box><text:p>ruta</text:p></draw:text-box></draw:frame></text:p>", "svar"),
        ("<table:detective><table:operation/></table:detective><text:p>svar</text:p>", "svar"),
        (
            "<table:table table:name=\"Inre\"><table:table-row><table:table-cell><text:p>inre</text:p></table:table-cell></table:table-row></table:table><text:p>svar</text:p>",
            "svar"
        ),
        // Characters and references.
        ("<text:p>&lt;å&amp;&#228;&#x1F600;&gt;</text:p>", "<å&ä😀>"),
        ("<text:p><![CDATA[a <b> c]]></text:p>", "a <b> c"),
        ("<text:p>a<!-- kommentar -->b<?pi x?>c</text:p>", "abc"),
        ("<text:p>\u{A0}a\u{A0}</text:p>", "a"),
        ("Lös text<text:p>svar</text:p>mer", "svar"),
    ])
    func `has the text of its paragraphs and nothing else`(content: String, text: String) throws {
        let file = ODSFile(cell: cell("office:value-type=\"string\"", content))
        #expect(try file.firstRow() == ["x", text, "z"])
    }

    @Test func `that is repeated stands in each column`() throws {
        let repeated = cell("office:value-type=\"string\" table:number-columns-repeated=\"2\"", "<text:p>r</text:p>")
        let number = typed("float", "office:value=\"1\" table:number-columns-repeated=\"3\"", "1,0")
        let file = ODSFile(
            rows: ODSFile.headings("a", "b", "c", "d", "e", "f")
                + "<table:table-row>\(repeated)<table:table-cell/>\(number)</table:table-row>")
        #expect(try file.table().rows == [["r", "r", "", "1", "1", "1"]])
    }

    @Test(arguments: [("3", 3), ("1", 1), ("0", 1), ("003", 3)])
    func `is repeated as often as it says, once at least`(digits: String, count: Int) throws {
        let blank = "<table:table-cell table:number-columns-repeated=\"\(digits)\"/>"
        let names = (0..<count).map { "h\($0)" }
        let file = ODSFile(
            rows: ODSFile.row(names + ["sist"]) + "<table:table-row>\(blank)\(ODSFile.text("x"))</table:table-row>")
        #expect(try file.firstRow() == names.map { _ in "" } + ["x"])
    }

    @Test(arguments: ["", "två", "-1", "2.5", "2 ", "0x2", "2e3"])
    func `that is repeated a number of times that is none is refused`(digits: String) throws {
        for (attribute, column) in [("columns", 1), ("rows", 0)] {
            let count = "table:number-\(attribute)-repeated=\"\(digits)\""
            let row = attribute == "rows" ? count : ""
            let cell = attribute == "rows" ? "" : count
            let file = ODSFile(
                rows: ODSFile.headings("a", "b")
                    + "<table:table-row \(row)>\(ODSFile.text("x"))<table:table-cell \(cell)/></table:table-row>")
            #expect(try file.refusal() == .malformedRepeat(Place(sheet: "Blad", sheetRow: 2, column: column)))
        }
        let covered = "<table:covered-table-cell table:number-columns-repeated=\"\(digits)\"/>"
        let file = ODSFile(rows: "<table:table-row>\(covered)</table:table-row>")
        #expect(try file.refusal() == .malformedRepeat(Place(sheet: "Blad", sheetRow: 1, column: 0)))
    }

    @Test func `with a formula without result is told of, if no formula of the sheet has any and its column is read`()
        throws
    {
        let formula = "<table:table-cell table:formula=\"of:=1+1\" table:number-columns-repeated=\"2\"/>"
        let rows =
            ODSFile.headings("a", "b", "c", "d") + "<table:table-row>\(ODSFile.text("x"))\(formula)</table:table-row>"
        let refusal = TableError.cell(Place(sheet: "Blad", sheetRow: 2, column: 1), .notComputed)
        #expect(try ODSFile(rows: rows).refusal() == refusal)
        var reader = try ODSReader(MemoryBytes(ODSFile(rows: rows).bytes()))
        let table = try reader.table(sheet: nil, progress: nil) { _ in .read(headings: 0..<1, columns: [0, 3]) }
        #expect(table?.rows == [["x", ""]])

        for computed in [
            cell("table:formula=\"of:=&quot;&quot;\"", "<text:p/>"),
            cell("table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"1\"", "<text:p>1</text:p>"),
            cell("table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\""),
        ] {
            let more = rows + "<table:table-row>\(ODSFile.text("y"))\(computed)</table:table-row>"
            #expect(try ODSFile(rows: more).table().rows.map(\.first) == ["x", "y"])
        }
    }

    @Test func `covered by another is blank, whatever it hides`() throws {
        let covered =
            "<table:covered-table-cell office:value-type=\"string\" table:number-columns-repeated=\"2\"><text:p>dold</text:p></table:covered-table-cell>"
        let file = ODSFile(
            rows: ODSFile.headings("a", "b", "c", "d")
                + "<table:table-row>\(ODSFile.text("x"))\(covered)\(ODSFile.text("y"))</table:table-row>")
        #expect(try file.table().rows == [["x", "", "", "y"]])
    }
}
