import Survey
import TestSupport
import Testing

@testable import Analysis

private let sex = BackgroundVariable(
    id: "kön", name: "kön", values: ["Kvinna", "Man", "Annat"].map { BackgroundValue(label: $0) })

struct NationalPoolTests {
    // MARK: The same figures another way

    /// Random förbund, some of them tiny, with every kind of answer.
    private func forbund(_ random: inout SeededGenerator, _ count: Int) throws -> [Survey.Measurement] {
        try (0..<count).map { _ in
            let size = Int.random(in: 1...14, using: &random)
            func answers() -> [AnswerCode] { (0..<size).map { _ in AnswerCode.random(in: 0...9, using: &random) } }
            return try measurement(
                "2020", ["a": answers(), "b": answers()],
                groups: [
                    "kön": (0..<size).map { _ in
                        ["Kvinna", "Kvinna", "Kvinna", "Man", "Man", "Man", "Annat", ""].randomElement(using: &random)
                            ?? ""
                    }
                ])
        }
    }

    @Test(arguments: 0..<40) func `pooled figures are those of all answers counted one by one`(_ seed: Int) throws {
        var random = SeededGenerator(state: UInt64(seed))
        let instrument = instrument([try version("2020", [item("a"), item("b", number: 2)])], [sex])
        let measurements = try forbund(&random, Int.random(in: 1...30, using: &random))
        let pool = pool(
            try measurements.map { try ForbundCounts($0, of: instrument) }, of: [instrument], in: try period("2020"))
        let pooled = try #require(pool.instruments.first)
        #expect(pooled.groups.map(\.group.name) == ["Totalt", "Kvinna", "Man", "Annat"])
        var shown = 0
        for group in pooled.groups {
            for question in group.questions {
                guard let figure = question.figure.figure else { continue }
                shown += 1
                var naive = Naive()
                for measurement in measurements {
                    naive.add(measurement, question.item.question.id, group.group == .total ? nil : group.group.name)
                }
                #expect(figure.answers == naive.answers)
                #expect(figure.positive == naive.positive)
                #expect(figure.clearlyPositive == naive.clearly)
                #expect(figure.forbund == naive.forbund)
                #expect(figure.positiveSpread.forbund == naive.large.count)
                if let median = figure.positiveSpread.median { #expect(median == naive.median) }
            }
        }
        #expect(measurements.count < 25 || shown >= 2)
        #expect(pool.figures.count == 2 * shown)
    }

    @Test func `the order of the förbund does not matter`() throws {
        var random = SeededGenerator(state: 7)
        let instrument = instrument([try version("2020", [item("a"), item("b", number: 2)])], [sex])
        let counts = try forbund(&random, 25).map { try ForbundCounts($0, of: instrument) }
        let when = try period("2020")
        let figures = pool(counts, of: [instrument], in: when).figures
        #expect(!figures.isEmpty)
        #expect(pool(counts.shuffled(using: &random), of: [instrument], in: when).figures == figures)
    }

    // MARK: When a figure may be shown

    /// Förbund with these (answers, positive, clearly positive).
    @Test(
        arguments: [
            (name: "five alike", [(10, 5, 3), (10, 5, 3), (10, 5, 3), (10, 5, 3), (10, 5, 3)], true),
            ("four", [(10, 5, 4), (10, 5, 4), (10, 5, 4), (10, 5, 4)], false),
            ("five, one without answers", [(10, 5, 4), (10, 5, 4), (10, 5, 4), (10, 5, 4), (0, 0, 0)], false),
            ("one has more than half", [(11, 6, 4), (1, 1, 1), (3, 2, 1), (3, 2, 1), (3, 2, 1)], false),
            ("two leave less than a tenth", [(31, 15, 9), (31, 15, 9), (1, 1, 1), (1, 0, 0), (0, 0, 0)], false),
            ("two more than the largest are positive", [(10, 0, 0), (9, 4, 4), (9, 4, 4), (9, 4, 4), (9, 0, 0)], true),
            (
                "one more than the largest are positive", [(10, 0, 0), (9, 4, 4), (9, 4, 4), (9, 3, 3), (9, 0, 0)],
                false
            ),
            ("two more than the largest are not", [(10, 10, 6), (9, 5, 2), (9, 5, 2), (9, 5, 2), (9, 9, 2)], true),
            ("one more than the largest are not", [(10, 10, 6), (9, 6, 2), (9, 5, 2), (9, 5, 2), (9, 9, 2)], false),
            ("too few clearly positive", [(10, 9, 9), (9, 5, 0), (9, 5, 0), (9, 5, 0), (9, 5, 0)], false),
        ] as [(name: String, [(Int, Int, Int)], Bool)])
    func `a figure is shown where no förbund is too few, too large or could know the others`(
        _ name: String, _ answers: [(Int, Int, Int)], _ allowed: Bool
    ) {
        let contributions = answers.map { Contribution(answers: $0.0, positive: $0.1, clearlyPositive: $0.2) }
        #expect(PoolingRule().allows(contributions, smallestGroup: 5) == allowed)
        #expect(PoolingRule().allows(contributions.reversed(), smallestGroup: 5) == allowed)
    }

    @Test(
        arguments: [
            (name: "nineteen", (1...19).map { ($0, 20) }, [nil, nil, nil]),
            ("twenty", (1...20).map { ($0, 20) }, [28, 53, 78]),
            ("twenty-one", (0...20).map { ($0, 20) }, [23, 50, 78]),
            ("one alone can have 14 %", [(1, 7)] + (1...20).map { ($0 < 11 ? 0 : 1, 2) }, [0, nil, 50]),
            ("three can have 14 %", [(1, 7), (0, 7), (0, 7)] + (1...20).map { ($0 < 10 ? 0 : 1, 2) }, [0, 14, 50]),
        ] as [(name: String, [(Int, Int)], [Int?])])
    func `a median or quartile is shown of twenty förbund, where at least three could have it`(
        _ name: String, _ shares: [(Int, Int)], _ expected: [Int?]
    ) {
        let spread = SpreadRule().spread(shares.compactMap { Ratio($0.0, of: $0.1) })
        #expect([spread.lowerQuartile, spread.median, spread.upperQuartile] == expected)
    }

    // MARK: What another förbund can work out

    @Test(arguments: [
        [[3], [2], [2], [2], [2]], [[3], [3], [3], [2], [1]], [[3], [3], [3], [1], [1]],
        [[2], [2], [1], [1], [1], [1]], [[1], [1], [1], [1], [1], [1], [1]],
    ]) func `no förbund can work out what another answered`(_ sizes: [[Int]]) {
        #expect(Attack(sizes: sizes, clearlyToo: true) { Attack.shown($0, among: 1) }.known == [])
    }

    /// So many are shown that the attack above is no empty one.
    @Test func `small förbund have figures that are shown`() {
        #expect(
            Attack(sizes: [[2], [2], [1], [1], [1], [1]], clearlyToo: true) { Attack.shown($0, among: 1) }.shown > 30)
    }

