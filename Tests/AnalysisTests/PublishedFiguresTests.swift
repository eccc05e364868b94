import Analysis
import Survey
import TestSupport
import Testing

@Suite("A year of which only what was given out is left")
struct PublishedFiguresTests {
    private static let seeds: Range<UInt64> = 0..<500

    private func published(_ results: Results, wave: Int = 0) -> PublishedPeriod {
        publishedPeriods(of: [results])[wave]
    }

    /// The figures of a table's groups in one period, as text by place.
    private func lines(_ results: Results, _ period: Period) -> [String: String] {
        var lines: [String: String] = [:]
        for breakdown in results.breakdowns where breakdown.isShown {
            for group in breakdown.groups {
                for wave in group.waves where wave.period == period {
                    let place = "\(breakdown.variable?.id ?? "") \(group.name)"
                    lines[place] =
                        wave.response.figure.map { "\($0.answers) of \($0.invited.map(String.init) ?? "unknown")" }
                        ?? "few"
                    for question in wave.questions {
                        lines["\(place) \(question.item.question.id)"] =
                            question.counts.figure.map { "\($0.published)" } ?? "few"
                    }
                }
            }
        }
        return lines
    }

    @Test func `gives the same tables as its answers gave`() throws {
        var shown = 0
        var hidden = 0
        for seed in Self.seeds {
            let made = RandomCase(seed: seed)
            for measurement in made.measurements {
                let before = try analyze([measurement], of: made.instrument)
                let after = try analyze(figures: [.published(published(before))], of: made.instrument)
                let expected = lines(before, measurement.period)
                #expect(lines(after, measurement.period) == expected, "seed \(seed)")
                #expect(after.waves.map(\.isErased) == [true] && before.waves.map(\.isErased) == [false])
                // And given out again, they are what they were.
                #expect(published(after) == published(before), "seed \(seed)")
                shown += expected.values.count { $0 != "few" }
                hidden += expected.values.count { $0 == "few" }
            }
        }
        #expect(shown > 2_000)
        #expect(hidden > 2_000)
    }

    @Test func `shows beside a later year nothing but what it showed then`() throws {
        var compared = 0
        for seed in Self.seeds {
            let made = RandomCase(seed: seed)
            guard made.measurements.count == 2 else { continue }
            let (later, earlier) = (made.measurements[0], made.measurements[1])
            let then = published(try analyze([earlier], of: made.instrument))
            let given = lines(try analyze(figures: [.published(then)], of: made.instrument), earlier.period)
            let now = try analyze(figures: [.published(then), .answers(later)], of: made.instrument)
            for (place, figures) in lines(now, earlier.period) where figures != "few" {
                #expect(given[place] == figures, "seed \(seed): \(place)")
                compared += 1
            }
            // The total is as complete as with the answers, its changes too.
            let both = try analyze([later, earlier], of: made.instrument)
            #expect(
                now.group()?.waves.first?.questions.map(\.development)
                    == both.group()?.waves.first?.questions.map(\.development), "seed \(seed)")
            // A change is one between two figures that are shown.
            for group in now.breakdowns.flatMap(\.groups) {
                for question in group.waves.first?.questions ?? [] {
                    guard case .changed(let positive, _) = question.development else { continue }
                    let former = try #require(now.former(of: question, in: group)?.counts.figure?.share(.positive))
                    let share = try #require(question.counts.figure?.share(.positive))
                    #expect(positive == Change(from: former, to: share), "seed \(seed)")
                }
            }
        }
        #expect(compared > 500)
    }

    @Test func `groups that were put together then are not set beside others that are put together now`() throws {
        let insats = BackgroundVariable(id: "insats", name: "insats", smallGroups: .merge(as: "Övriga"))
        let of = try oneQuestion([insats])
        func year(_ when: String, _ sizes: [String: Int]) throws -> Measurement {
            let values = sizes.sorted { $0.key < $1.key }.flatMap { [String](repeating: $0, count: $1) }
            return try measurement(when, ["a": codes(positive: values.count)], groups: ["insats": values])
        }
        let then = try analyze([try year("2020", ["A": 2, "B": 4, "C": 9])], of: of)
        let given = published(then)
        #expect(given.groups.map(\.name) == ["Totalt", "C", "Övriga"])
        // In 2021 it is A and D that are few.
        let now = try analyze(
            figures: [.published(given), .answers(try year("2021", ["A": 3, "B": 8, "C": 9, "D": 2]))], of: of)
        let table = try #require(now.breakdowns.last)
        #expect(
            table.groups.map { "\($0.name) \($0.waves.map(\.period.label))" } == [
                #"B ["2021"]"#, #"C ["2021", "2020"]"#, #"Övriga ["2021"]"#,
            ])
        #expect(now.question("a", in: "Övriga", by: "insats")?.development == .noEarlier)
        #expect(now.question("a", in: "C", by: "insats")?.development != .noEarlier)
    }

    @Test func `has no figure where the publication has none`() throws {
        let of = instrument([try version("2020", [item("a"), item("b", number: 2)])])
        let total = PublishedGroup(
            variable: nil, name: "Totalt", answers: 7, invited: nil,
            questions: [PublishedQuestion(question: "b", counts: nil)])
        func analyzed(_ groups: [PublishedGroup]) throws -> Results {
            try analyze(
                figures: [
                    .published(
                        PublishedPeriod(
                            instrument: "personal", version: "2020", period: try period("2020"), files: [],
                            constructed: false, importedAt: nil, groups: groups))
                ], of: of)
        }
        let wave = try #require(try analyzed([total]).group()?.waves.first)
        #expect(wave.response.figure?.answers == 7 && wave.response.figure?.rate == nil)
        #expect(wave.questions.map(\.counts) == [.protected, .protected])
        #expect(try analyzed([]).group()?.waves.isEmpty == true)
    }
}

extension ClassCounts {
    fileprivate var published: PublishedCounts {
        PublishedCounts(
            negative: negative, neither: neither, positive: positive, clearlyPositive: clearlyPositive)
    }
}
