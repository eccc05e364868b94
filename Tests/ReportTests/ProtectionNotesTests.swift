import Analysis
import Survey
import Testing

@testable import Report

@Suite struct `What is said of groups that are not shown as they are` {
    /// So many of each kön in one period, the last of them those who gave none. Half answered positively.
    private func results(
        _ groups: [(String, Int)], blank: Int, smallGroups: SmallGroups = .merge(as: nil),
        onlyTotal: Set<String> = [], isOnlyTotal: Bool = false
    ) throws -> Results {
        let items = ["stöd", "nytta", "våld"].enumerated().map { place, id in
            Item(
                number: place + 1,
                question: Question(
                    id: id, text: "Om \(id)?", scale: Sample.scale, isOnlyTotal: onlyTotal.contains(id)),
                comparability: .first)
        }
        let instrument = Instrument(
            id: "prov", name: "Provenkät", group: .staff,
            versions: [Version(id: "a", from: try Years.period("2021"), items: items)],
            background: [
                BackgroundVariable(
                    id: "kön", name: "kön", values: groups.map { BackgroundValue(label: $0.0) },
                    smallGroups: smallGroups)
            ], isOnlyTotal: isOnlyTotal)
        let codes =
            groups.enumerated().flatMap { place, group in [UInt16](repeating: UInt16(place + 1), count: group.1) }
            + [UInt16](repeating: 0, count: blank)
        let answers = codes.indices.map { AnswerCode($0 % 2 == 0 ? 1 : 4) }
        return try analyze(
            [
                Measurement(
                    instrument: "prov", version: "a", period: try Years.period("2021"),
                    answers: Answers(
                        respondents: codes.count,
                        questions: items.map { QuestionColumn(question: $0.question.id, codes: answers) },
                        groups: [GroupColumn(variable: "kön", values: groups.map(\.0), codes: codes)]),
                    invited: nil, files: [])
            ], of: instrument)
    }

    /// The notes under the total's table, under that of the groups and under Svarsfrekvens; nil where there is no table.
    private func notes(_ results: Results) throws -> (total: [String], groups: [String]?, response: [String]) {
        let bilaga = Bilaga(
            forbund: "F", period: try Years.period("2021"), compared: nil, results: [results])
        func texts(_ sheet: TableSheet?) -> [String]? {
            sheet?.notes.map { String($0.drop { $0 != "]" }.dropFirst(2)) }.filter { !$0.hasPrefix("Varje andel") }
        }
        var notes = Notes()
        let response = bilaga.responseSheet(&notes)
        return (
            texts(bilaga.questionSheet(results, results.breakdowns[0], &notes)) ?? [],
            texts(bilaga.questionSheet(results, results.breakdowns[1], &notes)), texts(response) ?? []
        )
    }

    @Test func `small groups stand together, with those who gave no value where they are few`() throws {
        let both = "Man och Annat visas sammanslagna, så att ingen av dem kan pekas ut."
        let two = try notes(results([("Kvinna", 30), ("Man", 20), ("Annat", 2)], blank: 0))
        #expect(two == (total: [], groups: [both], response: []))
        let named = try notes(
            results([("Kvinna", 30), ("Man", 20), ("Annat", 2)], blank: 0, smallGroups: .merge(as: "Övriga")))
        #expect(named.groups == ["Man och Annat visas sammanslagna som ”Övriga”, så att ingen av dem kan pekas ut."])
        let blank = try notes(results([("Kvinna", 30), ("Man", 20)], blank: 2))
        #expect(
            blank.groups == [
                "Man och de som inte har angett kön visas sammanslagna som ”Man, ej angivet”, så att ingen av dem kan pekas ut."
            ])
    }

    @Test func `a breakdown without a table is told without a reason, on the total's sheet and where it is missing`()
        throws
    {
        let together =
            "Personal: Kvinna och Man visas inte var för sig utan bara tillsammans, så att ingen av dem kan pekas ut."
        let merged = try notes(results([("Kvinna", 30), ("Man", 3)], blank: 0))
        #expect(merged == (total: [together], groups: nil, response: [together]))
        let hidden = try notes(results([("Kvinna", 3), ("Man", 3)], blank: 0, smallGroups: .hide))
        let neither = "Personal visas inte per kön, så att ingens svar kan räknas ut."
        #expect(hidden == (total: [neither], groups: nil, response: [neither]))
    }

    @Test func `what the questionnaire keeps from every breakdown is said as that`() throws {
        let all = try notes(results([("Kvinna", 30), ("Man", 20)], blank: 0, isOnlyTotal: true))
        #expect(
            all == (
                total: ["Personal: svaren visas bara för alla tillsammans, aldrig per kön."], groups: nil, response: []
            ))
        let one = try notes(results([("Kvinna", 30), ("Man", 20)], blank: 0, onlyTotal: ["våld"]))
        #expect(one == (total: [], groups: ["Fråga 3 visas bara för alla tillsammans."], response: []))
    }
}
