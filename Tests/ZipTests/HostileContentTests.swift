import TestSupport
import Testing
import Zip

/// Archives whose headers agree with each other, but not with the contents.
@Suite struct HostileContentTests {
    private static let text = Array(String(repeating: "En rad med svar. ", count: 40_000).utf8)

    private static func refusal(_ entry: ForgedEntry, _ lie: (inout ForgedArchive) -> Void = { _ in }) throws
        -> ArchiveReadError?
    {
        var archive = try ForgedArchive([entry])
        lie(&archive)
        return ZipTests.refusal(of: archive.bytes)
    }

    @Test(arguments: [false, true])
    func `other bytes than those declared are refused`(isDeflated: Bool) throws {
        let entry = ForgedEntry("a", Self.text, isDeflated: isDeflated)
        let checksum = UInt32(try Packed.make(Self.text).checksum)
        #expect(
            try Self.refusal(entry) { $0.setBoth(0, local: 14, 4, Int(checksum ^ 1)) }
                == .checksumDiffers(entry: "a", declared: checksum ^ 1, found: checksum))
    }

    @Test func `a size that is not the true one is refused, however the checksum`() throws {
        let entry = ForgedEntry("a", Self.text, isDeflated: true)
        let size = Self.text.count
        // Larger is known at the end, smaller at the end of the block in which it shows.
        for (declared, found) in [(size + 1, size), (0xFFFF_FFFE, size), (size - 1, size), (3, 262_144), (0, 262_144)] {
            let error = try Self.refusal(entry) { $0.setBoth(0, local: 22, 4, declared) }
            #expect(error == .sizeDiffers(entry: "a", declared: declared, found: found))
        }
    }

    @Test func `an empty entry that has bytes is refused`() throws {
        var entry = ForgedEntry("a", [], isDeflated: true)
        entry.data = try Packed.make([5]).deflated
        #expect(try Self.refusal(entry) == .sizeDiffers(entry: "a", declared: 0, found: 1))
    }

    @Test func `data that ends in the middle is refused wherever it does`() throws {
        let content = Array(Self.text.prefix(300))
        let packed = try Packed.make(content).deflated
        for count in 0..<packed.count {
            var entry = ForgedEntry("a", content, isDeflated: true)
            entry.data = Array(packed.prefix(count))
            #expect(try Self.refusal(entry) == .truncated(entry: "a"))
        }
    }

    @Test(arguments: [1, 100, 200_000])
    func `bytes left over after the data are refused with their number`(count: Int) throws {
        var entry = ForgedEntry("a", Self.text, isDeflated: true)
        entry.data = try Packed.make(Self.text).deflated + [UInt8](repeating: 0, count: count)
        #expect(try Self.refusal(entry) == .trailingData(entry: "a", count: count))
    }

    @Test func `invalid data is refused with its place`() throws {
        var entry = ForgedEntry("a", [1, 2, 3, 4], isDeflated: true)
        // A stored block of two bytes, then a block of the fourth type, which there is not.
        entry.data = [0, 2, 0, 0xFD, 0xFF, 1, 2, 7]
        #expect(try Self.refusal(entry) == .corrupt(entry: "a", offset: 2))
    }

    @Test func `a wrapper of zlib or gzip is not deflate`() throws {
        for wrapper in [[0x78, 0x9C], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]] as [[UInt8]] {
            var entry = ForgedEntry("a", Self.text, isDeflated: true)
            entry.data = wrapper + (try Packed.make(Self.text).deflated)
            let error = try Self.refusal(entry)
            #expect(error == .corrupt(entry: "a", offset: 0))
        }
    }

    @Test func `an archive in an archive is only an entry`() throws {
        let inner = try ForgedArchive([ForgedEntry("a", Self.text, isDeflated: true)]).bytes
        for isDeflated in [false, true] {
            let outer = try ForgedArchive([ForgedEntry("b.zip", inner, isDeflated: isDeflated)])
            #expect(try readAll(outer.bytes) == ["b.zip": inner])
        }
    }
}
