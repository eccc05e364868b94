import Testing
import Zip

@testable import Tabular

/// Each thing that can be wrong with a file has its own error, with both numbers where there are two.
@Suite struct `SPSS files that are refused` {
    /// One number and one case.
    private static func plain(_ compression: SAVWriter.Compression = .none) -> SAVWriter {
        var writer = SAVWriter.utf8(compression)
        writer.variable("A")
        writer.add(.number(1))
        return writer
    }

    private func changed(_ bytes: [UInt8], at offset: Int, to new: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes.replaceSubrange(offset..<offset + new.count, with: new)
        return bytes
    }

    @Test func `a header that is none`() {
        let bytes = Self.plain().bytes
        #expect(spssError(Array(bytes.prefix(175))) == .spss(.cutOff(.header)))
        #expect(spssError(changed(bytes, at: 64, to: [7, 0, 0, 0])) == .spss(.corrupt(.header, offset: 64)))
        #expect(spssError(changed(bytes, at: 72, to: [3, 0, 0, 0])) == .spss(.corrupt(.header, offset: 72)))
        #expect(
            spssError(changed(bytes, at: 80, to: [0xFE, 0xFF, 0xFF, 0xFF])) == .spss(.corrupt(.header, offset: 80)))
        #expect(spssError(SAVWriter.utf8().bytes) == .empty)
    }

    /// A dictionary of these records behind the header, which is 176 bytes; behind them nothing if `isCut`.
    private func error(
        _ records: (inout SAVWriter) -> Void, isCut: Bool = false, limits: Limits = Limits()
    ) -> TableError? {
        var writer = SAVWriter()
        records(&writer)
        return spssError(isCut ? writer.header + writer.records : writer.bytes, limits: limits)
    }

    @Test func `records that are none`() {
        #expect(error { $0.records += $0.int32(5) + $0.int32(0) } == .spss(.corrupt(.variables, offset: 176)))
        #expect(error({ $0.variable("A") }, isCut: true) == .spss(.cutOff(.variables)))
        #expect(error({ $0.records += $0.int32(2) + [0, 0, 0, 0, 0] }, isCut: true) == .spss(.cutOff(.variables)))
    }

    @Test func `variables that are none`() {
        #expect(error { $0.continuation() } == .spss(.corrupt(.variables, offset: 180)))
        #expect(
            error {
                $0.variable("A")
                $0.continuation()
            } == .spss(.corrupt(.variables, offset: 212)))
        #expect(error { $0.variable("A", width: 256) } == .spss(.corrupt(.variables, offset: 180)))
        #expect(error { $0.variable("A", width: -2) } == .spss(.corrupt(.variables, offset: 180)))
        // A string of nine bytes has two words, not three, and not one.
        #expect(
            error {
                $0.variable("A", width: 9)
                $0.continuation()
            } == .spss(.corrupt(.variables, offset: 176)))
        #expect(error { $0.variable("A", missing: (4, [])) } == .spss(.corrupt(.variables, offset: 188)))
        #expect(error { $0.variable("A", missing: (-1, [])) } == .spss(.corrupt(.variables, offset: 188)))
        #expect(error({ $0.variable("A", missing: (3, [[]])) }, isCut: true) == .spss(.cutOff(.variables)))
        #expect(
            error({ for name in ["A", "B", "C"] { $0.variable(name) } }, limits: Limits(fields: 2))
                == .tooManyFields(sheetRow: 0, limit: 2))
    }

    @Test func `a label longer than the file`() {
        var writer = SAVWriter()
        writer.variable("A", label: "Fråga")
        let bytes = changed(writer.bytes, at: 208, to: writer.int32(-1))
        #expect(
            spssError(bytes) == .spss(.doesNotFit(.variableLabels, declared: 4_294_967_295, room: bytes.count - 212)))
    }

    @Test func `value labels that do not fit`() {
        func labels(_ change: (inout [UInt8], Int) -> Void, isCut: Bool = false) -> TableError? {
            var writer = SAVWriter()
            writer.variable("A")
            let start = 176 + writer.records.count
            writer.valueLabels([(writer.word(1), "Ja")], words: [1])
            var bytes = isCut ? writer.header + writer.records : writer.bytes
            change(&bytes, start)
            return spssError(bytes)
        }
        #expect(
            labels { $0.replaceSubrange($1 + 4..<$1 + 8, with: [0, 0, 0, 0x40]) }
                == .spss(.doesNotFit(.valueLabels, declared: 1 << 30, room: 2)))
        #expect(labels { $0[$1 + 4] = 2 } == .spss(.cutOff(.valueLabels)))
        #expect(labels { $0[$1 + 16] = 255 } == .spss(.cutOff(.valueLabels)))
        #expect(labels { $0[$1 + 24] = 5 } == .spss(.corrupt(.valueLabels, offset: 232)))
        #expect(
            labels { $0.replaceSubrange($1 + 28..<$1 + 32, with: [0xFF, 0xFF, 0xFF, 0xFF]) }
                == .spss(.doesNotFit(.valueLabels, declared: 4_294_967_295, room: 3)))
        #expect(labels({ bytes, _ in bytes.removeLast(12) }, isCut: true) == .spss(.cutOff(.valueLabels)))
    }

    @Test func `documents and extensions that do not fit`() {
        #expect(
            error { $0.records += $0.int32(6) + $0.int32(-1) }
                == .spss(.doesNotFit(.documents, declared: 4_294_967_295, room: 0)))
        #expect(
            error { $0.records += [7, 17, -1, -1].flatMap($0.int32) }
                == .spss(.doesNotFit(.extensions, declared: .max, room: 8)))
        #expect(
            error { $0.records += [7, 17, 4, 3].flatMap($0.int32) }
                == .spss(.doesNotFit(.extensions, declared: 12, room: 8)))
        #expect(error { $0.extensionRecord(17, []) } == .spss(.corrupt(.extensions, offset: 180)))
        #expect(error({ $0.records += [7, 17].flatMap($0.int32) }, isCut: true) == .spss(.cutOff(.extensions)))
    }

    @Test func `extensions that are something else`() {
        #expect(error { $0.extensionRecord(3, [1, 2]) } == .spss(.corrupt(.extensions, offset: 180)))
        #expect(error { $0.extensionRecord(4, [1, 2]) } == .spss(.corrupt(.extensions, offset: 180)))
        // IBM's floating point.
        #expect(
            error { $0.extensionRecord(3, size: 4, [1, 0, 0, -1, 2, 1, 2, 65001].flatMap($0.int32)) }
                == .spss(.corrupt(.extensions, offset: 208)))
        for subtype in [13, 14, 21, 22] as [Int32] {
            #expect(
                error {
                    $0.variable("A")
                    for _ in 0..<2 { $0.extensionRecord(subtype, Array("A=a".utf8)) }
                } == .spss(.corrupt(.extensions, offset: 231)))
        }
    }

    @Test func `what libreadstat does not accept is told by its code`() {
        // 5: READSTAT_ERROR_PARSE.
        #expect(
            error {
                $0.variable("A")
                $0.extensionRecord(13, Array("=a".utf8))
            } == .spss(.refused(code: 5)))
        #expect(
            error {
                $0.variable("A")
                $0.extensionRecord(21, [200, 0, 0, 0])
            } == .spss(.refused(code: 5)))
    }

    @Test func `a long text with too few segments, or of other than strings`() {
        func long(_ widths: [Int32], _ declared: String) -> TableError? {
            error {
                for (number, width) in widths.enumerated() { $0.variable("T\(number)", width: width) }
                $0.extensionRecord(14, Array("t0=\(declared)\0\t".utf8))
            }
        }
        #expect(long([255, 48], "00300") == nil)
        #expect(long([255, 48], "00600") == .spss(.doesNotFit(.variables, declared: 3, room: 2)))
        #expect(long([255, 0], "00300") == .spss(.doesNotFit(.variables, declared: 2, room: 2)))
        #expect(long([200, 48], "00300") == .spss(.doesNotFit(.variables, declared: 2, room: 2)))
        #expect(
            long([255], "9223372036854775807")
                == .spss(.doesNotFit(.variables, declared: 36_600_682_685_931_651, room: 1)))
        #expect(long([8], "00008") == nil)
        #expect(
            long([8], String(repeating: "9", count: 100)) == .spss(.doesNotFit(.extensions, declared: 105, room: 64)))
    }

    @Test func `a record that would make the library go through all variables too often`() {
        var writer = SAVWriter()
        for number in 0..<2_000 { writer.variable("V\(number)") }
        writer.extensionRecord(21, [UInt8](repeating: 0, count: 12 * 140_000))
        #expect(spssError(writer.bytes) == .spss(.doesNotFit(.extensions, declared: 140_000, room: 134_217)))
    }

    @Test func `a dictionary longer than is read`() {
        var writer = SAVWriter()
        writer.variable("A")
        writer.extensionRecord(17, [UInt8](repeating: 0x20, count: 100_000))
        #expect(
            spssError(writer.bytes, limits: Limits(dictionaryBytes: 90_000)) == .spss(.dictionaryTooLong(limit: 90_000))
        )
    }

    @Test func `more cases than there is room for are told before anything is set aside for them`() {
        for (compression, room) in [(SAVWriter.Compression.none, 1), (.bytecode, 8), (.zlib, 8)] {
            var writer = Self.plain(compression)
            writer.declaredCases = .max
            #expect(spssError(writer.bytes) == .spss(.doesNotFit(.cases, declared: 2_147_483_647, room: room)))
        }
    }

    @Test func `fewer cases than are declared are told when they end`() {
        for compression in [SAVWriter.Compression.bytecode, .zlib] {
            var writer = Self.plain(compression)
            writer.declaredCases = 2
            #expect(spssError(writer.bytes) == .spss(.doesNotFit(.cases, declared: 2, room: 1)))
        }
    }

    @Test func `a case that is cut off`() {
        for compression in [SAVWriter.Compression.none, .bytecode] {
            var writer = SAVWriter.utf8(compression)
            writer.variable("A")
            writer.variable("B")
            writer.add(.number(0.5), .number(0.25))
            writer.declaredCases = -1
            for count in 1..<(compression == .none ? 8 : 16) {
                #expect(spssError(writer.bytes.dropLast(count)) == .spss(.cutOff(.cases)), "\(compression) \(count)")
            }
        }
    }

    /// A file whose blocks begin at `start` and whose table is `table`.
    private func blocks() -> (writer: SAVWriter, start: Int, table: Int) {
        let writer = Self.plain(.zlib)
        let start = writer.start.count
        return (writer, start, start + 24 + SAVWriter.deflated(writer.bytecode).count)
    }

    @Test func `blocks that are not where they should be`() {
        let (writer, start, table) = blocks()
        let bytes = writer.bytes
        func wrong(_ offset: Int, _ value: UInt8) -> TableError? { spssError(changed(bytes, at: offset, to: [value])) }
        #expect(spssError(bytes) == nil)
        // The header: where it stands itself, where the table does, how long the table is.
        #expect(wrong(start, 1) == .spss(.corrupt(.blocks, offset: start)))
        #expect(wrong(start + 8, 1) == .spss(.corrupt(.blocks, offset: start)))
        #expect(wrong(start + 15, 0x7F) == .spss(.doesNotFit(.blocks, declared: 1, room: 0)))
        #expect(wrong(start + 15, 0xFF) == .spss(.corrupt(.blocks, offset: start)))
        #expect(wrong(start + 16, 25) == .spss(.corrupt(.blocks, offset: start)))
        #expect(wrong(start + 16, 72) == .spss(.doesNotFit(.blocks, declared: 2, room: 2)))
        // The table: how many blocks; where the first is, and its sizes.
        #expect(wrong(table + 20, 2) == .spss(.corrupt(.blocks, offset: table + 20)))
        #expect(wrong(table + 24 + 8, 1) == .spss(.corrupt(.blocks, offset: table + 24)))
        #expect(wrong(table + 24 + 19, 0xFF) == .spss(.corrupt(.blocks, offset: table + 24)))
        #expect(wrong(table + 24 + 18, 0x01) == .spss(.corrupt(.blocks, offset: table + 24)))
        #expect(wrong(table + 24 + 20, 0) == .spss(.corrupt(.blocks, offset: table + 24)))
        #expect(wrong(table + 24 + 20, 255) == .spss(.corrupt(.blocks, offset: table + 24)))
        #expect(wrong(table + 24 + 20, 1) == .spss(.corrupt(.blocks, offset: table)))
        #expect(spssError(Array(bytes.prefix(start + 23))) == .spss(.cutOff(.blocks)))
    }

    @Test func `blocks that are something else than the table says`() {
        let (writer, start, table) = blocks()
        let bytes = writer.bytes
        // Bytes that are no zlib, a check sum, one byte more or less than declared.
        for (offset, value) in [
            (start + 24, 0xFF), (table - 1, bytes[table - 1] ^ 1), (table + 24 + 16, 17), (table + 24 + 16, 15),
        ] {
            let error = spssError(changed(bytes, at: offset, to: [value]))
            #expect(error == .spss(.corrupt(.blocks, offset: table)), "\(offset - start)")
        }
    }

    @Test func `blocks that come to more than is read`() {
        var writer = SAVWriter.utf8(.zlib)
        writer.variable("A")
        let nothing = [UInt8](repeating: 255, count: 4 << 20)
        writer.declaredCases = -1
        let bomb = writer.start + writer.blocks(of: nothing, size: 4 << 20)
        #expect(bomb.count < 5_000)
        #expect(
            spssError(bomb, limits: Limits(inflatedCases: 1 << 20))
                == .spss(.inflatesTooFar(declared: 4 << 20, limit: 1 << 20)))
    }

    @Test func `more different values, more text and more cases than are kept`() {
        var writer = SAVWriter.utf8()
        writer.variable("A", label: "Fråga")
        for number in 0..<4 { writer.add(.number(Double(number))) }
        #expect(
            spssError(writer.bytes, limits: Limits(values: 4))
                == .tooManyValues(column: 0, name: "Fråga", found: 5, limit: 4))
        #expect(
            spssError(writer.bytes, limits: Limits(textBytes: 24))
                == .tooMuchText(Place(sheetRow: 4, column: 0), limit: 24))
        #expect(spssError(writer.bytes, limits: Limits(rows: 4)) == nil)
        #expect(spssError(writer.bytes, limits: Limits(rows: 3)) == .tooManyRows(limit: 3, columns: 1))
        #expect(spssError(writer.bytes, limits: Limits(cells: 3)) == .tooManyRows(limit: 3, columns: 1))
        writer.add(.blank)
        #expect(spssError(writer.bytes, limits: Limits(rows: 4)) == .tooManyRows(limit: 4, columns: 1))
    }
}
