import Foundation
import GRDB
import RegisterSupport
import Survey
import Testing

@testable import Register

@Suite("A register of an earlier version is brought up to date after a copy has been set aside")
struct MigrationTests {
    private func steps(_ path: String) throws -> Set<String> {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return try #require(try queue.read { try Migration.taken(by: $0) })
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test(arguments: OlderVersion.allCases)
    func `what an earlier version wrote is read as that version read it`(_ version: OlderVersion) throws {
        let temporary = try TemporaryRegister()
        try version.write(to: temporary.path)
        let register = try Register(path: temporary.path, creating: false)
        let read = try register.measurements(
            of: "Åkerbygden", in: Sample.year(2021), instruments: [OlderVersion.instrument])
        let measurement = try #require(read.first)
        #expect(read.count == 1)
        #expect(measurement.answers.respondents == 12)
        #expect(measurement.answers.questions.map(\.question) == ["stod", "malen", "ratt"])
        #expect(measurement.answers.question("stod")?.codes == [2, 1, 3, 1, 2, 3, 3, 2, 4, 1, 2, 1])
        #expect(measurement.answers.group("insats")?.sizes == [6, 6])
        #expect(measurement.answers.group("kön")?.sizes == [7, 4, 1])
        #expect(measurement.answers.group("insats")?.choices == (version == .two ? [[1], [2]] : nil))
        #expect(measurement.answers.loop == nil)
        #expect(measurement.invited?.total == 40)
        #expect(measurement.files.map(\.name) == ["svar.csv"])
        try register.checkIntegrity()
    }

    @Test(arguments: OlderVersion.allCases)
    func `the copy that is set aside is the file as it was, and its owner's alone`(_ version: OlderVersion) throws {
        let temporary = try TemporaryRegister()
        try version.write(to: temporary.path)
        #expect(chmod(temporary.path, 0o644) == 0)
        let register = try Register(path: temporary.path, creating: false)
        let copy = temporary.path + ".fore-version-\(version.rawValue)"
        #expect(register.setAside == copy)
        #expect(register.setAsideCopies() == [copy])
        #expect(try steps(copy).count == version.rawValue)
        #expect(try steps(temporary.path) == Set(migrations.map(\.name)))
        #expect(try mode(copy) == 0o600)
        #expect(try mode(temporary.path) == 0o600)
        #expect(try temporary.names() == ["register.sqlite", "register.sqlite.fore-version-\(version.rawValue)"])
        // It is a register in its own right, and can be brought back.
        let other = try TemporaryRegister()
        try Register.restore(from: copy, to: other.path, replacing: false, now: Register.time(1))
        let restored = try Register(path: other.path, creating: false)
        #expect(try restored.imports(of: "Åkerbygden") == register.imports(of: "Åkerbygden"))
        // Nothing is set aside the next time.
        #expect(try Register(path: temporary.path, creating: false).setAside == nil)
    }

    @Test func `what was done before events were recorded is told as events`() throws {
        let temporary = try TemporaryRegister()
        try OlderVersion.two.write(to: temporary.path)
        let register = try Register(path: temporary.path, creating: false)
        func time(_ second: Int) -> String { "2026-11-21T17:07:\(second)Z" }
        func event(
            _ id: Int, _ kind: EventKind, _ second: Int, _ imports: [Int], former: [Int] = [], _ year: Int
        ) -> RegisterEvent {
            RegisterEvent(
                id: id, kind: kind, at: time(second), by: nil, imports: imports, former: former,
                periods: [Sample.year(year)], file: nil)
        }
        #expect(
            try register.events(of: "Åkerbygden") == [
                event(5, .erased, 39, [4], 2023), event(4, .imported, 38, [4], 2023),
                event(3, .replaced, 37, [3], former: [2], 2022), event(2, .imported, 36, [2], 2022),
                event(1, .imported, 35, [1], 2021),
            ])
        let all = try register.allImports(of: "Åkerbygden")
        #expect(all.map(\.state) == [.current, .current, .replaced(by: 3), .current])
        #expect(all.map(\.erasedAt) == [time(39), nil, nil, nil])
        #expect(throws: RegisterError.answersErased(all[0])) {
            try register.undo(of: "Åkerbygden", now: Register.time(1))
        }
    }

    @Test func `an import from before events were recorded can be taken back`() throws {
        let temporary = try TemporaryRegister()
        try OlderVersion.two.write(to: temporary.path)
        // Without the latest, whose answers have been deleted.
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write {
            try $0.execute(sql: "DELETE FROM source_file WHERE import = 4; DELETE FROM import WHERE id = 4")
        }
        try queue.close()
        let register = try Register(path: temporary.path, creating: false)
        let undone = try register.undo(of: "Åkerbygden", now: Register.time(1))
        #expect(undone.taken.map(\.id) == [3])
        #expect(undone.restored.map(\.id) == [2])
        let read = try register.measurements(
            of: "Åkerbygden", in: Sample.year(2022), instruments: [OlderVersion.instrument])
        #expect(read.map(\.answers.respondents) == [1])
    }

    @Test func `an earlier version that does not hold together is left as it was`() throws {
        let temporary = try TemporaryRegister()
        try OlderVersion.two.write(to: temporary.path)
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA foreign_keys = OFF; UPDATE answer_column SET import = 99 WHERE import = 1")
        }
        try queue.close()
        let before = try temporary.bytes()
        #expect(throws: RegisterError.self) { try Register(path: temporary.path, creating: false) }
        #expect(try temporary.bytes() == before)
        #expect(try temporary.names() == ["register.sqlite"])
    }

    @Test func `another program's database is refused and not changed`() throws {
        let temporary = try TemporaryRegister()
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "CREATE TABLE bookmark (id INTEGER)") }
        try queue.close()
        let before = try temporary.bytes()
        #expect(throws: RegisterError.unusable(path: temporary.path, .notARegister)) {
            try Register(path: temporary.path, creating: true)
        }
        #expect(try temporary.bytes() == before)
    }

    @Test func `a register of a later version is refused and not changed`() throws {
        let temporary = try TemporaryRegister()
        _ = try Register(path: temporary.path, creating: true)
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: från framtiden')") }
        try queue.close()
        let before = try temporary.bytes()
        #expect(throws: RegisterError.newerVersion(path: temporary.path)) {
            try Register(path: temporary.path, creating: true)
        }
        #expect(try temporary.bytes() == before)
    }
}
