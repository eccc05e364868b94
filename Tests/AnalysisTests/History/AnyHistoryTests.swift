import Survey
import TestSupport
import Testing

@testable import Analysis

@Suite("Any questionnaire over any years")
struct AnyHistoryTests {
    @Test func `has at each point what is found by following the question by hand`() throws {
        var kinds: Set<String> = []
        for seed in 0..<600 as Range<UInt64> {
            let made = try RandomYears(seed: seed)
            let found = try history(
                made.figures, of: made.instrument, ending: made.ending, compared: made.compared, asked: made.asked)
            let naive = NaiveHistory(made)
            #expect(found.periods == naive.periods, "seed \(seed)")
            let lines = found.questions.map { question in
                "\(question.item.question.id): " + question.points.map(\.text).joined(separator: "; ")
            }
            #expect(lines == naive.lines, "seed \(seed)")
            kinds.formUnion(found.questions.flatMap(\.points).map { String($0.text.prefix(3)) })
        }
        // Every kind of point has been met.
        #expect(kinds.isSuperset(of: ["few", "non", "ny ", "omf", "fan", "enk"]))
        #expect(kinds.contains { $0.first?.isNumber == true })
    }
}

extension HistoryPoint {
    fileprivate var text: String {
        switch self {
        case .figure(let counts):
            "\(counts.negative) \(counts.neither) \(counts.positive) \(counts.clearlyPositive)"
        case .protected: "few"
        case .notComparable(let reason): reason
        case .noMeasurement: "none"
        }
    }
}

/// Up to seven years of a questionnaire in up to four versions, some of them only as they were given out.
private struct RandomYears {
    let instrument: Instrument
    var figures: [PeriodFigures] = []
    /// What each year shows of each question of its version: nil where it is protected; no entry without respondents.
    var shown: [Period: [String: PublishedCounts?]] = [:]
    var versions: [Period: Int] = [:]
    let ending: Period
    let compared: Period?
    let asked: [Period]

    init(seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let ids = ["a", "b", "c"]
        let names = ["2015", "2017", "2019", "2021"].prefix(Int.random(in: 1...4, using: &random))
        let versions = try names.map { name in
            try version(
                name,
                ids.prefix(Int.random(in: 1...3, using: &random)).shuffled(using: &random).map { id in
                    let comparability: Comparability =
                        switch Int.random(in: 0...9, using: &random) {
                        case 0: .first
                        case 1: .notComparable(reason: "omformulerad \(name)")
                        case 2: .comparable(with: ids.randomElement(using: &random) ?? id)
                        default: .comparable(with: id)
                        }
                    return item(id, comparability)
                })
        }
        instrument = Instrument(
            id: "personal", name: "Personalenkät", group: .staff, versions: versions, background: [])
        let years = try (2015...2022).map { try period("\($0)") }
        ending = years.suffix(3).randomElement(using: &random) ?? years[7]
        compared = Bool.random(using: &random) ? years.randomElement(using: &random) : nil
        asked = years.filter { _ in Int.random(in: 0...5, using: &random) > 0 }
        let inOrder = Int.random(in: 0...3, using: &random) > 0
        for (place, year) in years.enumerated() where Int.random(in: 0...4, using: &random) > 0 {
            let last = versions.count - 1
            let number = inOrder ? min(last, place / 2) : Int.random(in: 0...last, using: &random)
            add(year, number, &random)
        }
        figures.shuffle(using: &random)
    }

