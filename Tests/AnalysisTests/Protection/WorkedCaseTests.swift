import Survey
import Testing

@testable import Analysis

@Suite struct `Protection: worked cases` {
    private func mixed(_ respondents: Int) -> TestGroup {
        TestGroup(respondents, gave(respondents / 2, 0, respondents - respondents / 2))
    }

    @Test func `of 9 that are 3 and 6 only the 9 are shown`() {
        let outcome = protect(table(divided([mixed(3), mixed(6)])))
        #expect(outcome.total == .init(response: nil, items: [nil]))
        #expect(outcome.reasons(nil) == [.tooFew, .complement])
        #expect(outcome.reasons(0) == [.tooFew, .complement])
    }

    @Test func `of 13 that are 3, 6 and 4 the 6 may be shown, since 7 stay together`() {
        let outcome = protect(table(divided([mixed(3), mixed(6), mixed(4)])))
        #expect(outcome.reasons(nil) == [.tooFew, nil, .tooFew])
        #expect(outcome.reasons(0) == [.tooFew, nil, .tooFew])
    }

    @Test(arguments: [(1, 0, false), (1, 2, false), (2, 2, true), (0, 0, true)])
    func `where negative answers are protected the 6 are shown only if those of the 3 and 4 stay uncertain`(
        _ inThree: Int, _ inFour: Int, _ isShown: Bool
    ) {
        let groups = [
            TestGroup(3, gave(inThree, 0, 3 - inThree)), TestGroup(6, gave(3, 0, 3)),
            TestGroup(4, gave(inFour, 0, 4 - inFour)),
        ]
        let outcome = protect(table(divided(groups), attribute: .unfavourable))
        #expect(outcome.shown(nil) == [false, true, false])
        #expect(outcome.reasons(0) == [.tooFew, isShown ? nil : .complement, .tooFew])
    }

    @Test func `80 and 60 and 2 who are neither: the 60 give way`() {
        let outcome = protect(table(divided([mixed(80), mixed(60)], without: mixed(2))))
        #expect(outcome.reasons(nil) == [nil, .complement])
        #expect(outcome.reasons(0) == [nil, .complement])
    }

    @Test(arguments: [0, 5, 9]) func `those without a value who are nobody or enough hide nothing`(_ without: Int) {
        let outcome = protect(table(divided([mixed(80), mixed(60)], without: mixed(without))))
        #expect(outcome.reasons(nil) == [nil, nil])
        #expect(outcome.reasons(0) == [nil, nil])
    }

    @Test func `fewer answers to a question than respondents hide the question alone`() {
        let few = TestGroup(30, gave(1, 1, 2))
        let outcome = protect(table(divided([mixed(20), few, mixed(10)])))
        #expect(outcome.reasons(nil) == [nil, nil, nil])
        #expect(outcome.reasons(0) == [nil, .tooFew, .complement])
    }

    @Test func `where nobody of a group answered a question the others are shown`() {
        let outcome = protect(table(divided([mixed(20), TestGroup(8, gave(0, 0, 0))]), attribute: .unfavourable))
        #expect(outcome.reasons(0) == [nil, .tooFew])
    }

    @Test func `a group whose number of respondents is hidden shows no answers, which would be a lower bound of it`() {
        let silent = TestGroup(3, gave(0, 0, 0))
        let outcome = protect(table(divided([silent, mixed(6), mixed(20)])))
        #expect(outcome.reasons(nil) == [.tooFew, .complement, nil])
        #expect(outcome.reasons(0) == [.tooFew, .complement, nil])
    }

    @Test(arguments: [([4, 1, 1, 9], false), ([4, 1, 2, 9], true), ([4, 2, 9], true), ([4, 1, 9], false)])
    func `each hidden group has somebody, which can tell how many are in another`(_ sizes: [Int], _ isShown: Bool) {
        let outcome = protect(table(divided(sizes.map(mixed))))
        #expect(outcome.shown(nil).last == isShown)
    }

    @Test(arguments: [(AttributeRule.none, true), (.unfavourable, true), (.all, false)])
    func `0, 17 and 83 per cent of 6 are shown unless every class is protected`(
        _ attribute: AttributeRule, _ isShown: Bool
    ) {
        let board = table(divided([TestGroup(6, gave(0, 1, 3, 2))]), attribute: attribute)
        let outcome = protect(board)
        #expect(outcome.total.items == [isShown ? nil : .nearlyAll])
        #expect(outcome.reasons(0) == [isShown ? nil : .nearlyAll])
    }

