import Foundation
import TestSupport
import Testing
import Zip

@Suite struct ArchiveWriterTests {
    private static func sample() throws -> [UInt8] {
        var writer = ArchiveWriter(to: MemorySink())
        try writer.add("mimetype", Array("a/b".utf8).span.bytes, as: .stored)
        try writer.begin("mapp/å.xml")
        for number in 0..<50_000 { try writer.write(Array("<rad>\(number)</rad>".utf8).span.bytes) }
        try writer.end()
        try writer.add("tom", RawSpan())
        return try writer.finish().bytes
    }

    @Test func `another program reads back every entry`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("sample.zip")
        try Data(Self.sample()).write(to: URL(fileURLWithPath: path))
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
            for i in z.infolist(): print(i.filename, i.compress_type, i.flag_bits, i.date_time, len(i.extra), len(z.read(i)))
            assert z.read("mapp/å.xml") == b"".join(b"<rad>%d</rad>" % n for n in range(50000))
            """
        let output = try run("/usr/bin/python3", ["-c", script, path])
        #expect(
            output == """
                mimetype 0 0 (1980, 1, 1, 0, 0, 0) 0 3
                mapp/å.xml 8 2048 (1980, 1, 1, 0, 0, 0) 0 788890
                tom 8 0 (1980, 1, 1, 0, 0, 0) 0 0

                """)
    }

    @Test func `the same entries give the same bytes`() throws {
        #expect(try Self.sample() == Self.sample())
    }

    @Test func `the first entry is bare and has its name and content at fixed offsets`() throws {
        let bytes = try Self.sample()
        #expect(bytes[30..<41].elementsEqual("mimetypea/b".utf8))
        #expect(bytes[6] == 0 && bytes[28] == 0)
    }

    @Test(arguments: ["", "/rot", "a/../b", "..", "a\\b", "a//b", "a/", "./a", "a\0b", "finns"])
    func `a name that could harm is refused`(name: String) throws {
        var writer = ArchiveWriter(to: MemorySink())
        try writer.add("finns", RawSpan())
        #expect(throws: ArchiveError.badName(name)) { try writer.begin(name) }
    }

    @Test func `calls out of order are refused`() throws {
        var writer = ArchiveWriter(to: MemorySink())
        #expect(throws: ArchiveError.outOfOrder) { try writer.write(RawSpan()) }
        #expect(throws: ArchiveError.outOfOrder) { try writer.end() }
        try writer.begin("a")
        #expect(throws: ArchiveError.outOfOrder) { try writer.begin("b") }
    }

    @Test func `more entries than the format counts are refused with both numbers`() throws {
        var writer = ArchiveWriter(to: MemorySink())
        for number in 0..<65_534 { try writer.add("\(number)", RawSpan(), as: .stored) }
        #expect(throws: ArchiveError.tooManyEntries(count: 65_535, limit: 65_534)) { try writer.begin("en till") }
    }

    @Test func `an entry of four gibibytes is refused with both numbers`() throws {
        var writer = ArchiveWriter(to: NullSink())
        try writer.begin("stor", as: .stored)
        let block = [UInt8](repeating: 0, count: 1 << 28)
        for _ in 0..<15 { try writer.write(block.span.bytes) }
        #expect(throws: ArchiveError.tooLarge(entry: "stor", size: 1 << 32, limit: 0xFFFF_FFFE)) {
            try writer.write(block.span.bytes)
        }
    }

    @Test func `a level that zlib does not know is refused`() throws {
        var writer = ArchiveWriter(to: MemorySink())
        #expect(throws: ArchiveError.compression(code: -2)) { try writer.begin("a", as: .deflated(level: 17)) }
    }

    @Test func `what is not yet written cannot be replaced`() throws {
        var sink = MemorySink()
        try sink.write([UInt8]([1, 2, 3]).span.bytes)
        #expect(throws: SinkError.self) { try sink.overwrite(at: 3, [UInt8]([9]).span.bytes) }
    }
}

/// Forgets everything.
private struct NullSink: ByteSink {
    mutating func write(_ bytes: RawSpan) throws(SinkError) {}
    mutating func overwrite(at offset: Int, _ bytes: RawSpan) throws(SinkError) {}
}
