import Testing

@testable import Tabular

/// What each kind of cell becomes.
@Suite struct `A cell of an .xlsx file` {
    private func text(_ cell: String, strings: String? = nil, styles: String? = nil, properties: String = "") throws
        -> String?
    {
        let rows =
            "<row><c t=\"str\"><v>k</v></c><c t=\"str\"><v>l</v></c></row><row>\(cell)<c t=\"str\"><v>x</v></c></row>"
        // Below the opening rows cells take another way.
        let late = rows + String(repeating: row("a", "b"), count: 60) + "<row>\(cell)<c t=\"str\"><v>x</v></c></row>"
        let file = XLSXFile(late, strings: strings, styles: styles, properties: properties)
        let table = try #require(try file.read().table)
        let texts = table.rows.map { $0[0] }
        #expect(texts.first == texts.last)
        return texts.first
    }

    @Test(arguments: [
        ("3", "3"), ("3.0", "3"), ("3.50", "3.5"), ("0.5", "0.5"), (".5", "0.5"), ("-0", "0"), ("-3.25", "-3.25"),
        ("0.30000000000000004", "0.3"), ("4.40000000000000000009", "4.4"), ("1E2", "100"), ("1.5e-3", "0.0015"),
        ("+7", "7"), ("007", "7"), ("123456789012345", "123456789012345"), ("1234567890123456", "1234567890123460"),
        ("199001011234", "199001011234"), ("1E+20", "100000000000000000000"), ("1E+21", "1000000000000000000000"),
        ("1e100", "1" + String(repeating: "0", count: 100)),
        ("0.000001", "0.000001"), ("0.0000001", "0.0000001"), ("2.5E-8", "0.000000025"), ("0.99999999999999999", "1"),
        ("99999999999999.99", "100000000000000"), ("0.1234567890123456", "0.123456789012346"), (" 3\n", "3"),
        ("9007199254740993", "9007199254740990"), ("-1E-400", "0"), ("0e99999", "0"),
    ])
    func `numbers are the shortest decimal text of 15 digits`(_ value: String, _ shown: String) throws {
        #expect(try text("<c><v>\(value)</v></c>") == shown)
        #expect(try text("<c t=\"n\"><v>\(value)</v></c>") == shown)
    }

    @Test(arguments: ["abc", "1,5", "1 5", "0x10", "NaN", "INF", "1e", "e5", ".", "-", "1e999", "--1", "1.2.3", "١"])
    func `what is no number is an error`(_ value: String) throws {
        let place = Place(sheet: "Svar", sheetRow: 2, column: 0)
        #expect(try XLSXFile(cells("<c><v>\(value)</v></c>")).error() == .cell(place, .notANumber))
        let late = row("k") + String(repeating: row("a"), count: 60) + "<row><c><v>\(value)</v></c></row>"
        #expect(try XLSXFile(late).error() == .cell(Place(sheet: "Svar", sheetRow: 62, column: 0), .notANumber))
    }