    @Test(
        arguments: [
            (gave(6, 0, 0), AttributeRule.none, nil), (gave(6, 0, 0), .unfavourable, .nearlyAll),
            (gave(5, 0, 1), .unfavourable, .nearlyAll), (gave(4, 0, 2), .unfavourable, nil),
            (gave(0, 6, 0), .unfavourable, .nearlyAll), (gave(2, 3, 0, 1), .unfavourable, .nearlyAll),
            (gave(0, 0, 6), .unfavourable, nil), (gave(0, 0, 6), .all, .nearlyAll),
            (gave(0, 0, 0, 6), .all, .nearlyAll),
            (gave(1, 0, 3, 2), .all, .nearlyAll), (gave(1, 1, 2, 2), .all, nil),
            (gave(19, 0, 0), .unfavourable, .nearlyAll),
            (gave(20, 0, 0), .unfavourable, nil), (gave(18, 0, 1), .all, .nearlyAll), (gave(0, 0, 0, 20), .all, nil),
            (gave(2, 2, 0), .none, .tooFew), (gave(2, 3, 0), .none, nil),
        ] as [(RowCounts, AttributeRule, ProtectionReason?)])
    func `a row is hidden where all or all but one answered alike`(
        _ row: RowCounts, _ attribute: AttributeRule, _ reason: ProtectionReason?
    ) {
        #expect(RowRule(smallestGroup: 5, attribute: attribute).reason(toHide: row) == reason)
    }

    @Test func `a group that is all negative takes with it the group that leaves it most uncertain, not the smallest`()
    {
        // There is room for two more negative answers among the 8, but the only one of the 10 knows that there are none.
        let negative = TestGroup(8, gave(6, 0, 0))
        let (few, many) = (TestGroup(10, gave(1, 0, 9)), TestGroup(12, gave(4, 0, 8)))
        let outcome = protect(table(divided([negative, few, many, mixed(40)]), attribute: .unfavourable))
        #expect(outcome.reasons(nil) == [nil, nil, nil, nil])
        #expect(outcome.reasons(0) == [.nearlyAll, nil, .complement, nil])
    }

    @Test func `a variable may have a higher limit, which what is left over must reach too`() {
        let outcome = protect(table(divided([mixed(8), mixed(12), mixed(10), mixed(1)], limit: 10)))
        #expect(outcome.reasons(nil) == [.tooFew, nil, .complement, .tooFew])
    }

    @Test func `a question for the total alone is shown for no group and hides nothing else`() {
        var made = table(
            divided([TestGroup(20, gave(9, 2, 9), gave(9, 2, 9)), TestGroup(20, gave(9, 2, 9), gave(9, 2, 9))]))
        made = ProtectionTable(
            rules: made.rules, items: [ItemRule(isOnlyTotal: true), ItemRule(isOnlyTotal: false)], total: made.total,
            divisions: made.divisions)
        let outcome = protect(made)
        #expect(outcome.total.items == [nil, nil])
        #expect(outcome.reasons(0) == [.onlyTotal, .onlyTotal])
        #expect(outcome.reasons(1) == [nil, nil])
        #expect(outcome.reasons(nil) == [nil, nil])
    }

    @Test func `a total that is hidden hides all of its groups`() {
        let outcome = protect(table(divided([mixed(2), mixed(2)])))
        #expect(outcome.total == .init(response: .tooFew, items: [.tooFew]))
        #expect(outcome.reasons(nil) == [.tooFew, .tooFew])
    }

    @Test func `of groups as large as one another the later gives way`() {
        let outcome = protect(table(divided([mixed(9), mixed(9), mixed(3), mixed(9)])))
        #expect(outcome.reasons(0) == [nil, nil, .tooFew, .complement])
    }

    @Test func `without the complement each row is hidden for itself alone`() {
        let outcome = protect(table(divided([mixed(3), mixed(6)]), isComplementary: false))
        #expect(outcome.reasons(nil) == [.tooFew, nil])
        #expect(outcome.reasons(0) == [.tooFew, nil])
    }

    // MARK: - Given out before

    private func known(_ cells: [Int]) -> [KnownRow] {
        [KnownRow(cells: cells, item: nil), KnownRow(cells: cells, item: 0)]
    }

    @Test func `a row given out before splits what stays together`() {
        let groups = [mixed(3), mixed(6), mixed(20)]
        let plain = protect(table(divided(groups)))
        #expect(plain.reasons(0) == [.tooFew, .complement, nil])
        // The 3 and the 20 together are known: with the 20 shown the 3 would be, whatever the 6 are.
        let outcome = protect(table(divided(groups, known: known([0, 2]))))
        #expect(outcome.reasons(0) == [.tooFew, nil, .complement])
        #expect(outcome.unavoidable.isEmpty)
    }

