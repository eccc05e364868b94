import Analysis
import Survey
import Testing

@Suite struct `Any answers to any instrument` {
    private static let seeds: Range<UInt64> = 0..<500

    @Test func `give the figures that are found person by person`() throws {
        for seed in Self.seeds {
            let made = RandomCase(seed: seed)
            let results = try analyze(made.measurements, of: made.instrument)
            let found = results.lines
            let expected = NaiveAnalysis(instrument: made.instrument, piles: made.piles)
                .lines(hidden: results.places { [.complement, .isolates].contains($0.reason) })
            let places = Set(found.keys).union(expected.keys).sorted().filter { found[$0] != expected[$0] }
            let first = places.first.map { "\($0): \(found[$0] ?? "nothing"), not \(expected[$0] ?? "nothing")" }
            #expect(places.isEmpty, "seed \(seed): \(first ?? "")")
        }
    }

    @Test func `leave no few people, and none of one mind, outside the groups that are shown`() throws {
        var shown = 0
        for seed in Self.seeds {
            let made = RandomCase(seed: seed)
            let lines = try analyze(made.measurements, of: made.instrument).lines
            let unions = NaiveUnions(
                analysis: NaiveAnalysis(instrument: made.instrument, piles: made.piles),
                isShown: { lines[$0]?.hasPrefix("few") == false })
            let bad = unions.bad()
            #expect(bad.isEmpty, "seed \(seed): \(bad.first ?? "")")
            shown += lines.count { $0.key.contains("20") && !$0.value.hasPrefix("few") }
        }
        // So many rows are shown all the same.
        #expect(shown > 2_000)
    }

    @Test func `tell the audit of every row that is hidden, as it is`() throws {
        for seed in Self.seeds {
            let made = RandomCase(seed: seed)
            let results = try analyze(made.measurements, of: made.instrument)
            let naive = NaiveAnalysis(instrument: made.instrument, piles: made.piles)
            var expected: [String: String] = [:]
            for breakdown in results.breakdowns where breakdown.namesItsGroups {
                let id = breakdown.variable?.id ?? ""
                let division = try #require(naive.divisions().first { ($0.variable?.id ?? "") == id })
                for (wave, pile) in naive.piles.enumerated() {
                    func told(_ name: String, _ people: [Person], _ isHidden: (String) -> Bool) {
                        let place = "\(id) \(name) \(pile.period.label)"
                        if isHidden(place) { expected[place] = "\(people.count)" }
                        for question in pile.version.items.map(\.question) where isHidden("\(place) \(question.id)") {
                            let counts = NaiveCounts(people, question)
                            expected["\(place) \(question.id)"] =
                                "\(people.count): \(counts.negative) \(counts.neither) "
                                + "\(counts.positive - counts.clearly) \(counts.clearly)"
                        }
                    }
                    for name in division.names {
                        told(name, naive.people(name, of: division)[wave]) {
                            results.lines[$0]?.hasPrefix("few") == true
                        }
                    }
                    let none = pile.people.filter { person in !division.names.contains { division.has(person, $0) } }
                    if !none.isEmpty, none.count < pile.people.count { told("-", none) { _ in true } }
                }
            }
            var found: [String: String] = [:]
            for row in results.protected {
                #expect(found[row.place] == nil, "seed \(seed): \(row.place) twice")
                let counts = row.counts
                found[row.place] =
                    "\(row.respondents)"
                    + (row.question == nil
                        ? ""
                        : ": \(counts.negative) \(counts.neither) \(counts.positive) \(counts.clearlyPositive)")
            }
            let wrong = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
            let first = wrong.first.map { "\($0): \(found[$0] ?? "nothing"), not \(expected[$0] ?? "nothing")" }
            #expect(wrong.isEmpty, "seed \(seed): \(first ?? "")")
        }
    }

