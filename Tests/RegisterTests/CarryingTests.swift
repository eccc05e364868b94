import Register
import RegisterSupport
import Survey
import Testing

@Suite("Answers that were collected for one period can be counted in a later one, once")
struct CarryingTests {
    private let register: Register
    init() throws { register = try Register.inMemory() }

    private func store(
        _ measurements: [Measurement], carriedTo: Int? = nil, replacing: Bool = false,
        instruments: [Instrument] = Sample.instruments
    ) throws -> [StoreOutcome] {
        try register.store(
            measurements, of: Sample.forbund, instruments: instruments, now: Register.time(1), by: "Åsa",
            carriedTo: carriedTo.map(Sample.year), replacing: replacing)
    }

    private func counted(_ year: Int) throws -> Measurement? {
        let found = try register.measurements(
            of: Sample.forbund, in: Sample.year(year), instruments: Sample.instruments)
        #expect(found.count <= 1)
        return found.first
    }

    @Test func `answers carried over are joined with the ordinary ones of the later period`() throws {
        let ordinary = Sample.measurement(2021, sha: "aa", codes: [1, 2, 3], invited: 5)
        let late = Sample.measurement(2020, sha: "bb", codes: [3, 3], invited: 4)
        _ = try store([ordinary])
        #expect(try store([late], carriedTo: 2021) == [.stored])

        let joined = try #require(try counted(2021))
        #expect(joined.period == Sample.year(2021))
        #expect(joined.answers.respondents == 5)
        #expect(joined.answers.question("stöd")?.codes == [1, 2, 3, 3, 3])
        #expect(joined.answers.group("insats")?.codes == [1, 2, 0, 0, 0])
        #expect(joined.invited?.total == 9)
        #expect(joined.files.map(\.sha256) == ["aa", "bb"])
        #expect(joined.carriedOver == [CarriedOver(from: Sample.year(2020), respondents: 2)])
        #expect(try counted(2020) == nil)
        let listed = try register.imports(of: Sample.forbund)
        #expect(listed.map(\.period) == [Sample.year(2021), Sample.year(2020)])
        #expect(listed.map(\.countedIn) == [Sample.year(2021), Sample.year(2021)])
        #expect(listed.map(\.isCarriedOver) == [false, true])
        #expect(listed.map(\.by) == ["Åsa", "Åsa"])
    }

    @Test func `a period may have answers that stay and answers that are carried over from it`() throws {
        _ = try store([Sample.measurement(2020, sha: "aa", codes: [1, 1])])
        _ = try store([Sample.measurement(2020, sha: "bb", codes: [3])], carriedTo: 2021)
        #expect(try counted(2020)?.answers.question("stöd")?.codes == [1, 1])
        #expect(try counted(2021)?.answers.question("stöd")?.codes == [3])
        #expect(try counted(2020)?.carriedOver == [])
    }

    @Test func `an import that is counted in its own period is moved, and can be moved back`() throws {
        _ = try store([Sample.measurement(2020, sha: "aa")])
        let old = try #require(try register.imports(of: Sample.forbund).first)
        #expect(try store([Sample.measurement(2020, sha: "aa")], carriedTo: 2021) == [.moved(old)])
        #expect(try counted(2020) == nil)
        #expect(try counted(2021)?.carriedOver == [CarriedOver(from: Sample.year(2020), respondents: 4)])
        let all = try register.allImports(of: Sample.forbund)
        #expect(all.map(\.state) == [.current, .replaced(by: 2)])
        #expect(try register.events(of: Sample.forbund).map(\.kind) == [.carriedOver, .imported])

        _ = try register.undo(of: Sample.forbund, now: Register.time(2))
        #expect(try counted(2020)?.answers.respondents == 4)
        #expect(try counted(2021) == nil)
    }

    @Test func `carrying over the same answers again changes nothing`() throws {
        let late = Sample.measurement(2020, sha: "aa")
        _ = try store([late], carriedTo: 2021)
        let before = try register.allImports(of: Sample.forbund)
        #expect(try store([late], carriedTo: 2021) == [.unchanged(before[0])])
        #expect(try register.allImports(of: Sample.forbund) == before)
        #expect(try register.events(of: Sample.forbund).count == 1)
    }

