import Testing

@testable import Tabular

@Suite struct `What comes out of a file` {
    @Test func `codes follow first appearance and the blank is always first`() throws {
        let result = try table("a;b\nx;1\ny;2\n;1\nx;3\n")
        #expect(result.columns[0].values == ["", "x", "y"])
        #expect(result.columns[0].codes == .narrow([1, 2, 0, 1]))
        #expect(result.columns[1].values == ["", "1", "2", "3"])
        #expect(result.rowCount == 4)
    }

    @Test func `spellings that differ in outer white space share a code`() throws {
        let result = try table("a;b\nx;1\n x;1\nx\t;1\n\u{A0}x\u{A0};1\n\"x \";1\n  ;1\n")
        #expect(result.columns[0].values == ["", "x"])
        #expect(result.columns[0].codes == .narrow([1, 1, 1, 1, 1, 0]))
    }

    @Test func `texts that are equal as Unicode sees it share a code`() throws {
        let result = try table("a;b\n\u{E5};1\na\u{30A};1\n")
        #expect(result.columns[0].codes == .narrow([1, 1]))
    }

    @Test func `only chosen columns come out, in the order asked for`() throws {
        let result = try table("a;b;c\n1;2;3\n4;5;6\n", columns: [2, 0, 2])
        #expect(result.columns.map(\.name) == ["c", "a", "c"])
        #expect(result.columns.map(\.index) == [2, 0, 2])
        #expect(result.rows == [["3", "1", "3"], ["6", "4", "6"]])
        #expect(try table("a;b\n1;2\n", columns: []).rowCount == 1)
    }

    @Test(arguments: [255, 256, 300, 5_000]) func `codes widen with the 257th value`(_ count: Int) throws {
        let result = try table("a;b\n" + (1...count).map { "\($0);x\n" }.joined() + "1;x\n")
        #expect(result.columns[0].values == [""] + (1...count).map(String.init))
        let expected = Array(1...count) + [1]
        if count < 256 {
            #expect(result.columns[0].codes == .narrow(expected.map(UInt8.init)))
        } else {
            #expect(result.columns[0].codes == .wide(expected.map(UInt16.init)))
        }
        #expect(result.columns[1].codes == .narrow(Array(repeating: 1, count: count + 1)))
    }

    @Test func `codes widen after many rows have been stored`() throws {
        let rows = (0..<20_000).map { $0 < 15_000 ? $0 % 200 : $0 % 1_000 }
        let result = try table("a;b\n" + rows.map { "\($0);x\n" }.joined())
        #expect(result.rows.map { $0[0] } == rows.map(String.init))
    }

    @Test func `rows with text beyond the header are listed and kept without it`() throws {
        let result = try table("a;b\n1;2\n\n3;4;;5;\n6;7;;\n8;9;10\n")
        #expect(
            result.malformed == [
                MalformedRow(sheetRow: 4, found: 4, expected: 2), MalformedRow(sheetRow: 6, found: 3, expected: 2),
            ])
        #expect(result.malformedCount == 2)
        #expect(result.rows == [["1", "2"], ["3", "4"], ["6", "7"], ["8", "9"]])
    }

    @Test func `malformed rows are counted beyond the thousand that are listed`() throws {
        let result = try table("a;b\n" + String(repeating: "1;2;3\n", count: 1_500))
        #expect(result.malformed.count == 1_000)
        #expect(result.malformedCount == 1_500)
    }

    @Test func `the encoding may show itself late`() throws {
        let ascii = Array(("a;b\n" + String(repeating: "ja;nej\n", count: 5_000)).utf8)
        for (bytes, encoding) in [([0xE5], .windows1252), ([0xC3, 0xA5], .utf8)] as [([UInt8], TextEncoding)] {
            let result = try table(ascii + bytes + [0x3B, 0x80 >> 1, 0x0A], blockSize: 1_024)
            #expect(result.rows.last == ["å", "@"])
            #expect(result.dialect?.encoding == encoding)
        }
    }

    @Test func `the reader tells the encoding that the first block shows`() throws {
        let reader = try CSVReader(MemorySource(TextEncoding.windows1252.bytes("a;b\nå;ö\n")))
        #expect(reader.opening.format == .csv(Dialect(encoding: .windows1252, separator: .semicolon)))
        #expect(reader.header == ["a", "b"])
    }

    @Test func `Windows-1252 has its own signs`() throws {
        let result = try table(Array("a;b\n".utf8) + [0x80, 0x3B, 0x96, 0xA0, 0xE5, 0x99, 0x81, 0x0A])
        #expect(result.rows == [["€", "–\u{A0}å™\u{81}"]])
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func `UTF-16 without a mark is known by its zeros`(_ encoding: TextEncoding) throws {
        let result = try table(encoding.bytes("kön;ålder\n👩;20\n", marked: false))
        #expect(result.columns.map(\.name) == ["kön", "ålder"])
        #expect(result.rows == [["👩", "20"]])
        #expect(result.dialect?.encoding == encoding)
    }

    @Test func `a separator that is given is not looked for`() throws {
        let result = try table("a;b,c\n1;2,3\n", separator: .comma)
        #expect(result.rows == [["1;2", "3"]])
        #expect(result.dialect?.separator == .comma)
        #expect(try table("sep=;\na;b,c\n1;2,3\n", separator: .comma).rows == [["1;2", "3"]])
    }
}
