import GRDB
import Survey
import Testing

@testable import Register

struct NationalTests {
    private func national(
        _ period: String = "2021", sha: String = "aa", positive: Int = 519, forbund: Int? = 36
    ) throws -> NationalMeasurement {
        func key(_ measure: Measure, _ group: NationalGroup = .total) -> NationalKey {
            NationalKey(instrument: "prov", question: "stöd", group: group, measure: measure)
        }
        return NationalMeasurement(
            period: try #require(Period(period)),
            figures: [
                NationalFigure(
                    key: key(.positive), share: .counted(positive, of: 809), answers: 809, forbund: forbund,
                    source: "en rapport"),
                NationalFigure(
                    key: key(.clearlyPositive), share: .printed(tenMillionths: 5_432_100), answers: nil, forbund: nil),
                NationalFigure(
                    key: key(.negative, NationalGroup(variable: "kön", name: "Kvinna")),
                    share: .printed(tenMillionths: 0), answers: 12, forbund: 5),
            ],
            file: SourceFile(
                name: "riket.csv", sha256: sha, size: 10, rows: 3, emptyRows: 0,
                leftOut: [LeftOutColumn(heading: "median", reason: "ingår inte")]))
    }

    @Test func `national figures come back as they were stored`() throws {
        let register = try Register.inMemory()
        var stored = try national()
        #expect(try register.store(stored, now: "2022-01-02T03:04:05Z", replacing: false) == .stored)
        stored.importedAt = "2022-01-02T03:04:05Z"
        #expect(try register.national(in: stored.period) == stored)
        #expect(try register.national(in: #require(Period("2020"))) == nil)
        #expect(try register.forbund() == [])
    }

    @Test func `other figures of a period take the place of the first only where that is asked for`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let first = try national()
        let second = try national(sha: "bb", positive: 500)
        _ = try register.store(first, now: nil, replacing: false)
        #expect(try register.store(first, now: nil, replacing: true) == .unchanged)
        #expect(throws: RegisterError.nationalAlreadyImported(first)) {
            _ = try register.store(second, now: nil, replacing: false)
        }
        #expect(try register.national(in: first.period) == first)
        #expect(try register.store(second, now: nil, replacing: true, trial: true) == .replaced(first))
        #expect(try register.national(in: first.period) == first)
        #expect(try register.store(second, now: nil, replacing: true) == .replaced(first))
        #expect(try register.national(in: first.period) == second)
        // Another period's stand beside them.
        #expect(try register.store(try national("2020"), now: nil, replacing: false) == .stored)
        #expect(try register.national(in: first.period) == second)
        // What was replaced is kept.
        let kept = try DatabaseQueue(path: temporary.path).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM national WHERE replaced_by IS NOT NULL")
        }
        #expect(kept == 1)
    }

    @Test(arguments: [
        "UPDATE national_figure SET counted = 810 WHERE place = 0",
        "UPDATE national_figure SET answers = NULL WHERE place = 0",
        "UPDATE national_figure SET ten_millionths = 10000001 WHERE place = 1",
        "UPDATE national_figure SET ten_millionths = -1 WHERE place = 1",
    ]) func `a stored figure that cannot be is told, and nothing is computed from it`(_ change: String) throws {
        let temporary = try TemporaryRegister()
        let stored = try national()
        _ = try Register(path: temporary.path, creating: true).store(stored, now: nil, replacing: false)
        try DatabaseQueue(path: temporary.path).write { try $0.execute(sql: change) }
        #expect(throws: RegisterError.damaged(path: temporary.path, .nationalFigure(question: "stöd"))) {
            _ = try Register(path: temporary.path, creating: false).national(in: stored.period)
        }
    }

    @Test func `one measure cannot be stored twice for the same question and group`() throws {
        let temporary = try TemporaryRegister()
        _ = try Register(path: temporary.path, creating: true).store(try national(), now: nil, replacing: false)
        #expect(throws: DatabaseError.self) {
            try DatabaseQueue(path: temporary.path).write {
                try $0.execute(sql: "UPDATE national_figure SET measure = 'positive' WHERE place = 1")
            }
        }
    }
}
