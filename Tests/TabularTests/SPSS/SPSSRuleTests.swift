import TestSupport
import Testing
import Zip

@testable import Tabular

/// Rules that need a file made for them.
@Suite struct `How an SPSS file is understood` {
    private static func answers(_ compression: SAVWriter.Compression, isBigEndian: Bool) -> SAVWriter {
        var writer = SAVWriter()
        writer.isBigEndian = isBigEndian
        writer.compression = compression
        writer.codePage(65001, name: "UTF-8")
        writer.variable("SVAR", label: "Fråga å", missing: (-3, [8, 9, -1].map(writer.word)))
        writer.variable("ORT", width: 12)
        writer.variable("TAL")
        let labels = [(1.0, "Ja"), (2.0, "Nej"), (9.0, "Vet ej")].map { (value: writer.word($0.0), label: $0.1) }
        writer.valueLabels(labels, words: [1])
        writer.add(.number(1), .text(SAVWriter.padded(Array("Örebro".utf8), to: 12)), .number(0.5))
        writer.add(.number(9), .text(SAVWriter.padded([], to: 12)), .number(-150))
        writer.add(.blank, .text(SAVWriter.padded([], to: 12)), .blank)
        writer.add(.number(-1), .text(Array("Kristianstad".utf8)), .number(152))
        return writer
    }

    private static let expected = [
        ["Ja", "Örebro", "0.5"], ["Vet ej", "", "-150"], ["-1", "Kristianstad", "152"],
    ]

    @Test(arguments: SAVWriter.Compression.allCases, [false, true])
    func `the same in every compression and byte order`(_ compression: SAVWriter.Compression, _ isBig: Bool) throws {
        let table = try spssTable(Self.answers(compression, isBigEndian: isBig).bytes)
        #expect(table.rows == Self.expected)
        #expect(table.sheetRowNumbers == [1, 2, 4])
        #expect(table.columns.map(\.name) == ["Fråga å", "ORT", "TAL"])
        #expect(table.missingTexts == [["Vet ej", "-1"], [], []])
    }

    @Test(arguments: SAVWriter.Compression.allCases, [false, true])
    func `a file that does not say how many cases it has`(_ compression: SAVWriter.Compression, _ isBig: Bool) throws {
        var writer = Self.answers(compression, isBigEndian: isBig)
        writer.declaredCases = -1
        #expect(try spssTable(writer.bytes).rows == Self.expected)
    }

    @Test(arguments: SAVWriter.Compression.allCases)
    func `cases beyond the declared ones are none`(_ compression: SAVWriter.Compression) throws {
        var writer = Self.answers(compression, isBigEndian: false)
        writer.declaredCases = 2
        #expect(try spssTable(writer.bytes).rows == Array(Self.expected.prefix(2)))
        writer.declaredCases = 0
        #expect(try spssTable(writer.bytes).rows == [])
    }

    @Test func `numbers with the same label share a code, and the number stands for a label that is blank`() throws {
        var writer = SAVWriter.utf8()
        writer.variable("A", missing: (1, [writer.word(3)]))
        let labels = [(1.0, "Ja"), (2.0, " Ja "), (3.0, "Vet ej"), (4.0, "  ")]
        writer.valueLabels(labels.map { (value: writer.word($0.0), label: $0.1) }, words: [1])
        for number in [4, 2, 1, 3, -0.0, 0, .nan, -.greatestFiniteMagnitude, .greatestFiniteMagnitude, 1] {
            writer.add(.number(number))
        }
        let table = try spssTable(writer.bytes)
        #expect(table.columns[0].values == ["", "4", "Ja", "Vet ej", "0"])
        #expect(table.columns[0].codes == .narrow([1, 2, 2, 3, 4, 4, 2]))
        #expect(table.columns[0].missing == [3])
        #expect(table.sheetRowNumbers == [1, 2, 3, 4, 5, 6, 10])
    }

