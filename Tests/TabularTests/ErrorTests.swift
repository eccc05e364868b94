import Testing

@testable import Tabular

@Suite struct `What cannot be read` {
    private func error(
        _ bytes: [UInt8], columns: [Int]? = nil, separator: Separator? = nil, blockSize: Int = 1 << 16,
        limits: Limits = Limits()
    ) -> TableError? {
        do {
            _ = try table(bytes, columns: columns, separator: separator, blockSize: blockSize, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    private func error(_ text: String, columns: [Int]? = nil, limits: Limits = Limits()) -> TableError? {
        error(Array(text.utf8), columns: columns, limits: limits)
    }

    @Test(arguments: ["", "\n\n\r\n", "sep=;\n", "\u{FEFF}"])
    func `a file with nothing in it is empty`(_ text: String) {
        #expect(error(text) == .empty)
    }

    @Test func `a NUL byte is told with its place, also in a column that is not kept, quoted or in the header`() {
        #expect(error("a;b\n1;2\n1;x\0y\n") == .nulByte(Place(sheetRow: 3, column: 1)))
        #expect(error("a;b\n1;x\0y\n", columns: [0]) == .nulByte(Place(sheetRow: 2, column: 1)))
        #expect(error("a;b\n1;\"x\0y\"\n", columns: [0]) == .nulByte(Place(sheetRow: 2, column: 1)))
        #expect(error("a;b\n1;2;\0\n", columns: [0]) == .nulByte(Place(sheetRow: 2, column: 2)))
        #expect(error("a;b\0\n1;2\n") == .nulByte(Place(sheetRow: 1, column: 1)))
        #expect(
            error(TextEncoding.utf16LittleEndian.bytes("å;b\n1;\0\n")) == .nulByte(Place(sheetRow: 2, column: 1)))
    }

    @Test func `a quote that is never closed is told where it began`() {
        #expect(error("a;b\n\n1;2\n3;\"x;\n5;6\n") == .unterminatedQuote(Place(sheetRow: 4, column: 1)))
        #expect(error("a;b\n1;\"") == .unterminatedQuote(Place(sheetRow: 2, column: 1)))
        #expect(error("a;b\n1;\"x\"\"") == .unterminatedQuote(Place(sheetRow: 2, column: 1)))
        #expect(error("a;\"b\n1;2\n") == .unterminatedQuote(Place(sheetRow: 1, column: 1)))
    }

    @Test func `an open quote longer than a row may be ends the reading`() {
        let limits = Limits(rowBytes: 1_000)
        let text = "a;b\n1;2\n3;\"" + String(repeating: "x;\n", count: 2_000)
        #expect(
            error(Array(text.utf8), blockSize: 64, limits: limits) == .unterminatedQuote(Place(sheetRow: 3, column: 1)))
    }

    @Test(arguments: [64, 1 << 16])
    func `a row may be as long as the limit but not longer`(_ blockSize: Int) {
        let limits = Limits(rowBytes: 1_000)
        func text(_ count: Int, _ piece: String) -> [UInt8] {
            Array(("a;b\n1;2\n" + String(repeating: piece, count: count / piece.utf8.count) + "\n5;6\n").utf8)
        }
        for piece in ["x", "x;"] {
            #expect(error(text(1_000, piece), blockSize: blockSize, limits: limits) == nil)
            for count in [1_002, 3_000] {
                let found = error(text(count, piece), blockSize: blockSize, limits: limits)
                #expect(found == .rowTooLong(sheetRow: 3, limit: 1_000))
            }
        }
        let header = Array((String(repeating: "x", count: 1_001) + "\n1\n").utf8)
        #expect(error(header, blockSize: blockSize, limits: limits) == .rowTooLong(sheetRow: 1, limit: 1_000))
    }

    @Test func `a row of more than a mebibyte is refused`() {
        let text = "a\n" + String(repeating: "x", count: 1 << 20 + 1) + "\n"
        #expect(error(Array(text.utf8), columns: [], blockSize: 1 << 18) == .rowTooLong(sheetRow: 2, limit: 1 << 20))
    }

    @Test func `more fields than a sheet has columns are refused`() {
        let separators = String(repeating: ";", count: 16_383)
        #expect(error("a;b\n\(separators)\n1;2\n") == nil)
        #expect(error("a;b\n\(separators);\n1;2\n") == .tooManyFields(sheetRow: 2, limit: 16_384))
        #expect(error("a;b\(separators)\n1;2\n") == .tooManyFields(sheetRow: 1, limit: 16_384))
    }

    @Test func `two encodings in one file are told with the first cell of the second`() {
        #expect(
            error(Array("a;b\nå;1\n1;".utf8) + [0xE4, 0x0A])
                == .mixedEncodings(Place(sheetRow: 3, column: 1), encoding: .utf8, other: .windows1252))
        #expect(
            error(Array("a;b\n".utf8) + [0xE4] + Array(";1\nå;2\n".utf8))
                == .mixedEncodings(Place(sheetRow: 3, column: 0), encoding: .windows1252, other: .utf8))
        #expect(
            error(Array("å;b\n1;".utf8) + [0xE4, 0x0A], columns: [0])
                == .mixedEncodings(Place(sheetRow: 2, column: 1), encoding: .utf8, other: .windows1252))
        let within = Array("å;b;c\n1;".utf8) + [0xE4] + Array(";2\n3;4;5\n".utf8)
        let found = error(within, columns: [0])
        #expect(found == .mixedEncodings(Place(sheetRow: 2, column: 1), encoding: .utf8, other: .windows1252))
    }

    @Test(
        arguments: [
            [0xC0, 0xAF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80], [0xC3, 0x41],
            [0xE2, 0x82, 0x41],
        ] as [[UInt8]])
    func `bytes that are no UTF-8 are refused behind a mark`(_ bytes: [UInt8]) {
        #expect(
            error([0xEF, 0xBB, 0xBF] + Array("a;b\n1;".utf8) + bytes + [0x0A])
                == .undecodable(Place(sheetRow: 2, column: 1), encoding: .utf8WithMark))
    }

    @Test(arguments: [[0xD800, 0x41], [0xDC00], [0xD800, 0xD800, 0xDC00], [0xD800]] as [[UInt16]])
    func `half a surrogate pair is refused in UTF-16`(_ units: [UInt16]) {
        let all = Array("a;b\n1;".utf16) + units
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
            #expect(error(encoding.bytes(all)) == .undecodable(Place(sheetRow: 2, column: 1), encoding: encoding))
        }
    }

    @Test func `half a UTF-16 unit at the end is refused`() {
        let bytes = TextEncoding.utf16BigEndian.bytes("a;b\n1;2") + [0x00]
        #expect(error(bytes) == .undecodable(Place(sheetRow: 2, column: 1), encoding: .utf16BigEndian))
    }

    @Test func `a chosen column may have 65,536 different texts, the blank included, and no more`() throws {
        let lines = (1...65_535).map { "\($0);x\n" }.joined()
        let full = try table("a;b\n" + lines)
        #expect(full.columns[0].values.count == 65_536)
        #expect(full.columns[0].values[full.columns[0].codes[65_534]] == "65535")
        #expect(
            error("a;b\n" + lines + "y;x\n") == .tooManyValues(column: 0, name: "a", found: 65_537, limit: 65_536))
        #expect(error("a;b\n" + lines + "y;x\n", columns: [1]) == nil)
    }

    @Test(arguments: 0...40) func `a text counts once however it is quoted and whatever follows it`(_ length: Int) {
        let word = String(repeating: "x", count: length)
        let text =
            "a;b;c\n1;\(word);\(word)\r\n2;\"\(word)\";\"\(word)\"\n3;\(word);\(word)\r4;\(word)\n5;\(word);\(word)"
        #expect(error(text, columns: [1, 2], limits: Limits(values: 2)) == nil)
    }

    @Test func `the texts that are kept have a limit together`() {
        let limits = Limits(textBytes: 10)
        #expect(error("a;b\n12345;67890\n12345;\n", limits: limits) == nil)
        #expect(
            error("a;b\n12345;67890\n1;\n", limits: limits) == .tooMuchText(Place(sheetRow: 3, column: 0), limit: 10))
        #expect(error("a;b\n12345;67890\n1;\n", columns: [1], limits: limits) == nil)
    }

    @Test func `rows have a limit, and a lower one the more columns are chosen`() {
        let limits = Limits(rows: 5, cells: 8)
        func rows(_ count: Int) -> String { "a;b\n" + String(repeating: "1\n", count: count) }
        #expect(error(rows(5), columns: [0], limits: limits) == nil)
        #expect(error(rows(6), columns: [0], limits: limits) == .tooManyRows(limit: 5, columns: 1))
        #expect(error(rows(4), limits: limits) == nil)
        #expect(error(rows(5), limits: limits) == .tooManyRows(limit: 4, columns: 2))
    }

    @Test(arguments: [-1, 2, Int.max]) func `a column that is not in the header cannot be chosen`(_ index: Int) {
        #expect(error("a;b\n1;2\n", columns: [0, index]) == .noSuchColumn(index: index, count: 2))
    }

    @Test func `a file that cannot be opened or read is told with its path and errno`() throws {
        #expect(throws: ReadFailure(operation: .open, path: "/finns/inte", code: 2)) {
            _ = try FileSource(path: "/finns/inte")
        }
        #expect(throws: TableError.unreadable(ReadFailure(operation: .read, path: "/", code: 21))) {
            _ = try CSVReader(try FileSource(path: "/"))
        }
    }
}
