import Foundation
import Intake
import Survey
import Testing

@Suite("What the questionnaires that come along promise those who answer")
struct ShippedProtectionTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Surveys/formular")

    private func shipped(_ id: String) throws -> Instrument {
        let file = Self.folder.appending(path: "\(id).yaml")
        return try instrument(from: Array(try Data(contentsOf: file)), file: file.lastPathComponent)
    }

    private static let rules: [String: AttributeRule] = [
        "styrelse": .none, "chefer": .none, "personal": .unfavourable, "medarbetare": .unfavourable,
        "deltagare-pagaende": .unfavourable, "deltagare-avslut": .unfavourable,
    ]

    @Test func `which unanimous answers are protected is written out, and is the usual`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".yaml") }
        #expect(Set(files) == Set(Self.rules.keys.map { "\($0).yaml" }))
        for (id, rule) in Self.rules {
            let instrument = try shipped(id)
            #expect(instrument.attributeRule == rule && instrument.attributeRule == instrument.group.usualAttributeRule)
            let text = try String(contentsOf: Self.folder.appending(path: "\(id).yaml"), encoding: .utf8)
            #expect(text.contains("\nnästan alla: \(rule.rawValue)"), "\(id)")
        }
    }

    @Test func `small groups of kön are merged in every questionnaire`() throws {
        for id in Self.rules.keys {
            let gender = try #require(try shipped(id).background.first { $0.id == "kön" }, "\(id)")
            #expect(gender.smallGroups == .merge(as: nil), "\(id)")
        }
    }

    @Test(arguments: [("personal", 5), ("deltagare-pagaende", 10), ("deltagare-avslut", 10)])
    func `insatser with few answers are shown together, and those of participants have a higher limit, as kön has`(
        _ id: String, _ limit: Int
    ) throws {
        let instrument = try shipped(id)
        let insats = try #require(instrument.background.first { $0.id == "insats" })
        #expect(insats.smallGroups == .merge(as: "Övriga insatser"))
        #expect(instrument.background.map(instrument.smallestGroup(of:)) == [limit, limit])
    }

    /// As the description tells how one is made.
    @Test func `a questionnaire about violence is made with three lines`() throws {
        let file = Self.folder.appending(path: "deltagare-avslut.yaml")
        let told = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
        let lines = ["minsta grupp: 10", "nästan alla: alla", "bara totalt: ja"]
        #expect(told.contains(lines.map { "   \($0)\n" }.joined()))
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacing("\nnästan alla: ogynnsam\n", with: "\n")
            .replacing("\nminsta grupp: 5\n", with: "\n\(lines.joined(separator: "\n"))\n")
        let made = try instrument(from: Array(text.utf8), file: "våld.yaml")
        #expect(made.isOnlyTotal && made.attributeRule == .all && made.smallestGroup == 10)
    }
}
