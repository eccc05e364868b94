import GRDB
import RegisterSupport
import Survey
import Testing

@testable import Register

@Suite("The answers to a loop's questions are kept as blocks")
struct LoopTests {
    private func register() throws -> (TemporaryRegister, Register) {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        try register.store(Sample.loopedMeasurement(), at: 1)
        return (temporary, register)
    }

    private func answers(_ register: Register) throws -> [Answers] {
        try register.measurements(of: Sample.forbund, in: Sample.year(2021), instruments: Sample.instruments)
            .map(\.answers)
    }

    @Test func `blocks are read back whole`() throws {
        let (temporary, register) = try register()
        #expect(try answers(register) == [Sample.loopedMeasurement().answers])
        #expect(
            try answers(Register(path: temporary.path, creating: false)) == [Sample.loopedMeasurement().answers])
    }

    @Test func `blocks that were carried over follow the ordinary ones, and a person is one person still`() throws {
        let register = try Register.inMemory()
        try register.store(Sample.loopedMeasurement(2021, sha: "aa"), at: 1)
        try register.store([Sample.loopedMeasurement(2020, sha: "bb")], at: 2, carriedTo: 2021)
        let joined = try #require(try answers(register).first)
        #expect(joined.respondents == 6)
        #expect(joined.loop?.respondents == [0, 0, 2, 3, 3, 5])
        #expect(joined.loop?.members == [1, 2, 2, 1, 2, 2])
        #expect(joined.loop?.question("stöd")?.codes == [1, 0, 3, 1, 0, 3])
    }

    @Test(arguments: [
        "loop_block SET respondents = x'0000000000000000'",
        "loop_block SET respondents = x'00000000000000000200000000'",
        "loop_block SET respondents = x'000000000000000003000000'",
        "loop_block SET respondents = x'020000000000000002000000'", "loop_block SET members = x'010002000300'",
        "loop_block SET members = x'010002000000'", "loop_block SET members = x'010001000200'",
        "loop_block SET members = x'0100020002'", "loop_block SET \"values\" = 'Örn'",
    ])
    func `blocks that do not fit together are told as damage`(_ change: String) throws {
        let (temporary, register) = try register()
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "UPDATE \(change)") }
        #expect(throws: RegisterError.damaged(path: temporary.path, .loop(variable: "insats", Sample.year(2021)))) {
            try answers(register)
        }
    }

    @Test(arguments: ["x'0100'", "x'01000304'", "x'010004'"])
    func `answers to a loop's question that cannot be are told as damage`(_ codes: String) throws {
        let (temporary, register) = try register()
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "UPDATE loop_column SET codes = \(codes)") }
        #expect(throws: RegisterError.damaged(path: temporary.path, .answers(question: "stöd", Sample.year(2021)))) {
            try answers(register)
        }
    }
}