    @Test func `a case is blank only if all of its variables are, chosen or not`() throws {
        var writer = SAVWriter.utf8()
        for name in ["A", "B"] { writer.variable(name) }
        writer.variable("C", width: 9)
        let blank = SAVWriter.Value.text(SAVWriter.padded([], to: 16, with: 0))
        writer.add(.blank, .blank, blank)
        writer.add(.blank, .number(1), blank)
        writer.add(.blank, .blank, .text(SAVWriter.padded(Array("\t       x".utf8), to: 16)))
        writer.add(.blank, .blank, .text(SAVWriter.padded(Array("\t".utf8), to: 16)))
        writer.add(.number(1), .blank, blank)
        let table = try spssTable(writer.bytes, columns: [0])
        #expect(table.rows == [[""], [""], ["1"]])
        #expect(table.sheetRowNumbers == [2, 3, 5])
        #expect(try spssTable(writer.bytes, columns: []).rowCount == 3)
    }

    @Test(arguments: SAVWriter.Compression.allCases)
    func `NUL pads a text, also in the middle of a long one, and at its beginning`(
        _ compression: SAVWriter.Compression
    ) throws {
        var writer = SAVWriter.utf8(compression)
        writer.variable("LÅNG", width: 255)
        writer.variable("LÅNG2", width: 255)
        writer.variable("LÅNG3", width: 96)
        writer.extensionRecord(14, Array("LÅNG=00600\0\t".utf8))
        // A sign that does not find room in a segment is preceded by NUL; a segment of nothing but NUL comes first in the
        // second case, which libreadstat 1.1.8 cannot take.
        let first = SAVWriter.padded(Array(String(repeating: "a", count: 254).utf8), to: 256, with: 0)
        let second = SAVWriter.padded(Array(("ö" + String(repeating: "b", count: 252) + " ").utf8), to: 256)
        let third = SAVWriter.padded(Array("slut".utf8), to: 96)
        writer.add(.text(first), .text(second), .text(third))
        let nothing = [UInt8](repeating: 0, count: 256)
        writer.add(.text(nothing), .text(nothing), .text(third))
        writer.add(.text(nothing), .text(second), .text(nothing.dropLast(160)))
        let table = try spssTable(writer.bytes)
        let middle = "ö" + String(repeating: "b", count: 252)
        #expect(table.rows == [[String(repeating: "a", count: 254) + middle + " slut"], ["slut"], [middle]])
    }

    @Test(arguments: [false, true])
    func `labels and missing values of texts longer than eight bytes`(_ isBigEndian: Bool) throws {
        var writer = SAVWriter()
        writer.isBigEndian = isBigEndian
        writer.codePage(65001)
        writer.variable("KORT", width: 12)
        writer.variable("L1", width: 255)
        writer.variable("L2", width: 48)
        writer.extensionRecord(13, Array("KORT=Varför_då\tL1=Långt".utf8))
        writer.extensionRecord(14, Array("L1=00300\0\t".utf8))
        func counted(_ text: String) -> [UInt8] { writer.int32(Int32(text.utf8.count)) + text.utf8 }
        let long = String(repeating: "å", count: 140)
        let short = counted("Varför_då") + writer.int32(12) + writer.int32(1) + counted("säger ej    ")
        let labels = short + counted("Säger inte") + counted("Långt") + writer.int32(300) + writer.int32(1)
        writer.extensionRecord(21, labels + counted(long) + counted("Många å"))
        let missing = counted("Varför_då") + [2] + writer.int32(8) + "vet ej  okänd  ".utf8
        writer.extensionRecord(22, missing)
        let blank = SAVWriter.Value.text(SAVWriter.padded([], to: 304))
        writer.add(.text(SAVWriter.padded(Array("säger ej".utf8), to: 16)), blank)
        writer.add(.text(SAVWriter.padded(Array("vet ej".utf8), to: 16)), blank)
        let split = Array(long.utf8)
        writer.add(
            .text(SAVWriter.padded(Array("okänd".utf8), to: 16)),
            .text(SAVWriter.padded(Array(split[..<255]), to: 256)),
            .text(SAVWriter.padded(Array(split[255...]), to: 48)))
        let table = try spssTable(writer.bytes)
        #expect(table.columns.map(\.name) == ["Varför_då", "Långt"])
        #expect(table.rows == [["Säger inte", ""], ["vet ej", ""], ["okänd", "Många å"]])
        #expect(table.missingTexts == [["vet ej", "okänd"], []])
    }

