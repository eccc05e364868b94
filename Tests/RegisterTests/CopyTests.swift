import Foundation
import GRDB
import RegisterSupport
import Survey
import Testing

@testable import Register

@Suite("A copy of a register is whole, checked and its owner's alone, and can be brought back")
struct CopyTests {
    private let temporary: TemporaryRegister
    private let register: Register
    private var copy: String { "\(temporary.folder)/kopia.sqlite" }

    init() throws {
        temporary = try TemporaryRegister()
        try RegisterOperation.undo.prepare(temporary.path)
        register = try Register(path: temporary.path, creating: false)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `a copy holds all that the register does`() throws {
        try register.backUp(to: copy, replacing: false)
        #expect(try RegisterState(copy) == RegisterState(temporary.path))
        #expect(try mode(copy) == 0o600)
        #expect(try temporary.names() == ["kopia.sqlite", "register.sqlite"])
    }

    @Test func `a file that is there is replaced when that is asked for`() throws {
        try Data("något annat".utf8).write(to: URL(filePath: copy))
        #expect(chmod(copy, 0o644) == 0)
        #expect(throws: RegisterError.exists(path: copy)) { try register.backUp(to: copy, replacing: false) }
        #expect(try Data(contentsOf: URL(filePath: copy)) == Data("något annat".utf8))
        try register.backUp(to: copy, replacing: true)
        #expect(try RegisterState(copy) == RegisterState(temporary.path))
        #expect(try mode(copy) == 0o600)
    }

    @Test func `a copy is never made over the register itself`() throws {
        let before = try temporary.bytes()
        #expect(throws: RegisterError.exists(path: temporary.path)) {
            try register.backUp(to: temporary.path, replacing: true)
        }
        #expect(throws: RegisterError.exists(path: temporary.path)) {
            try Register.restore(from: temporary.path, to: temporary.path, replacing: true)
        }
        #expect(try temporary.bytes() == before)
    }

    @Test func `places where no copy can be are told`() throws {
        #expect(throws: RegisterError.unusable(path: temporary.folder, .isFolder)) {
            try register.backUp(to: temporary.folder, replacing: true)
        }
        let nowhere = "\(temporary.folder)/finns inte/kopia"
        #expect(throws: RegisterError.unusable(path: nowhere, .noFolder)) {
            try register.backUp(to: nowhere, replacing: false)
        }
        #expect(throws: RegisterError.missing(path: copy)) {
            try Register.restore(from: copy, to: temporary.path, replacing: true)
        }
    }

    @Test func `a register that is gone is brought back`() throws {
        try register.backUp(to: copy, replacing: false)
        let other = "\(temporary.folder)/ny.sqlite"
        try Register.restore(from: copy, to: other, replacing: false, now: Register.time(8), by: "Åsa")
        let (before, after) = (try RegisterState(copy), try RegisterState(other))
        #expect(after.imports == before.imports)
        #expect(after.answers == before.answers)
        #expect(after.publications == before.publications)
        #expect(
            after.events == [
                RegisterEvent(
                    id: 5, kind: .restored, at: Register.time(8), by: "Åsa", imports: [], former: [], periods: [],
                    file: "kopia.sqlite")
            ] + before.events)
        #expect(try mode(other) == 0o600)
        #expect(try temporary.names() == ["kopia.sqlite", "ny.sqlite", "register.sqlite"])
    }

    @Test func `a register that is there is replaced when that is asked for, under the eyes of who has it open`() throws
    {
        try register.backUp(to: copy, replacing: false)
        try register.store(Sample.measurement(2022, sha: "dd"), at: 4)
        let before = try temporary.bytes()
        #expect(throws: RegisterError.exists(path: temporary.path)) {
            try Register.restore(from: copy, to: temporary.path, replacing: false)
        }
        #expect(try temporary.bytes() == before)
        try Register.restore(from: copy, to: temporary.path, replacing: true)
        #expect(try register.imports(of: Sample.forbund).map(\.period.label) == ["2021", "2020"])
        #expect(try temporary.names() == ["kopia.sqlite", "register.sqlite"])
    }

    @Test(arguments: ["a text", "a part of a register", "another program's database", "nothing", "a flipped page"])
    func `what is no sound register is not brought back`(_ what: String) throws {
        try register.backUp(to: copy, replacing: false)
        var bytes = try Data(contentsOf: URL(filePath: copy))
        switch what {
        case "a text": bytes = Data(String(repeating: "Det här är ingen databas. ", count: 400).utf8)
        case "a part of a register": bytes = bytes.prefix(20_000)
        case "a flipped page":
            for place in 40_000..<44_096 { bytes[place] ^= 0xFF }
        default: bytes = Data()
        }
        try bytes.write(to: URL(filePath: copy))
        if what == "another program's database" {
            let queue = try DatabaseQueue(path: copy)
            try queue.write { try $0.execute(sql: "CREATE TABLE bookmark (id INTEGER)") }
            try queue.close()
        }
        let trouble: Trouble = what == "a part of a register" || what == "a flipped page" ? .damaged : .notARegister
        let before = try temporary.bytes()
        #expect(throws: RegisterError.unusable(path: copy, trouble)) {
            try Register.restore(from: copy, to: temporary.path, replacing: true)
        }
        #expect(try temporary.bytes() == before)
        #expect(try temporary.names() == ["kopia.sqlite", "register.sqlite"])
    }

    @Test func `a copy of a later version is not brought back`() throws {
        try register.backUp(to: copy, replacing: false)
        let queue = try DatabaseQueue(path: copy)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: från framtiden')") }
        try queue.close()
        #expect(throws: RegisterError.newerVersion(path: copy)) {
            try Register.restore(from: copy, to: temporary.path, replacing: true)
        }
    }

    @Test(arguments: ["a text", "a part of a register"])
    func `a register that is damaged is replaced by a copy`(_ what: String) throws {
        try register.backUp(to: copy, replacing: false)
        let bytes =
            what == "a text"
            ? Data(String(repeating: "Det här är ingen databas. ", count: 400).utf8)
            : try temporary.bytes().prefix(9_000)
        let path = "\(temporary.folder)/skadat.sqlite"
        try bytes.write(to: URL(filePath: path))
        try Data("en rest".utf8).write(to: URL(filePath: path + "-journal"))
        try Register.restore(from: copy, to: path, replacing: true)
        #expect(try RegisterState(path).imports == RegisterState(copy).imports)
        #expect(try temporary.names() == ["kopia.sqlite", "register.sqlite", "skadat.sqlite"])
    }

    @Test func `another program's database is not replaced`() throws {
        try register.backUp(to: copy, replacing: false)
        let path = "\(temporary.folder)/annat.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE bookmark (id INTEGER)") }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: RegisterError.unusable(path: path, .notARegister)) {
            try Register.restore(from: copy, to: path, replacing: true)
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `a copy of an earlier version is brought up to date, and stays as it was itself`() throws {
        try OlderVersion.two.write(to: copy)
        let before = try Data(contentsOf: URL(filePath: copy))
        let path = "\(temporary.folder)/ny.sqlite"
        try Register.restore(from: copy, to: path, replacing: false)
        let restored = try Register(path: path, creating: false)
        #expect(restored.setAside == nil)
        #expect(try restored.imports(of: "Åkerbygden").count == 3)
        #expect(try Data(contentsOf: URL(filePath: copy)) == before)
    }

    @Test func `damage in a register is found`() throws {
        try register.checkIntegrity()
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA foreign_keys = OFF; UPDATE answer_column SET import = 99 WHERE import = 1")
        }
        #expect(throws: RegisterError.unusable(path: temporary.path, .damaged)) { try register.checkIntegrity() }
        #expect(throws: RegisterError.unusable(path: copy, .damaged)) {
            try register.backUp(to: copy, replacing: false)
        }
        #expect(try temporary.names() == ["register.sqlite"])
    }

    @Test func `what a process that was killed left behind is taken away by the next`() throws {
        // No process has a number so great.
        let left = [
            "\(temporary.folder)/.99999999-0.register-part", "\(temporary.folder)/.99999999-0.register-part-journal",
        ]
        for path in left { try Data("rest".utf8).write(to: URL(filePath: path)) }
        try register.backUp(to: copy, replacing: false)
        #expect(try temporary.names() == ["kopia.sqlite", "register.sqlite"])
    }
}
