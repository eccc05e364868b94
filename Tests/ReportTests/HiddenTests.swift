import Analysis
import OpenDocument
import Survey
import Testing
import Zip

@testable import Report

/// What may not be shown may not be told in any other way either: a workbook is the very same bytes whatever it is.
struct HiddenTests {
    private func bytes(_ now: Survey.Measurement, _ before: Survey.Measurement) throws -> [UInt8] {
        let instrument = try Years.instrument()
        let asked = [before.period, now.period]
        let figures = [now, before].map(PeriodFigures.answers)
        let bilaga = Bilaga(
            forbund: "F", period: now.period, compared: before.period,
            results: [try analyze([now, before], of: instrument)],
            histories: [
                try history(figures, of: instrument, ending: now.period, compared: before.period, asked: asked)
            ])
        var sink = MemorySink()
        try bilaga.workbook().write(to: &sink, level: 1)
        return sink.bytes
    }

    private func measurement(_ label: String, _ columns: [String: [AnswerCode]], inFirst: Int) throws
        -> Survey.Measurement
    {
        try Years.measurement(
            label, version: "2020", columns, inFirst: inFirst,
            invited: Invited(total: 50, byGroup: ["insats": ["Älven": 25, "Bäcken": 25]]))
    }

    /// Answers to a question with fewer than five on the scale; the others' reasons are any.
    private func few(_ respondents: Int, _ scale: Scale, _ random: inout some RandomNumberGenerator) -> [AnswerCode] {
        let codes = (0...scale.categories.count).map { AnswerCode($0) }
        func isAnswer(_ code: AnswerCode) -> Bool {
            if case .answer = scale.meaning(of: code) { true } else { false }
        }
        let (answers, others) = (codes.filter(isAnswer), codes.filter { !isAnswer($0) })
        let base = Int.random(in: 0...4, using: &random)
        let column = (0..<respondents).map { row in
            (row < base ? answers : others).randomElement(using: &random) ?? 0
        }
        return column.shuffled(using: &random)
    }

    @Test(arguments: 0..<12)
    func `a question that too few answered changes nothing, in either year`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let scale = try #require(try Years.instrument().versions.last?.item("nytta")).question.scale
        let respondents = Int.random(in: 5...30, using: &random)
        let shown = (0..<respondents).map { _ in AnswerCode.random(in: 0...5, using: &random) }
        let inFirst = Int.random(in: 0...respondents, using: &random)
        func pair(hiddenNow: Bool) throws -> [UInt8] {
            let hidden = few(respondents, scale, &random)
            let other = (0..<respondents).map { AnswerCode($0 % 5) }
            return try bytes(
                measurement("2021", ["stöd": shown, "nytta": hiddenNow ? hidden : other], inFirst: inFirst),
                measurement("2020", ["stöd": shown, "nytta": hiddenNow ? other : hidden], inFirst: inFirst))
        }
        for hiddenNow in [true, false] {
            let first = try pair(hiddenNow: hiddenNow)
            for _ in 0..<4 { #expect(try pair(hiddenNow: hiddenNow) == first, "seed \(seed)") }
        }
    }

    @Test(arguments: 0..<12)
    func `why the members of a group gave no answer is told of the whole alone`(seed: UInt64) throws {
        // Two who gave no answer, each in a group of its own, change their reasons: the whole has the same reasons.
        var random = Seeded(seed: seed)
        var answers = (0..<20).map { _ in AnswerCode.random(in: 1...4, using: &random) }
        let (one, other) = (Int.random(in: 0..<10, using: &random), Int.random(in: 10..<20, using: &random))
        func workbook(_ first: AnswerCode, _ second: AnswerCode) throws -> [UInt8] {
            (answers[one], answers[other]) = (first, second)
            return try bytes(
                measurement("2021", ["stöd": answers, "nytta": answers], inFirst: 10),
                measurement("2020", ["stöd": answers, "nytta": answers], inFirst: 10))
        }
        #expect(try workbook(0, 5) == workbook(5, 0), "seed \(seed)")
        #expect(try workbook(0, 5) != workbook(0, 0), "the reasons are told of the whole")
    }

    @Test func `how the members of a hidden group answered changes nothing`() throws {
        func workbook(_ hidden: [AnswerCode], _ inFirst: [AnswerCode]) throws -> [UInt8] {
            let answers = inFirst + hidden
            return try bytes(
                measurement("2021", ["stöd": answers, "nytta": answers], inFirst: inFirst.count),
                measurement("2020", ["stöd": answers, "nytta": answers], inFirst: inFirst.count))
        }
        let first = try workbook([1, 2, 4, 0], Years.codes([0, 5, 5, 3, 3]))
        #expect(try workbook([4, 0, 2, 1], Years.codes([0, 5, 5, 3, 3])) == first)
    }
}

/// SplitMix64: the same numbers for the same seed.
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
