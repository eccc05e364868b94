import Foundation
import TestSupport
import Testing
import Zip

/// Archives changed at random.
@Suite struct MutatedArchiveTests {
    /// Small archives of every kind that is read.
    private static func seeds() throws -> [[UInt8]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/zip")
        let names = ["infozip", "infozip-stored", "infozip-zip64", "python-streamed", "python-streamed-zip64", "jar"]
        return try names.map { try Array(Data(contentsOf: folder.appending(path: "\($0).zip"))) }
            + [ForgedArchive([ForgedEntry("a", [1, 2, 3])], comment: [1, 2], isZip64: true).bytes]
    }

    private static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &generator)))
        case 4: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 5: bytes.removeSubrange(place...)
        case 6:
            let end = min(bytes.count, place + Int.random(in: 1...64, using: &generator))
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: bytes.indices, using: &generator))
        default:
            let value = [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, .max, -1].randomElement(using: &generator) ?? 0
            let width = [2, 4, 8].randomElement(using: &generator) ?? 2
            let end = min(bytes.count, place + width)
            bytes.replaceSubrange(place..<end, with: little(value, width).prefix(end - place))
        }
        if bytes.isEmpty { bytes = [0] }
    }

    @Test func `a changed archive is refused, or gives what was put in`() throws {
        let seeds = try Self.seeds()
        // Whatever a header says, bytes of that CRC-32 and size that were not put in are not made by chance.
        let originals = try Set(seeds.flatMap { try readAll($0).values })
        var generator = SeededGenerator(state: 3)
        var read = 0
        for _ in 0..<20_000 {
            var bytes = seeds.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...3, using: &generator) { Self.mutate(&bytes, using: &generator) }
            guard let contents = try? readAll(bytes) else { continue }
            read += 1
            #expect(originals.isSuperset(of: contents.values))
        }
        // Dates, attributes and comments may be anything.
        #expect(read > 500)
    }
}
