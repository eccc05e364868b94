import Foundation
import TestSupport
import Testing
import Zip

@Suite struct AtomicFileTests {
    @Test func `a committed file holds what was written and patched`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("fil")
        var expected = [UInt8](repeating: 7, count: 200_000)
        var file = try AtomicFile(at: path)
        for start in stride(from: 0, to: expected.count, by: 1000) {
            try file.write(expected[start..<start + 1000].span.bytes)
        }
        try file.write([UInt8](repeating: 8, count: 100_000).span.bytes)
        expected += [UInt8](repeating: 8, count: 100_000)
        for offset in [0, 65_530, 65_536, 199_998, 299_997] {
            try file.overwrite(at: offset, [UInt8]([1, 2, 3]).span.bytes)
            expected.replaceSubrange(offset..<offset + 3, with: [1, 2, 3])
        }
        try file.commit()
        #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == expected)
        #expect(try folder.names() == ["fil"])
    }

    @Test func `a dropped file leaves the old one and nothing else`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("fil")
        try Data("gammal".utf8).write(to: URL(fileURLWithPath: path))
        do {
            var file = try AtomicFile(at: path)
            try file.write(Array("ny".utf8).span.bytes)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "gammal")
        #expect(try folder.names() == ["fil"])
    }

    @Test(arguments: [(AtomicFile.Access.owner, 0o600), (.everybody, 0o644)])
    func `the owner decides who may read`(access: AtomicFile.Access, mode: Int) throws {
        let folder = try TemporaryFolder()
        let file = try AtomicFile(at: folder.file("fil"), access: access)
        try file.commit()
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("fil"))
        #expect(attributes[.posixPermissions] as? Int == mode)
    }

    @Test func `an error names the call, the path and the code`() throws {
        let path = "/finns/inte/fil"
        #expect(throws: SinkError.system(operation: "open", path: path, code: ENOENT)) { _ = try AtomicFile(at: path) }
    }

    @Test func `a folder in the way is an error and leaves no temporary file`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("fil")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(throws: SinkError.system(operation: "rename", path: path, code: EISDIR)) {
            try AtomicFile(at: path).commit()
        }
        #expect(try folder.names() == ["fil"])
    }
}
