import Foundation
import GRDB
import Survey
import Testing

@testable import Register

typealias Measurement = Survey.Measurement

/// A register in a folder of its own, gone with the test.
final class TemporaryRegister {
    let folder: String
    var path: String { "\(folder)/register.sqlite" }

    init() throws {
        folder = NSTemporaryDirectory() + "register-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
}

private let scale = Scale(
    id: "grad",
    categories: [
        Category(code: "3", label: "Helt och hållet", meaning: .answer(.clearlyPositive)),
        Category(code: "2", label: "Delvis", meaning: .answer(.neither)),
        Category(code: "1", label: "Inte alls", meaning: .answer(.negative)),
    ])

private func instrument(_ id: String = "prov", scale: Scale = scale) throws -> Instrument {
    let question = Question(id: "stöd", text: "Får du stöd?", scale: scale)
    let from = try #require(Period("2020"))
    return Instrument(
        id: id, name: "Prov", group: .staff,
        versions: [
            Version(id: "2020", from: from, items: [Item(number: 1, question: question, comparability: .first)])
        ],
        background: [BackgroundVariable(id: "insats", name: "insats")])
}

private func measurement(
    _ instrument: String = "prov", period: String = "2021", sha: String = "aa", codes: [AnswerCode] = [1, 2, 3, 0]
) throws -> Measurement {
    Measurement(
        instrument: instrument, version: "2020", period: try #require(Period(period)),
        answers: Answers(
            respondents: codes.count, questions: [QuestionColumn(question: "stöd", codes: codes)],
            groups: [
                GroupColumn(variable: "insats", values: ["Åsa-gruppen", "Örn"], codes: codes.map { UInt16($0) % 3 })
            ]),
        invited: Invited(total: 9, byGroup: ["insats": ["Åsa-gruppen": 4, "Örn": 5]]),
        files: [
            SourceFile(
                name: "svar.csv", sha256: sha, size: 10, rows: 5, emptyRows: 1,
                leftOut: [LeftOutColumn(heading: "E-post", reason: "kan peka ut en person")])
        ])
}

struct RegisterTests {
    private func store(
        _ measurements: [Measurement], in register: Register, instruments: [Instrument]? = nil, replacing: Bool = false
    ) throws -> [StoreOutcome] {
        try register.store(
            measurements, of: "Förbundet", instruments: instruments ?? [instrument()], now: "2026-01-02T03:04:05Z",
            replacing: replacing)
    }

    @Test func `what was stored is read back whole`() throws {
        let temporary = try TemporaryRegister()
        let stored = try measurement()
        #expect(try store([stored], in: Register(path: temporary.path, creating: true)) == [.stored])

        let register = try Register(path: temporary.path, creating: true)
        var expected = stored
        expected.importedAt = "2026-01-02T03:04:05Z"
        #expect(
            try register.measurements(of: "Förbundet", in: stored.period, instruments: [instrument()]) == [expected])
        #expect(try register.imports(of: "Förbundet").map(\.respondents) == [4])
        #expect(try register.imports(of: "Någon annan").isEmpty)
    }

    @Test(arguments: [[[1], [1, 2], [2]], []] as [[[UInt16]]])
    func `the sets of values that respondents gave are read back whole`(_ choices: [[UInt16]]) throws {
        let temporary = try TemporaryRegister()
        let stored = try severalChoices(choices)
        _ = try store([stored], in: Register(path: temporary.path, creating: true))
        let register = try Register(path: temporary.path, creating: false)
        let read = try register.measurements(of: "Förbundet", in: stored.period, instruments: [instrument()])
        #expect(read.map(\.answers) == [stored.answers])
    }

    private func severalChoices(_ choices: [[UInt16]]) throws -> Measurement {
        let one = try measurement()
        var answers = one.answers
        answers.groups = [
            GroupColumn(
                variable: "insats", values: ["Åsa-gruppen", "Örn"],
                codes: choices.isEmpty ? [0, 0, 0, 0] : [3, 1, 2, 0],
                choices: choices)
        ]
        return Measurement(
            instrument: one.instrument, version: one.version, period: one.period, answers: answers,
            invited: one.invited, files: one.files)
    }

