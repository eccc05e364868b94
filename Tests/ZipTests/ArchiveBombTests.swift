import Testing
import Zip

/// Small archives that would become large.
@Suite struct ArchiveBombTests {
    private static let zeros = [UInt8](repeating: 0, count: 9 << 20)

    @Test func `an entry that grows beyond the ratio is refused with the numbers`() throws {
        var entry = ForgedEntry("a", [UInt8](repeating: 0, count: 64 << 20), isDeflated: true)
        let (checksum, data) = try Packed.make(entry.content, level: 1)
        (entry.checksum, entry.data) = (checksum, data)
        let compressed = data.count
        #expect((60_000..<320_000).contains(compressed))
        // The first block of 256 KiB that goes beyond it.
        let size = (200 * compressed / 262_144 + 1) * 262_144
        let archive = try ForgedArchive([entry])
        #expect(
            refusal(of: archive.bytes) == .ratioTooHigh(entry: "a", size: size, compressed: compressed, limit: 200))
        // The limit does not believe the header.
        var lying = archive
        lying.setBoth(0, local: 22, 4, 1)
        #expect(refusal(of: lying.bytes) == .sizeDiffers(entry: "a", declared: 1, found: 262_144))
    }

    @Test func `the first ten mebibytes may be as dense as they like`() throws {
        #expect(try readAll(ForgedArchive([ForgedEntry("a", Self.zeros, isDeflated: true)]).bytes) == ["a": Self.zeros])
    }

    @Test func `many entries cannot do together what one cannot alone`() throws {
        let entries = ["a", "b"].map { ForgedEntry($0, Self.zeros, isDeflated: true) }
        let compressed = try 2 * Packed.make(Self.zeros).deflated.count
        let archive = try ForgedArchive(entries)
        #expect(
            refusal(of: archive.bytes)
                == .ratioTooHigh(entry: nil, size: (10 << 20) + (1 << 18), compressed: compressed, limit: 200))
    }

    @Test func `an entry read twice counts once`() throws {
        var reader = try ArchiveReader(
            MemoryBytes(ForgedArchive([ForgedEntry("a", Self.zeros, isDeflated: true)]).bytes))
        for _ in 0..<3 { try reader.read(reader.entries[0]) { _ in true } }
    }

    @Test func `more than a gibibyte in all is refused with both numbers`() throws {
        // Noise repeated at a distance that keeps it below the ratio.
        var noise: [UInt8] = []
        var state: UInt32 = 1
        for _ in 0..<2_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            noise.append(UInt8(truncatingIfNeeded: state >> 24))
        }
        var content: [UInt8] = []
        content.reserveCapacity(128 << 20)
        while content.count < 128 << 20 { content += noise.prefix((128 << 20) - content.count) }
        let (checksum, data) = try Packed.make(content, level: 1)
        var entries = (0..<8).map { ForgedEntry("\($0)", content, isDeflated: true) }
        for index in entries.indices { (entries[index].checksum, entries[index].data) = (checksum, data) }
        var reader = try ArchiveReader(MemoryBytes(ForgedArchive(entries + [ForgedEntry("8", [1])]).bytes))
        for entry in reader.entries.prefix(8) { try reader.read(entry) { _ in true } }
        #expect(throws: ArchiveReadError.tooLarge(size: (1 << 30) + 1, limit: 1 << 30)) {
            try reader.read(reader.entries[8]) { _ in true }
        }
    }

    /// Every entry's data is a stored block that holds the next entry's local header, and then that entry's data: the same
    /// compressed bytes are inflated over and over (D. Fifield, "A better zip bomb", WOOT 2019).
    @Test func `a bomb whose entries hold each other is refused`() throws {
        let kernel = [UInt8](repeating: 0, count: 100_000)
        var content = kernel
        var (_, data) = try Packed.make(kernel)
        var locals: [[UInt8]] = []
        var centrals: [[UInt8]] = []
        for number in (0..<20).reversed() {
            let name = Array("\(number)".utf8)
            let checksum = try Packed.make(content, level: 1).checksum
            let common =
                little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4) + little(checksum, 4) + little(data.count, 4)
                + little(content.count, 4) + little(name.count, 2) + little(0, 2)
            let local = little(0x0403_4B50, 4) + common + name
            centrals.insert(little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10), at: 0)
            locals.insert(local, at: 0)
            content = local + content
            data = [0] + little(local.count, 2) + little(~local.count, 2) + local + data
        }
        // The outermost stored block is not part of the archive: its first local header is where the file starts.
        var bytes = Array(data.dropFirst(5))
        let directory = bytes.count
        var offset = 0
        for (number, central) in centrals.enumerated() {
            bytes += central + little(offset, 4) + Array("\(number)".utf8)
            offset += locals[number].count + 5
        }
        bytes += little(0x0605_4B50, 4) + little(0, 4) + little(20, 2) + little(20, 2)
        bytes += little(bytes.count - 12 - directory, 4) + little(directory, 4) + little(0, 2)
        #expect(refusal(of: bytes) == .overlap(entry: "0", other: "1"))

        // Each entry by itself is sound, so that it is only the overlap that is refused: the first one holds all the others.
        let alone = Array(bytes.prefix(directory))
        let first = centrals[0] + little(0, 4) + Array("0".utf8)
        let end = little(0x0605_4B50, 4) + little(0, 4) + little(1, 2) + little(1, 2) + little(first.count, 4)
        let single = alone + first + end + little(directory, 4) + little(0, 2)
        let expected = locals.dropFirst().reduce([], +) + kernel
        #expect(try readAll(single) == ["0": expected])
    }

    @Test func `a bomb of thousands of headers that share one content is refused`() throws {
        var entries = [ForgedEntry("kärna", [UInt8](repeating: 0, count: 1 << 20), isDeflated: true)]
        entries += (0..<9_999).map { ForgedEntry("\($0)") }
        for index in entries.indices.dropFirst() { entries[index].checksum = 0 }
        var archive = try ForgedArchive(entries)
        for index in entries.indices { archive.set(.central(index), 42, 4, 0) }
        #expect(refusal(of: archive.bytes) == .overlap(entry: "kärna", other: "0"))
    }
}