    @Test func `what has been given out cannot be hidden, and no more is hidden in vain`() {
        let outcome = protect(table(divided([mixed(3), mixed(6), mixed(20)], known: known([0]))))
        #expect(outcome.reasons(nil) == [.tooFew, nil, nil])
        #expect(outcome.reasons(0) == [.tooFew, nil, nil])
        #expect(
            outcome.unavoidable == [
                .init(division: 0, item: nil, cells: [0]), .init(division: 0, item: 0, cells: [0]),
            ])
    }

    @Test func `what a row given out before would tell of the few who have come since hides another row with it`() {
        let outcome = protect(
            table(divided([mixed(11), mixed(12), mixed(30)], forbidden: [(0, nil), (0, 0)])))
        #expect(outcome.reasons(nil) == [.earlier, .complement, nil])
        #expect(outcome.reasons(0) == [.earlier, .complement, nil])
    }

    // MARK: - Groups inside others, and several groups

    private func inside(_ inner: (Int, Int), _ outer: (Int, Int)) -> Nesting {
        Nesting(
            inner: .init(division: inner.0, group: inner.1), outer: .init(division: outer.0, group: outer.1))
    }

    @Test func `a group less those inside it may not leave few`() {
        // 18 of the 20 in the first kommun are in the first insats.
        let (kommuner, insatser) = (divided([mixed(20), mixed(40)]), divided([mixed(18), mixed(42)]))
        let apart = protect(table(kommuner, insatser))
        #expect(apart.shown(nil) == [true, true] && apart.shown(nil, in: 1) == [true, true])
        let outcome = protect(table(kommuner, insatser, nestings: [inside((1, 0), (0, 0))]))
        // One insats hidden could be worked out of the total, and so could one kommun.
        let hidden = [outcome.shown(nil), outcome.shown(nil, in: 1)].flatMap(\.self).filter { !$0 }.count
        #expect(hidden == 2)
        #expect(outcome.shown(nil) == [true, true] || outcome.shown(nil, in: 1) == [true, true])
    }

    @Test func `a group less those inside it may leave enough`() {
        let (kommuner, insatser) = (divided([mixed(20), mixed(40)]), divided([mixed(15), mixed(45)]))
        let outcome = protect(table(kommuner, insatser, nestings: [inside((1, 0), (0, 0))]))
        #expect(outcome.shown(nil) == [true, true] && outcome.shown(nil, in: 1) == [true, true])
    }

    @Test func `hidden groups that are known together may not be split by a group inside one of them`() {
        let kommuner = divided([mixed(3), mixed(6), mixed(40)])
        let insatser = divided([mixed(5), mixed(44)])
        let outcome = protect(table(kommuner, insatser, nestings: [inside((1, 0), (0, 1))]))
        // 9 are known together; 5 of them shown would leave 4.
        #expect(outcome.shown(nil) == [false, false, false] || outcome.shown(nil, in: 1) == [false, false])
    }

    /// Cells by groups.
    private func overlapping(_ cells: [([Int], Int)], groups: Int) -> Division {
        Division(
            groups: groups, smallestGroup: 5,
            cells: cells.map { cell, respondents in
                DivisionCell(
                    groups: cell,
                    counted: CountedRows(respondents: respondents, rows: mixed(respondents).rows))
            })
    }

    @Test func `the total less a group is known though all the others are in groups that are shown`() {
        // 2 are not in the first group.
        let outcome = protect(table(overlapping([([0], 15), ([0, 1], 13), ([1], 2)], groups: 2)))
        #expect(outcome.reasons(nil) == [.isolates, nil])
    }

    @Test func `two groups that everybody is in less the total are those who are in both`() {
        var few = overlapping([([0], 15), ([0, 1], 4), ([1], 12)], groups: 2)
        // Nobody knows that nobody is in neither.
        #expect(protect(table(few)).reasons(nil) == [nil, nil])
        few.isEverybodyInAGroup = true
        #expect(protect(table(few)).reasons(nil) == [nil, .isolates])
        var enough = overlapping([([0], 15), ([0, 1], 6), ([1], 12)], groups: 2)
        enough.isEverybodyInAGroup = true
        #expect(protect(table(enough)).reasons(nil) == [nil, nil])
    }

    @Test func `two groups that were given out less what they are put together as are those who are in both`() {
        // 13 and 8 were given out; together they are 17 people.
        var division = overlapping([([0], 9), ([0, 1], 4), ([0, 1, 2], 4), ([2], 20)], groups: 3)
        division.known = [KnownRow(cells: [0, 1], item: nil), KnownRow(cells: [1, 2], item: nil)]
        #expect(protect(table(division)).reasons(nil).first == .isolates)
        division.known = [KnownRow(cells: [0, 1], item: nil)]
        #expect(protect(table(division)).reasons(nil).first == ProtectionReason?.none)
    }

    @Test func `those in none of several shown groups are nobody or enough`() {
        let cells = [([0], 20), ([0, 1], 5), ([1], 15), ([2], 3), ([1, 2], 6), ([0, 2], 4)]
        #expect(protect(table(overlapping(cells, groups: 3))).shown(nil).filter { !$0 }.count == 0)
        // 3 more in none of the groups can be told apart.
        let outcome = protect(table(overlapping(cells + [([], 3)], groups: 3)))
        #expect(outcome.reasons(nil) == [nil, nil, .complement])
    }
}
