import Analysis
import Survey
import Testing

@Suite("A question over the years")
struct HistoryTests {
    private static let rewording = "omformulerad 2020"

    /// `a` is asked all along; `b` is called `old` in the first version; `c` is reworded in 2020; `d` is new in 2022.
    private func threeVersions() throws -> Instrument {
        instrument([
            try version("2018", [item("a"), item("old", number: 2), item("c", number: 3)]),
            try version(
                "2020",
                [
                    item("c", .notComparable(reason: Self.rewording), number: 1),
                    item("b", .comparable(with: "old"), number: 2), item("a", .comparable(with: "a"), number: 3),
                ]),
            try version(
                "2022",
                [
                    item("a", .comparable(with: "a")), item("b", .comparable(with: "b"), number: 2),
                    item("c", .comparable(with: "c"), number: 3), item("d", .first, number: 4),
                ]),
        ])
    }

    private func answers(_ when: String, _ version: String, positive: [String: Int], of base: Int = 10) throws
        -> PeriodFigures
    {
        .answers(
            try measurement(
                when, version: version,
                positive.mapValues { codes(negative: base - $0, positive: $0) }))
    }

    private func periods(_ years: ClosedRange<Int>) throws -> [Period] { try years.map { try period("\($0)") } }

    /// The positive answers of each point, or why there are none.
    private func line(_ history: History, _ question: String) -> [String]? {
        history.questions.first { $0.item.question.id == question }?.points.map { point in
            switch point {
            case .figure(let counts): "\(counts.positive)/\(counts.base)"
            case .protected: "few"
            case .notComparable(let reason): reason
            case .noMeasurement: "-"
            }
        }
    }

    @Test func `is followed through three versions, over a year without a measurement, until its chain is broken`()
        throws
    {
        let known = [
            try answers("2018", "2018", positive: ["a": 3, "old": 4, "c": 5]),
            try answers("2020", "2020", positive: ["a": 6, "b": 7, "c": 8]),
            try answers("2021", "2020", positive: ["a": 7, "b": 8, "c": 9]),
            try answers("2022", "2022", positive: ["a": 8, "b": 9, "c": 10, "d": 6]),
        ]
        let history = try history(
            known, of: try threeVersions(), ending: try period("2022"), compared: try period("2021"),
            asked: try periods(2018...2022))
        #expect(history.periods == (try periods(2018...2022)))
        #expect(history.questions.map(\.item.question.id) == ["a", "b", "c", "d"])
        #expect(line(history, "a") == ["3/10", "-", "6/10", "7/10", "8/10"])
        #expect(line(history, "b") == ["4/10", "-", "7/10", "8/10", "9/10"])
        #expect(line(history, "c") == [Self.rewording, "-", "8/10", "9/10", "10/10"])
        #expect(line(history, "d") == ["ny 2022", "-", "ny 2022", "ny 2022", "6/10"])
    }

    @Test func `stays broken even where an older year used the present version`() throws {
        let known = [
            try answers("2020", "2022", positive: ["a": 4, "c": 2]),
            try answers("2021", "2018", positive: ["a": 3, "c": 4]),
            try answers("2022", "2022", positive: ["a": 5, "c": 6]),
        ]
        let history = try history(
            known, of: try threeVersions(), ending: try period("2022"), compared: nil, asked: try periods(2020...2022))
        #expect(line(history, "a") == ["4/10", "3/10", "5/10"])
        #expect(line(history, "c") == [Self.rewording, Self.rewording, "6/10"])
    }

    @Test func `an older year in a newer version than the present cannot be compared`() throws {
        let known = [
            try answers("2020", "2020", positive: ["a": 1]), try answers("2021", "2018", positive: ["a": 2]),
        ]
        let history = try history(
            known, of: try threeVersions(), ending: try period("2021"), compared: nil, asked: try periods(2020...2021))
        #expect(line(history, "a") == ["enkätens version är okänd", "2/10"])
    }

    @Test func `what the answers may not show is not shown in any year`() throws {
        let known = [
            try answers("2018", "2018", positive: ["a": 4], of: 4), try answers("2020", "2020", positive: ["a": 3]),
            PeriodFigures.answers(
                try measurement(
                    "2022", version: "2022",
                    ["a": codes(positive: 4, dontKnow: 6), "b": codes(positive: 5, dontKnow: 5)])
            ),
        ]
        let history = try history(
            known, of: try threeVersions(), ending: try period("2022"), compared: nil, asked: try periods(2018...2022))
        #expect(line(history, "a") == ["few", "-", "3/10", "-", "few"])
        #expect(line(history, "b") == ["few", "-", "few", "-", "5/5"])
    }

    @Test func `shows the five nearest years and never leaves out the one compared with`() throws {
        let known = try (2014...2022).map { try answers("\($0)", "2018", positive: ["a": $0 - 2012]) }
        func shown(_ compared: String?, asked: [Period]) throws -> [String] {
            let history = try history(
                known, of: try threeVersions(), ending: try period("2020"), compared: try compared.map(period),
                asked: asked)
            let points = try #require(line(history, "a"))
            #expect(points == history.periods.map { "\($0.first.year - 2012)/10" })
            return history.periods.map(\.label)
        }
        let all = try periods(2014...2022)
        #expect(try shown(nil, asked: all) == ["2016", "2017", "2018", "2019", "2020"])
        #expect(try shown("2019", asked: all.reversed() + all) == ["2016", "2017", "2018", "2019", "2020"])
        #expect(try shown("2014", asked: all) == ["2014", "2017", "2018", "2019", "2020"])
        #expect(try shown("2014", asked: []) == ["2014", "2020"])
        #expect(try shown("2021", asked: [try period("2018")]) == ["2018", "2020"])
    }

    @Test func `is told by the newest version that there are answers to`() throws {
        let known = [try answers("2018", "2018", positive: ["a": 3]), try answers("2020", "2020", positive: ["a": 6])]
        let history = try history(
            known, of: try threeVersions(), ending: try period("2022"), compared: nil, asked: try periods(2018...2022))
        #expect(history.questions.map(\.item.question.id) == ["c", "b", "a"])
        #expect(line(history, "a") == ["3/10", "-", "6/10", "-", "-"])
    }

    @Test func `without any answers there are periods and no questions`() throws {
        let empty = try measurement("2022", version: "2022", ["a": []])
        let of = try threeVersions()
        let asked = try periods(2021...2022)
        let none = try history([], of: of, ending: asked[1], compared: asked[0], asked: asked)
        #expect(none.periods == asked && none.questions.isEmpty)
        let nobody = try history([.answers(empty)], of: of, ending: asked[1], compared: asked[0], asked: asked)
        #expect(line(nobody, "a") == ["-", "-"])
    }

    @Test func `a version that the instrument does not have is refused, in a year that is shown`() throws {
        let known = [try answers("2019", "2019", positive: ["a": 3]), try answers("2022", "2022", positive: ["a": 3])]
        let of = try threeVersions()
        let ending = try period("2022")
        #expect(
            throws: AnalysisFailure.unknownVersion(instrument: "personal", version: "2019", period: try period("2019"))
        ) {
            try history(known, of: of, ending: ending, compared: nil, asked: try periods(2018...2022))
        }
        let shown = try history(known, of: of, ending: ending, compared: nil, asked: try periods(2020...2022))
        #expect(line(shown, "a") == ["-", "-", "3/10"])
    }
}
