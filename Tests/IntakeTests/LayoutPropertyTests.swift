import Foundation
import Intake
import Survey
import Testing

struct LayoutPropertyTests {
    private static let listed = HeadingTests.several.replacing(
        "värden: [SamMA, \"Unga, vuxna\", MIA]", with: "värden: [SamMA, \"Unga, vuxna\", MIA 2, \"Ön/ån\"]")

    /// How many layouts are tried of each instrument; more where somebody asks for it.
    private static let layouts =
        ProcessInfo.processInfo.environment["BILAGA_LAYOUTS"].flatMap { UInt64($0) } ?? 150

    @Test(arguments: [instrumentText, listed, listed.replacing("    flerval: ja\n", with: "")])
    func `any layout of the same answers gives what the plain one gives`(_ text: String) throws {
        let instrument = try instrument(from: Array(text.utf8), file: "prov.yaml")
        for seed in 0..<Self.layouts {
            var layout = AnyLayout(seed: seed, instrument)
            let plain = layout.plain
            let other = layout.other()
            let expected = try read(plain, of: instrument).answers
            do {
                let found = try read(other, of: instrument).answers
                #expect(found.respondents == expected.respondents, "seed \(seed)\n\(other)")
                for column in expected.questions {
                    #expect(found.question(column.question) == column, "seed \(seed)\n\(other)")
                }
                for column in expected.groups {
                    #expect(found.group(column.variable) == column, "seed \(seed)\n\(other)")
                }
            } catch {
                Issue.record("seed \(seed)\n\(error)\n\(other)")
            }
        }
    }
}
