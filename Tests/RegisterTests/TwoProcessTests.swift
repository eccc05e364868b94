import Foundation
import GRDB
import RegisterSupport
import Survey
import Testing

@testable import Register

@Suite("Processes that use a register at once wait for one another, and none loses anything")
struct TwoProcessTests {
    private func all(_ commands: [[String]]) throws {
        let children = try commands.map { try Child.start($0) }
        for child in children { #expect(try child.end() == Child.Outcome(output: "", code: 0)) }
    }

    @Test func `four that import at once, the register being made by the first`() throws {
        let temporary = try TemporaryRegister()
        try all((0..<4).map { ["store", temporary.path, "\($0)"] })
        let register = try Register(path: temporary.path, creating: false)
        try register.checkIntegrity()
        let imports = try register.imports(of: Sample.forbund)
        #expect(imports.map(\.period) == (2000..<2040).reversed().map(Sample.year))
        for stored in imports {
            #expect(
                try register.measurement(ofImport: stored.id, of: Sample.forbund, instruments: Sample.instruments)?
                    .answers.respondents == 50)
        }
        #expect(try temporary.names() == ["register.sqlite"])
    }

    @Test func `three that replace the same answers at once`() throws {
        let temporary = try TemporaryRegister()
        try all((0..<3).map { ["replace-often", temporary.path, "\($0)"] })
        let register = try Register(path: temporary.path, creating: false)
        let imports = try register.allImports(of: Sample.forbund)
        #expect(
            Set(imports.flatMap(\.files).map(\.sha256))
                == Set((0..<3).flatMap { part in (0..<10).map { "r\(part)-\($0)" } }))
        // One holds, and each of the others was replaced by the next.
        #expect(
            imports.reversed().map(\.state) == (1..<30).map { .replaced(by: $0 + 1) } + [.current])
        try register.checkIntegrity()
    }

    @Test func `three that open an older register at once`() throws {
        let temporary = try TemporaryRegister()
        try OlderRegister.write(to: temporary.path)
        let children = try (0..<3).map { _ in try Child.start(["migrate", temporary.path]) }
        for child in children { #expect(try child.end() == Child.Outcome(output: "ready\ndone\n", code: 0)) }
        #expect(try temporary.names() == ["register.sqlite", "register.sqlite.fore-version-2"])
        #expect(try RegisterState(temporary.path).imports.count == 2)
    }

    @Test func `a copy that is made while others write is the register as it was at one moment`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        try register.store(Sample.measurement(1999, sha: "aa"), at: 1)
        let children = try (0..<3).map { try Child.start(["store", temporary.path, "\($0)"]) }
        var counts: [Int] = []
        while children.contains(where: \.process.isRunning), counts.count < 200 {
            let copy = "\(temporary.folder)/kopia"
            try register.backUp(to: copy, replacing: true)
            let copied = try Register(path: copy, creating: false)
            try copied.checkIntegrity()
            let imports = try copied.imports(of: Sample.forbund)
            for stored in imports {
                #expect(
                    try copied.measurement(ofImport: stored.id, of: Sample.forbund, instruments: Sample.instruments)?
                        .answers.respondents == stored.respondents)
            }
            counts.append(imports.count)
        }
        for child in children { #expect(try child.end() == Child.Outcome(output: "", code: 0)) }
        #expect(counts == counts.sorted())
        #expect(try register.imports(of: Sample.forbund).count == 31)
        #expect(try temporary.names() == ["kopia", "register.sqlite"])
    }

    @Test func `a register that is brought back while others write to it loses nothing they write afterwards`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        try register.store(Sample.measurement(1999, sha: "aa"), at: 1)
        try register.backUp(to: "\(temporary.folder)/kopia", replacing: false)
        let children = try (0..<2).map { try Child.start(["store", temporary.path, "\($0)"]) }
        for _ in 0..<5 {
            try Register.restore(
                from: "\(temporary.folder)/kopia", to: temporary.path, replacing: true, now: Register.time(2))
        }
        for child in children { #expect(try child.end() == Child.Outcome(output: "", code: 0)) }
        try register.checkIntegrity()
        let imports = try register.imports(of: Sample.forbund)
        // What came after the last is there whole, in the order of the process that wrote it.
        for part in 0..<2 {
            let years = imports.map(\.period.first.year).filter { $0 / 10 == 200 + part }.sorted()
            #expect(years == Array((2010 + 10 * part - years.count)..<(2010 + 10 * part)))
        }
    }
}
