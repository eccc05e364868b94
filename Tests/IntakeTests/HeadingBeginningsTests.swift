import Survey
import Testing

@testable import Intake

struct HeadingBeginningsTests {
    private static let headings = ["Får du det stöd du behöver?", "Q1", "fråga 3"].map { TextKey($0) }

    @Test(arguments: [
        ("Får du det", true), ("FÅR", true), ("Får", true), ("fråga", true), ("får du det stöd du", true),
        // A part of a word, the whole of it, what another word follows, and an answer.
        ("få", false), ("Får du det stöd du behöver?", false), ("Q1", false), ("du det", false),
        ("Till stor del", false), ("4", false),
    ])
    func `what may begin a heading is its first words`(_ text: String, _ mayBegin: Bool) {
        #expect(HeadingBeginnings(Self.headings).mayHave(TextKey(text)) == mayBegin)
    }

    @Test func `letters in two code points are never ruled out`() {
        #expect(HeadingBeginnings(Self.headings).mayHave(TextKey("Fa\u{30A}r du det")))
        let inTwo = [TextKey("Fa\u{30A}r du det sto\u{308}d du behöver?")]
        #expect(HeadingBeginnings(inTwo).mayHave(TextKey("Får du det")))
    }
}