    /// Twenty förbund are too many to try every way. For each there must be another way to have answered, with the same figures
    /// and the same answers of the förbund that looks; such a way is looked for among those where a few others moved.
    @Test(arguments: 0..<8) func `median and quartiles leave every other förbund more than one way to have answered`(
        _ seed: Int
    ) throws {
        var random = SeededGenerator(state: UInt64(seed))
        let bases = (0..<Int.random(in: 20...26, using: &random)).map { _ in Int.random(in: 5...24, using: &random) }
        // From all over the scale to nearly all positive.
        let counts = bases.map { base in
            (0..<base).count { _ in Int.random(in: 0..<100, using: &random) < 45 + 7 * seed }
        }
        func spread(_ counts: [Int]) -> Spread {
            SpreadRule().spread(zip(counts, bases).compactMap { Ratio($0, of: $1) })
        }
        let published = spread(counts)
        let looker = 0
        for other in bases.indices where other != looker {
            var found = false
            for _ in 0..<20_000 where !found {
                var changed = counts
                // The other moves, one or two more make up for it.
                changed[other] = Int.random(in: 0...bases[other], using: &random)
                guard changed[other] != counts[other] else { continue }
                let second = Int.random(in: 1..<bases.count, using: &random)
                let third = Int.random(in: 1..<bases.count, using: &random)
                guard second != other, third != other, second != third else { continue }
                if Bool.random(using: &random) { changed[second] = Int.random(in: 0...bases[second], using: &random) }
                changed[third] += counts.reduce(0, +) - changed.reduce(0, +)
                guard (0...bases[third]).contains(changed[third]) else { continue }
                found = spread(changed) == published
            }
            #expect(found, "förbund \(other), \(counts[other]) of \(bases[other])")
        }
    }

