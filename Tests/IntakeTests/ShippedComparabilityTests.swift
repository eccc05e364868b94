import Foundation
import Intake
import Survey
import Testing

@Suite("What the questionnaires that come along say may be compared")
struct ShippedComparabilityTests {
    private func shipped(_ id: String) throws -> Instrument {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Surveys/formular/\(id).yaml")
        return try instrument(from: Array(try Data(contentsOf: file)), file: file.lastPathComponent)
    }

    /// As they were printed: no figure of 2020, or one.
    @Test(arguments: [
        ("personal", [2, 10, 11], [1, 3, 4, 5, 6, 7, 8, 9]), ("styrelse", [4, 5], [1, 2, 3]),
    ])
    func `a question that was new in 2021 has no change, and every other has`(
        _ id: String, _ new: [Int], _ followed: [Int]
    ) throws {
        let instrument = try shipped(id)
        let (now, before) = (
            try #require(instrument.version("2021")), try #require(instrument.version("2020"))
        )
        var found: (new: [Int], followed: [Int]) = ([], [])
        for item in now.items {
            switch instrument.lineage(of: item, in: now, backTo: before) {
            case .notComparable(let reason):
                found.new.append(item.number)
                #expect(reason.contains("2021"))
            case .comparable(let former):
                found.followed.append(item.number)
                #expect(former.question.id == item.question.id && former.question.text == item.question.text)
            }
        }
        #expect(found.new == new)
        #expect(found.followed == followed)
    }

    @Test func `the managers' questionnaire was reworked in 2021, and none of it is compared`() throws {
        let now = try #require(try shipped("chefer").versions.last)
        #expect(now.id == "2021")
        #expect(
            now.items.map(\.comparability)
                == [Comparability](repeating: .notComparable(reason: "enkäten omarbetad 2021"), count: 8))
    }
}
