import Testing
import Zip

@testable import Tabular

/// Files that PSPP and pyreadstat wrote (Tests/Fixtures/bygg_spss.py).
@Suite struct `SPSS files of other programs` {
    @Test func `names and labels are two rows before the cases`() throws {
        let file = try TableFile(MemoryBytes(try spssFixture("pspp-texter.sav")))
        var shown: Opening?
        let table = try file.read { opening in
            shown = opening
            return .skip
        }
        #expect(table == nil)
        #expect(
            shown
                == Opening(
                    format: .sav,
                    rows: [
                        OpeningRow(sheetRow: 0, cells: ["nr", "kort", "åtta", "ort", "fritext", "sist"]),
                        OpeningRow(sheetRow: 0, cells: ["", "Kort ord med å", "Åtta byte", "Län och ort", "Övrigt"]),
                    ], declaredHeadingRows: 2))
    }

    @Test func `a column is called by its label where it has one`() throws {
        let file = try SPSSFile(MemoryBytes(try spssFixture("pspp-texter.sav")), format: .sav)
        func names(_ headings: Range<Int>) throws(TableError) -> [String] {
            try file.table(headings: headings, columns: [4, 0, 1], progress: nil).columns.map(\.name)
        }
        #expect(try names(0..<2) == ["Övrigt", "nr", "Kort ord med å"])
        #expect(try names(0..<1) == ["fritext", "nr", "kort"])
        #expect(throws: TableError.noSuchColumn(index: 6, count: 6)) {
            try file.table(headings: 0..<2, columns: [6], progress: nil)
        }
        #expect(throws: TableError.noSuchHeadings(1..<3, count: 2)) {
            try file.table(headings: 1..<3, columns: [1], progress: nil)
        }
    }

    @Test(arguments: [".sav", "-okomprimerad.sav", ".zsav"])
    func `texts of every length are whole, and stand for their labels`(_ ending: String) throws {
        let table = try spssTable(try spssFixture("pspp-texter" + ending))
        let first = "a" + String(repeating: "b", count: 253) + " ö" + String(repeating: "ä", count: 99) + "slut"
        let second = "å" + String(repeating: "z", count: 253)
        #expect(
            table.rows == [
                ["1", "å", "åäö", "Örebro län", first, "1"],
                ["2", "Ett ö", "saknas", "Malmö stad", second, "2"],
                ["3", "Uppgift saknas", "u", "Ingen ort, å ä ö", "", "3"],
                ["4", "", "", "", "", "4"],
            ])
        #expect(table.missingTexts == [[], ["Uppgift saknas"], ["saknas"], [], [], []])
    }

    @Test func `texts in Windows-1252 are the same where there is room for more of them`() throws {
        let table = try spssTable(try spssFixture("pspp-texter-windows1252.sav"))
        let first = "a" + String(repeating: "b", count: 253) + " ö" + String(repeating: "ä", count: 199) + "slut"
        let second = "å" + String(repeating: "z", count: 254)
        #expect(
            table.rows == [
                ["1", "å", "åäö ÅÄÖ", "Örebro län", first, "1"],
                ["2", "Ett ö", "saknas", "Malmö", second, "2"],
                ["3", "Uppgift saknas", "u", "Ingen ort, å ä ö", "", "3"],
                ["4", "", "", "", "", "4"],
            ])
        #expect(table.columns.map(\.name) == ["nr", "Kort ord med å", "Åtta byte", "Län och ort", "Övrigt", "sist"])
    }

    @Test(arguments: [".sav", "-okomprimerad.sav", ".zsav"])
    func `values that the file declares to be no answer are told by their codes`(_ ending: String) throws {
        let table = try spssTable(try spssFixture("pspp-saknas" + ending))
        #expect(
            table.rows == [
                ["1", "Ja", "Ja", "-5", "1", "Ja", ""],
                ["2", "Vet ej", "7", "0", "98", "Vet ej", ""],
                ["3", "Vet ej", "Vet ej", "1", "99", "Vet ej", ""],
                ["4", "", "Vet ej", "", "", "", ""],
                ["6", "3", "10", "2", "97", "9.5", ""],
            ])
        #expect(table.sheetRowNumbers == [1, 2, 3, 4, 6])
        #expect(
            table.missingTexts == [[], ["Vet ej"], ["Ja", "7", "Vet ej"], ["-5", "0"], ["98", "99"], ["Vet ej"], []])
        #expect(table.columns[1].values == ["", "Ja", "Vet ej", "3"])
        #expect(table.columns[1].codes == .narrow([1, 2, 2, 0, 3]))
    }

    @Test func `dates and times are told as such, other numbers as the shortest decimal text`() throws {
        let table = try spssTable(try spssFixture("pspp-format.sav"))
        func row(_ date: String, _ dateAndTime: String, _ time: String, _ nr: String, _ number: String) -> [String] {
            Array(repeating: date, count: 7) + [dateAndTime, dateAndTime] + Array(repeating: time, count: 3) + [nr, nr]
                + Array(repeating: number, count: 6)
        }
        let large = "12345678901234600000"
        #expect(
            table.rows == [
                ["1", "13852717953", "33153", "0.1"]
                    + row("2021-10-04", "2021-10-04 09:12:33", "09:12:33", "1", "0.1"),
                ["2", "13852717953.99", "-3661.5", large]
                    + row("2021-10-04", "2021-10-04 09:12:33", "-01:01:01", "2", large),
                ["3", "86400", "93784", "-0.00000015"]
                    + row("1582-10-15", "1582-10-15 00:00:00", "26:03:04", "3", "-0.00000015"),
                // Before the first day there is no date. Only `tal` itself has a label for 3.
                ["4", "86399", "0", "Tre"] + row("86399", "86399", "00:00:00", "4", "3"),
                ["5", "", "", ""] + row("", "", "", "5", ""),
            ])
    }

    @Test(arguments: ["utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "cp850", "macintosh"])
    func `å, ä and ö are right in names, labels, value labels and values`(_ codePage: String) throws {
        let table = try spssTable(try spssFixture("pspp-teckenkod-\(codePage).sav"))
        #expect(table.columns.map(\.name) == ["Vilket kön har du, är du, når du?", "Län"])
        #expect(
            table.rows == [
                ["Kvinna, här", "Östergötland"], ["Man, där", "Östergötland"], ["Nej, säger ej", "Östergötland"],
            ])
        #expect(table.missingTexts == [["Nej, säger ej"], []])
    }

    @Test(arguments: ["sav", "zsav"]) func `long texts are put together wherever they are split`(_ ending: String)
        throws
    {
        let table = try spssTable(try spssFixture("pyreadstat-langder." + ending))
        let lengths = table.columns.dropLast().compactMap { Int($0.name.dropFirst()) }
        let alphabet = (97...122).map { String(Unicode.Scalar(UInt8($0))) }
        let letters = lengths.map { (0..<$0).map { alphabet[$0 % 26] }.joined() }
        #expect(lengths.count == 21)
        #expect(
            table.rows == [
                lengths.map { _ in "" } + ["1"],
                lengths.map { String(repeating: "x", count: $0) } + ["2"],
                letters + ["3"],
            ])
    }

    @Test func `a thousand different numbers need wide codes`() throws {
        let table = try spssTable(try spssFixture("pyreadstat-tusen.zsav"))
        #expect(table.rows == (0..<1_000).map { ["\($0 + 1)", DecimalText.text(Double($0) / 8)] })
        guard case .wide = table.columns[0].codes else {
            Issue.record("narrow")
            return
        }
    }

    @Test(arguments: ["", "-windows1252"])
    func `multiple-response sets say which columns are one question`(_ kind: String) throws {
        let file = try SPSSFile(MemoryBytes(try spssFixture("pspp-mangder\(kind).sav")), format: .sav)
        #expect(
            file.opening.multipleResponseSets == [
                MultipleResponseSet(
                    name: "$sätt", label: "Hur fick du enkäten?", columns: [0, 1, 2], chosen: ["1", "1", "1"]),
                MultipleResponseSet(name: "$ordning", label: "När?", columns: [3, 4], chosen: []),
            ])
    }

    @Test func `all bytes are told once in order, whatever is chosen`() throws {
        let bytes = try spssFixture("pspp-texter.zsav")
        for choice in [Choice.skip, .read(headings: 0..<2, columns: [0])] {
            var told: [UInt8] = []
            let options = ReadingOptions(observe: { told += $0 })
            _ = try TableFile(MemoryBytes(bytes)).read(options) { _ in choice }
            #expect(told == bytes)
        }
    }

    @Test func `progress is told by rows and bytes`() throws {
        var writer = SAVWriter.utf8(.bytecode)
        writer.variable("A")
        for number in 0..<20_000 { writer.add(.number(Double(number % 7))) }
        let bytes = writer.bytes
        var told: [Progress] = []
        let options = ReadingOptions(progress: { told.append($0) })
        _ = try TableFile(MemoryBytes(bytes)).read(options) { _ in .read(headings: 0..<2, columns: [0]) }
        #expect(told.map(\.rows) == [4_096, 8_192, 12_288, 16_384])
        #expect(told.allSatisfy { $0.total == bytes.count && $0.done <= bytes.count && $0.done > writer.start.count })
    }
}