    /// Women, men and those who did not say, of each förbund.
    @Test(arguments: [
        [[1, 2, 0]] + [[Int]](repeating: [1, 0, 0], count: 8),
        [[1, 1, 0], [1, 1, 0], [1, 1, 0], [1, 1, 0], [1, 1, 0], [1, 1, 0]],
        [[2, 1, 0], [2, 1, 0], [1, 0, 1], [1, 0, 0], [1, 1, 1], [1, 1, 0]],
        [[1, 1, 1], [1, 0, 1], [1, 1, 0], [1, 0, 1], [1, 1, 1], [1, 0, 0]],
    ]) func `the kön that is hidden cannot be worked out from the total and the other`(_ sizes: [[Int]]) {
        #expect(Attack(sizes: sizes, clearlyToo: false) { Attack.shown($0, among: 2) }.known == [])
    }

    @Test func `each kön judged alone would give the hidden one away`() {
        let sizes = [[1, 2]] + [[Int]](repeating: [1, 0], count: 8)
        let attack = Attack(sizes: sizes, clearlyToo: false) { answers in
            let groups = (0..<2).map { group in answers.map { $0[group] } }
            return ([answers.map { $0.reduce(Contribution(), +) }] + groups).flatMap { group -> [Int] in
                guard PoolingRule().allows(group, smallestGroup: 1) else { return [-1] }
                let sum = Contribution(sumOf: group)
                return [sum.answers, sum.positive, sum.clearlyPositive]
            }
        }
        #expect(!attack.known.isEmpty)
    }
}

/// A second computation that shares nothing with the first.
private struct Naive {
    var (answers, positive, clearly, forbund) = (0, 0, 0, 0)
    /// Of those with five answers or more.
    var large: [Double] = []

    mutating func add(_ measurement: Survey.Measurement, _ question: String, _ sex: String?) {
        let codes = measurement.answers.questions.first { $0.question == question }?.codes ?? []
        let column = measurement.answers.groups.first { $0.variable == "kön" }
        var own = (answers: 0, positive: 0, clearly: 0)
        for (row, code) in codes.enumerated() {
            if let sex {
                guard let column, column.codes[row] > 0, column.values[Int(column.codes[row]) - 1] == sex else {
                    continue
                }
            }
            if (1...5).contains(code) { own.answers += 1 }
            if code == 1 || code == 2 { own.positive += 1 }
            if code == 1 { own.clearly += 1 }
        }
        answers += own.answers
        positive += own.positive
        clearly += own.clearly
        if own.answers > 0 { forbund += 1 }
        if own.answers >= 5 { large.append(Double(own.positive) / Double(own.answers)) }
    }

    var median: Int {
        let sorted = large.sorted()
        let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        return Int((100 * middle + 1e-9).rounded(.toNearestOrAwayFromZero))
    }
}

/// Tries every way in which the förbund can have answered, and every förbund that knows its own answers and the number of
/// answers of all others.
private struct Attack {
    /// "förbund 1 knows group 0 of förbund 2".
    var known: Set<String> = []
    /// How many of the ways have some figure shown.
    var shown = 0

