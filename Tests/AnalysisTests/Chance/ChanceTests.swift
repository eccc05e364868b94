import Analysis
import Survey
import TestSupport
import Testing

@Suite("Whether a change is more than chance")
struct ChanceTests {
    private func comparison(_ before: Int, of earlier: Int, _ after: Int, of later: Int) throws -> Comparison {
        Comparison(
            earlier: try #require(Ratio(before, of: earlier)), later: try #require(Ratio(after, of: later)))
    }

    /// However few have answered.
    private func chance(_ before: Int, of earlier: Int, _ after: Int, of later: Int) throws -> Double {
        let judged = judgeChance([try comparison(before, of: earlier, after, of: later)], fewestAnswers: 1)
        return try #require(judged.pValues[0])
    }

    /// The least rise and the least fall that are more than chance, in procentenheter; nil where none is.
    private func least(
        from before: Int, of earlier: Int, to later: Int, fewestAnswers: Int = 10
    ) throws -> (rise: Int?, fall: Int?) {
        let from = try #require(Ratio(before, of: earlier))
        let changes = try (0...later).compactMap { after -> Int? in
            let comparison = try comparison(before, of: earlier, after, of: later)
            let judged = judgeChance([comparison], fewestAnswers: fewestAnswers)
            return judged.verdicts == [.beyondChance] ? Change(from: from, to: comparison.later).points : nil
        }
        return (changes.filter { $0 > 0 }.min(), changes.filter { $0 < 0 }.max())
    }

    @Test func `from 70 percent it takes a rise of 23 with 27 and 32 answers, and less with more`() throws {
        let few = try least(from: 19, of: 27, to: 32)
        #expect(few.rise == 23)
        // Fisher's own value, which calls too little a change, takes -30.
        #expect(few.fall == -27)
        let more = try least(from: 74, of: 105, to: 142)
        #expect(more.rise == 11)
        #expect(more.fall == -13)
        let many = try least(from: 140, of: 200, to: 200)
        #expect(many.rise == 9)
        #expect(many.fall == -10)
    }

    @Test func `with 7 and 6 answers nothing is judged, and no rise from 70 percent could show`() throws {
        for before in 0...7 {
            let judged = try least(from: before, of: 7, to: 6)
            #expect(judged.rise == nil && judged.fall == nil)
        }
        #expect(try least(from: 5, of: 7, to: 6, fewestAnswers: 1).rise == nil)
    }

    @Test func `nothing is judged where either year has fewer than ten answers`() throws {
        let changes = [
            try comparison(0, of: 9, 40, of: 40), try comparison(0, of: 40, 9, of: 9),
            try comparison(0, of: 10, 10, of: 10),
        ]
        let judged = judgeChance(changes)
        #expect(judged.verdicts == [.tooFewAnswers, .tooFewAnswers, .beyondChance])
        #expect(judged.pValues.map { $0 == nil } == [true, true, false])
        #expect(judged.adjusted.map { $0 == nil } == [true, true, false])
        #expect(judged.tested == 1)
        #expect(judgeChance([]) == judgeChance(changes.prefix(0).map { $0 }, level: 0.05))
        #expect(judgeChance([]).tested == 0)
    }

    @Test func `values that can be worked out by hand`() throws {
        // Only the table itself is as unlikely, and half of each year is where it is most probable; twice, for rise and fall.
        #expect(abs(try chance(0, of: 1, 1, of: 1) - 2.0 / 4) < 1e-14)
        #expect(abs(try chance(2, of: 2, 0, of: 2) - 2.0 / 16) < 1e-14)
        #expect(abs(try chance(0, of: 3, 3, of: 3) - 2.0 / 64) < 1e-14)
        // The square of the share by its complement is greatest at two thirds.
        #expect(abs(try chance(0, of: 1, 2, of: 2) - 2 * 4.0 / 27) < 1e-14)
        #expect(try chance(7, of: 7, 9, of: 9) == 1)
        #expect(try chance(0, of: 700, 0, of: 900) == 1)
        #expect(try chance(0, of: 70_000, 0, of: 90_000) == 1)
    }

    @Test(arguments: [(10, 10), (10, 12), (12, 15), (5, 20)])
    func `mere chance is never called a change oftener than the level says`(_ earlier: Int, _ later: Int) throws {
        var values: [[Double]] = []
        for before in 0...earlier {
            values.append(try (0...later).map { try chance(before, of: earlier, $0, of: later) })
        }
        for level in [0.05, 0.01, 0.003] {
            for percent in 1...99 {
                let (first, second) = (binomial(earlier, percent), binomial(later, percent))
                var called = 0.0
                for before in 0...earlier {
                    for after in 0...later where values[before][after] <= level {
                        called += first[before] * second[after]
                    }
                }
                #expect(called <= level)
            }
        }
        // It is not shy either: Fisher's own value would call 1 % of chance a change with ten answers.
        let half = (binomial(earlier, 50), binomial(later, 50))
        var called = 0.0
        for before in 0...earlier {
            for after in 0...later where values[before][after] <= 0.05 { called += half.0[before] * half.1[after] }
        }
        #expect(called > 0.03)
    }

    private func binomial(_ size: Int, _ percent: Int) -> [Double] {
        let share = Double(percent) / 100
        var weights = [1.0]
        for _ in 0..<size {
            // Pascal's triangle.
            weights = (0...weights.count).map { count in
                (count > 0 ? weights[count - 1] * share : 0)
                    + (count < weights.count ? weights[count] * (1 - share) : 0)
            }
        }
        return weights
    }

    @Test func `years that change places, and positive that becomes not positive, make no difference`() throws {
        var random = SeededGenerator(state: 1)
        for _ in 0..<60 {
            let (earlier, later) = (Int.random(in: 1...50, using: &random), Int.random(in: 1...50, using: &random))
            let before = Int.random(in: 0...earlier, using: &random)
            let after = Int.random(in: 0...later, using: &random)
            let value = try chance(before, of: earlier, after, of: later)
            let turned = [
                try chance(after, of: later, before, of: earlier),
                try chance(earlier - before, of: earlier, later - after, of: later),
            ]
            for other in turned { #expect(abs(other - value) <= 1e-12 * value) }
        }
    }

    @Test func `a greater change is never more probable`() throws {
        for (before, earlier, later) in [(19, 27, 32), (2, 11, 37), (700, 1_001, 900), (50_000, 100_000, 1_000)] {
            let start = before * later / earlier + 1
            let values = try stride(from: start, through: later, by: max(1, later / 40)).map {
                try chance(before, of: earlier, $0, of: later)
            }
            for (near, far) in zip(values, values.dropFirst()) { #expect(far <= near * (1 + 1e-12)) }
            #expect(values.allSatisfy { $0 > 0 && $0 <= 1 })
        }
    }

    @Test func `beyond a thousand answers the value goes on where it was`() throws {
        let (last, first) = (try chance(600, of: 1000, 640, of: 1000), try chance(600, of: 1001, 640, of: 1001))
        #expect(last < first && first < last * 1.15)
    }

    @Test func `differences too great for the type are still more than nothing`() throws {
        #expect(try chance(0, of: 1000, 1000, of: 1000) == Double.leastNormalMagnitude)
        #expect(try chance(0, of: 1_000_000, 1_000_000, of: 1_000_000) == Double.leastNormalMagnitude)
        #expect(try chance(1, of: 1_000_000, 999_999, of: 1_000_000) == Double.leastNormalMagnitude)
    }

    @Test func `shares that no answers can give are never more than chance`() throws {
        let odd = [
            try comparison(11, of: 10, 3, of: 10), try comparison(-1, of: 10, 3, of: 10),
            try comparison(0, of: .max, .max, of: .max), try comparison(.min, of: 20, .max, of: 20),
        ]
        let judged = judgeChance(odd)
        #expect(judged.verdicts == [.withinChance, .withinChance, .withinChance, .withinChance])
        #expect(judged.pValues == [1, 1, 1, 1])
    }

    /// Holm's method is the closed test of Bonferroni's: a change is more than chance when every set of changes that it is in has
    /// one whose value is small enough for the number in the set.
    @Test func `Holm's correction is that of every set of changes`() throws {
        var random = SeededGenerator(state: 2)
        for _ in 0..<40 {
            let changes = try (0..<Int.random(in: 1...7, using: &random)).map { _ in
                let (earlier, later) = (Int.random(in: 8...30, using: &random), Int.random(in: 8...30, using: &random))
                return try comparison(
                    Int.random(in: 0...earlier, using: &random), of: earlier,
                    Int.random(in: 0...later, using: &random), of: later)
            }
            let judged = judgeChance(changes, level: 0.2)
            let tested = changes.indices.filter { judged.pValues[$0] != nil }
            #expect(judged.tested == tested.count)
            #expect(judged.expectedByChance == 0.2 * Double(tested.count))
            for (place, adjusted) in judged.adjusted.enumerated() {
                guard let adjusted else {
                    #expect(judged.verdicts[place] == .tooFewAnswers)
                    continue
                }
                var expected = 0.0
                for set in 0..<(1 << tested.count) {
                    let members = tested.indices.filter { set >> $0 & 1 == 1 }.map { tested[$0] }
                    guard members.contains(place) else { continue }
                    let least = members.compactMap { judged.pValues[$0] }.min() ?? 1
                    expected = max(expected, min(1, least * Double(members.count)))
                }
                #expect(abs(adjusted - expected) <= 1e-14)
                #expect(judged.verdicts[place] == (adjusted <= 0.2 ? .beyondChance : .withinChance))
            }
        }
    }

    @Test func `of sixteen questions nearly one would look like a change by chance alone`() throws {
        // 22 of 32 after 12 of 27 is more than chance by itself, not as one of sixteen.
        let one = try comparison(12, of: 27, 23, of: 32)
        let others = try (0..<15).map { try comparison(15, of: 27, 16 + $0 % 4, of: 32) }
        #expect(judgeChance([one]).verdicts == [.beyondChance])
        let judged = judgeChance([one] + others)
        #expect(judged.verdicts.allSatisfy { $0 == .withinChance })
        #expect(judged.tested == 16)
        #expect(abs(judged.expectedByChance - 0.8) < 1e-12)
    }

    @Test func `verdicts are the same where only small values are worked out exactly`() throws {
        var generator = SeededGenerator(state: 20)
        for _ in 0..<200 {
            let family = try (0..<Int.random(in: 1...20, using: &generator)).map { _ in
                let (earlier, later) = (
                    Int.random(in: 5...80, using: &generator), Int.random(in: 5...80, using: &generator)
                )
                return try comparison(
                    Int.random(in: 0...earlier, using: &generator), of: earlier,
                    Int.random(in: 0...later, using: &generator), of: later)
            }
            let (all, small) = (judgeChance(family), judgeChance(family, exactUpTo: 0))
            #expect(small.verdicts == all.verdicts)
            for (exact, told) in zip(all.pValues, small.pValues) {
                guard let exact, let told else { continue }
                #expect(exact <= 0.05 ? told == exact : told > 0.05 && told <= exact * (1 + 1e-9))
            }
        }
    }
}
