import Survey
import TestSupport
import Testing

@testable import Analysis

@Suite struct `The audit of an edition beside the one before` {
    /// The same answers with some more, some gone or some others.
    private static func changed(_ measurement: Measurement, seed: UInt64) -> Measurement {
        var random = SeededGenerator(state: seed)
        let answers = measurement.answers
        var rows = Array(0..<answers.respondents)
        switch Int.random(in: 0...3, using: &random) {
        case 0: rows.removeLast(Int.random(in: 0...min(12, rows.count), using: &random))
        case 1: rows += rows.shuffled(using: &random).prefix(Int.random(in: 0...12, using: &random))
        default: break
        }
        var questions = answers.questions.map { column in
            QuestionColumn(question: column.question, codes: rows.map { column.codes[$0] })
        }
        var groups = answers.groups.map { column in
            GroupColumn(variable: column.variable, values: column.values, codes: rows.map { column.codes[$0] })
        }
        let moved = rows.indices.shuffled(using: &random).prefix([0, 0, 1, 7][Int.random(in: 0...3, using: &random)])
        if Bool.random(using: &random) {
            questions = questions.map { column in
                var codes = column.codes
                for row in moved { codes[row] = [Code.negative, Code.neither, Code.positive][row % 3] }
                return QuestionColumn(question: column.question, codes: codes)
            }
        } else {
            groups = groups.map { column in
                var codes = column.codes
                for row in moved { codes[row] = UInt16(1 + row % column.values.count) }
                return GroupColumn(variable: column.variable, values: column.values, codes: codes)
            }
        }
        return Measurement(
            instrument: measurement.instrument, version: measurement.version, period: measurement.period,
            answers: Answers(respondents: rows.count, questions: questions, groups: groups), invited: nil, files: [])
    }

    @Test func `nothing can be worked out of both together, and much where the one before is not asked`() throws {
        var asked = 0
        var failing = 0
        for seed in 0..<300 as Range<UInt64> {
            let forbund = RandomForbund(seed: seed)
            let instrument = forbund.instrument
            let given = publishedPeriods(of: [try analyze(forbund.measurements, of: instrument)])
            let publication = Publication(
                period: forbund.measurements[0].period, compared: nil, publishedAt: "2022-02-01", by: nil,
                file: "förra.ods", sha256: "a", periods: given)
            let now = forbund.measurements.map { Self.changed($0, seed: seed) }
            // Where the total itself would tell of few, the period stands as it was given out.
            guard try now.allSatisfy({ try !standsAsGivenOut($0, of: instrument, given: given) }) else { continue }
            asked += 1
            let results = try analyze(figures: now.map(PeriodFigures.answers), of: instrument, given: given)
            let failures = auditProtection(of: [results], histories: [], given: [publication]).failures.map(\.line)
            #expect(failures == [], "seed \(seed) \(instrument.attributeRule)")
            let without = try analyze(figures: now.map(PeriodFigures.answers), of: instrument)
            failing += auditProtection(of: [without], histories: [], given: [publication]).failures.isEmpty ? 0 : 1
        }
        #expect(asked > 100)
        #expect(failing > 25)
    }
}
