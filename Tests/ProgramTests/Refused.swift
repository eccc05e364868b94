import Foundation
import Testing

/// Something that the program must refuse: what is given, and all that it must tell.
struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    var files: [(name: String, bytes: [UInt8])] = []
    let arguments: [String]
    let message: String
    let code: Int32

    init(_ name: String, _ files: [(String, String)], _ arguments: [String], _ message: String, _ code: Int32) {
        self.init(name, bytes: files.map { ($0.0, Array($0.1.utf8)) }, arguments, message, code)
    }

    init(_ name: String, _ arguments: [String], _ message: String, _ code: Int32) {
        self.init(name, bytes: [], arguments, message, code)
    }

    init(_ name: String, bytes files: [(String, [UInt8])], _ arguments: [String], _ message: String, _ code: Int32) {
        self.name = name
        self.files = files.map { (name: $0.0, bytes: $0.1) }
        self.arguments = arguments
        self.message = message
        self.code = code
    }

    var testDescription: String { name }

    /// The message is the whole of what is told; nothing is stored, made or touched.
    func check(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let bench = try await Workbench.imported()
        for file in files { try bench.write(file.bytes, to: file.name) }
        let before = try bench.snapshot()
        let outcome = try await bench.run(arguments)
        #expect(outcome.errors == message + "\n", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        #expect(outcome.code == code, sourceLocation: sourceLocation)
        #expect(try bench.snapshot() == before, "något har skrivits", sourceLocation: sourceLocation)
        #expect(englishWords(in: outcome.errors).isEmpty, sourceLocation: sourceLocation)
    }
}
