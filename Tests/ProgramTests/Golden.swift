import Foundation
import Testing

/// Compares with a file beside this one. RECORD=1 writes it anew, and the test then fails once so that somebody looks.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Program.project.appending(path: "Tests/ProgramTests/golden/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("\(name): skrivet på nytt", sourceLocation: sourceLocation)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8), sourceLocation: sourceLocation)
}