    /// - Parameters:
    ///   - sizes: answers by förbund and group.
    ///   - clearlyToo: whether clearly positive answers vary; else all positive ones are clearly positive.
    ///   - publish: what everybody sees.
    init(sizes: [[Int]], clearlyToo: Bool, publish: ([[Contribution]]) -> [Int]) {
        struct Seen: Hashable {
            let published: [Int]
            let own: [Contribution]
        }
        var ways: [[[Contribution]]] = [[]]
        for groups in sizes {
            var own: [[Contribution]] = [[]]
            for size in groups {
                let choices = (0...size).flatMap { positive in
                    (clearlyToo ? 0...positive : positive...positive).map {
                        Contribution(answers: size, positive: positive, clearlyPositive: $0)
                    }
                }
                own = own.flatMap { start in choices.map { start + [$0] } }
            }
            ways = ways.flatMap { start in own.map { start + [$0] } }
        }
        let published = ways.map(publish)
        shown = published.count { $0.contains { $0 > 0 } }
        // Förbund of the same size are alike: one of each looks.
        let lookers = sizes.indices.filter { sizes.firstIndex(of: sizes[$0]) == $0 }
        for looker in lookers {
            // By förbund and group: the first value met, and whether there is another, for each measure.
            var met: [Seen: [(positive: Set<Int>, clearly: Set<Int>)]] = [:]
            let others = sizes.indices.filter { $0 != looker }
            let places = others.flatMap { other in sizes[other].indices.map { (other, $0) } }
                .filter { sizes[$0.0][$0.1] > 0 }
            for (way, published) in zip(ways, published) {
                let seen = Seen(published: published, own: way[looker])
                var values = met.removeValue(forKey: seen) ?? places.map { _ in ([], []) }
                for (place, (other, group)) in places.enumerated()
                where values[place].positive.count < 2
                    || values[place].clearly.count < 2
                {
                    values[place].positive.insert(way[other][group].positive)
                    values[place].clearly.insert(way[other][group].clearlyPositive)
                }
                met[seen] = values
            }
            for values in met.values {
                for (place, value) in values.enumerated() where value.positive.count < 2 || value.clearly.count < 2 {
                    known.insert("förbund \(looker) knows group \(places[place].1) of förbund \(places[place].0)")
                }
            }
        }
    }

    /// What the national result tells of these answers.
    static func shown(_ answers: [[Contribution]], among groups: Int) -> [Int] {
        let names = ["Kvinna", "Man"].prefix(groups > 1 ? groups : 0).map { NationalGroup(variable: "kön", name: $0) }
        let when = Period("2020")
        let question = Item(
            number: 1, question: Question(id: "a", text: "a", scale: Scale(id: "s", categories: [])),
            comparability: .first)
        guard let when else { return [] }
        let instrument = Instrument(
            id: "personal", name: "", group: .staff, versions: [Version(id: "2020", from: when, items: [question])],
            background: [], smallestGroup: 1)
        let counts = answers.map { own in
            ForbundCounts(
                instrument: "personal", version: "2020", respondents: own.reduce(0) { $0 + $1.answers },
                groups: [.init(group: .total, questions: [own.reduce(Contribution(), +)])]
                    + zip(names, own).map { .init(group: $0, questions: [$1]) })
        }
        return pool(counts, of: [instrument], in: when).instruments.flatMap { pooled in
            pooled.groups.flatMap { group -> [Int] in
                guard let figure = group.questions[0].figure.figure else { return [-1] }
                func spread(_ spread: Spread) -> [Int] {
                    [spread.forbund, spread.lowerQuartile ?? -1, spread.median ?? -1, spread.upperQuartile ?? -1]
                }
                return [figure.forbund, figure.answers, figure.positive, figure.clearlyPositive]
                    + spread(figure.positiveSpread) + spread(figure.clearlyPositiveSpread)
            }
        }
    }
}
