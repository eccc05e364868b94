import Survey
import Testing

@Suite struct `Several choices` {
    private func column(_ values: [String], _ codes: [UInt16], _ choices: [[UInt16]]?) -> GroupColumn {
        GroupColumn(variable: "insats", values: values, codes: codes, choices: choices)
    }

    private func answers(_ column: GroupColumn) -> Answers {
        Answers(respondents: column.codes.count, questions: [], groups: [column])
    }

    @Test func `sets are numbered as they are met, whatever their order, and an empty one is 0`() {
        var codes = ChoiceCodes()
        #expect([[2], [3, 1], [], [1, 3], [2, 2, 0], [0], [1]].map { codes.code(of: $0) } == [1, 2, 0, 2, 1, 0, 3])
        #expect(codes.sets == [[2], [1, 3], [1]])
    }

    @Test func `there are no more codes than two bytes hold`() {
        var codes = ChoiceCodes()
        for place in 1...UInt16.max { #expect(codes.code(of: [place]) == place) }
        #expect(codes.code(of: [1, 2]) == 0)
        #expect(codes.code(of: [7]) == 7)
        #expect(codes.sets.count == Int(UInt16.max))
    }

    @Test(
        arguments: [
            (nil, [0: [], 1: [0], 2: [1], 3: [], .max: []]),
            ([[2], [1, 2]], [0: [], 1: [1], 2: [0, 1], 3: []]),
            ([[2, 1, 2], [0, 3, 1], []], [1: [0, 1], 2: [0], 3: [], 4: []]),
        ] as [([[UInt16]]?, [UInt16: [Int]])])
    func `a code has the values of its set, each once and none that is not there`(
        _ choices: [[UInt16]]?, _ members: [UInt16: [Int]]
    ) {
        let column = column(["A", "B"], [], choices)
        for (code, expected) in members { #expect(column.members(ofCode: code) == expected, "\(code)") }
    }

    @Test func `one who gave several values is counted in each`() {
        #expect(column(["A", "B", "C"], [1, 2, 2, 0, 9], [[1], [1, 3]]).sizes == [3, 0, 2])
        #expect(column(["A", "B"], [1, 2, 2, 0, 9], nil).sizes == [1, 2])
        #expect(column([], [1, 0], []).sizes == [])
    }

    @Test func `a row that is no respondent takes its choices with it`() {
        let all = Answers(
            respondents: 3, questions: [QuestionColumn(question: "a", codes: [1, 0, 2])],
            groups: [column(["A", "B"], [2, 1, 1], [[1], [1, 2]])])
        #expect(all.withoutEmptyRows().groups == [column(["A", "B"], [2, 1], [[1], [1, 2]])])
    }

    @Test func `joined files have one list of values and one of sets`() {
        let first = column(["A", "B"], [1, 2, 0], [[2], [1, 2]])
        let second = column(["C", "B"], [1, 2, 3, 9], [[1, 2], [2], []])
        #expect(
            Answers(joining: [answers(first), answers(second)]).groups
                == [column(["A", "B", "C"], [1, 2, 0, 3, 1, 0, 0], [[2], [1, 2], [2, 3]])])
    }

    @Test func `a file in which each gave one value is joined to one in which some gave several`() {
        let several = column(["A", "B"], [1, 2], [[1, 2], [2]])
        let one = column(["B", "C"], [1, 2, 0, 3], nil)
        #expect(
            Answers(joining: [answers(several), answers(one)]).groups
                == [column(["A", "B", "C"], [1, 2, 2, 3, 0, 0], [[1, 2], [2], [3]])])
        #expect(
            Answers(joining: [answers(one), answers(several)]).groups
                == [column(["B", "C", "A"], [1, 2, 0, 0, 3, 1], [[1], [2], [1, 3]])])
    }

    @Test func `a file without the column has no choices`() {
        let lacking = Answers(respondents: 2, questions: [], groups: [])
        #expect(
            Answers(joining: [lacking, answers(column(["A"], [1], [[1]]))]).groups == [column(["A"], [0, 0, 1], [[1]])])
    }

    @Test func `values that become one are one choice`() {
        let given = column(["A", "a", "B", "C"], [1, 2, 3, 4, 0, 9], [[1, 2], [2, 3], [1, 3], [4]])
        #expect(
            given.recoded(to: ["B", "A"], places: [2, 2, 1, 0])
                == column(["B", "A"], [1, 2, 2, 0, 0, 0], [[2], [1, 2]]))
        #expect(given.recoded(to: ["A", "a", "B", "C"], places: [1, 2, 3, 4]) == given)
        #expect(
            column(["A", "a", "B"], [1, 2, 3, 0, 9], nil).recoded(to: ["B", "A"], places: [2, 2, 1])
                == column(["B", "A"], [2, 2, 1, 0, 0], nil))
    }

    @Test func `values that are spelled alike are one value of a column`() {
        var spellings = Spellings()
        let first = spellings.respelled(
            column(["Lyra norr", "Alma", "LYRA  norr"], [1, 2, 3], [[1, 3], [2, 3], [3]]))
        #expect(first == column(["Lyra norr", "Alma"], [1, 2, 1], [[1], [1, 2]]))
        #expect(
            spellings.respelled(column(["alma", "LYRA norr"], [2, 1, 0], nil))
                == column(["Alma", "Lyra norr"], [2, 1, 0], nil))
    }
}
