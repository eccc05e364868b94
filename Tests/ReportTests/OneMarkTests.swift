import Analysis
import OpenDocument
import Survey
import Testing
import Zip

@testable import Report

/// A figure is hidden for one reason or another, and the workbook tells neither which nor the figure.
@Suite struct `What is hidden is told in one way` {
    /// How a group answered a question: so many blank, clearly positive, positive, neither, negative, "vet ej".
    private struct Group {
        let name: String
        let answers: [String: [Int]]
        var respondents: Int { answers.values.map { $0.reduce(0, +) }.max() ?? 0 }

        /// Everybody answered the one question.
        init(_ name: String, _ support: [Int]) {
            self.init(name, ["stöd": support])
        }

        init(_ name: String, _ answers: [String: [Int]]) {
            self.name = name
            self.answers = answers
        }
    }

    private static let questions = ["stöd", "nytta", "plan"]

    private func instrument(smallestGroup: Int) throws -> Instrument {
        let items = Self.questions.enumerated().map { place, id in
            Item(
                number: place + 1, question: Question(id: id, text: "Om \(id)?", scale: Sample.scale),
                comparability: .first)
        }
        return Instrument(
            id: "prov", name: "Provenkät", group: .staff,
            versions: [Version(id: "a", from: try Years.period("2020"), items: items)],
            background: [BackgroundVariable(id: "insats", name: "insats")], smallestGroup: smallestGroup,
            mainQuestions: ["stöd", "nytta"])
    }

    /// A file for each group, as large as it has answers.
    private func measurement(_ label: String, _ groups: [Group], invited: [Int]? = nil, isSplit: Bool = false) throws
        -> Survey.Measurement
    {
        let all = groups.map(\.respondents).reduce(0, +)
        func column(_ question: String) -> QuestionColumn {
            QuestionColumn(
                question: question,
                codes: groups.flatMap { group in
                    let answers = Years.codes(group.answers[question] ?? [])
                    return [AnswerCode](repeating: 0, count: group.respondents - answers.count) + answers
                })
        }
        func file(_ name: String, _ rows: Int) -> SourceFile {
            SourceFile(name: name, sha256: "ab", size: 1000 * rows, rows: rows, emptyRows: 0, leftOut: [])
        }
        return Survey.Measurement(
            instrument: "prov", version: "a", period: try Years.period(label),
            answers: Answers(
                respondents: all, questions: Self.questions.map(column),
                groups: [
                    GroupColumn(
                        variable: "insats", values: groups.map(\.name),
                        codes: groups.enumerated().flatMap { place, group in
                            [UInt16](repeating: UInt16(place + 1), count: group.respondents)
                        })
                ]),
            invited: invited.map {
                Invited(
                    total: $0.reduce(0, +),
                    byGroup: ["insats": Dictionary(zip(groups.map(\.name), $0)) { first, _ in first }])
            },
            files: isSplit ? groups.map { file("\($0.name).csv", $0.respondents) } : [file("svar.csv", all)])
    }

    private func bilaga(_ instrument: Instrument, _ measurements: [Survey.Measurement]) throws -> Bilaga {
        let now = try #require(measurements.first)
        func national(_ group: NationalGroup) -> NationalFigure {
            NationalFigure(
                key: NationalKey(instrument: "prov", question: "stöd", group: group, measure: .positive),
                share: .printed(tenMillionths: 5_000_000), answers: nil, forbund: nil)
        }
        return Bilaga(
            forbund: "F", period: now.period, compared: measurements.last?.period,
            results: [try analyze(measurements, of: instrument)],
            national: NationalMeasurement(
                period: now.period,
                figures: [national(.total)]
                    + ["Bäcken", "Dalen"].map { national(NationalGroup(variable: "insats", name: $0)) },
                file: SourceFile(name: "riket.csv", sha256: "cd", size: 9, rows: 3, emptyRows: 0, leftOut: [])))
    }

    private func bytes(_ bilaga: Bilaga) throws -> [UInt8] {
        var sink = MemorySink()
        try bilaga.workbook().write(to: &sink, level: 1)
        return sink.bytes
    }

    // MARK: Numbers

    /// With a limit of a thousand the hidden numbers are such as stand nowhere else: of 613 respondents, of the next larger
    /// group that goes with them, of a question that 859 of many answered, and of one that too few answered in all.
    private static let large = [
        Group(
            "Älven",
            [
                "stöd": [174, 2003, 1511, 1201, 907, 211], "nytta": [5148, 239, 233, 199, 188],
                "plan": [5481, 269, 0, 257],
            ]),
        Group(
            "Bäcken",
            ["stöd": [115, 151, 127, 113, 107], "nytta": [131, 139, 132, 109, 102], "plan": [513, 0, 53, 47]]),
        Group(
            "Cedern",
            ["stöd": [71, 401, 349, 317, 271], "nytta": [113, 379, 347, 293, 277], "plan": [1242, 0, 0, 0, 167]]),
        Group(
            "Dalen",
            [
                "stöd": [81, 1709, 1301, 1103, 809], "nytta": [209, 1607, 1297, 1093, 797],
                "plan": [4849, 31, 41, 43, 39],
            ]),
    ]