    @Test func `show nothing under the smallest group, and no change of a protected figure`() throws {
        for seed in Self.seeds {
            let made = RandomCase(seed: seed)
            let results = try analyze(made.measurements, of: made.instrument)
            let smallest = made.instrument.smallestGroup
            for group in results.breakdowns.flatMap(\.groups) {
                for wave in group.waves {
                    if let response = wave.response.figure { #expect(response.answers >= smallest, "seed \(seed)") }
                    for question in wave.questions {
                        if let counts = question.counts.figure {
                            #expect(counts.base >= smallest, "seed \(seed)")
                            #expect(wave.response.figure != nil, "seed \(seed)")
                        }
                        guard case .changed = question.development else { continue }
                        #expect(question.counts.figure != nil, "seed \(seed)")
                        let earlier = try #require(group.waves.last)
                        #expect(earlier.period != wave.period && earlier.response.figure != nil, "seed \(seed)")
                        let former = made.instrument.lineage(
                            of: question.item, in: made.piles[0].version, backTo: made.piles[1].version)
                        guard case .comparable(let item) = former else {
                            Issue.record("seed \(seed): a change where nothing is comparable")
                            continue
                        }
                        #expect(earlier.question(item.question.id)?.counts.figure != nil, "seed \(seed)")
                    }
                }
            }
        }
    }

    @Test func `have classes that sum to the base, and no more clearly positive than positive`() throws {
        for seed in Self.seeds {
            let made = RandomCase(seed: seed)
            let results = try analyze(made.measurements, of: made.instrument)
            for wave in results.breakdowns.flatMap(\.groups).flatMap(\.waves) {
                for counts in wave.questions.compactMap(\.counts.figure) {
                    #expect(counts.negative + counts.neither + counts.positive == counts.base, "seed \(seed)")
                    #expect(counts.positive >= counts.clearlyPositive, "seed \(seed)")
                    #expect(counts.base + counts.partialNonResponse == wave.response.figure?.answers, "seed \(seed)")
                }
            }
        }
    }

    @Test func `give the same results in whatever order the respondents, columns and periods come`() throws {
        for seed in Self.seeds.prefix(200) {
            let made = RandomCase(seed: seed)
            let turned = made.measurements.reversed().map { one in
                Measurement(
                    instrument: one.instrument, version: one.version, period: one.period,
                    answers: Answers(
                        respondents: one.answers.respondents,
                        questions: one.answers.questions.reversed().map {
                            QuestionColumn(question: $0.question, codes: $0.codes.reversed())
                        },
                        groups: one.answers.groups.reversed().map {
                            GroupColumn(
                                variable: $0.variable, values: $0.values, codes: $0.codes.reversed(),
                                choices: $0.choices)
                        }),
                    invited: one.invited, files: one.files)
            }
            let lines = try analyze(made.measurements, of: made.instrument).lines
            #expect(try analyze(turned, of: made.instrument).lines == lines, "seed \(seed)")
        }
    }
}

extension ProtectedRow {
    fileprivate var place: String {
        "\(variable ?? "") \(group ?? "-") \(period.label)" + (question.map { " \($0)" } ?? "")
    }
}

extension Results {
    fileprivate func places(where isMeant: (ProtectedRow) -> Bool) -> Set<String> {
        Set(protected.filter { $0.group != nil && isMeant($0) }.map(\.place))
    }

    /// Everything in it as lines of text by place, as `NaiveAnalysis` writes them.
    fileprivate var lines: [String: String] {
        var lines: [String: String] = [:]
        for breakdown in breakdowns {
            let id = breakdown.variable?.id ?? ""
            lines["\(id) groups"] = breakdown.groups.map(\.name).joined(separator: "|")
            if !id.isEmpty {
                let members = breakdown.merged?.members ?? []
                lines["\(id) merged"] =
                    (members + (breakdown.merged?.hasThoseWithoutValue == true ? ["-"] : [])).joined(separator: "+")
            }
            for group in breakdown.groups {
                for wave in group.waves {
                    let place = "\(id) \(group.name) \(wave.period.label)"
                    lines[place] =
                        wave.response.figure.map { "\($0.answers) of \($0.invited.map { "\($0)" } ?? "unknown")" }
                        ?? "few"
                    for question in wave.questions {
                        let counts = question.counts.figure.map { counts in
                            "\(counts.negative) \(counts.neither) \(counts.positive) (\(counts.clearlyPositive)) of "
                                + "\(counts.base), \(NoAnswer.allCases.map(counts.count))"
                        }
                        lines["\(place) \(question.item.question.id)"] =
                            (counts ?? "few") + "; " + question.development.line
                    }
                }
            }
        }
        return lines
    }
}

extension Development {
    fileprivate var line: String {
        func text(_ change: Change) -> String { "\(change.points)" + (change.differsFromShown ? "*" : "") }
        return switch self {
        case .changed(let positive, let clearly): "\(text(positive)) (\(text(clearly)))"
        case .notComparable(let reason): "not: \(reason)"
        case .protected: "few"
        case .noEarlier: "no earlier"
        case .notAsked: "not asked"
        }
    }
}
