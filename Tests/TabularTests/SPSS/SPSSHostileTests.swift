import TestSupport
import Testing
import Zip

@testable import Tabular

/// Broken files: whatever the bytes are, there is a table or an error.
@Suite struct `Any bytes at all that begin like an SPSS file` {
    private static let small = [
        "pspp-format.sav", "pspp-mangder.sav", "pspp-saknas.sav", "pspp-saknas-okomprimerad.sav", "pspp-saknas.zsav",
        "pspp-teckenkod-utf-8.sav", "pspp-texter.zsav",
    ]

    private func outcome(_ bytes: [UInt8]) -> Result<Table, TableError> {
        do { return .success(try spssTable(bytes)) } catch { return .failure(error) }
    }

    private func expectSound(_ table: Table) {
        for column in table.columns {
            #expect(column.codes.count == table.rowCount)
            #expect(column.values.first == "")
            #expect(Set(column.values).count == column.values.count)
            #expect((0..<table.rowCount).allSatisfy { column.codes[$0] < column.values.count })
            #expect(column.missing.allSatisfy { (1..<column.values.count).contains($0) })
        }
        let rows = table.sheetRowNumbers
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(arguments: small.filter { !["pspp-format.sav", "pspp-texter.zsav"].contains($0) })
    func `a file cut anywhere is refused, or lacks nothing`(_ name: String) throws {
        let bytes = try spssFixture(name)
        let whole = try spssTable(bytes)
        for count in 0..<bytes.count {
            guard case .success(let table) = outcome(Array(bytes.prefix(count))) else { continue }
            // What pads the last command may be missing.
            #expect(table.rows == whole.rows && bytes.count - count < 16, "\(count)")
        }
    }

    @Test(arguments: small) func `a changed file gives a table or an error`(_ name: String) throws {
        let original = try spssFixture(name)
        let seed = UInt64(original.count)
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        var read = 0
        for _ in 0..<600 {
            let bytes = Self.mutated(original, &generator)
            if case .success(let table) = outcome(bytes) {
                expectSound(table)
                read += 1
            }
        }
        // Some changes do no harm, most do.
        #expect((1..<590).contains(read))
    }

    private static func mutated(_ original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let index = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<7, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2:
                // A number of four bytes where numbers stand.
                let aligned = min(index & ~3, bytes.count - 4)
                let number =
                    [0, 1, -1, .max, .min, 2, 3, 7, 999, 255, 256].randomElement(using: &generator) ?? Int32(0)
                withUnsafeBytes(of: number) { bytes.replaceSubrange(aligned..<aligned + 4, with: $0) }
            case 3: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...16, using: &generator)))
            case 4: bytes.insert(contentsOf: [UInt8](repeating: 0, count: 8), at: index)
            case 5: bytes.append(contentsOf: bytes[index...])
            default:
                let other = Int.random(in: bytes.indices, using: &generator)
                let count = min(32, bytes.count - max(index, other))
                bytes.replaceSubrange(index..<index + count, with: bytes[other..<other + count])
            }
            if bytes.count < 4 { return original }
        }
        return bytes
    }

    @Test(arguments: SAVWriter.Compression.allCases)
    func `random bytes behind a sound dictionary give a table or an error`(_ compression: SAVWriter.Compression) {
        var generator = SeededGenerator(state: 17)
        var writer = SAVWriter.utf8(compression)
        writer.variable("A")
        writer.variable("B", width: 255)
        writer.variable("B2", width: 48)
        writer.extensionRecord(14, Array("B=00300\0\t".utf8))
        writer.declaredCases = -1
        for _ in 0..<300 {
            let count = 8 * Int.random(in: 0...200, using: &generator)
            // Bytes of each kind of command, and those of long texts.
            let kinds: [UInt8] = [0, 1, 100, 252, 253, 254, 255, 0x20]
            let noise = (0..<count).map { _ in kinds.randomElement(using: &generator) ?? 0 }
            let bytes = writer.start + (compression == .zlib ? writer.blocks(of: noise, size: 100) : noise)
            if case .success(let table) = outcome(bytes) { expectSound(table) }
        }
    }
}
