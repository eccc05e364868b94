import Testing

@testable import Tabular

/// A file's text and what it must be read as.
struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let text: String
    let header: [String]
    let rows: [[String]]
    var sheetRows: [Int]?

    var testDescription: String { rule }

    init(_ rule: String, _ text: String, _ header: [String], _ rows: [[String]], sheetRows: [Int]? = nil) {
        (self.rule, self.text, self.header, self.rows, self.sheetRows) = (rule, text, header, rows, sheetRows)
    }
}

let cases = [
    Case(
        "line feeds", "kön;å\nKvinna;ä\nMan;ö\n", ["kön", "å"], [["Kvinna", "ä"], ["Man", "ö"]], sheetRows: [2, 3]),
    Case("carriage return and line feed", "a;b\r\n1;2\r\n3;4\r\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    Case("lone carriage returns", "a;b\r1;2\r3;4\r", ["a", "b"], [["1", "2"], ["3", "4"]], sheetRows: [2, 3]),
    Case("no end of the last line", "a;b\n1;2\n3;å", ["a", "b"], [["1", "2"], ["3", "å"]]),
    Case("a separator as the very last byte", "a;b\n1;", ["a", "b"], [["1", ""]]),
    Case("a quote closed by the file's end", "a;b\n1;\"x;y\"", ["a", "b"], [["1", "x;y"]]),
    Case("only a header", "a;b", ["a", "b"], []),
    Case("only a header with a line end", "a;b\r\n", ["a", "b"], []),
    Case("commas", "a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    Case("tabs", "a\tb\n1\t2,5\n", ["a", "b"], [["1", "2,5"]]),
    Case("one column", "a\n1\n2\n", ["a"], [["1"], ["2"]]),
    Case(
        "commas in quoted texts of several lines do not make a separator",
        "\"a, b\";\"c\"\n\"1,0\";\"så, \n, så, \n, så\"\n", ["a, b", "c"], [["1,0", "så, \n, så, \n, så"]]),
    Case(
        "commas in texts do not make a separator", "Hur, egentligen, är det?;b\nbra;2,5\n",
        ["Hur, egentligen, är det?", "b"],
        [["bra", "2,5"]]),
    Case(
        "semicolons inside quotes do not make a separator", "\"a;b;c\",d\n\"1;2;3\",4\n", ["a;b;c", "d"],
        [["1;2;3", "4"]]),
    Case("quoted fields", "\"a\";\"b\"\n\"1\";\"\"\n", ["a", "b"], [["1", ""]]),
    Case("doubled quotes", "a;b\n\"sa \"\"ja\"\"\";\"\"\"\"\n", ["a", "b"], [["sa \"ja\"", "\""]]),
    Case(
        "line breaks inside quotes are one row", "a;b\n\"x\ny\r\nz\";1\nu;2\n", ["a", "b"],
        [["x\ny\nz", "1"], ["u", "2"]],
        sheetRows: [2, 3]),
    Case("line breaks inside the header", "\"a\nb\";c\n1;2\n", ["a\nb", "c"], [["1", "2"]], sheetRows: [2]),
    Case("quotes inside a field are text", "a;b\n5\" rör;x\"y\"\n", ["a", "b"], [["5\" rör", "x\"y\""]]),
    Case("text behind a closing quote is appended", "a;b\n\"x\"y;\"u\" \"v\"\n", ["a", "b"], [["xy", "u \"v\""]]),
    Case("a quoted separator", "a;b\n\";\";\"\t\"x\n", ["a", "b"], [[";", "x"]]),
    Case(
        "empty lines count but are no rows", "a;b\n\n1;2\n\n\n3;4\n\n", ["a", "b"], [["1", "2"], ["3", "4"]],
        sheetRows: [3, 6]),
    Case("empty lines before the header", "\r\n\r\na;b\r\n1;2\r\n", ["a", "b"], [["1", "2"]], sheetRows: [4]),
    Case(
        "a row with nothing in any cell is no row, wherever it stands", ";\na;b\n1;2\n;\n\"\";\"\"\n3;4\n;\n;\n",
        ["a", "b"],
        [["1", "2"], ["3", "4"]],
        sheetRows: [3, 6]),
    Case("empty columns at the end are left out", "a;b;;;\n1;2;;;\n3;4\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    Case("an empty column between others stays", "a;;b\n1;;2\n", ["a", "", "b"], [["1", "", "2"]]),
    Case(
        "missing cells are blank", "a;b;c\n1\n1;2\n1;2;3\n", ["a", "b", "c"],
        [["1", "", ""], ["1", "2", ""], ["1", "2", "3"]]),
    Case("sep= names the separator", "sep=,\na,b;c;d\n1,2\n", ["a", "b;c;d"], [["1", "2"]], sheetRows: [3]),
    Case("sep= with a carriage return", "sep=;\r\na;b\r\n1;2\r\n", ["a", "b"], [["1", "2"]], sheetRows: [3]),
    Case(
        "outer white space is not part of a text", " a ;b\t\n\u{A0}1 ; 2\n1;2\n", ["a", "b"],
        [["1", "2"], ["1", "2"]]),
    Case("equal names may stand twice", "a;a\n1;2\n", ["a", "a"], [["1", "2"]]),
    Case("control characters are text", "a;b\n\u{1}\u{B};x\ty\n", ["a", "b"], [["\u{1}\u{B}", "x\ty"]]),
    Case(
        "texts of 7 to 33 bytes",
        "a;b\n" + (7...33).map { String(repeating: "x", count: $0) + ";" + String($0) + "\n" }.joined(),
        ["a", "b"], (7...33).map { [String(repeating: "x", count: $0), String($0)] }),
    Case(
        "long texts that differ at their ends",
        "a;b\n\(String(repeating: "å", count: 40))1;x\n\(String(repeating: "å", count: 40))2;x\n",
        ["a", "b"], [[String(repeating: "å", count: 40) + "1", "x"], [String(repeating: "å", count: 40) + "2", "x"]]),
]

@Suite struct `How a file is read` {
    @Test(arguments: cases, TextEncoding.allCases)
    func `each rule holds in each encoding and however the bytes arrive`(_ example: Case, _ encoding: TextEncoding)
        throws
    {
        let bytes = encoding.bytes(example.text)
        for (blockSize, most) in [(1 << 16, Int.max), (64, .max), (65, 1), (97, 7)] {
            let result = try table(bytes, blockSize: blockSize, most: most)
            #expect(result.columns.map(\.name) == example.header)
            #expect(result.rows == example.rows)
            if let rows = example.sheetRows { #expect(result.sheetRowNumbers == rows) }
            let isASCII = example.text.utf8.allSatisfy { $0 < 0x80 }
            #expect(result.dialect?.encoding == (isASCII && encoding == .windows1252 ? .utf8 : encoding))
            #expect(result.malformed.isEmpty)
        }
    }
}
