import Foundation
import Testing

/// `Tests/Fixtures/avvisade.md`: what the program tells of every file that it refuses, a section for each.
///
/// RECORD=1 writes the sections anew; the test that did so then fails once, so that somebody looks.
struct RefusedDocument {
    static let path = Program.project.appending(path: "Tests/Fixtures/avvisade.md")

    /// A file that is refused, in the order of the document.
    struct Section: Equatable, Sendable {
        let title: String
        let text: String

        /// - Parameters:
        ///   - title: what kind of file it is.
        ///   - arguments: the command line after the program's name.
        init(_ title: String, _ arguments: [String], code: Int32, errors: String) {
            self.title = title
            let line = (["bilaga"] + arguments).map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
            text = "`\(line)` → \(code)\n\n```text\n\(errors)```"
        }

        fileprivate init?(_ markdown: Substring) {
            let parts = markdown.split(separator: "\n\n", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            title = String(parts[0])
            text = parts[1].trimmingCharacters(in: .newlines)
        }

        fileprivate var markdown: String { "### \(title)\n\n\(text)\n" }
    }

    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil
    private static let start = "\n### "

    /// The sections as they stand.
    static func sections() throws -> [Section] {
        let text = try String(contentsOf: path, encoding: .utf8)
        return text.components(separatedBy: start).dropFirst().compactMap { Section($0[...]) }
    }

    /// Compares one section with the document.
    static func check(_ section: Section, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if isRecording {
            try record(section)
            Issue.record("\(section.title): skrivet på nytt", sourceLocation: sourceLocation)
        } else {
            let known = try sections().first { $0.title == section.title }
            #expect(known == section, sourceLocation: sourceLocation)
        }
    }

    private static let writing = NSLock()

    private static func record(_ section: Section) throws {
        writing.lock()
        defer { writing.unlock() }
        let text = try String(contentsOf: path, encoding: .utf8)
        let preface = text.components(separatedBy: start).first ?? ""
        var sections = try sections()
        if let place = sections.firstIndex(where: { $0.title == section.title }) {
            sections[place] = section
        } else {
            sections.append(section)
        }
        let order = RefusedFile.titles
        sections = sections.filter { order.contains($0.title) }
            .sorted { order.firstIndex(of: $0.title) ?? 0 < order.firstIndex(of: $1.title) ?? 0 }
        let all = [preface.trimmingCharacters(in: .newlines) + "\n"] + sections.map(\.markdown)
        try all.joined(separator: "\n").write(to: path, atomically: true, encoding: .utf8)
    }
}
