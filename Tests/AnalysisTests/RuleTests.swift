import Analysis
import Survey
import Testing

/// The rules of the numbers, in their order.
@Suite struct `The rules of the numbers` {
    @Test func `rule 1: the base is the substantive answers, and every kind of no answer is counted beside it`() throws
    {
        let counts = try counts([
            Code.clearlyPositive, Code.positive, Code.neither, Code.negative, Code.alsoNegative, Code.blank, Code.blank,
            Code.refused, Code.dontKnow, Code.dontKnow, Code.notApplicable, Code.cannotJudge, Code.outside,
        ])
        #expect(counts.base == 5)
        #expect(counts.count(.unanswered) == 4)
        #expect(counts.count(.dontKnow) == 2)
        #expect(counts.count(.notApplicable) == 1)
        #expect(counts.count(.cannotJudge) == 1)
        #expect(counts.partialNonResponse == 8)
    }

    @Test(arguments: 1...Scale.mostCategories)
    func `rule 1: a code outside the scale is no answer, however many categories the scale has`(_ size: Int) throws {
        let scale = Scale(
            id: "s",
            categories: (1...size).map { Category(code: "\($0)", label: "\($0)", meaning: .answer(.positive)) })
        let outside = (size + 1...255).map { AnswerCode($0) }
        let counts = try counts((0...255).map { AnswerCode($0) }, on: scale)
        #expect(counts.base == size)
        #expect(counts.count(.unanswered) == outside.count + 1)
    }

