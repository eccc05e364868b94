import Survey
import Testing

@testable import Analysis

struct NationalComparisonTests {
    private func national(_ figures: [(String, NationalGroup, Measure, NationalShare)]) throws -> NationalMeasurement {
        NationalMeasurement(
            period: try period("2020"),
            figures: figures.map {
                NationalFigure(
                    key: NationalKey(instrument: "personal", question: $0.0, group: $0.1, measure: $0.2), share: $0.3,
                    answers: nil, forbund: nil)
            },
            file: SourceFile(name: "riket.csv", sha256: "", size: 0, rows: 0, emptyRows: 0, leftOut: []))
    }

    private func results(_ codes: [AnswerCode], _ groups: [String: [String]] = [:]) throws -> [Results] {
        [try analyze([try measurement("2020", ["a": codes], groups: groups)], of: oneQuestion([sex]))]
    }

    private let sex = BackgroundVariable(
        id: "kön", name: "kön", values: ["Kvinna", "Man"].map { BackgroundValue(label: $0) })

    @Test func `a share is set beside the same measure, never beside another`() throws {
        // 13 of 20 positive, 12 of them clearly: the published figures of 2018 in small.
        let own = try results(codes(negative: 7, positive: 13, clearly: 12))
        let comparison = compare(
            own,
            with: try national([
                ("a", .total, .clearlyPositive, .printed(tenMillionths: 5_800_000)),
                ("a", .total, .positive, .printed(tenMillionths: 5_400_000)),
            ]))
        #expect(comparison.rows.map(\.measure) == [.positive, .clearlyPositive])
        #expect(comparison.rows.map { $0.own.figure?.percent } == [65, 60])
        #expect(comparison.rows.map { $0.difference?.points } == [11, 2])
        #expect(comparison.unmatched.isEmpty)
    }

    @Test func `a measure that riket lacks gets no row, and what has no own counterpart is told`() throws {
        let comparison = compare(
            try results(codes(negative: 7, positive: 13, clearly: 12)),
            with: try national([
                ("a", .total, .clearlyPositive, .printed(tenMillionths: 5_800_000)),
                ("gone", .total, .positive, .printed(tenMillionths: 5_400_000)),
                ("a", NationalGroup(variable: "kön", name: "Man"), .positive, .counted(3, of: 7)),
            ]))
        #expect(comparison.rows.map(\.measure) == [.clearlyPositive])
        #expect(comparison.unmatched.map(\.key.question) == ["gone", "a"])
    }

    @Test func `an own figure that is protected has no difference`() throws {
        let comparison = compare(
            try results(
                codes(positive: 9, clearly: 3),
                ["kön": Array(repeating: "Kvinna", count: 5) + ["Man", "Man", "Man", "Man"]]),
            with: try national([
                ("a", NationalGroup(variable: "kön", name: "Man"), .positive, .counted(3, of: 7)),
                ("a", NationalGroup(variable: "kön", name: "Kvinna"), .clearlyPositive, .counted(3, of: 7)),
            ]))
        #expect(comparison.rows.map(\.group) == ["Kvinna", "Man"])
        #expect(comparison.rows.last?.own.figure == nil)
        #expect(comparison.rows.last?.difference == nil)
    }

    @Test func `another period's answers are never compared`() throws {
        let old = try analyze([try measurement("2019", version: "2020", ["a": codes(positive: 9)])], of: oneQuestion())
        let comparison = compare([old], with: try national([("a", .total, .positive, .counted(3, of: 7))]))
        #expect(comparison.rows.isEmpty)
        #expect(comparison.unmatched.count == 1)
    }

    @Test(arguments: [
        (6_450_000, 20, 31, 0), (6_400_000, 13, 20, 1), (6_449_999, 13, 20, 1), (6_450_001, 13, 20, 0),
        (0, 20, 20, 100), (10_000_000, 0, 20, -100), (6_333_333, 10_000_000, 10_000_000, 37),
    ]) func `a difference is exact until it is shown`(
        _ printed: Int, _ count: Int, _ base: Int, _ points: Int
    ) throws {
        let from = try #require(Ratio(NationalShare.printed(tenMillionths: printed).count, of: NationalShare.unit))
        let to = try #require(Ratio(count, of: base))
        #expect(Change(from: from, to: to).points == points)
    }
}
