import Intake
import Survey
import TestSupport
import Testing

struct LoopLayoutPropertyTests {
    /// Somebody's answers: what is known, by insats the answers to the block, and what there is one of.
    private struct Person {
        /// Nil where the filter was not answered.
        var known: [String]?
        var blocks: [String: [String]] = [:]
        var employer = ""
        var meetings = ""
    }

    private static let labels = ["", "I hög utsträckning", "Delvis", "Inte alls", "Kan inte bedöma"]
    private static let insatser = ["HälsoSam", "MIA", "Unga, vuxna"]

    private func people(_ random: inout SeededGenerator) -> [Person] {
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
            var person = Person()
            let known = Self.insatser.filter { _ in Bool.random(using: &random) }
            person.known = known.isEmpty ? ["Ingen av dem"] : known
            for insats in known {
                let block = (0..<2).map { _ in Self.labels.randomElement(using: &random) ?? "" }
                if block.contains(where: { !$0.isEmpty }) { person.blocks[insats] = block }
            }
            person.employer = ["", "Kommunen", "Regionen"].randomElement(using: &random) ?? ""
            person.meetings = Self.labels.randomElement(using: &random) ?? ""
            return person
        }
    }

    private func text(_ rows: [[String]]) -> String {
        rows.map { $0.map { "\"\($0)\"" }.joined(separator: ";") + "\n" }.joined()
    }

    private func columns(_ people: [Person]) -> String {
        let head = ["insats", "arbetsgivare", "möten"] + Self.insatser.flatMap { ["\($0): stöd", "\($0): samverkan"] }
        return text(
            [head]
                + people.map { person in
                    [(person.known ?? []).joined(separator: ", "), person.employer, person.meetings]
                        + Self.insatser.flatMap { person.blocks[$0] ?? ["", ""] }
                })
    }

    /// A row for each person and insats, in any order once each person has been met; what there is one of stands in
    /// some of a person's rows.
    private func rows(_ people: [Person], _ random: inout SeededGenerator) -> String {
        var first: [[String]] = []
        var rest: [[String]] = []
        for (number, person) in people.enumerated() {
            for (place, insats) in (person.known ?? []).shuffled(using: &random).enumerated() {
                let isTold = place == 0 || Bool.random(using: &random)
                let row =
                    ["p\(number)", isTold ? person.employer : "", insats] + (person.blocks[insats] ?? ["", ""])
                    + [isTold ? person.meetings : ""]
                if place == 0 { first.append(row) } else { rest.append(row) }
            }
        }
        let head = ["Svarsid", "arbetsgivare", "Vilka insatser känner du till?", "stöd", "samverkan", "möten"]
        return text([head] + first + rest.shuffled(using: &random))
    }

    @Test func `a column or a row for each insats gives the same answers`() throws {
        let instrument = try loopInstrument()
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededGenerator(state: seed)
            let people = people(&random)
            let (columns, rows) = (columns(people), rows(people, &random))
            let (one, other) = (try read(columns, of: instrument).answers, try read(rows, of: instrument).answers)
            #expect(one.loop == other.loop, "seed \(seed)\n\(columns)\n\(rows)")
            #expect(one.respondents == other.respondents && one.respondents == people.count, "seed \(seed)")
            for id in ["insats", "arbetsgivare"] { #expect(one.group(id) == other.group(id), "seed \(seed)\n\(rows)") }
            #expect(one.question("möten") == other.question("möten"), "seed \(seed)")
            #expect(one.loop?.members.count == people.flatMap { $0.known ?? [] }.count { $0 != "Ingen av dem" })
        }
    }
}
