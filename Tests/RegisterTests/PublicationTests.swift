import Foundation
import GRDB
import RegisterSupport
import Survey
import TestSupport
import Testing

@testable import Register

@Suite("What a workbook gave out is kept as it was given out")
struct PublicationTests {
    @Test func `publications are read back whole, the latest first`() throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        let first = Sample.publication(2020, at: "2026-03-01T00:00:00Z")
        // Who looks for the latest asks when it was recorded, not which time was told.
        let second = Sample.publication(2021, at: "2026-02-01T00:00:00Z", questions: 40)
        for publication in [first, second] { try register.publish(publication, of: Sample.forbund) }
        #expect(try register.publications(of: Sample.forbund) == [second, first])
        #expect(try register.publications(of: "Ängsbygden").isEmpty)
    }

    @Test(arguments: ["", "=", "\\", "\\f", "\u{1F}", "\u{1E}", "a\u{1E}b\u{1F}c\\", "\n\t", "Å😀", "1\u{1E}Q\u{1F}x"])
    func `any text is read back as it was`(_ text: String) throws {
        let file = SourceFile(
            name: text, sha256: text, size: .max, rows: 0, emptyRows: 0,
            leftOut: [LeftOutColumn(heading: text, reason: text)])
        let group = PublishedGroup(
            variable: text, name: text, answers: 0, invited: Invited.most,
            questions: [PublishedQuestion(question: text, counts: nil)], members: [text, "", text])
        let period = PublishedPeriod(
            instrument: text, version: text, period: Sample.year(2021), files: [file, file], constructed: true,
            importedAt: text, groups: [group, group])
        #expect(PublicationText.periods(PublicationText.text([period, period])) == [period, period])
    }

    @Test func `a workbook without figures is one too`() {
        #expect(PublicationText.periods(PublicationText.text([])) == [])
    }

    @Test func `a group is the values that were put together, and in the first form it is not known which`() {
        func groups(_ text: String) -> [PublishedGroup]? {
            PublicationText.periods(
                text.replacingOccurrences(of: "|", with: "\u{1E}").replacingOccurrences(of: ";", with: "\u{1F}"))?
                .first?.groups
        }
        let counts = PublishedCounts(negative: 1, neither: 2, positive: 4, clearlyPositive: 3)
        func merged(_ members: [String]) -> [PublishedGroup] {
            [
                PublishedGroup(
                    variable: "kön", name: "Man, Annat", answers: 7, invited: nil,
                    questions: [PublishedQuestion(question: "a", counts: counts)], members: members)
            ]
        }
        #expect(
            groups("2|P;a;b;2021;0;|G;=kön;Man, Annat;=7;;Man;Annat;|Q;a;1;2;4;3") == merged(["Man", "Annat", ""]))
        #expect(groups("2|P;a;b;2021;0;|G;=kön;Man, Annat;=7;|Q;a;1;2;4;3") == merged([]))
        #expect(groups("1|P;a;b;2021;0;|G;=kön;Man, Annat;=7;|Q;a;1;2;4;3") == merged([]))
    }

    private static let damaged: [(String, String)] = [
        ("nothing", ""), ("a later form", "3"), ("values in the first form", "1|P;a;b;2021;0;|G;;a;;;b"),
        ("an escape that is none in a value", "2|P;a;b;2021;0;|G;;a;;;\\x"), ("no line", "1\u{1E}"),
        ("an unknown line", "1\u{1E}X"),
        ("a period that is none", "1|P;a;b;i år;0;"), ("neither true nor false", "1|P;a;b;2021;2;"),
        ("too few fields", "1|P;a;b;2021;0"), ("a time that does not say that it is one", "1|P;a;b;2021;0;nu"),
        ("a file of no period", "1|F;a;b;1;1;1"), ("a negative number", "1|P;a;b;2021;0;|F;a;b;-1;1;1"),
        ("a number that is too great", "1|P;a;b;2021;0;|F;a;b;1;9999999999;1"),
        ("no number", "1|P;a;b;2021;0;|F;a;b;;1;1"), ("a column of no file", "1|P;a;b;2021;0;|L;a;b"),
        ("a file after the groups", "1|P;a;b;2021;0;|G;;a;;|F;a;b;1;1;1"), ("a group of no period", "1|G;;a;;"),
        ("a question of no group", "1|P;a;b;2021;0;|Q;a"), ("counts of some classes", "1|P;a;b;2021;0;|G;;a;;|Q;a;1"),
        ("clearly positive that are not positive", "1|P;a;b;2021;0;|G;;a;;|Q;a;1;1;1;2"),
        ("an escape that is none", "1|P;\\x;b;2021;0;"), ("an escape at the end", "1|P;a;b;2021;0;=\\"),
    ]

    @Test(arguments: damaged.map(\.0)) func `figures that cannot be are told as damage`(_ name: String) throws {
        let text = try #require(Self.damaged.first { $0.0 == name }?.1)
            .replacingOccurrences(of: "|", with: "\u{1E}").replacingOccurrences(of: ";", with: "\u{1F}")
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        try register.publish(Sample.publication(), of: Sample.forbund)
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "UPDATE publication SET figures = ?", arguments: [text]) }
        #expect(throws: RegisterError.damaged(path: temporary.path, .publication(file: "bilaga-2021.ods"))) {
            try register.publications(of: Sample.forbund)
        }
    }

    @Test func `no text, however it has been changed, does harm`() {
        let bytes = Array(PublicationText.text(Sample.publication(questions: 5).periods).utf8)
        var generator = SeededGenerator(state: 1)
        var read = 0
        for _ in 0..<20_000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: changed.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: changed[place] = UInt8.random(in: 0...127, using: &generator)
                case 1: changed.remove(at: place)
                default: changed.insert(changed[Int.random(in: changed.indices, using: &generator)], at: place)
                }
            }
            // What can be read is written as it was read.
            guard let periods = PublicationText.periods(String(decoding: changed, as: UTF8.self)) else { continue }
            read += 1
            #expect(PublicationText.periods(PublicationText.text(periods)) == periods)
        }
        #expect((1..<20_000).contains(read))
    }

    @Test(arguments: [("kind = 'annat'", Damage.event(1)), ("at = 'i går'", .time("i går"))])
    func `an event that cannot be is told as damage`(_ change: String, _ damage: Damage) throws {
        let temporary = try TemporaryRegister()
        let register = try Register(path: temporary.path, creating: true)
        try register.store(Sample.measurement(), at: 1)
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "UPDATE event SET \(change)") }
        #expect(throws: RegisterError.damaged(path: temporary.path, damage)) {
            try register.events(of: Sample.forbund)
        }
    }
}
