import Glibc
import Testing

@testable import Tabular

@Suite struct `Where bytes come from` {
    private let text = "kön;b\n" + (0..<30_000).map { row in "\(row % 700);\(row % 7)\n" }.joined()

    @Test func `a file on disk and the same bytes in memory give the same table`() throws {
        var path = Array("/tmp/tabular-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        let name = path.withUnsafeBufferPointer { String(decoding: $0.dropLast().map(UInt8.init), as: UTF8.self) }
        defer { unlink(name) }
        let bytes = Array(text.utf8)
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)

        let source = try FileSource(path: name)
        #expect(source.size == bytes.count)
        let ofFile = try CSVReader(source).table(columns: [0, 1])
        let ofMemory = try CSVReader(MemorySource(bytes)).table(columns: [0, 1])
        #expect(ofFile.rowCount == 30_000)
        #expect(ofFile.columns.map(\.codes) == ofMemory.columns.map(\.codes))
        let expected: [[String]] = (0..<30_000).map { row in [String(row % 700), String(row % 7)] }
        #expect(ofFile.rows == expected)
    }

    @Test func `what has no size of its own tells none`() throws {
        #expect(try FileSource(path: "/dev/null").size == nil)
        #expect(throws: TableError.empty) { _ = try CSVReader(try FileSource(path: "/dev/null")) }
    }

    @Test(arguments: [-1, Int.max] as [Int]) func `a source may lie about its size and count`(_ number: Int) throws {
        struct Liar: ByteSource {
            var memory: MemorySource
            let expectedSize: Int?

            mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
                memory.read(into: buffer)
            }
        }
        let liar = Liar(memory: MemorySource(Array(text.utf8)), expectedSize: number)
        #expect(try CSVReader(liar).table(columns: [0]).rowCount == 30_000)
    }
}
