import Intake
import Testing

struct ColumnOptionTests {
    /// What the questionnaire has.
    private static let known: Set<String> = ["tid", "3", "insats", "insats=SamMA", "insats=a=b"]

    @Test(
        arguments: [
            ("Hur går det?=tid", [], "Hur går det?", .named("tid")),
            (" Hur går det? = 3 ", [], "Hur går det?", .named("3")),
            ("Ålder=år=tid", [], "Ålder=år", .named("tid")),
            ("SamMA=insats=SamMA", [], "SamMA", .named("insats=SamMA")),
            ("x=insats=a=b", [], "x", .named("insats=a=b")),
            ("Egen fråga=-", [], "Egen fråga", .leftOut),
            ("Egen = fråga = utelämna", [], "Egen = fråga", .leftOut),
            // Two ways to divide it, both with something that the questionnaire has: the file tells.
            ("x=insats=3", ["x=insats"], "x=insats", .named("3")),
            ("SamMA=insats=tid", ["SamMA=insats"], "SamMA=insats", .named("tid")),
            // Nothing that is known: at the last sign, so that the message is about what stands after it.
            ("a=b=c", [], "a=b", .named("c")),
        ] as [(String, [String], String, ColumnChoices.Target)])
    func `it is divided where the right side is something the questionnaire has`(
        _ text: String, _ headings: [String], _ heading: String, _ target: ColumnChoices.Target
    ) {
        let option = ColumnOption(text, isKnown: Self.isKnown, headings: headings)
        #expect(option?.heading == heading)
        #expect(option?.target == target)
    }

    @Test(arguments: ["", "tid", "=tid", " = tid", "Hur går det?=", "Hur går det? = "])
    func `with nothing on one side it says nothing`(_ text: String) {
        #expect(ColumnOption(text, isKnown: Self.isKnown, headings: []) == nil)
    }

    private static func isKnown(_ target: ColumnChoices.Target) -> Bool {
        if case .named(let name) = target { known.contains(name) } else { false }
    }
}
