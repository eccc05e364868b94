import Foundation
import GRDB
import RegisterSupport
import Survey
import Testing

@testable import Register

extension TemporaryRegister {
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

    func total() throws -> Int {
        try names().reduce(0) { sum, name in try sum + Data(contentsOf: URL(filePath: "\(folder)/\(name)")).count }
    }

    /// Whether any file beside the register holds a run of a measurement's answers.
    func holds(_ measurement: Measurement) throws -> Bool {
        let runs = measurement.answers.questions.map { Data($0.codes.prefix(40)) }
        return try names().contains { name in
            let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
            return runs.contains { bytes.range(of: $0) != nil }
        }
    }
}

@Suite("Deleted answers are gone from every file, and what was published stays")
struct ErasingTests {
    private func erase(_ year: Int, in register: Register) throws -> [StoredImport] {
        try register.eraseAnswers(
            of: Sample.forbund, where: { $0 == Sample.year(year) }, now: Register.time(9), by: "Örjan")
    }

    /// Answers in an order that no other measurement has.
    private func answers(_ year: Int, _ seed: Int) -> Measurement {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let codes = (0..<5_000).map { _ -> AnswerCode in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return AnswerCode(1 + (state >> 33) % 3)
        }
        return Sample.measurement(year, sha: "s\(seed)", codes: codes, questions: 3)
    }

    @Test func `the answers of a period, also those that were replaced or taken back`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let gone = [answers(2021, 1), answers(2021, 2), answers(2021, 3)]
        let kept = answers(2020, 4)
        try register.store(kept, at: 1)
        for (second, measurement) in gone.enumerated() { try register.store(measurement, at: second, replacing: true) }
        _ = try register.undo(of: Sample.forbund, now: Register.time(5))
        for publication in [Sample.publication(2020), Sample.publication(2021)] {
            try register.publish(publication, of: Sample.forbund)
        }
        for measurement in gone { #expect(try temporary.holds(measurement)) }
        let size = try temporary.total()

        #expect(try erase(2021, in: register).map(\.id) == [2, 3, 4])
        for measurement in gone { #expect(try !temporary.holds(measurement)) }
        #expect(try temporary.holds(kept))
        #expect(try temporary.names() == ["register.sqlite"])
        #expect(try temporary.total() < size)
        #expect(
            try register.publications(of: Sample.forbund) == [Sample.publication(2021), Sample.publication(2020)])
        #expect(try register.allImports(of: Sample.forbund).map(\.erased) == [true, true, true, false])
        // A second time there is nothing left, and nothing is recorded.
        let events = try register.events(of: Sample.forbund)
        #expect(try erase(2021, in: register).isEmpty)
        #expect(try register.events(of: Sample.forbund) == events)
    }