    /// Every number of a row with at least three digits.
    private func numbers(_ group: Group, _ question: String) -> Set<Int> {
        let counts = (group.answers[question] ?? []) + [Int](repeating: 0, count: 6)
        let base = counts[1...4].reduce(0, +)
        return Set(counts[1...4] + [base, counts[1] + counts[2], group.respondents - base]).filter { $0 > 99 }
    }

    @Test func `no part of the workbook has a hidden number`() throws {
        let instrument = try instrument(smallestGroup: 1000)
        let invited = [7001, 701, 1601, 6007]
        let groups = Self.large
        let measurements = try ["2021", "2020"].map {
            try measurement($0, groups, invited: invited, isSplit: true)
        }
        let bilaga = try bilaga(instrument, measurements)

        // What is hidden is what was meant to be.
        let insats = bilaga.results[0].breakdowns[1]
        for group in insats.groups {
            let isHidden = ["Bäcken", "Cedern"].contains(group.name)
            for wave in group.waves {
                #expect((wave.response.figure == nil) == isHidden)
                #expect((wave.question("stöd")?.counts.figure == nil) == isHidden)
                #expect((wave.question("nytta")?.counts.figure == nil) == (group.name != "Dalen"))
                #expect(wave.question("plan")?.counts.figure == nil)
            }
        }
        #expect(
            bilaga.results[0].breakdowns[0].groups[0].waves.allSatisfy { $0.question("plan")?.counts.figure == nil })
        var hidden: Set = [613, 1409, 701, 1601, 947]
        for group in groups {
            for question in Self.questions where !(group.name == "Dalen" && question != "plan") {
                if group.name == "Älven", question == "stöd" { continue }
                hidden.formUnion(numbers(group, question))
            }
        }
        let shown: Set = [6007, 5003, 2003, 1201, 907, 1607, 1093, 797]
        #expect(hidden.isDisjoint(with: shown))

        var archive = try ArchiveReader(MemoryBytes(try bytes(bilaga)))
        var met: Set<Int> = []
        for entry in archive.entries {
            var text: [UInt8] = []
            try archive.read(entry) { block in
                text += block
                return true
            }
            for run in String(decoding: text, as: UTF8.self).split(whereSeparator: { !("0"..."9").contains($0) }) {
                if let number = Int(run) { met.insert(number) }
            }
        }
        #expect(shown.subtracting(met) == [], "all parts were read")
        #expect(met.intersection(hidden).sorted() == [])
    }

    // MARK: Reasons

    private static let many = Group("Älven", [0, 6, 8, 4, 6])

    @Test(arguments: [
        (
            "too few, or all but none negative, or beside such a group",
            [
                [Group("Bäcken", [6, 0, 0, 0, 4]), Group("Dalen", [2, 2, 2, 0, 4])],
                [Group("Bäcken", [4, 0, 0, 0, 6]), Group("Dalen", [4, 2, 2, 0, 2])],
                [Group("Bäcken", [2, 2, 2, 0, 4]), Group("Dalen", [6, 0, 0, 0, 4])],
                [Group("Bäcken", [4, 2, 2, 0, 2]), Group("Dalen", [4, 0, 0, 0, 6])],
            ]
        ),
        (
            "a small group, or the next smallest beside it",
            [
                [Group("Bäcken", [0, 1, 1, 0, 1]), Group("Dalen", [0, 2, 2, 1, 2])],
                [Group("Bäcken", [0, 2, 2, 1, 2]), Group("Dalen", [0, 1, 1, 0, 1])],
                [Group("Bäcken", [0, 0, 3, 0, 1]), Group("Dalen", [0, 3, 0, 1, 2])],
            ]
        ),
    ])
    private func `a workbook is the same bytes whatever hides its rows`(_ name: String, _ kinds: [[Group]]) throws {
        let instrument = try instrument(smallestGroup: 5)
        let before = try measurement("2020", [Self.many, Group("Dalen", [0, 6, 8, 4, 6])])
        var found: [[UInt8]] = []
        for kind in kinds {
            let now = try measurement("2021", [Self.many] + kind, invited: [30, 20, 20])
            let bilaga = try bilaga(instrument, [now, before])
            for group in bilaga.results[0].breakdowns[1].groups {
                let counts = try #require(group.waves.first?.question("stöd")).counts
                #expect((counts.figure == nil) == (group.name != "Älven"), "\(group.name)")
            }
            found.append(try bytes(bilaga))
        }
        #expect(found.allSatisfy { $0 == found[0] })
    }
}
