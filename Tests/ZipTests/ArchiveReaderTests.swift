import Foundation
import TestSupport
import Testing
import Zip

@Suite struct ArchiveReaderTests {
    /// The archives in Tests/Fixtures/zip, which its make.sh makes.
    private static func fixture(_ name: String) throws -> FileBytes {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try FileBytes(path: tests.appending(path: "Fixtures/zip/\(name).zip").path())
    }

    private static let rows = Array((0..<100).map { "rad \($0)\n" }.joined().utf8)

    @Test(arguments: [
        "infozip", "infozip-stored", "infozip-zip64", "infozip-streamed", "python", "python-zip64", "python-streamed",
        "python-streamed-zip64", "jar",
    ])
    func `what other tools wrote is read`(name: String) throws {
        var reader = try ArchiveReader(Self.fixture(name))
        var expected = ["rader.txt": Self.rows, "mapp/": [], "mapp/tom.bin": []]
        if name == "infozip" { expected["å.txt"] = Self.rows }
        var contents: [String: [UInt8]] = [:]
        for entry in reader.entries { contents[entry.name] = try reader.contents(of: entry, atMost: 1_000) }
        #expect(contents == expected)
        #expect(reader.entries.first?.name == "rader.txt")
    }

    @Test(arguments: [
        ("infozip-password", ArchiveReadError.encrypted(entry: "rader.txt")),
        ("infozip-bzip2", .unsupportedMethod(entry: "rader.txt", code: 12)),
        ("infozip-split", .multipleDisks),
        ("infozip-prefixed", .prefixed(count: 10)),
        ("infozip-prefixed-adjusted", .prefixed(count: 10)),
        ("python-lzma", .unsupportedMethod(entry: "rader.txt", code: 14)),
    ])
    func `what other tools wrote in ways that are not read is refused`(name: String, error: ArchiveReadError) throws {
        #expect(throws: error) { try ArchiveReader(Self.fixture(name)) }
    }

    @Test func `what the writer wrote comes back`() throws {
        var generator = SeededGenerator(state: 8)
        // Around the sizes of the blocks that are read and given.
        let sizes = [0, 1, 2, 1 << 16, (1 << 16) + 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 700_000]
        for _ in 0..<30 {
            var writer = ArchiveWriter(to: MemorySink())
            var expected: [(name: String, content: [UInt8])] = []
            for number in 0..<Int.random(in: 0...8, using: &generator) {
                let size = Bool.random(using: &generator) ? sizes.randomElement(using: &generator) ?? 0 : number
                let letters = [4, 64, 256].randomElement(using: &generator) ?? 4
                let period = Int.random(in: 1...70_000, using: &generator)
                let noise = (0..<min(size, period)).map { _ in
                    UInt8(truncatingIfNeeded: Int.random(in: 0..<letters, using: &generator))
                }
                var content = [UInt8]()
                while content.count < size { content += noise.prefix(size - content.count) }
                let method = [EntryMethod.stored, .deflated(level: 0), .deflated(level: 1), .deflated(level: 9)]
                    .randomElement(using: &generator)
                let name = "mapp \(number % 3)/fil-å-\(number)"
                try writer.add(name, content.span.bytes, as: method ?? .stored)
                expected.append((name, content))
            }
            var reader = try ArchiveReader(MemoryBytes(writer.finish().bytes))
            #expect(reader.entries.map(\.name) == expected.map(\.name))
            for (name, content) in expected.shuffled(using: &generator) {
                let entry = try #require(reader.entry(named: name))
                #expect(entry.size == content.count)
                let isSame = try reader.contents(of: entry, atMost: content.count) == content
                #expect(isSame)
            }
        }
    }

    @Test func `an entry is described as the directory describes it`() throws {
        let reader = try ArchiveReader(
            MemoryBytes(ForgedArchive([ForgedEntry("a", [1, 2, 3]), ForgedEntry("b/", isDeflated: true)]).bytes))
        let entries = reader.entries
        #expect(entries.map(\.name) == ["a", "b/"])
        #expect(entries.map(\.method) == [.stored, .deflated])
        #expect(entries.map(\.size) == [3, 0])
        #expect(entries.map(\.compressedSize) == [3, 2])
        #expect(entries.map(\.checksum) == [0x55BC_801D, 0])
        #expect(entries.map(\.offset) == [0, 34])
        #expect(reader.entry(named: "c") == nil)
    }

    @Test func `an archive without entries is one`() throws {
        #expect(try readAll(ForgedArchive([]).bytes) == [:])
        #expect(try readAll(ForgedArchive([], isZip64: true).bytes) == [:])
    }

    @Test func `reading ends where the caller has enough, and nothing more is checked`() throws {
        let content = [UInt8](repeating: 7, count: 600_000)
        for isDeflated in [false, true] {
            var archive = try ForgedArchive([ForgedEntry("a", content, isDeflated: isDeflated)])
            archive.setBoth(0, local: 14, 4, 0)
            var reader = try ArchiveReader(MemoryBytes(archive.bytes))
            var sizes: [Int] = []
            try reader.read(reader.entries[0]) { block in
                sizes.append(block.count)
                return sizes.count < 2
            }
            #expect(sizes == [262_144, 262_144])
            #expect(throws: ArchiveReadError.self) { try reader.read(reader.entries[0]) { _ in true } }
        }
    }

    @Test func `an entry larger than there is room for is refused with both numbers`() throws {
        var reader = try ArchiveReader(MemoryBytes(ForgedArchive([ForgedEntry("a", [1, 2, 3])]).bytes))
        let entry = reader.entries[0]
        #expect(try reader.contents(of: entry, atMost: 3) == [1, 2, 3])
        #expect(throws: ArchiveReadError.entryTooLarge(entry: "a", size: 3, limit: 2)) {
            try reader.contents(of: entry, atMost: 2)
        }
    }

    @Test func `an entry of another archive is refused`() throws {
        var reader = try ArchiveReader(MemoryBytes(ForgedArchive([ForgedEntry("a", [1])]).bytes))
        let other = try ArchiveReader(MemoryBytes(ForgedArchive([ForgedEntry("b"), ForgedEntry("c")]).bytes))
        for entry in other.entries {
            #expect(throws: ArchiveReadError.notInArchive(entry: entry.name)) { try reader.read(entry) { _ in true } }
        }
    }
}