    @Test(
        arguments: [
            ("in another period", 2021, nil, false), ("in another period, replacing", 2021, nil, true),
            ("carried over to a third period", 2020, 2022, false), ("in its own period", 2020, nil, true),
        ] as [(String, Int, Int?, Bool)])
    func `answers that have been carried over are counted nowhere else`(
        _ name: String, _ year: Int, _ carriedTo: Int?, _ replacing: Bool
    ) throws {
        _ = try store([Sample.measurement(2020, sha: "aa")], carriedTo: 2021)
        let there = try #require(try register.imports(of: Sample.forbund).first)
        #expect(throws: RegisterError.alreadyCounted(there)) {
            try store([Sample.measurement(year, sha: "aa")], carriedTo: carriedTo, replacing: replacing)
        }
        #expect(try register.allImports(of: Sample.forbund) == [there])
    }

    @Test func `the same file is not counted in two periods`() throws {
        _ = try store([Sample.measurement(2020, sha: "aa")])
        let there = try #require(try register.imports(of: Sample.forbund).first)
        #expect(throws: RegisterError.alreadyCounted(there)) { try store([Sample.measurement(2021, sha: "aa")]) }
        // Neither as a part of another import.
        let both = Sample.measurement(2020, sha: "aa")
        let parts = Measurement(
            instrument: both.instrument, version: both.version, period: Sample.year(2021), answers: both.answers,
            invited: nil, files: [Sample.file("bb"), Sample.file("aa")])
        #expect(throws: RegisterError.alreadyCounted(there)) { try store([parts]) }
        // Nor is a part of an import carried over while the rest stays.
        #expect(throws: RegisterError.alreadyCounted(there)) {
            try store(
                [
                    Measurement(
                        instrument: both.instrument, version: both.version, period: both.period,
                        answers: both.answers, invited: nil, files: parts.files)
                ], carriedTo: 2021)
        }
        #expect(try register.allImports(of: Sample.forbund) == [there])
    }

    @Test func `a file that no import holds any more can be counted elsewhere`() throws {
        _ = try store([Sample.measurement(2020, sha: "aa")])
        _ = try store([Sample.measurement(2020, sha: "bb")], replacing: true)
        #expect(try store([Sample.measurement(2021, sha: "aa")]) == [.stored])
        _ = try register.undo(of: Sample.forbund, now: Register.time(2))
        #expect(try store([Sample.measurement(2022, sha: "aa")]) == [.stored])
    }

    @Test func `the answers to another questionnaire may come from the same file`() throws {
        _ = try store([Sample.measurement(2020, sha: "aa")])
        #expect(try store([Sample.loopedMeasurement(2021, sha: "aa")]) == [.stored])
    }

    @Test func `a file that is divided among periods is one event, and may be imported and taken back as one`() throws {
        let parts = [
            Sample.measurement(2020, sha: "aa", codes: [1]), Sample.measurement(2021, sha: "aa", codes: [2, 2]),
        ]
        #expect(try store(parts) == [.stored, .stored])
        #expect(try register.latestEvent(of: Sample.forbund).map(\.period) == [Sample.year(2020), Sample.year(2021)])
        let before = try register.allImports(of: Sample.forbund)
        #expect(try store(parts) == [.unchanged(before[1]), .unchanged(before[0])])
        #expect(try register.allImports(of: Sample.forbund) == before)

        let newer = parts.map { part in
            Measurement(
                instrument: part.instrument, version: part.version, period: part.period, answers: part.answers,
                invited: nil, files: [Sample.file("bb")])
        }
        #expect(try store(newer, replacing: true) == [.replaced(before[1]), .replaced(before[0])])
        let undone = try register.undo(of: Sample.forbund, now: Register.time(2))
        #expect(undone.taken.map(\.id) == [3, 4])
        #expect(undone.restored.map(\.id) == [1, 2])
        #expect(try register.undo(of: Sample.forbund, now: Register.time(3)).taken.map(\.id) == [1, 2])
        #expect(try register.imports(of: Sample.forbund).isEmpty)
    }

    @Test func `a file whose answers are more than its rows is not divided but counted twice`() throws {
        // Four respondents each, of five rows of which one is empty.
        let whole = [Sample.measurement(2021, sha: "aa"), Sample.measurement(2020, sha: "aa")]
        #expect(
            throws: RegisterError.countedTwice(
                instrument: "prov", file: "aa.csv", periods: [Sample.year(2020), Sample.year(2021)])
        ) { try store(whole) }
        #expect(try register.allImports(of: Sample.forbund).isEmpty)
    }

    @Test(arguments: [2019, 2020]) func `answers are carried over to a later period`(_ year: Int) throws {
        #expect(throws: RegisterError.notLater(from: Sample.year(2020), to: Sample.year(year))) {
            try store([Sample.measurement(2020)], carriedTo: year)
        }
    }

    @Test func `the number asked is known where it is known of all who answered`() throws {
        _ = try store([Sample.measurement(2021, sha: "aa", codes: [1, 2], invited: 5)])
        _ = try store([Sample.measurement(2020, sha: "bb", codes: [3], invited: nil)], carriedTo: 2021)
        #expect(try counted(2021)?.invited == nil)
    }

    @Test func `answers to a question that was reworded and declared comparable are counted with it`() throws {
        _ = try store([Sample.measurement(2021, sha: "aa", codes: [1, 2])], carriedTo: 2022)
        _ = try store([Sample.measurement(2022, sha: "bb", codes: [3])])
        let joined = try #require(try counted(2022))
        #expect(joined.version == "2022")
        #expect(joined.answers.question("stödet")?.codes == [3, 1, 2])
        #expect(joined.answers.question("stöd") == nil)
    }

    @Test func `answers alone in the later period are answers to its questions`() throws {
        _ = try store([Sample.measurement(2021, sha: "aa", codes: [1, 2])], carriedTo: 2022)
        #expect(try counted(2022)?.version == "2022")
        #expect(try counted(2022)?.answers.question("stödet")?.codes == [1, 2])
    }

    @Test(arguments: [false, true])
    func `answers to a question without a counterpart are not carried over`(_ isOrdinaryFirst: Bool) throws {
        if isOrdinaryFirst { _ = try store([Sample.measurement(2022, sha: "aa")]) }
        #expect(
            throws: RegisterError.versionsDiffer(instrument: "prov", question: "fråga 20", from: "2020", to: "2022")
        ) {
            try store([Sample.measurement(2021, sha: "bb", questions: 20)], carriedTo: 2022)
        }
        #expect(try register.imports(of: Sample.forbund).count == (isOrdinaryFirst ? 1 : 0))
    }

    @Test func `a question without a counterpart that nobody answered is no hindrance`() throws {
        var late = Sample.measurement(2021, sha: "bb", codes: [0, 1], questions: 1)
        var answers = late.answers
        answers.questions.append(QuestionColumn(question: "fråga 20", codes: [0, 0]))
        late = Measurement(
            instrument: late.instrument, version: late.version, period: late.period, answers: answers, invited: nil,
            files: late.files)
        #expect(try store([late], carriedTo: 2022) == [.stored])
        #expect(try counted(2022)?.answers.questions.map(\.question) == ["stödet"])
    }
}
