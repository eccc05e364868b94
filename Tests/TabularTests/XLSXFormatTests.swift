import Testing

@testable import Tabular

@Suite struct `What a number format makes of a number` {
    private func kind(_ code: String) -> NumberKind {
        Array(code.utf8).withUnsafeBufferPointer { NumberFormat.kind(code: $0) }
    }

    @Test(arguments: [
        "yyyy-mm-dd", "yyyy\\-mm\\-dd", "d/m/yyyy hh:mm:ss", "[$-41D]d\\ mmmm\\ yyyy;@",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "mmm yy", "m", "mmmm", "dddd", "YYYY/MM/DD", "\"den\" d", "[Red]yyyy", "[Black][<=100]d/m", "h:mm d/m",
        "mm/dd hh", "e/m/d",
        "yyyy\"0\"", "_-d_-m", "* d", "[DBNum1]yyyy", "gge\"年\"m\"月\"d\"日\"", "d.m.yy;0",
        "yyyy-mm-dd\\Thh:mm:ss.000\\Z", "å d", "m\\å",
    ])
    func `dates`(_ code: String) { #expect(kind(code) == .date) }

    @Test(arguments: [
        "hh:mm:ss", "h:mm", "h:mm AM/PM", "hh:mm:ss\\ AM/PM", "mm:ss", "mm:ss.0", "ss.000", "s,00",
        "[$-F400]h:mm:ss\\ AM/PM", "hh", "h\"h\" mm",
        "A/P h", "\"d\" h", "h:mm;@",
    ])
    func `times`(_ code: String) { #expect(kind(code) == .time) }

    @Test(arguments: ["[h]:mm:ss", "[hh]:mm", "[mm]:ss", "[m]", "[s]", "[SS].00", "[Red][h]:mm"])
    func `hours that go on`(_ code: String) { #expect(kind(code) == .elapsed) }

    @Test(arguments: [
        "", "General", "GENERAL", "Standard", "0", "0.00", "#,##0", "0%", "0.00E+00", "##0.0E+0", "@", "# ?/?",
        "0 \"dagar\"", "0 dagar",
        "\"yyyy\"", "\\d\\m\\y", "_d_m_y0", "*d0", "[Red]0", "[Magenta]0", "[$kr-41D] #,##0", "[$SEK] 0",
        "#,##0\\ \"kr\";[Red]\\-#,##0\\ \"kr\"",
        "0;yyyy", "\"TRUE\";\"TRUE\";\"FALSE\"", "\"", "\\", "[", "[h", "_", "*", ";yyyy-mm-dd", "[Hello]0", "[]0",
        "[hm]0",
        "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)",
    ])
    func `numbers`(_ code: String) {
        #expect(kind(code) == (code == "[h" ? .elapsed : .number))
    }

    @Test func `formats without a code are known by number`() {
        let dates = Set(14...17).union([22]).union(27...36).union(50...58)
        let times: Set = [18, 19, 20, 21, 45, 47]
        for number in -1...400 {
            let expected: NumberKind =
                dates.contains(number) ? .date : times.contains(number) ? .time : number == 46 ? .elapsed : .number
            #expect(NumberFormat.kind(builtIn: number) == expected)
        }
    }

    @Test func `a format of the file's own comes before one without a code`() throws {
        let styles =
            "<numFmts><numFmt numFmtId=\"14\" formatCode=\"0.00\"/><numFmt numFmtId=\"2\" formatCode=\"yyyy\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"2\"/><xf/><xf numFmtId=\"x\"/></cellXfs>"
            + "<dxfs><dxf><numFmt numFmtId=\"1\" formatCode=\"yyyy\"/></dxf></dxfs><cellXfs><xf numFmtId=\"1\"/></cellXfs>"
        let values = (0..<6).map { "<c s=\"\($0)\"><v>44473</v></c>" }.joined()
        let file = XLSXFile(row("a", "b", "c", "d", "e", "f") + "<row>\(values)</row>", styles: styles)
        #expect(try file.rows() == [["44473", "2021-10-04", "44473", "44473", "44473", "44473"]])
    }
}