    @Test func `texts are shared, inline, in runs or a formula's`() throws {
        let strings =
            "<si><t>Delvis</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">Till </t></r><r><t>stor del</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>ティル</t></rPh><phoneticPr fontId=\"1\"/></si><si/><si><t/></si>"
        #expect(try text("<c t=\"s\"><v>0</v></c>", strings: strings) == "Delvis")
        #expect(try text("<c t=\"s\"><v>1</v></c>", strings: strings) == "Till stor del")
        #expect(try text("<c t=\"s\"><v>\n 1 \n</v></c>", strings: strings) == "Till stor del")
        #expect(try text("<c t=\"s\"><v>2</v></c>", strings: strings) == "")
        #expect(try text("<c t=\"s\"><v>3</v></c>", strings: strings) == "")
        #expect(try text("<c t=\"s\"/>", strings: strings) == "")
        #expect(try text("<c t=\"inlineStr\"><is><t>Inte alls</t></is></c>") == "Inte alls")
        #expect(
            try text("<c t=\"inlineStr\"><is><r><t>In</t></r><rPh><t>x</t></rPh><r><t>te</t></r></is></c>") == "Inte")
        #expect(try text("<c t=\"str\"><f>\"a\"&amp;B2</f><v>Vet ej</v></c>") == "Vet ej")
        #expect(try text("<c t=\"str\"><f>\"\"</f><v></v></c>") == "")
        #expect(try text("<c t=\"str\"><f>\"\"</f></c>") == "")
    }

    @Test func `outer white space counts where the file says so, and is then taken off as everywhere`() throws {
        let strings =
            "<si><r><t>Till </t></r><r><t>\n stor</t></r></si><si><t xml:space=\"preserve\"> \n rad \u{A0}</t></si>"
        #expect(try text("<c t=\"s\"><v>0</v></c>", strings: strings) == "Tillstor")
        #expect(try text("<c t=\"s\"><v>1</v></c>", strings: strings) == "\n rad")
        #expect(try text("<c t=\"str\"><v>\n  ja\n</v></c>") == "ja")
        #expect(try text("<c t=\"str\"><v xml:space=\"preserve\"> ja  då </v></c>") == "ja  då")
    }

    @Test(arguments: [
        ("rad 1_x000D__x000A_rad 2", "rad 1\nrad 2"), ("a_x000D_b", "a\nb"), ("_x005F_x000D_", "_x000D_"),
        ("_x00e5_", "å"),
        ("_xD83D__xDE00_", "😀"), ("_xD83D_a", "\u{FFFD}a"), ("_x0000_", "\u{FFFD}"), ("_x0001_", "\u{FFFD}"),
        ("_x12_", "_x12_"), ("_xGGGG_", "_xGGGG_"), ("_x000D", "_x000D"), ("_X000D_", "_X000D_"), ("__x0041__", "_A_"),
        ("a_b_c", "a_b_c"),
    ])
    func `characters written by their number are those characters`(_ written: String, _ shown: String) throws {
        #expect(try text("<c t=\"s\"><v>0</v></c>", strings: "<si><t>\(written)</t></si>") == shown)
        #expect(try text("<c t=\"inlineStr\"><is><t>\(written)</t></is></c>") == shown)
        #expect(try text("<c t=\"str\"><v>\(written)</v></c>") == shown)
    }

    @Test func `truth values and errors have their names`() throws {
        #expect(try text("<c t=\"b\"><v>1</v></c>") == "TRUE")
        #expect(try text("<c t=\"b\"><v>0</v></c>") == "FALSE")
        #expect(try text("<c t=\"b\"><v>true</v></c>") == "TRUE")
        #expect(try text("<c t=\"e\"><f>NA()</f><v>#N/A</v></c>") == "#N/A")
        #expect(try text("<c t=\"e\"><v>#DIV/0!</v></c>") == "#DIV/0!")
        #expect(
            try XLSXFile(cells("<c t=\"b\"><v>2</v></c>")).error()
                == .cell(Place(sheet: "Svar", sheetRow: 2, column: 0), .notABoolean))
    }

    @Test(arguments: [
        ("44473", "2021-10-04"), ("44473.0", "2021-10-04"), ("44473.38371527778", "2021-10-04 09:12:33"),
        ("44473.3837152778", "2021-10-04 09:12:33"), ("44473.4201388889", "2021-10-04 10:05:00"),
        ("44473.999999999", "2021-10-05"), ("44473.99999", "2021-10-04 23:59:59"), ("1", "1900-01-01"),
        ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"), ("0", "0"), ("0.5", "12:00:00"),
        ("-1", "-1"), ("2958465", "9999-12-31"), ("2958465.99999", "9999-12-31 23:59:59"), ("2958466", "2958466"),
        ("1e20", "100000000000000000000"), ("4.4473E4", "2021-10-04"),
    ])
    func `dates are days since 1900, and what is none is a number`(_ value: String, _ shown: String) throws {
        #expect(try text("<c s=\"1\"><v>\(value)</v></c>", styles: XLSXFile.styles(["0", "14"])) == shown)
        #expect(try text("<c s=\"1\"><v>\(value)</v></c>", styles: XLSXFile.styles(["0", "d/m/yyyy hh:mm"])) == shown)
    }

    @Test(arguments: [
        ("43011", "2021-10-04"), ("43011.38371527778", "2021-10-04 09:12:33"), ("0", "1904-01-01"),
        ("60", "1904-03-01"),
        ("0.25", "1904-01-01 06:00:00"), ("2957003", "9999-12-31"), ("2957004", "2957004"),
    ])
    func `dates can be days since 1904`(_ value: String, _ shown: String) throws {
        for on in ["1", "true"] {
            let file = XLSXFile(
                cells("<c s=\"0\"><v>\(value)</v></c>"), styles: XLSXFile.styles(["14"]),
                properties: "date1904=\"\(on)\"")
            #expect(try file.rows() == [[shown]])
        }
    }

    @Test func `the day that never was is none where the workbook says so`() throws {
        let cells = cells(
            "<c s=\"0\"><v>60</v></c>", "<c s=\"0\"><v>1</v></c>", "<c s=\"0\"><v>0</v></c>",
            "<c s=\"0\"><v>44473</v></c>")
        let file = XLSXFile(cells, styles: XLSXFile.styles(["14"]), properties: "dateCompatibility=\"0\"")
        #expect(try file.rows() == [["1900-02-28", "1899-12-31", "1899-12-30", "2021-10-04"]])
    }

    @Test func `times of day start again at midnight, hours in brackets go on`() throws {
        let styles = XLSXFile.styles(["hh:mm:ss", "[h]:mm:ss", "[mm]:ss", "46", "h:mm AM/PM"])
        let values = ["0.38371527777777775", "1.5", "44473.5", "0", "-0.5"]
        let rows = values.map { value in
            "<row>" + (0..<5).map { "<c s=\"\($0)\"><v>\(value)</v></c>" }.joined() + "</row>"
        }
        let file = XLSXFile(row("a", "b", "c", "d", "e") + rows.joined(), styles: styles)
        #expect(
            try file.rows() == [
                ["09:12:33", "09:12:33", "09:12:33", "09:12:33", "09:12:33"],
                ["12:00:00", "36:00:00", "36:00:00", "36:00:00", "12:00:00"],
                ["12:00:00", "1067364:00:00", "1067364:00:00", "1067364:00:00", "12:00:00"],
                ["00:00:00", "00:00:00", "00:00:00", "00:00:00", "00:00:00"],
                ["-0.5", "-0.5", "-0.5", "-0.5", "-0.5"],
            ])
    }

    @Test(arguments: [
        ("2021-10-04", "2021-10-04"), ("2021-10-04T09:12:33.999", "2021-10-04 09:12:33"), ("09:12:33", "09:12:33"),
        ("2021-10-04T00:00:00Z", "2021-10-04"), ("2021-10-04T09:12+02:00", "2021-10-04 09:12:00"),
        ("00:00", "00:00:00"),
    ])
    func `dates in ISO form are the same text`(_ value: String, _ shown: String) throws {
        #expect(try text("<c t=\"d\"><v>\(value)</v></c>") == shown)
    }

    @Test(arguments: [
        "2021", "2021-10-04 ", "2021-10-04T", "2021-10-04T9", "i går", "2021-10-04T09:12:33+2", "09:12:33x",
    ])
    func `what is no date in ISO form is an error`(_ value: String) throws {
        let file = XLSXFile(cells("<c t=\"d\"><v>\(value)x</v></c>"))
        #expect(try file.error() == .cell(Place(sheet: "Svar", sheetRow: 2, column: 0), .notADate))
    }

    @Test func `percentages are their ratio and other styles change nothing`() throws {
        let styles = XLSXFile.styles(["0%", "#,##0.00\\ &quot;kr&quot;", "@", "General", "0.00E+00", "[Red]0;-0"])
        for style in 0..<7 { #expect(try text("<c s=\"\(style)\"><v>0.5</v></c>", styles: styles) == "0.5") }
    }

    @Test func `equal values share a code however they are written`() throws {
        let file = XLSXFile(
            row("k") + "<row><c><v>3</v></c></row><row><c><v>3.0</v></c></row>" + row("3")
                + "<row><c t=\"s\"><v>0</v></c></row><row><c s=\"1\"><v>44473</v></c></row>" + row("2021-10-04"),
            strings: "<si><t>3</t></si>", styles: XLSXFile.styles(["0", "14"]))
        let column = try #require(try file.read().table?.columns.first)
        #expect(column.values == ["", "3", "2021-10-04"])
        #expect((0..<6).map { column.codes[$0] } == [1, 1, 1, 1, 2, 2])
    }

    @Test func `formulas of which none has a result are an error where their column is chosen`() throws {
        let formulas = [
            "<c r=\"B2\"><f>1+1</f></c>", "<c r=\"B2\"><f>1+1</f><v></v></c>", "<c r=\"B2\" t=\"b\"><f>1</f><v/></c>",
        ]
        for formula in formulas {
            let rows = row("k", "l") + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>\(formula)</row>"
            let late =
                row("k", "l") + String(repeating: row("a", "b"), count: 60)
                + "<row r=\"62\"><c r=\"A62\"><v>1</v></c>\(formula.replacing("B2", with: "B62"))</row>"
            #expect(try XLSXFile(rows).error() == .cell(Place(sheet: "Svar", sheetRow: 2, column: 1), .notComputed))
            #expect(try XLSXFile(late).error() == .cell(Place(sheet: "Svar", sheetRow: 62, column: 1), .notComputed))
            let first = try XLSXFile(rows).read { _ in .read(headings: 0..<1, columns: [0]) }
            #expect(first.table?.rows == [["1"]])
            let lateFirst = try XLSXFile(late).read { _ in .read(headings: 0..<1, columns: [0]) }
            #expect(lateFirst.table?.rowCount == 61)
        }
    }

    @Test func `a formula without a result is blank where another has one`() throws {
        let computed = [
            "<c><f>1</f><v>1</v></c>", "<c t=\"str\"><f>A9</f><v></v></c>", "<c t=\"str\"><f>A9</f></c>",
            "<c t=\"s\"><f>A9</f><v>0</v></c>",
        ]
        for cell in computed {
            let rows = row("k", "l") + "<row><c><f>B9</f><v></v></c>\(cell)</row>" + row("a", "b")
            let reading = try XLSXFile(rows, strings: "<si><t>c</t></si>").read { _ in
                .read(headings: 0..<1, columns: [0])
            }
            #expect(reading.table?.rows.last == ["a"])
            #expect(reading.table?.rows.dropLast().allSatisfy { $0 == [""] } == true)
        }
    }

    @Test func `formulas without results alone make no row`() throws {
        let rows = row("k", "l") + row("a", "b") + "<row><c/><c><f>B9</f></c></row>"
        let reading = try XLSXFile(rows).read { _ in .read(headings: 0..<1, columns: [0]) }
        #expect(reading.table?.rows == [["a"]])
    }

    @Test func `an extension's elements are passed over`() throws {
        let rows =
            row("k") + "<row><extLst><ext><c t=\"str\"><v>nej</v></c></ext></extLst>"
            + "<c t=\"str\" xmlns:x=\"urn:x\" x:t=\"b\"><x:v>nej</x:v><v>ja</v><v>nej</v><extLst><v>nej</v></extLst></c>"
            + "<x:c xmlns:x=\"urn:x\"><v>1</v></x:c></row>"
        #expect(try XLSXFile(rows).rows() == [["ja"]])
    }
}