    @Test func `a text cut within a sign loses the sign`() throws {
        var writer = SAVWriter.utf8()
        writer.variable("A", width: 8)
        writer.add(.text(Array("abcdefg".utf8) + [0xC3]))
        writer.add(.text(Array("abcdef".utf8) + [0xE2, 0x82]))
        writer.add(.text(Array("abcde".utf8) + [0xF0, 0x9F, 0x98]))
        #expect(try spssTable(writer.bytes).rows == [["abcdefg"], ["abcdef"], ["abcde"]])
    }

    @Test func `what is declared to be UTF-8 and is not is told with its place, in a chosen column`() throws {
        var writer = SAVWriter.utf8()
        writer.variable("A")
        writer.variable("B", width: 8)
        writer.add(.number(1), .text(Array("kön".utf8)))
        writer.add(.number(2), .text([0x6B, 0xF6, 0x6E]))
        #expect(spssError(writer.bytes) == .undecodable(Place(sheetRow: 2, column: 1), encoding: .utf8))
        #expect(try spssTable(writer.bytes, columns: [0]).rows == [["1"], ["2"]])
    }

    @Test func `a file that says nothing of its code page is UTF-8 where it can be, else Windows-1252`() throws {
        for number in [nil, 2, 3] as [Int32?] {
            var writer = SAVWriter()
            if let number { writer.codePage(number) }
            writer.variable("A", width: 8)
            writer.add(.text(Array("kön".utf8)))
            writer.add(.text([0x6B, 0xF6, 0x6E, 0x80]))
            #expect(try spssTable(writer.bytes).rows == [["kön"], ["kön€"]])
        }
    }

    @Test func `code pages are known by number and by name, the name before the number`() throws {
        let known: [(Int32, String?, [UInt8])] = [
            (819, nil, [0xE5]), (28591, nil, [0xE5]), (1252, nil, [0xE5]), (850, nil, [0x86]), (10000, nil, [0x8C]),
            (1250, nil, [0xE4]), (65001, "windows-1252", [0xE5]), (0, "ISO-8859-15", [0xE5]), (0, "latin1", [0xE5]),
            (0, "CP437", [0x86]), (0, "IBM850", [0x86]), (1252, "utf8", [0xC3, 0xA5]), (0, "1252\0", [0xE5]),
        ]
        for (number, name, bytes) in known {
            var writer = SAVWriter()
            writer.codePage(number, name: name)
            writer.variable("A", width: 8)
            writer.add(.text(bytes))
            let expected = number == 1250 ? "ä" : "å"
            #expect(try spssTable(writer.bytes).rows == [[expected]], "\(number) \(name ?? "")")
        }
        let unknown: [(Int32, String?, String)] = [
            (932, nil, "932"), (0, nil, "0"), (1252, "Shift_JIS", "Shift_JIS"), (1252, "UTF-16LE", "UTF-16LE"),
            (1252, "../../x", "../../x"), (1252, "ISO-8859-99", "ISO-8859-99"),
            (1252, "ISO-8859-9223372036854775807", "ISO-8859-9223372036854775807"),
        ]
        for (number, name, told) in unknown {
            var writer = SAVWriter()
            writer.codePage(number, name: name)
            writer.variable("A", width: 8)
            #expect(spssError(writer.bytes) == .spss(.unknownCodePage(told)))
        }
    }

