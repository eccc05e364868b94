import Survey
import Testing

@testable import Intake

struct TextTests {
    @Test(arguments: [
        ("Får du STÖD?", "får du stöd"), ("  a \u{A0} b\t", "a b"), ("”x” 'y' “z”", "x y z"), ("", ""), ("-?", ""),
        ("E\u{301}tude É", "étude é"), ("A\u{30A}R", "år"), ("Łódź", "łódź"), ("3. Till stor del", "3 till stor del"),
        ("ÀÞß×÷", "àþß"),
    ])
    func `case, spacing, punctuation and quotes do not matter`(_ text: String, _ key: String) {
        #expect(TextKey(text).text == key)
        // Both ways of making a key give the same, with and without the fast one.
        #expect(TextKey(text + "\u{2603}").text == TextKey(text).text)
    }

    @Test(
        arguments: [
            ("Till stoor del", "Till stor del"), ("Hlet och hållet", "Helt och hållet"), ("zzzzzz", nil),
            ("delvs", "Delvis"),
        ] as [(String, String?)])
    func `the nearest spelling is offered where one is near`(_ text: String, _ expected: String?) {
        #expect(nearest(to: text, among: ["Helt och hållet", "Till stor del", "Delvis"]) == expected)
    }

    @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
    func `columns are named as spreadsheet programs name them`(_ column: Int, _ letters: String) {
        #expect(Place.letters(of: column) == letters)
    }
}
