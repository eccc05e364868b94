import Foundation
import Testing

@Suite("However the answers are written, they give the same figures")
struct SpellingTests {
    struct Way: Sendable, CustomTestStringConvertible {
        let name: String
        let export: Export
        var options: [String] = []

        init(_ name: String, _ options: [String] = [], _ change: (inout Export) -> Void) {
            self.name = name
            self.export = .with(change)
            self.options = options
        }

        var testDescription: String { name }
    }

    /// The figures as they were imported first.
    private static let expected = Task {
        let bench = try await Workbench.imported()
        return try await Python.sheet("Data", of: "Output/bilaga-2021.ods", in: bench)
    }

    @Test(arguments: encodings + tables + headings + answers)
    func `Data is the same for every way of writing`(_ way: Way) async throws {
        let bench = try Workbench()
        try bench.write(way.export.bytes, to: "svar.csv")
        let read = try await bench.run(
            ["importera", "svar.csv", "--enkat", "samverkan", "--period", "2021", "--tillfragade", "40"]
                + ["--forbund", Samverkan.forbund] + way.options)
        #expect(read.code == 0, "\(read.errors)")
        #expect(try await bench.run("rapport", "--period", "2021", "--till", "bilaga.ods").code == 0)
        let figures = try await Python.sheet("Data", of: "bilaga.ods", in: bench)
        #expect(figures == (try await Self.expected.value))
    }

    @Test func `the figures that all of them are compared with are figures`() async throws {
        let figures = try await Self.expected.value
        #expect(figures.contains { $0.contains("svarsfrekvens") && $0.contains("12.0") && $0.contains("40.0") })
        #expect(figures.contains { $0.contains("klart positivt") && $0.contains("Ängen") })
    }

    private static let encodings = [
        Way("UTF-8 with a mark") { $0.mark = [0xEF, 0xBB, 0xBF] },
        Way("UTF-16, little end first") {
            $0.mark = [0xFF, 0xFE]
            $0.encoding = .utf16LittleEndian
        },
        Way("UTF-16, big end first") {
            $0.mark = [0xFE, 0xFF]
            $0.encoding = .utf16BigEndian
        },
        Way("Windows-1252") { $0.encoding = .windowsCP1252 },
        Way("letters and their marks as two characters") {
            $0.headings = $0.headings.map(\.decomposedStringWithCanonicalMapping)
            $0.respell(["Helt och hållet": "Helt och ha\u{30A}llet"])
        },
    ]

    private static let tables = [
        Way("commas") { $0.separator = "," },
        Way("tabs") { $0.separator = "\t" },
        Way("tabs, asked for", ["--skiljetecken", "tabb"]) { $0.separator = "\t" },
        Way("CRLF") { $0.lineEnd = "\r\n" },
        Way("every cell quoted") { $0.quoted = true },
        Way("quoted line breaks, separators and quotes") {
            $0.append("Vad tycker du?", ["Bra; mycket\nbra, \"så det så\"", "", "Åh\r\n\r\nnej;;;"])
        },
        Way("a line break in a heading") {
            $0.renameQuestions("Får du stödet\nnär du behöver det?", "malen", "ratt")
        },
        Way("empty lines at the end") { $0.ending = "\n\n;;;;\n\n" },
        Way("empty columns at the end") {
            for _ in 1...3 { $0.append("", [""]) }
        },
        Way("no line end after the last row") { $0.endsLastRow = false },
        Way("columns in another order") {
            $0.headings.reverse()
            $0.rows = $0.rows.map { $0.reversed() }
        },
    ]

    private static let headings = [
        Way("numbers") { $0.renameQuestions("1", "2", "3") },
        Way("numbers with a dot") { $0.renameQuestions("1.", "2.", "3.") },
        Way("Fråga 3") { $0.renameQuestions("Fråga 1", "FRÅGA 2", "fråga 3:") },
        Way("Q3") { $0.renameQuestions("Q1", "q2", "Q3.") },
        Way("the whole text") {
            $0.renameQuestions(
                "Får du stödet när du behöver det?", "Är målen ”gemensamma” för er?", "Går ni åt rätt håll?")
        },
        Way("the text in other case and spacing, without its signs") {
            $0.renameQuestions(
                "FÅR DU STÖDET NÄR DU BEHÖVER DET", "  är målen  gemensamma\u{A0}för er ", "går ni, åt rätt håll...")
        },
        Way("other quotes") { $0.renameQuestions("stod", "Är målen \"gemensamma\" för er?", "ratt") },
        Way("quotes of other languages") { $0.renameQuestions("stod", "Är målen “gemensamma‟ för er?", "ratt") },
        Way("the number before the text") {
            $0.renameQuestions(
                "1. Får du stödet när du behöver det?", "2) Är målen ”gemensamma” för er?",
                "Fråga 3: Går ni åt rätt håll?")
        },
        Way("other headings of the background") {
            $0.headings[0] = "VERKSAMHET"
            $0.headings[1] = " kön:"
        },
    ]

    private static let answers = [
        Way("codes") {
            $0.respell([
                "Helt och hållet": "4", "Till stor del": "3", "Delvis": "2", "Inte alls": "1", "Vet ej": "9",
            ])
        },
        Way("other spellings") { $0.respell(["Till stor del": "Mestadels", "Vet ej": "vet inte"]) },
        Way("other case, spacing and signs") {
            $0.respell([
                "Helt och hållet": " HELT OCH HÅLLET ", "Till stor del": "till\u{A0}stor  del.", "Delvis": "»delvis«",
                "Ängen": "Ängen ", "Kvinna": "kvinna",
            ])
        },
        Way("other spellings of kön") { $0.respell(["Kvinna": "K", "Man": "m", "Annat": "Vill inte ange"]) },
    ]
}
