import Survey
import Testing

@testable import Analysis

@Suite struct `The audit finds what can be worked out` {
    private static let women = MadeTable.Group(
        name: "Kvinna", answers: RowCounts(negative: 4, neither: 3, positive: 13))
    private static let men = MadeTable.Group(name: "Man", answers: RowCounts(negative: 3, neither: 2, positive: 7))
    private static let others = MadeTable.Group(
        name: "Annat", answers: RowCounts(negative: 1, positive: 2), hidden: .tooFew, peopleHidden: .tooFew)

    private static func hidden(_ group: MadeTable.Group) -> MadeTable.Group {
        var group = group
        (group.hidden, group.peopleHidden) = (.complement, .complement)
        return group
    }

    private func findings(_ table: MadeTable, given: [Publication] = []) throws -> [String] {
        auditProtection(of: [try table.results()], histories: [], given: given).findings.map(\.line)
    }

    @Test func `nothing in a table where another group is hidden beside the small one`() throws {
        let table = MadeTable(groups: [Self.women, Self.hidden(Self.men), Self.others])
        let audit = auditProtection(of: [try table.results()], histories: [], given: [])
        #expect(audit.findings.map(\.line) == [])
        // Of 15 respondents both groups are known to have somebody.
        #expect(
            audit.rows.map {
                "\($0.row.group ?? "-") \($0.row.question ?? "N") \($0.answers.lowest)-\($0.answers.highest ?? -1)"
            }
                == ["Man N 1-14", "Man a 0-14", "Annat N 1-14", "Annat a 0-14"])
    }

    @Test func `a small group that is alone hidden is the total less the others`() throws {
        let found0 = try findings(MadeTable(groups: [Self.women, Self.men, Self.others]))
        #expect(
            found0 == [
                "failure kön [Annat, -] N: few 3 of 5",
                "failure kön [Annat] N: narrow 1-3",
                "failure kön [Annat, -] a: few 3 of 5",
                "failure kön [Annat] a: narrow 0-1",
            ])
    }

    @Test func `a few without a value are the total less the groups`() throws {
        let table = MadeTable(
            groups: [Self.women, Self.men],
            without: MadeTable.Group(name: "", answers: RowCounts(negative: 1, positive: 1)))
        let found1 = try findings(table)
        #expect(
            found1 == [
                "failure kön [-] N: few 2 of 5",
                "failure kön [-] N: narrow 2-2",
                "failure kön [-] a: few 2 of 5",
                "failure kön [-] a: narrow 1-1",
            ])
    }

    @Test func `answers shown of a group are the least that it can be`() throws {
        // 15 are hidden together, and 12 of them are known to be men.
        var men = Self.men
        men.peopleHidden = .complement
        let table = MadeTable(groups: [Self.women, men, Self.others])
        let found2 = try findings(table)
        #expect(
            found2.contains(
                "failure kön [Annat] N: narrow 1-3"
            ))
    }

    @Test func `what a respondent knows of the own answer narrows the rest`() throws {
        var men = Self.hidden(Self.men)
        men.answers = RowCounts(negative: 1, positive: 11)
        // Two negative answers: a man who gave one of them knows that the other is at most one.
        let found3 = try findings(MadeTable(groups: [Self.women, men, Self.others]))
        #expect(
            found3 == [
                "failure kön [Annat] a: narrow 0-1 to a respondent"
            ])
        // Hidden together with nobody else's the answers would be too many alike.
        men.answers = RowCounts(negative: 8)
        var others = Self.others
        others.answers = RowCounts(negative: 3)
        let found4 = try findings(MadeTable(groups: [Self.women, men, others]))
        #expect(
            found4.contains(
                "failure kön [Man, Annat, -] a: alike 11"))
    }

    @Test(arguments: [
        (AttributeRule.none, RowCounts(negative: 6), []),
        (
            .unfavourable, RowCounts(negative: 5, positive: 1),
            ["failure kön [Man] a: shown nearlyAll"]
        ),
        (
            .unfavourable, RowCounts(negative: 3, neither: 3),
            ["failure kön [Man] a: shown nearlyAll"]
        ),
        (.unfavourable, RowCounts(positive: 6), []),
        (
            .all, RowCounts(positive: 4, clearlyPositive: 2),
            ["failure kön [Man] a: shown nearlyAll"]
        ),
        (.unfavourable, RowCounts(negative: 20), ["warning kön [Man] a: shown nearlyAll"]),
        (.none, RowCounts(negative: 2, positive: 2), ["failure kön [Man] a: shown tooFew"]),
    ])
    func `a row that may not be shown by itself`(_ rule: AttributeRule, _ row: RowCounts, _ expected: [String]) throws {
        let women = MadeTable.Group(
            name: "Kvinna", answers: RowCounts(negative: 20, neither: 20, positive: 20, clearlyPositive: 20))
        let men = MadeTable.Group(name: "Man", answers: row, people: 20)
        let found5 = try findings(MadeTable(groups: [women, men], attribute: rule))
        #expect(found5 == expected)
    }

    @Test func `a group's row of a question that is for the total alone`() throws {
        let found6 = try findings(MadeTable(groups: [Self.women, Self.men], isOnlyTotal: true))
        #expect(
            found6 == [
                "failure kön [Kvinna] a: shown onlyTotal",
                "failure kön [Man] a: shown onlyTotal",
            ])
    }

    @Test func `a change beside last year's figure`() throws {
        let codes2020 = codes(negative: 4, positive: 16)
        let codes2021 = codes(negative: 2, positive: 14)
        let results = try analyze(
            [try measurement("2020", ["a": codes2020]), try measurement("2021", ["a": codes2021])],
            of: try oneQuestion())
        #expect(auditProtection(of: [results], histories: [], given: []).findings.isEmpty)
        let total = try #require(results.group())
        let (now, before) = (total.waves[0], total.waves[1])
        let result = try #require(now.questions.first)
        let hidden = GroupWave(
            period: now.period, response: now.response,
            questions: [QuestionResult(item: result.item, counts: .protected, development: result.development)],
            loop: nil)
        let leaking = Results(
            instrument: results.instrument, waves: results.waves,
            breakdowns: [
                Breakdown(
                    variable: nil, groups: [GroupResults(name: "Totalt", members: [], waves: [hidden, before])],
                    merged: nil,
                    canOverlap: false)
            ])
        #expect(
            auditProtection(of: [leaking], histories: [], given: []).findings.map(\.line)
                == ["failure total [Totalt] a: change"])
    }

    // MARK: Beside what was given out before

    @Test func `two editions that hide different groups beside the small one`() throws {
        let then = MadeTable(groups: [Self.women, Self.hidden(Self.men), Self.others])
        let now = MadeTable(groups: [Self.hidden(Self.women), Self.men, Self.others])
        let found7 = try findings(now)
        #expect(found7 == [])
        let found8 = try findings(now, given: [then.publication()])
        #expect(
            found8 == [
                "failure kön [Annat, -] N: few 3 of 5",
                "failure kön [Annat] N: narrow 1-3",
                "failure kön [Annat, -] a: few 3 of 5",
                "failure kön [Annat] a: narrow 0-1",
            ])
    }

    @Test func `what an edition gave away by itself is a warning`() throws {
        let then = MadeTable(groups: [Self.women, Self.men, Self.others])
        let now = MadeTable(groups: [Self.women, Self.hidden(Self.men), Self.others])
        let lines = try findings(now, given: [then.publication()])
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.hasPrefix("warning kön [Annat") }, "\(lines)")
    }

    @Test func `a group that was given out together with others and is split now`() throws {
        var together = MadeTable.Group(name: "Man, Annat", answers: Self.men.answers + Self.others.answers)
        together.members = ["Man", "Annat"]
        let then = MadeTable(groups: [Self.women, together])
        let now = MadeTable(groups: [Self.hidden(Self.women), Self.men, Self.others])
        let found9 = try findings(now)
        #expect(found9 == [])
        let found10 = try findings(now, given: [then.publication()])
        #expect(found10.contains("failure kön [Annat] a: few 3 of 5"))
        // Told apart it is what it was.
        let found11 = try findings(then, given: [then.publication()])
        #expect(found11 == [])
    }

    @Test func `one answer more than in the edition before`() throws {
        let then = MadeTable(groups: [Self.women, Self.men])
        var women = Self.women
        women.answers.negative += 1
        let now = MadeTable(groups: [women, Self.men])
        let since = "few of 5 since bilaga-2021.ods"
        let found12 = try findings(now, given: [then.publication()])
        #expect(
            found12 == [
                "failure total [Totalt] N: \(since)", "failure kön [Kvinna] N: \(since)",
            ])
        // The later edition gave that out already.
        let found13 = try findings(now, given: [now.publication("ny.ods"), then.publication()])
        #expect(
            found13 == [
                "warning total [Totalt] N: \(since)", "warning kön [Kvinna] N: \(since)",
            ])
        var more = Self.women
        more.answers = more.answers + RowCounts(negative: 2, neither: 1, positive: 3)
        let found14 = try findings(MadeTable(groups: [more, Self.men]), given: [then.publication()])
        #expect(found14 == [])
    }

    @Test func `an answer moved to another class`() throws {
        let then = MadeTable(groups: [Self.women, Self.men])
        var men = Self.men
        (men.answers.negative, men.answers.positive) = (men.answers.negative - 1, men.answers.positive + 1)
        let since = "few of 5 since bilaga-2021.ods"
        let found15 = try findings(MadeTable(groups: [Self.women, men]), given: [then.publication()])
        #expect(
            found15 == [
                "failure total [Totalt] a: \(since)", "failure kön [Man] a: \(since)",
            ])
    }
}