    @Test func `rule 1: where nobody gave a substantive answer there is no share`() throws {
        let counts = try counts([Code.blank, Code.dontKnow])
        #expect(counts.base == 0)
        for measure in Measure.allCases { #expect(counts.share(measure) == nil) }
    }

    @Test func `rule 2: clearly positive answers are also positive`() throws {
        let counts = try counts(codes(negative: 1, neither: 2, positive: 7, clearly: 3))
        #expect(counts.positive == 7)
        #expect(counts.clearlyPositive == 3)
        #expect(counts.negative + counts.neither + counts.positive == counts.base)
        #expect(Measure.allCases.map { counts[$0] } == [1, 2, 7, 3])
    }

    @Test func `rule 3: 4 of 32 is 13 %, never 12`() throws {
        #expect(try #require(Ratio(4, of: 32)).percent == 13)
    }

    @Test(arguments: [
        (4, 9, 19, 13, [13, 28, 59, 41]),  // personal 2021, question 4
        (2, 11, 14, 7, [7, 41, 52, 26]),  // personal 2020, question 4
        (2, 8, 22, 20, [6, 25, 69, 63]),  // personal 2021, question 3
        (0, 4, 23, 17, [0, 15, 85, 63]),  // personal 2020, question 3
        (6, 6, 15, 5, [22, 22, 56, 19]),  // personal 2020, question 7
        (0, 1, 5, 4, [0, 17, 83, 67]),  // styrelse 2021, question 1
        (0, 4, 5, 3, [0, 44, 56, 33]),  // chefer 2021, question 2
    ])
    func `rule 3: rows of the published table come out`(
        _ negative: Int, _ neither: Int, _ positive: Int, _ clearly: Int, _ published: [Int]
    ) throws {
        let counts = try counts(codes(negative: negative, neither: neither, positive: positive, clearly: clearly))
        #expect(try Measure.allCases.map { try #require(counts.share($0)).percent } == published)
    }

    @Test func `rule 3: nothing is added up from rounded figures, so a row may sum to 99 or 101`() throws {
        let thirds = try counts(codes(negative: 1, neither: 1, positive: 1))
        let eighths = try counts(codes(negative: 1, neither: 1, positive: 6))
        func sum(_ counts: ClassCounts) throws -> Int {
            try [Measure.negative, .neither, .positive].map { try #require(counts.share($0)).percent }.reduce(0, +)
        }
        #expect(try sum(thirds) == 99)
        #expect(try sum(eighths) == 101)
    }

    @Test func `rule 3: on request a row sums to exactly 100, by the largest remainder, the first of equals first`() {
        #expect(percentagesSummingToHundred([1, 1, 1]) == [34, 33, 33])
        #expect(percentagesSummingToHundred([1, 1, 6]) == [13, 12, 75])
        #expect(percentagesSummingToHundred([4, 9, 19]) == [13, 28, 59])
        #expect(percentagesSummingToHundred([0, 0, 7]) == [0, 0, 100])
        #expect(percentagesSummingToHundred([0, 0, 0]) == [0, 0, 0])
        #expect(percentagesSummingToHundred([]) == [])
    }

    @Test func `rule 4: a change from 27 to 32 answers is the difference of exact shares`() throws {
        let change = Change(from: try #require(Ratio(23, of: 27)), to: try #require(Ratio(22, of: 32)))
        #expect(change.points == -16)
        #expect(abs(change.value - -16.435_185) < 0.000_001)
        #expect(!change.differsFromShown)
    }

    @Test func `rule 4: a change that differs from the difference of the shown figures is told`() throws {
        // 52 % is shown for 2020 and 59 % for 2021.
        let (earlier, later) = (try #require(Ratio(14, of: 27)), try #require(Ratio(19, of: 32)))
        let change = Change(from: earlier, to: later)
        #expect(later.percent - earlier.percent == 7)
        #expect(change.points == 8)
        #expect(change.differsFromShown)
    }

    @Test func `rule 4: a change is rounded half away from zero, up and down alike`() throws {
        let (eighth, quarter) = (try #require(Ratio(1, of: 8)), try #require(Ratio(2, of: 8)))
        #expect(Change(from: eighth, to: quarter).points == 13)
        #expect(Change(from: quarter, to: eighth).points == -13)
        #expect(Change(from: eighth, to: eighth).points == 0)
    }

    @Test func `rule 5: a reworded question gives why, and no number`() throws {
        let instrument = instrument([
            try version("2020", [item("a")]),
            try version("2021", [item("a2", .notComparable(reason: "omformulerad 2021"))]),
        ])
        let results = try analyze(
            [
                try measurement("2020", ["a": codes(positive: 20, clearly: 10)]),
                try measurement("2021", version: "2021", ["a2": codes(positive: 20, clearly: 10)]),
            ], of: instrument)
        #expect(results.question("a2")?.development == .notComparable(reason: "omformulerad 2021"))
        #expect(results.question("a2")?.counts.figure?.base == 20)
    }

    @Test func `rule 5: a change may go over several versions, if each step is declared comparable`() throws {
        let versions = [
            try version("2017", [item("a"), item("b")]),
            try version(
                "2019", [item("a", .comparable(with: "a")), item("b2", .notComparable(reason: "ny skala 2019"))]),
            try version("2021", [item("a3", .comparable(with: "a")), item("b2", .comparable(with: "b2"))]),
        ]
        let answers = codes(neither: 5, positive: 5)
        let results = try analyze(
            [
                try measurement("2018", version: "2017", ["a": codes(neither: 8, positive: 2), "b": answers]),
                try measurement("2021", version: "2021", ["a3": answers, "b2": answers]),
            ], of: instrument(versions))
        guard case .changed(let positive, _) = results.question("a3")?.development else {
            Issue.record("no change")
            return
        }
        #expect(positive.points == 30)
        #expect(results.question("b2")?.development == .notComparable(reason: "ny skala 2019"))
    }

    @Test func `rule 5: positive is compared with positive, and clearly positive with clearly positive`() throws {
        let results = try analyze(
            [
                try measurement("2020", ["a": codes(neither: 4, positive: 6, clearly: 1)]),
                try measurement("2021", ["a": codes(neither: 2, positive: 8, clearly: 7)]),
            ], of: try oneQuestion())
        guard case .changed(let positive, let clearly) = results.question("a")?.development else {
            Issue.record("no change")
            return
        }
        #expect(positive.points == 20)
        #expect(clearly.points == 60)
        #expect(results.question("a", wave: 1)?.development == .notAsked)
    }

    @Test func `rule 6: 32 answers of 40 are 80 %, 6 of 13 46 % and 11 of 37 30 %`() throws {
        for (answers, invited, percent) in [(32, 40, 80), (6, 13, 46), (11, 37, 30)] {
            let results = try analyze(
                [try measurement("2021", ["a": codes(positive: answers)], invited: Invited(total: invited))],
                of: try oneQuestion())
            #expect(results.group()?.waves.first?.response.figure?.rate?.percent == percent)
        }
    }

    @Test func `rule 6: where it is unknown how many were asked the rate is unknown, never 100 %`() throws {
        let variable = BackgroundVariable(id: "insats", name: "insats")
        let people = ["a": codes(positive: 12)]
        let groups = ["insats": ["Öst", "Väst"].flatMap { [String](repeating: $0, count: 6) }]
        let unknown = try analyze([try measurement("2021", people, groups: groups)], of: try oneQuestion([variable]))
        #expect(unknown.group()?.waves.first?.response.figure?.answers == 12)
        #expect(unknown.group()?.waves.first?.response.figure?.rate == nil)

        let partly = try analyze(
            [
                try measurement(
                    "2021", people, groups: groups, invited: Invited(total: 20, byGroup: ["insats": ["Öst": 8]]))
            ], of: try oneQuestion([variable]))
        #expect(partly.group()?.waves.first?.response.figure?.rate?.percent == 60)
        #expect(partly.group("Öst", by: "insats")?.waves.first?.response.figure?.rate?.percent == 75)
        #expect(partly.group("Väst", by: "insats")?.waves.first?.response.figure?.rate == nil)
    }

    @Test func `rule 7: the total pools its groups, it is not a mean of their means`() throws {
        let results = try analyze(
            [
                try measurement(
                    "2021", ["a": codes(positive: 5) + codes(negative: 15, positive: 5)],
                    groups: ["insats": [String](repeating: "A", count: 5) + [String](repeating: "B", count: 20)])
            ], of: try oneQuestion([BackgroundVariable(id: "insats", name: "insats")]))
        func percent(_ result: QuestionResult?) -> Int? { result?.counts.figure?.share(.positive)?.percent }
        #expect(percent(results.question("a", in: "A", by: "insats")) == 100)
        #expect(percent(results.question("a", in: "B", by: "insats")) == 25)
        #expect(percent(results.question("a")) == 40)
    }

    @Test func `rule 7: an answer belongs to every group it matches, and without a value to the total alone`() throws {
        let background = ["insats", "kön"].map { BackgroundVariable(id: $0, name: $0) }
        let results = try analyze(
            [
                try measurement(
                    "2021", ["a": codes(positive: 12)],
                    groups: [
                        "insats": [String](repeating: "A", count: 7) + [String](repeating: "B", count: 5),
                        "kön": (0..<12).map { $0.isMultiple(of: 2) ? "Kvinna" : "" },
                    ])
            ], of: try oneQuestion(background))
        func answers(_ name: String, _ variable: String) -> Int? {
            results.group(name, by: variable)?.waves.first?.response.figure?.answers
        }
        #expect(results.breakdowns.map { $0.variable?.id } == [nil, "insats", "kön"])
        #expect(answers("A", "insats") == 7)
        #expect(answers("B", "insats") == 5)
        #expect(answers("Kvinna", "kön") == 6)
        #expect(results.breakdowns.last?.groups.count == 1)
        #expect(results.group()?.waves.first?.response.figure?.answers == 12)
    }

    @Test func `rule 9: a figure has its question, group, period, n, count and files`() throws {
        let file = SourceFile(name: "personal.csv", sha256: "c0ffee", size: 1, rows: 9, emptyRows: 0, leftOut: [])
        let results = try analyze(
            [try measurement("2021", ["a": codes(neither: 3, positive: 6)], files: [file])], of: try oneQuestion())
        let wave = try #require(results.group()?.waves.first)
        let question = try #require(wave.question("a"))
        let share = try #require(question.counts.figure?.share(.positive))
        #expect(question.item.question.text == "Fråga a?")
        #expect(results.group()?.name == "Totalt")
        #expect((share.count, share.base) == (6, 9))
        let origin = try #require(results.waves.first { $0.period == wave.period })
        #expect(origin.files == [file])
        #expect(origin.version.id == "2020")
    }
}