    @Test(arguments: ["1;;2", "3", "0", "2,1", "1,1", "1,", "ett", "-1", "70000", ";"])
    func `sets that cannot be are told as damage`(_ text: String) throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let stored = try severalChoices([[1], [2], [1, 2]])
        _ = try store([stored], in: register)
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "UPDATE group_column SET choices = ?", arguments: [text]) }
        #expect(throws: RegisterError.damaged(path: temporary.path, .group(variable: "insats", stored.period))) {
            try register.measurements(of: "Förbundet", in: stored.period, instruments: [instrument()])
        }
    }

    @Test func `a register from before there were several choices is brought up to date with all that is in it`() throws
    {
        let temporary = try TemporaryRegister()
        let old = try DatabaseQueue(path: temporary.path)
        try old.write { try Migration.take([.imports], in: $0) }
        try old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO forbund VALUES (1, 'Förbundet');
                    INSERT INTO import VALUES
                        (1, 1, 'prov', '2020', '2021', '2025-01-02T03:04:05Z', 4, 9, 0, NULL, NULL);
                    INSERT INTO source_file VALUES (1, 0, 'svar.csv', 'aa', 10, 5, 1);
                    INSERT INTO left_out_column VALUES (1, 0, 0, 'E-post', 'kan peka ut en person');
                    INSERT INTO invited VALUES (1, 'insats', 'Åsa-gruppen', 4), (1, 'insats', 'Örn', 5);
                    INSERT INTO answer_column VALUES
                        (1, 0, 'stöd', 'Helt och hållet' || char(31) || 'Delvis' || char(31) || 'Inte alls', x'01020300');
                    INSERT INTO group_column VALUES
                        (1, 0, 'insats', 'Åsa-gruppen' || char(31) || 'Örn', x'0100020000000000');
                    """)
        }
        try old.close()

        let register = try Register(path: temporary.path, creating: false)
        var expected = try measurement()
        expected.importedAt = "2025-01-02T03:04:05Z"
        let period = expected.period
        #expect(try register.measurements(of: "Förbundet", in: period, instruments: [instrument()]) == [expected])
        // And takes what the old one could not.
        let new = try severalChoices([[1], [2], [1, 2]])
        _ = try store(
            [
                Measurement(
                    instrument: "prov", version: "2020", period: try #require(Period("2022")), answers: new.answers,
                    invited: nil, files: try measurement(sha: "bb").files)
            ], in: register)
        let read = try register.measurements(
            of: "Förbundet", in: try #require(Period("2022")), instruments: [instrument()])
        #expect(read.map(\.answers) == [new.answers])
        #expect(try register.measurements(of: "Förbundet", in: period, instruments: [instrument()]) == [expected])
    }

    @Test func `the same file again changes nothing`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        _ = try store([measurement()], in: register)
        let before = try register.imports(of: "Förbundet")
        let outcome = try store([measurement()], in: register)
        #expect(outcome == [.unchanged(before[0])])
        #expect(try register.imports(of: "Förbundet") == before)
    }

    @Test func `a second file is refused, and replaces when that is asked for`() throws {
        let register = try Register.inMemory()
        _ = try store([measurement()], in: register)
        let old = try register.imports(of: "Förbundet")[0]
        let other = try measurement(sha: "bb", codes: [1, 1])
        #expect(throws: RegisterError.alreadyImported(old)) { try store([other], in: register) }
        #expect(try store([other], in: register, replacing: true) == [.replaced(old)])
        #expect(try register.imports(of: "Förbundet").map(\.respondents) == [2])
    }

    @Test func `of several measurements all are stored or none`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        _ = try store([measurement("b")], in: register, instruments: [instrument("a"), instrument("b")])
        let before = try register.imports(of: "Förbundet")
        #expect(throws: RegisterError.self) {
            try store(
                [measurement("a"), measurement("b", sha: "bb")], in: register,
                instruments: [instrument("a"), instrument("b")])
        }
        #expect(try register.imports(of: "Förbundet") == before)
    }

    @Test func `answers follow their labels when the scale is edited`() throws {
        let register = try Register.inMemory()
        _ = try store([measurement()], in: register)
        let added = Category(code: "4", label: "Till stor del", meaning: .answer(.positive))
        let edited = Scale(id: "grad", categories: [scale.categories[0], added] + scale.categories.dropFirst())
        let period = try #require(Period("2021"))
        let read = try register.measurements(of: "Förbundet", in: period, instruments: [instrument(scale: edited)])
        #expect(read[0].answers.question("stöd")?.codes == [1, 3, 4, 0])

        let shortened = Scale(id: "grad", categories: Array(scale.categories.dropLast()))
        #expect(throws: RegisterError.self) {
            try register.measurements(of: "Förbundet", in: period, instruments: [instrument(scale: shortened)])
        }
    }

    @Test func `erased answers are gone from the file, and what was imported is still listed`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let codes = [AnswerCode](repeating: 1, count: 40) + [AnswerCode](repeating: 3, count: 40)
        _ = try store([measurement(codes: codes)], in: register)
        let pattern = Data(codes)
        #expect(try temporary.bytes().range(of: pattern) != nil)

        let erased = try register.eraseAnswers(
            of: "Förbundet", where: { $0.label == "2021" }, now: "2027-01-01T00:00:00Z")
        #expect(erased.count == 1)
        #expect(try temporary.bytes().range(of: pattern) == nil)
        #expect(try register.imports(of: "Förbundet").map(\.erased) == [true])
        let period = try #require(Period("2021"))
        #expect(try register.measurements(of: "Förbundet", in: period, instruments: [instrument()]).isEmpty)
    }

    @Test func `erased answers take with them the sets of values that were given`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let values = (1...40).map { "Insats \($0)" }
        let sets = (1...39).map { [UInt16($0), UInt16($0 + 1)] }
        let answers = Answers(
            respondents: 39, questions: [],
            groups: [GroupColumn(variable: "insats", values: values, codes: Array(1...39), choices: sets)])
        let one = try measurement()
        _ = try store(
            [
                Measurement(
                    instrument: one.instrument, version: one.version, period: one.period, answers: answers,
                    invited: nil,
                    files: one.files)
            ], in: register)
        let pattern = Data("7,8;8,9;9,10;10,11".utf8)
        #expect(try temporary.bytes().range(of: pattern) != nil)
        _ = try register.eraseAnswers(of: "Förbundet", where: { _ in true }, now: "2027-01-01T00:00:00Z")
        #expect(try temporary.bytes().range(of: pattern) == nil)
    }

    @Test func `only the owner may read the file`() throws {
        let temporary = try TemporaryRegister()
        _ = try store([measurement()], in: Register(path: temporary.path, creating: true))
        let mode = try FileManager.default.attributesOfItem(atPath: temporary.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `a register of a later version is refused`() throws {
        let temporary = try TemporaryRegister()
        _ = try Register(path: temporary.path, creating: true)
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: från framtiden')") }
        try queue.close()
        #expect(throws: RegisterError.newerVersion(path: temporary.path)) {
            try Register(path: temporary.path, creating: true)
        }
    }

    @Test func `what is no register is refused`() throws {
        let temporary = try TemporaryRegister()
        try Data("Detta är ingen databas, men en ganska lång text. ".utf8).write(
            to: URL(fileURLWithPath: temporary.path))
        #expect(throws: RegisterError.unusable(path: temporary.path, .notARegister)) {
            try Register(path: temporary.path, creating: true)
        }
    }

    @Test func `reading makes no register`() throws {
        let temporary = try TemporaryRegister()
        #expect(throws: RegisterError.missing(path: temporary.path)) {
            try Register(path: temporary.path, creating: false)
        }
        #expect(!FileManager.default.fileExists(atPath: temporary.path))
    }
}