    @Test func `answers that were carried over go with the period that they are counted in`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let late = answers(2020, 1)
        try register.store(late, at: 1)
        try register.store([late], at: 2, carriedTo: 2021)
        // The import that it was moved from is of 2020 and may go; what is counted in 2021 stays.
        #expect(try erase(2020, in: register).map(\.id) == [1])
        #expect(try temporary.holds(late))
        #expect(
            try register.measurements(
                of: Sample.forbund, in: Sample.year(2021), instruments: Sample.instruments
            ).count == 1)
        #expect(try erase(2021, in: register).map(\.id) == [2])
        #expect(try !temporary.holds(late))
    }

    @Test func `an import that was moved and the one that it was moved from hold the same answers and go together`()
        throws
    {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let late = answers(2020, 1)
        try register.store(late, at: 1)
        try register.store([late], at: 2, carriedTo: 2021)
        #expect(try erase(2021, in: register).map(\.id) == [1, 2])
        #expect(try !temporary.holds(late))
    }

    @Test func `a move that was taken back goes with the period it came from`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let late = answers(2020, 1)
        try register.store(late, at: 1)
        try register.store([late], at: 2, carriedTo: 2021)
        _ = try register.undo(of: Sample.forbund, now: Register.time(3))
        #expect(try erase(2020, in: register).map(\.id) == [1, 2])
        #expect(try !temporary.holds(late))
    }

    @Test func `the blocks of a loop`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let one = Sample.loopedMeasurement()
        let values = (1...300).map { "Insats \($0)" }
        let blocks = (0..<300).map { UInt16(1 + ($0 * 7) % 300) }
        let many = Measurement(
            instrument: one.instrument, version: one.version, period: one.period,
            answers: Answers(
                respondents: 300, questions: [], groups: [],
                loop: LoopAnswers(
                    variable: "insats", values: values, respondents: (0..<300).map { UInt32($0) }, members: blocks,
                    questions: [QuestionColumn(question: "stöd", codes: blocks.map { AnswerCode($0 % 4) })])),
            invited: nil, files: one.files)
        try register.store(many, at: 1)
        let runs = [
            Data(littleEndian: Array(blocks[100..<120])), Data(littleEndian: (100..<120).map { UInt32($0) }),
            Data(blocks[100..<140].map { AnswerCode($0 % 4) }),
        ]
        for run in runs { #expect(try temporary.bytes().range(of: run) != nil) }
        #expect(try erase(2021, in: register).count == 1)
        for run in runs { #expect(try temporary.bytes().range(of: run) == nil) }
    }

    @Test func `copies that were set aside hold the answers too, and go`() throws {
        let temporary = try TemporaryRegister()
        try OlderRegister.write(to: temporary.path)
        let register = try Register(path: temporary.path, creating: false)
        let copy = try #require(register.setAside)
        // What a process left that was killed while it made one. No process has a number so great.
        try FileManager.default.copyItem(atPath: copy, toPath: "\(temporary.folder)/.99999999-0.register-part")
        // Names that only look alike are nobody's copies.
        for name in ["annan.sqlite.fore-version-2", "register.sqlite.fore-version-två"] {
            try Data("kvar".utf8).write(to: URL(filePath: "\(temporary.folder)/\(name)"))
        }
        #expect(register.setAsideCopies() == [copy])
        let tried = try register.eraseAnswers(
            of: Sample.forbund, where: { $0 == Sample.year(2021) }, now: Register.time(9), trial: true)
        #expect(tried.count == 1)
        #expect(register.setAsideCopies() == [copy])
        #expect(try temporary.holds(Sample.large(2021, sha: "a1")))

        #expect(try erase(2021, in: register).count == 1)
        #expect(
            try temporary.names()
                == ["annan.sqlite.fore-version-2", "register.sqlite", "register.sqlite.fore-version-två"])
        #expect(try !temporary.holds(Sample.large(2021, sha: "a1")))
        #expect(try temporary.holds(Sample.large(2020, sha: "a0")))
    }

    @Test func `a file that another program keeps a log beside`() throws {
        let temporary = try TemporaryRegister()
        try Register(path: temporary.path, creating: true).store(answers(2021, 1), at: 1)
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try queue.close()
        let register = try Register(path: temporary.path, creating: false)
        try register.store(answers(2022, 2), at: 2)
        #expect(try temporary.names().contains("register.sqlite-wal"))
        _ = try erase(2021, in: register)
        #expect(try !temporary.holds(answers(2021, 1)))
        #expect(try temporary.holds(answers(2022, 2)))
        #expect(try temporary.names() == ["register.sqlite"])
    }

    @Test func `answers that were deleted do not come back with an older copy`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        try register.store(answers(2020, 1), at: 1)
        try register.store(answers(2021, 2), at: 2)
        let copies = try TemporaryRegister()
        try register.backUp(to: copies.path, replacing: false)
        _ = try erase(2020, in: register)
        try register.store(answers(2022, 3), at: 3)

        try Register.restore(from: copies.path, to: temporary.path, replacing: true, now: Register.time(8), by: "Åsa")
        #expect(try !temporary.holds(answers(2020, 1)))
        #expect(try temporary.holds(answers(2021, 2)))
        #expect(try !temporary.holds(answers(2022, 3)))
        #expect(try register.allImports(of: Sample.forbund).map(\.erasedAt) == [nil, Register.time(8)])
        #expect(
            try register.events(of: Sample.forbund).map(\.kind) == [.restored, .erased, .imported, .imported])
        #expect(try copies.holds(answers(2020, 1)))
    }
}
