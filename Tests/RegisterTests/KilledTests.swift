import Foundation
import GRDB
import RegisterSupport
import Survey
import TestSupport
import Testing

@testable import Register

/// How often each operation is broken off. 200 times each, and the figures told:
///
///     BILAGA_AVBROTT=200 swift test --disable-xctest --filter KilledTests
private let asked = ProcessInfo.processInfo.environment["BILAGA_AVBROTT"].flatMap { Int($0) }
private let kills = max(asked ?? 20, 2)

@Suite("A process that is killed leaves the old register or the new, never a mix", .serialized)
struct KilledTests {
    @Test(arguments: RegisterOperation.allCases)
    func `an operation that is broken off at any moment`(_ operation: RegisterOperation) throws {
        let prepared = try PreparedRegister { path in
            if operation == .migrate { try OlderRegister.write(to: path) } else { try operation.prepare(path) }
        }
        let work = try TemporaryRegister()
        let before = try state(of: prepared, in: work)
        let (after, duration) = try finished(operation, prepared, in: work)
        // Reading an older version brings it up to date.
        #expect((before != after) == (operation != .migrate))

        var generator = SeededGenerator(state: UInt64(operation.hashValue.magnitude))
        var (old, new, journals) = (0, 0, 0)
        // Until both have been seen: the moment at which the one becomes the other moves with the load of the machine.
        var number = 0
        while number < kills || ((old == 0 || new == 0) && number < 10 * kills) {
            try prepared.copy(to: work)
            // Spread evenly over the time that it takes and some more, at random within each part.
            let part = (Double(number % kills) + Double.random(in: 0..<1, using: &generator)) / Double(kills)
            let child = try Child.start([operation.rawValue, work.path])
            #expect(child.waitUntilReady())
            usleep(UInt32(part * 1.2 * duration * 1_000_000))
            child.kill()
            _ = try child.end()
            number += 1

            if FileManager.default.fileExists(atPath: work.path + "-journal") { journals += 1 }
            if operation == .migrate {
                try checkVersion(of: work)
                // The next to open it finishes what was begun.
                if try isOld(work) { old += 1 } else { new += 1 }
                #expect(try RegisterState(work.path) == after)
                continue
            }
            let found = try RegisterState(work.path)
            if found == before { old += 1 }
            if found == after { new += 1 }
            #expect(found == before || found == after)
            if operation == .erase, found == after {
                #expect(try work.holds(Sample.large(2021, sha: "")) == false)
            }
        }
        #expect(old > 0 && new > 0)
        if asked == nil { return }
        print(
            "\(operation.rawValue): \(number) kills over \(Int(duration * 1_200)) ms: \(old) old, \(new) new, "
                + "\(journals) rolled back from a journal")
    }

    private func state(of prepared: PreparedRegister, in work: TemporaryRegister) throws -> RegisterState {
        try prepared.copy(to: work)
        return try RegisterState(work.path)
    }

    /// What comes of it, and how many seconds it takes: the median of three.
    private func finished(
        _ operation: RegisterOperation, _ prepared: PreparedRegister, in work: TemporaryRegister
    ) throws -> (RegisterState, Double) {
        var seconds: [Double] = []
        var states: [RegisterState] = []
        for _ in 0..<3 {
            try prepared.copy(to: work)
            let child = try Child.start([operation.rawValue, work.path])
            #expect(child.waitUntilReady())
            let start = ContinuousClock.now
            #expect(try child.end() == Child.Outcome(output: "done\n", code: 0))
            seconds.append((ContinuousClock.now - start) / .seconds(1))
            states.append(try RegisterState(work.path))
        }
        #expect(states.allSatisfy { $0 == states[0] })
        return (states[0], seconds.sorted()[1])
    }

    private func steps(_ path: String) throws -> Set<String>? {
        // What was begun is taken back by whoever opens the file to write.
        let queue = try DatabaseQueue(path: path)
        return try queue.read { try Migration.taken(by: $0) }
    }

    private func isOld(_ work: TemporaryRegister) throws -> Bool {
        try steps(work.path) == [Migration.imports.name, Migration.severalChoices.name]
    }

    /// All steps have been taken or none, and before the first the copy is there, whole.
    private func checkVersion(of work: TemporaryRegister) throws {
        let copy = work.path + ".fore-version-2"
        let isOld = try isOld(work)
        #expect(try isOld || steps(work.path) == Set(migrations.map(\.name)))
        guard FileManager.default.fileExists(atPath: copy) else {
            #expect(isOld)
            return
        }
        #expect(try steps(copy)?.count == 2)
        try DatabaseQueue(path: copy).read { try $0.checkThatItIsSound(copy) }
    }
}

/// A register of the second version with much in it.
enum OlderRegister {
    static func write(to path: String) throws {
        let register = try Register(path: path + ".ny", creating: true)
        try register.store(Sample.large(2020, sha: "a0"), at: 1)
        try register.store(Sample.large(2021, sha: "a1"), at: 2)
        try OlderVersion.two.write(to: path)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "ATTACH ? AS new", arguments: [path + ".ny"])
            try database.inTransaction {
                for table in ["invited", "answer_column", "group_column", "left_out_column", "source_file", "import"] {
                    try database.execute(sql: "DELETE FROM main.\(table)")
                }
                try database.execute(
                    sql: """
                        UPDATE main.forbund SET name = (SELECT name FROM new.forbund);
                        INSERT INTO main.import SELECT id, forbund, instrument, version, period, imported_at, respondents,
                            invited, constructed, replaced_by, erased_at FROM new.import;
                        INSERT INTO main.source_file SELECT * FROM new.source_file;
                        INSERT INTO main.left_out_column SELECT * FROM new.left_out_column;
                        INSERT INTO main.answer_column SELECT * FROM new.answer_column;
                        INSERT INTO main.group_column SELECT * FROM new.group_column;
                        """)
                return .commit
            }
        }
        try queue.close()
        try FileManager.default.removeItem(atPath: path + ".ny")
    }
}
