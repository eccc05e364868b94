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

    @Test(arguments: [0, 1, 524_287, 524_288, 524_289, 1_048_576, 1_600_000, 9_000_000])
    func `any number of threads gives the same bytes, which are read back`(_ size: Int) throws {
        var generator = SeededGenerator(state: UInt64(size))
        // Words that come again near and far, some of them across the edges of blocks.
        let words = (0..<500).map { _ in
            (0..<Int.random(in: 1...90, using: &generator)).map { _ in UInt8.random(in: 97...122, using: &generator) }
        }
        var content: [UInt8] = []
        while content.count < size { content += words.randomElement(using: &generator) ?? [] }
        content.removeLast(content.count - size)
        func archive(threads: Int, piece: Int) throws -> [UInt8] {
            var writer = ArchiveWriter(to: MemorySink(), threads: threads)
            try writer.add("före", Array("<a/>".utf8).span.bytes)
            try writer.begin("a.xml")
            for start in stride(from: 0, to: content.count, by: piece) {
                try writer.write(content.span.bytes.extracting(start..<min(start + piece, content.count)))
            }
            try writer.end()
            try writer.add("efter", content.span.bytes, as: .deflated(level: 3))
            return try writer.finish().bytes
        }
        let one = try archive(threads: 1, piece: 65_536)
        for threads in [2, 3, 8] { #expect(try archive(threads: threads, piece: 1 << 20) == one) }
        var reader = try ArchiveReader(MemoryBytes(one))
        for name in ["a.xml", "efter"] {
            let entry = try #require(reader.entry(named: name))
            #expect(try reader.contents(of: entry, atMost: 1 << 24) == content)
        }
    }

    @Test(arguments: [1, 2, 4]) func `a sink that fails ends the writing, whoever is still at work`(threads: Int) throws
    {
        struct Full: ByteSink {
            var room = 100_000
            mutating func write(_ bytes: RawSpan) throws(SinkError) {
                room -= bytes.byteCount
                if room < 0 { throw .system(operation: "pwrite", path: "p", code: ENOSPC) }
            }
            mutating func overwrite(at offset: Int, _ bytes: RawSpan) throws(SinkError) {}
        }
        var generator = SeededGenerator(state: 7)
        let noise = (0..<3_000_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        var writer = ArchiveWriter(to: Full(), threads: threads)
        try writer.begin("a")
        let expected = ArchiveError.sink(.system(operation: "pwrite", path: "p", code: ENOSPC))
        #expect(throws: expected) {
            try writer.write(noise.span.bytes)
            try writer.end()
        }
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