    @Test func `what is not needed may be wrong: the time it was made, how variables are shown`() throws {
        var writer = SAVWriter.utf8()
        writer.madeAt = "igår, tror jag"
        writer.variable("A")
        writer.extensionRecord(11, size: 4, writer.int32(1))
        writer.extensionRecord(7, Array("$x=Q?\n".utf8))
        writer.extensionRecord(4_711, [1, 2, 3])
        writer.records += writer.int32(6) + writer.int32(1) + SAVWriter.padded([0xFF], to: 80)
        writer.add(.number(1))
        #expect(try spssTable(writer.bytes).rows == [["1"]])
    }

    @Test func `sets of newer programs count a value that each variable has its own label for`() throws {
        var writer = SAVWriter.utf8()
        for name in ["A1", "A2"] { writer.variable(name) }
        writer.valueLabels([(writer.word(1), "Post")], words: [1])
        writer.valueLabels([(writer.word(1), "E-post")], words: [2])
        writer.extensionRecord(13, Array("A1=svar_ett\tA2=svar_två".utf8))
        writer.extensionRecord(
            19, Array("\n$a=E 1 1 1 4 Hur? a1 a2\n$b=E 11 1 1 0  svar_ett SVAR_TVÅ\n$c=C 1 x okänd\n".utf8))
        writer.add(.number(1), .number(2))
        let file = try SPSSFile(MemoryBytes(writer.bytes), format: .sav)
        #expect(
            file.opening.multipleResponseSets == [
                MultipleResponseSet(name: "$a", label: "Hur?", columns: [0, 1], chosen: ["Post", "E-post"]),
                MultipleResponseSet(name: "$b", label: "", columns: [0, 1], chosen: ["Post", "E-post"]),
            ])
        #expect(file.opening.rows[0].cells == ["svar_ett", "svar_två"])
    }

    @Test func `the decimal text is the number to 15 digits`() {
        let texts: [(Double, String)] = [
            (3, "3"), (-3, "-3"), (0, "0"), (-0.0, "0"), (3.5, "3.5"), (-0.5, "-0.5"), (0.1, "0.1"),
            (1e15, "1000000000000000"), (9_007_199_254_740_992, "9007199254740990"), (1e16, "10000000000000000"),
            (1.25e17, "125000000000000000"), (1e-5, "0.00001"), (1.5e-7, "0.00000015"), (123_456.789, "123456.789"),
            (-1e22, "-10000000000000000000000"), (Double(Int.min), "-9223372036854780000"), (.infinity, ""), (.nan, ""),
        ]
        for (number, text) in texts { #expect(DecimalText.text(number) == text) }
        var generator = SeededGenerator(state: 1)
        for _ in 0..<2_000 {
            let number = Double(bitPattern: generator.next())
            let text = DecimalText.text(number)
            let difference = abs((Double(text) ?? .infinity) - number)
            #expect(number.isFinite ? difference <= abs(number) * 1e-14 && !text.contains("e") : text.isEmpty)
        }
    }

    @Test func `every day from 1582 to 9999 has its own date`() {
        // The days are counted apart, month by month.
        var day = 1
        var (year, month, dayOfMonth) = (1582, 10, 15)
        let date = SPSSFormat("DATE11")
        while year < 10_000 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if dayOfMonth == 1 || dayOfMonth == lengths[month - 1] || day % 97 == 0 {
                func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
                let text = date.text(Double(day) * 86_400 + 86_399)
                if text != "\(year)-\(two(month))-\(two(dayOfMonth))" { Issue.record("\(day): \(text)") }
            }
            day += 1
            dayOfMonth += 1
            if dayOfMonth > lengths[month - 1] { (month, dayOfMonth) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(date.text(Double(day) * 86_400) == "\(day * 86_400)")
    }
}
