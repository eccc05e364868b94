import Foundation
import TestSupport
import Testing
import Zip

@Suite struct FileBytesTests {
    private static func read(_ bytes: some RandomAccess, at offset: Int, _ count: Int) throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0xFF, count: count)
        let read = try buffer.withUnsafeMutableBytes { try bytes.read(at: offset, into: $0) }
        return Array(buffer.prefix(read))
    }

    @Test func `bytes are read at any place, in a file as in memory`() throws {
        let folder = try TemporaryFolder()
        let content = [UInt8](0..<100)
        try Data(content).write(to: URL(fileURLWithPath: folder.file("a")))
        let file = try FileBytes(path: folder.file("a"))
        let memory = MemoryBytes(content)
        #expect(file.size == 100 && memory.size == 100)
        for (offset, count) in [(0, 0), (0, 100), (0, 200), (40, 10), (95, 10), (99, 1), (100, 1), (.max, 1), (-1, 1)] {
            let start = offset < 0 ? 100 : min(offset, 100)
            let expected = Array(content[start..<min(100, start + count)])
            #expect(try Self.read(file, at: offset, count) == expected)
            #expect(try Self.read(memory, at: offset, count) == expected)
        }
    }

    @Test func `what is added to an open file is not part of it`() throws {
        let folder = try TemporaryFolder()
        try Data([1, 2]).write(to: URL(fileURLWithPath: folder.file("a")))
        let file = try FileBytes(path: folder.file("a"))
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder.file("a")))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([3, 4]))
        #expect(try Self.read(file, at: 0, 10) == [1, 2])
    }

    @Test func `a file that becomes shorter is an error`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a")
        let archive = try ForgedArchive([ForgedEntry("a", [UInt8](repeating: 1, count: 10_000))]).bytes
        try Data(archive).write(to: URL(fileURLWithPath: path))
        let file = try FileBytes(path: path)
        var reader = try ArchiveReader(file)
        #expect(truncate(path, 5_000) == 0)
        let failure = AccessFailure.shrank(path: path, expected: archive.count, found: 5_000)
        #expect(throws: failure) { try Self.read(file, at: 4_000, 2_000) }
        #expect(throws: ArchiveReadError.access(failure)) { try reader.read(reader.entries[0]) { _ in true } }
    }

    @Test func `a file that is not there is told by its error code`() {
        let missing = AccessFailure.system(operation: "stat", path: "/finns/inte", code: ENOENT)
        #expect(throws: missing) { try FileBytes(path: "/finns/inte") }
        #expect(throws: AccessFailure.system(operation: "open", path: "/etc\0", code: ENOENT)) {
            try FileBytes(path: "/etc\0")
        }
    }

    @Test func `what is not a regular file is told by its kind, at once`() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
        for (path, kind) in [
            (folder.path, FileKind.folder), (folder.file("pipe"), .pipe), ("/dev/null", .device),
        ] {
            #expect(throws: AccessFailure.notRegular(path: path, kind: kind)) { try FileBytes(path: path) }
        }
    }
}
