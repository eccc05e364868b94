import RegisterSupport
import Survey
import Testing

@testable import Register

@Suite("The latest import can be taken back, and all that was done is told")
struct UndoTests {
    private let register: Register
    init() throws { register = try Register.inMemory() }

    private func codes(_ year: Int) throws -> [AnswerCode]? {
        try register.measurements(of: Sample.forbund, in: Sample.year(year), instruments: Sample.instruments)
            .first?.answers.question("stöd")?.codes
    }

    private func undo() throws -> Undone { try register.undo(of: Sample.forbund, now: Register.time(9), by: "Örjan") }

    @Test func `what an import replaced holds again when it is taken back, step by step to nothing`() throws {
        for (number, sha) in ["aa", "bb", "cc"].enumerated() {
            try register.store(
                Sample.measurement(sha: sha, codes: [AnswerCode(number + 1)]), at: number, replacing: true)
        }
        #expect(try codes(2021) == [3])
        let third = try undo()
        #expect(third.taken.map(\.state) == [.undone(at: Register.time(9), by: "Örjan")])
        #expect(third.restored.map(\.state) == [.current])
        #expect(try codes(2021) == [2])
        #expect(try undo().restored.map(\.files[0].sha256) == ["aa"])
        #expect(try codes(2021) == [1])
        #expect(try undo().restored == [])
        #expect(try codes(2021) == nil)
        #expect(throws: RegisterError.nothingToUndo) { try undo() }
        #expect(try register.latestEvent(of: Sample.forbund).isEmpty)
    }

    @Test func `an import after an undo replaces what holds, and is what the next undo takes back`() throws {
        try register.store(Sample.measurement(sha: "aa", codes: [1]), at: 1)
        try register.store(Sample.measurement(sha: "bb", codes: [2]), at: 2, replacing: true)
        _ = try undo()
        try register.store(Sample.measurement(sha: "cc", codes: [3]), at: 3, replacing: true)
        #expect(
            try register.allImports(of: Sample.forbund).map(\.state) == [
                .current, .undone(at: Register.time(9), by: "Örjan"), .replaced(by: 3),
            ])
        #expect(try undo().taken.map(\.id) == [3])
        #expect(try codes(2021) == [1])
    }

    @Test func `the file of an import that was taken back can be imported again`() throws {
        try register.store(Sample.measurement(sha: "aa"), at: 1)
        _ = try undo()
        try register.store(Sample.measurement(sha: "aa"), at: 2)
        #expect(try register.imports(of: Sample.forbund).map(\.id) == [2])
    }

    @Test func `an undo that is tried changes nothing and tells all`() throws {
        try register.store(Sample.measurement(sha: "aa"), at: 1)
        try register.store(Sample.measurement(sha: "bb"), at: 2, replacing: true)
        let before = try register.allImports(of: Sample.forbund)
        let tried = try register.undo(of: Sample.forbund, now: Register.time(9), trial: true)
        #expect(tried.taken.map(\.id) == [2])
        #expect(tried.restored.map(\.id) == [1])
        #expect(try register.allImports(of: Sample.forbund) == before)
        #expect(try register.events(of: Sample.forbund).count == 2)
    }

    @Test func `another förbund's imports are left alone`() throws {
        try register.store(Sample.measurement(sha: "aa"), at: 1)
        _ = try register.store(
            [Sample.measurement(sha: "bb")], of: "Ängsbygden", instruments: Sample.instruments, now: Register.time(2),
            replacing: false)
        #expect(try undo().taken.map(\.files[0].sha256) == ["aa"])
        #expect(try register.imports(of: "Ängsbygden").count == 1)
    }

    @Test func `answers that have been deleted are not taken back, nor do they hold again`() throws {
        try register.store(Sample.measurement(2020, sha: "aa"), at: 1)
        try register.store(Sample.measurement(2020, sha: "bb"), at: 2, replacing: true)
        _ = try register.eraseAnswers(
            of: Sample.forbund, where: { $0 == Sample.year(2020) }, now: Register.time(3), by: "Åsa")
        let before = try register.allImports(of: Sample.forbund)
        #expect(before.map(\.erasedAt) == [Register.time(3), Register.time(3)])
        #expect(throws: RegisterError.answersErased(before[0])) { try undo() }
        #expect(try register.allImports(of: Sample.forbund) == before)
    }

    @Test func `a replaced import and one that was taken back can be looked at until their answers are deleted`() throws
    {
        try register.store(Sample.measurement(sha: "aa", codes: [1]), at: 1)
        try register.store(Sample.measurement(sha: "bb", codes: [2]), at: 2, replacing: true)
        try register.store(Sample.measurement(sha: "cc", codes: [3]), at: 3, replacing: true)
        _ = try undo()
        func look(_ id: Int, _ forbund: String = Sample.forbund) throws -> [AnswerCode]? {
            try register.measurement(ofImport: id, of: forbund, instruments: Sample.instruments)?
                .answers.question("stöd")?.codes
        }
        #expect(try (1...4).map { try look($0) } == [[1], [2], [3], nil])
        #expect(try look(1, "Ängsbygden") == nil)
        let erased = try register.eraseAnswers(of: Sample.forbund, where: { _ in true }, now: Register.time(5))
        #expect(erased.map(\.id) == [1, 2, 3])
        #expect(try (1...3).map { try look($0) } == [nil, nil, nil])
    }

    @Test func `everything that was done is told, the latest first, with who and when`() throws {
        try register.store(Sample.measurement(2020, sha: "aa"), at: 1)
        try register.store(Sample.measurement(2021, sha: "bb"), at: 2)
        try register.store(Sample.measurement(2021, sha: "cc"), at: 3, replacing: true)
        _ = try undo()
        try register.store([Sample.measurement(2020, sha: "aa")], at: 4, carriedTo: 2021)
        try register.publish(Sample.publication(2021), of: Sample.forbund)
        _ = try register.eraseAnswers(
            of: Sample.forbund, where: { $0 == Sample.year(2021) }, now: Register.time(6), by: "Åsa")
        func years(_ years: Int...) -> [Period] { years.map(Sample.year) }
        func event(
            _ id: Int, _ kind: EventKind, at: String, by: String? = "Åsa", _ imports: [Int], former: [Int] = [],
            _ periods: [Period], file: String? = nil
        ) -> RegisterEvent {
            RegisterEvent(
                id: id, kind: kind, at: at, by: by, imports: imports, former: former, periods: periods, file: file)
        }
        #expect(
            try register.events(of: Sample.forbund) == [
                // The carried-over import takes the one it was moved from with it, and the replaced one was never erased.
                event(7, .erased, at: Register.time(6), [1, 2, 3, 4], years(2020, 2021)),
                event(
                    6, .published, at: "2026-02-01T00:00:00Z", [], years(2020, 2021), file: "bilaga-2021.ods"),
                event(5, .carriedOver, at: Register.time(4), [4], former: [1], years(2020, 2021)),
                event(4, .undone, at: Register.time(9), by: "Örjan", [3], former: [2], years(2021)),
                event(3, .replaced, at: Register.time(3), [3], former: [2], years(2021)),
                event(2, .imported, at: Register.time(2), [2], years(2021)),
                event(1, .imported, at: Register.time(1), [1], years(2020)),
            ])
        #expect(try register.events(of: "Ängsbygden").isEmpty)
    }
}