    private mutating func add(_ year: Period, _ number: Int, _ random: inout SeededGenerator) {
        versions[year] = number
        let version = instrument.versions[number]
        let size = [0, 3, 6, 12, 20].randomElement(using: &random) ?? 6
        var columns: [QuestionColumn] = []
        var counts: [String: PublishedCounts?] = [:]
        for item in version.items {
            let codes = (0..<size).map { _ in AnswerCode.random(in: 0...9, using: &random) }
            columns.append(QuestionColumn(question: item.question.id, codes: codes))
            let all = PublishedCounts(
                negative: codes.count { $0 == Code.negative || $0 == Code.alsoNegative },
                neither: codes.count { $0 == Code.neither },
                positive: codes.count { $0 == Code.positive || $0 == Code.clearlyPositive },
                clearlyPositive: codes.count { $0 == Code.clearlyPositive })
            // Of a staff's answers it is protected that nearly all are negative, or neither.
            let isOfOneMind = all.base < 20 && all.positive <= 1
            counts[item.question.id] = .some(all.base >= 5 && !isOfOneMind ? all : nil)
        }
        if Bool.random(using: &random) {
            let answers = Answers(respondents: size, questions: columns.shuffled(using: &random), groups: [])
            figures.append(
                .answers(
                    Measurement(
                        instrument: "personal", version: version.id, period: year, answers: answers, invited: nil,
                        files: [])))
            if size > 0 { shown[year] = counts }
        } else {
            // What was given out of one question may be missing.
            let left = counts.filter { _ in Int.random(in: 0...9, using: &random) > 0 }
            let questions = left.map { PublishedQuestion(question: $0.key, counts: $0.value) }
            let total = PublishedGroup(
                variable: nil, name: "Totalt", answers: size < 5 ? nil : size, invited: nil, questions: questions)
            figures.append(
                .published(
                    PublishedPeriod(
                        instrument: "personal", version: version.id, period: year, files: [], constructed: false,
                        importedAt: nil, groups: [total])))
            shown[year] = left
        }
    }
}

/// The history worked out year by year, by asking of each step of the chain whether it holds.
private struct NaiveHistory {
    let periods: [Period]
    var lines: [String] = []

    init(_ made: RandomYears) {
        var periods = (made.asked + [made.compared].compactMap { $0 }).filter { $0 < made.ending } + [made.ending]
        periods = Array(Set(periods)).sorted()
        while periods.count > 5, let far = periods.first(where: { $0 != made.compared }) {
            periods.removeAll { $0 == far }
        }
        self.periods = periods
        guard let newest = periods.last(where: { made.versions[$0] != nil }), let number = made.versions[newest] else {
            return
        }
        for item in made.instrument.versions[number].items {
            var texts: [String] = []
            var broken: String?
            for period in periods.reversed() {
                guard let version = made.versions[period], let shown = made.shown[period] else {
                    texts.append("none")
                    continue
                }
                switch Self.ancestor(item.question.id, from: number, to: version, made.instrument.versions) {
                case .success(let id) where broken == nil:
                    if let counts = shown[id] ?? nil {
                        texts.append(
                            "\(counts.negative) \(counts.neither) \(counts.positive) \(counts.clearlyPositive)")
                    } else {
                        texts.append("few")
                    }
                case .success: texts.append(broken ?? "")
                case .failure(let why):
                    broken = broken ?? why.text
                    texts.append(broken ?? "")
                }
            }
            lines.append("\(item.question.id): " + texts.reversed().joined(separator: "; "))
        }
    }

    private struct Why: Error { let text: String }

    /// One step at a time, each version's step by the version before.
    private static func ancestor(
        _ id: String, from: Int, to: Int, _ versions: [Version]
    ) -> Result<String, Why> {
        if from < to { return .failure(Why(text: "enkätens version är okänd")) }
        if from == to { return .success(id) }
        guard let item = versions[from].items.first(where: { $0.question.id == id }) else {
            return .failure(Why(text: "saknas"))
        }
        switch item.comparability {
        case .first: return .failure(Why(text: "ny \(versions[from].id)"))
        case .notComparable(let reason): return .failure(Why(text: reason))
        case .comparable(let before):
            guard versions[from - 1].items.contains(where: { $0.question.id == before }) else {
                return .failure(Why(text: "fanns inte i version \(versions[from - 1].id)"))
            }
            return ancestor(before, from: from - 1, to: to, versions)
        }
    }
}
