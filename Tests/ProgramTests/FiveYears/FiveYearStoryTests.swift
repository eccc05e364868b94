import Foundation
import Testing

@Suite("A förbund uses the program for five years")
struct FiveYearStoryTests {
    @Test func `five years, from the first import to the national comparison`() async throws {
        let story = try Story()
        try await story.firstYear()
        try await story.secondYear()
        try await story.thirdYear()
        try await story.fourthYear()
        try await story.fifthYear()
        try await story.theAnswersAreErased()
        try await story.theRegisterIsLostAndRestored()
    }
}

/// The years, one after the other, in one folder.
private struct Story {
    let bench: Workbench

    init() throws {
        bench = try Workbench()
        try FileManager.default.removeItem(at: bench.folder.appending(path: "Surveys/formular/samverkan.yaml"))
        try bench.write(Akerbygden.personal, to: "Surveys/formular/personal.yaml")
        try bench.write(Akerbygden.styrelse, to: "Surveys/formular/styrelse.yaml")
    }

    // MARK: The years

    func firstYear() async throws {
        try bench.write(Akerbygden.personal2021, to: "personal-2021.csv")
        let first = try await succeeds(
            "importera", "personal-2021.csv", "--enkat", "samverkan", "--period", "2021", "--tillfragade", "30",
            "--forbund", Akerbygden.forbund, "--av", "Eva")
        #expect(first.hasSuffix("samverkan 2021: sparat.\n"))
        try await board(2021, positive: 5, clearly: 2)
        try await succeeds("rapport", "--period", "2021", "--av", "Eva")

        let seen = try await succeeds("perioder", "2021")
        #expect(seen.contains("personal-2021.csv"))
        #expect(seen.contains("20 svar"))
        #expect(seen.contains("Eva"))
        #expect(seen.contains("bilaga-2021.ods"))
        #expect(try await figure("samverkan", 2021, "stod", in: "Output/bilaga-2021.ods") == "10 av 20")
    }

    func secondYear() async throws {
        // Last year's file once more, by mistake: its answers are already counted.
        let twice = try await refused(
            "importera", "personal-2021.csv", "--enkat", "samverkan", "--period", "2022", "--tillfragade", "30")
        #expect(twice.contains("2021"))

        // Another wrong file, the right one in its place, back by mistake, and right again.
        try bench.write(Akerbygden.trial, to: "provsvar.csv")
        try bench.write(Akerbygden.personal2022, to: "personal-2022.csv")
        try await personal("provsvar.csv", 2022, asked: 30)
        #expect(try await refused(importing("personal-2022.csv", 2022, asked: 30)).contains("provsvar.csv (6 svar)"))
        try await personal("personal-2022.csv", 2022, asked: 30, "--ersatt")
        #expect(try await respondents("samverkan", 2022) == 24)
        let trial = try await succeeds("angra", "--prova")
        #expect(trial.contains("provsvar.csv"))
        #expect(try await respondents("samverkan", 2022) == 24)
        let undone = try await succeeds("angra", "--av", "Eva")
        #expect(undone.contains("provsvar.csv"))
        #expect(try await respondents("samverkan", 2022) == 6)
        try await personal("personal-2022.csv", 2022, asked: 30, "--ersatt")
        #expect(try await respondents("samverkan", 2022) == 24)
        let seen = try await succeeds("perioder", "2022")
        #expect(seen.contains("provsvar.csv"))
        #expect(seen.contains("personal-2022.csv"))

        try await board(2022, positive: 5, clearly: 3)

        // Two more had answered the year before: too few to be told of beside what was given out.
        try bench.write(Akerbygden.personal2021Sooner, to: "personal-2021-sena.csv")
        try await personal("personal-2021-sena.csv", 2021, asked: 30, "--ersatt")
        let first = try await told("rapport", "--period", "2022", "--av", "Eva")
        #expect(!first.contains("har ändrats sedan de publicerades"))
        #expect(
            first.contains(
                "(22 svar) räknas inte in än. Bilagan har de siffror som gavs ut i bilaga-2021.ods (20 svar)"))
        #expect(try await figure("samverkan", 2021, "stod", in: "Output/bilaga-2022.ods") == "10 av 20")
        let standing =
            "2021: siffrorna är de som gavs ut i bilaga-2021.ods. Det som har ändrats sedan dess räknas inte"
        #expect(
            try await shown("Förändringar", in: "Output/bilaga-2022.ods").contains {
                $0.contains { $0.contains(standing) }
            })

        // Six had, and they are enough.
        try bench.write(Akerbygden.personal2021Late, to: "personal-2021-alla.csv")
        try await personal("personal-2021-alla.csv", 2021, asked: 30, "--ersatt")
        let report = try await told("rapport", "--period", "2022", "--av", "Eva")
        #expect(report.contains("2021 års siffror har ändrats sedan de publicerades"))
        #expect(try await figure("samverkan", 2021, "stod", in: "Output/bilaga-2022.ods") == "13 av 26")
        #expect(try await figure("samverkan", 2022, "stod", in: "Output/bilaga-2022.ods") == "13 av 24")
        let changes = try await shown("Förändringar", in: "Output/bilaga-2022.ods")
        let changed = "2021 års siffror har ändrats sedan de publicerades (bilaga-2021.ods"
        #expect(changes.contains { $0.first?.contains(changed) == true })
    }

    func thirdYear() async throws {
        // The questionnaire is reworded, and its collection is too short: the answers are counted next year.
        try bench.write(Akerbygden.personalReworded, to: "Surveys/formular/personal.yaml")
        try bench.write(Akerbygden.personal2023, to: "personal-2023.csv")
        try await personal("personal-2023.csv", 2023, asked: 10, "--over-till", "2024")
        #expect(try await refused(importing("personal-2023.csv", 2024, asked: 10)).contains("2024"))
        try await board(2023, positive: 6, clearly: 2)
        let seen = try await succeeds("perioder", "2023")
        #expect(seen.contains("personal-2023.csv"))
        #expect(seen.contains("2024"))
        try await succeeds("rapport", "--period", "2023", "--av", "Eva")
        #expect(try await figure("ledning", 2023, "strategi", in: "Output/bilaga-2023.ods") == "6 av 8")
        #expect(try await figure("samverkan", 2023, "stod", in: "Output/bilaga-2023.ods") == nil)
    }

    func fourthYear() async throws {
        try bench.write(Akerbygden.personal2024, to: "personal-2024.csv")
        try await personal("personal-2024.csv", 2024, asked: 40)
        try await board(2024, positive: 6, clearly: 3)
        let seen = try await succeeds("perioder", "2024")
        #expect(seen.contains("personal-2023.csv"))
        #expect(seen.contains("personal-2024.csv"))
        try await succeeds("rapport", "--period", "2024", "--av", "Eva")
        #expect(try await figure("samverkan", 2024, "stod", in: "Output/bilaga-2024.ods") == "14 av 28")
        let changes = try await changes(in: "Output/bilaga-2024.ods")
        #expect(
            changes["1. Får du stödet när du behöver det?"]?.prefix(4) == ["50 %", "54 %", "[ingen mätning]", "50 %"])
    }

    func fifthYear() async throws {
        try bench.write(Akerbygden.personal2025, to: "personal-2025.csv")
        try bench.write(Akerbygden.riket, to: "riket-2025.csv")
        try await personal("personal-2025.csv", 2025, asked: 36)
        try await board(2025, positive: 7, clearly: 2)
        try await succeeds("riket", "riket-2025.csv", "--period", "2025")
        try await succeeds("rapport", "--period", "2025", "--jamfor", "2024", "--till", "fore-gallring.ods")
    }

    // MARK: What comes after

    func theAnswersAreErased() async throws {
        let before = try await changes(in: "fore-gallring.ods")
        try await succeeds("gallra", "--fore", "2023", "--av", "Eva")
        let seen = try await succeeds("perioder", "2021")
        #expect(seen.contains("gallra"))
        #expect(seen.contains("bilaga-2022.ods"))
        // What last year's workbook told of the years that are now gone has not changed.
        let since = try await told(
            "rapport", "--period", "2025", "--mot", "Output/bilaga-2024.ods", "--till", "mot.ods", "--utkast")
        #expect(since.contains("Alla siffror är desamma som i Output/bilaga-2024.ods."))
        try await succeeds("rapport", "--period", "2025", "--jamfor", "2024", "--av", "Eva")
        let after = try await changes(in: "Output/bilaga-2025.ods")
        #expect(after == before)
        // Worked out by hand. Thirteen of twenty-six, thirteen of twenty-four, none, fourteen of twenty-eight and
        // twenty-seven of thirty; of the board five, five, six, six and seven of eight.
        let years = ["50 %", "54 %", "[ingen mätning]", "50 %", "90 %"]
        #expect(
            after["1. Får du stödet när du behöver det?"]
                == years + ["+40", "större än vad slumpen ger", "25 %", "50 %", "+25"])
        #expect(
            after["2. Arbetar ni mot samma mål?"]
                == ["[ej jämförbar]", "[ej jämförbar]", "[ingen mätning]", "50 %", "60 %"]
                + ["+10", "inom vad slumpen ger", "25 %", "30 %", "+5"])
        #expect(
            after["3. Går ni i rätt riktning? Positiva svar, där färre än tio svarade: 6 av 9 (2025)."]
                == ["72 %", "60 %", "[ingen mätning]", "50 %", "67 %"]
                + ["+17", "för få svar att bedöma", "25 %", "33 %", "+8"])
        let board =
            "1. Har ni en strategi? Positiva svar, där färre än tio svarade: 5 av 8 (2021), 5 av 8 (2022), 6 av 8 (2023), 6 av 8 (2024), "
            + "7 av 8 (2025)."
        #expect(
            after[board]
                == [
                    "63 %", "63 %", "75 %", "75 %", "88 %", "+13", "för få svar att bedöma", "38 %", "25 %",
                    "\u{2212}13",
                ])
        #expect(after.count == 4)
        // Twenty-seven of thirty beside seventy-two of a hundred.
        let national = try await shown("Jämförelse med riket", in: "Output/bilaga-2025.ods")
        let row = try #require(national.first { $0.contains { $0.hasPrefix("1. Får du stödet") } })
        #expect(row[3...].elementsEqual(["positivt", "90 %", "72 %", "+18", "30", "4000", "40"]))
    }

    func theRegisterIsLostAndRestored() async throws {
        try await succeeds("sakerhetskopia", "kopia.sqlite")
        for file in ["register.sqlite", "register.sqlite-wal", "register.sqlite-shm"] where bench.has(file) {
            try FileManager.default.removeItem(at: bench.folder.appending(path: file))
        }
        try await succeeds("aterstall", "kopia.sqlite")
        try await succeeds("rapport", "--period", "2025", "--jamfor", "2024", "--till", "igen.ods")
        for sheet in ["Förändringar", "Svarsfrekvens", "Data"] {
            let (again, before) = try await (shown(sheet, in: "igen.ods"), shown(sheet, in: "Output/bilaga-2025.ods"))
            #expect(again == before, "\(sheet)")
        }
    }

    // MARK: Steps

    private func importing(_ file: String, _ period: Int, asked: Int) -> [String] {
        ["importera", file, "--enkat", "samverkan", "--period", "\(period)", "--av", "Eva"]
            + ["--tillfragade", "\(asked)"]
    }

    private func personal(_ file: String, _ period: Int, asked: Int, _ more: String...) async throws {
        try await succeeds(importing(file, period, asked: asked) + more)
    }

    private func board(_ year: Int, positive: Int, clearly: Int) async throws {
        let file = "styrelse-\(year).csv"
        try bench.write(Akerbygden.styrelse(positive: positive, clearly: clearly), to: file)
        try await succeeds(
            "importera", file, "--enkat", "ledning", "--period", "\(year)", "--tillfragade", "13", "--av", "Eva")
    }

    /// - Returns: what was printed.
    @discardableResult
    private func succeeds(_ arguments: String...) async throws -> String { try await succeeds(arguments) }

    @discardableResult
    private func succeeds(_ arguments: [String]) async throws -> String {
        let outcome = try await bench.run(arguments)
        try #require(outcome.code == 0, "\(arguments.joined(separator: " "))\n\(outcome.output)\(outcome.errors)")
        return outcome.output
    }

    /// - Returns: what was printed and what was warned of.
    private func told(_ arguments: String...) async throws -> String {
        let outcome = try await bench.run(arguments)
        try #require(outcome.code == 0, "\(arguments.joined(separator: " "))\n\(outcome.output)\(outcome.errors)")
        return outcome.output + outcome.errors
    }

    /// - Returns: why.
    private func refused(_ arguments: String...) async throws -> String { try await refused(arguments) }

    private func refused(_ arguments: [String]) async throws -> String {
        let before = try bench.bytes(of: "register.sqlite")
        let outcome = try await bench.run(arguments)
        try #require(outcome.code == Ending.badData, "\(arguments.joined(separator: " "))\n\(outcome.output)")
        #expect(try bench.bytes(of: "register.sqlite") == before)
        return outcome.errors
    }

    // MARK: What is seen

    private func respondents(_ questionnaire: String, _ year: Int) async throws -> Int? {
        try await bench.imports().first { $0.questionnaire == questionnaire && $0.period == "\(year)" }?.respondents
    }

    /// "12 av 24": the positive answers to a question, and all; nil where the sheet Data does not have it.
    private func figure(_ questionnaire: String, _ year: Int, _ question: String, in file: String) async throws
        -> String?
    {
        let rows = try await Python.figures(of: file, in: bench)
        let row = rows.first {
            $0["enkät"] == questionnaire && $0["period"] == "\(year).0" && $0["fråga"] == question
                && $0["indelning"] == "total" && $0["mått"] == "positivt"
        }
        guard let count = row?["antal"].flatMap(Double.init), let base = row?["bas"].flatMap(Double.init) else {
            return nil
        }
        return "\(Int(count)) av \(Int(base))"
    }

    /// A sheet as it is read on paper.
    private func shown(_ sheet: String, in file: String) async throws -> [[String]] {
        try await Python.sheet(sheet, of: file, asShown: true, in: bench)
            .map { $0.map { $0.replacing("\u{A0}", with: " ") } }
    }

    /// The rows of Förändringar by question, without the marks of notes.
    private func changes(in file: String) async throws -> [String: [String]] {
        let rows = try await shown("Förändringar", in: file)
        let start = try #require(rows.firstIndex { $0.first == "Respondentgrupp" })
        let table = rows[(start + 1)...].prefix { $0.count > 2 }
        return Dictionary(
            uniqueKeysWithValues: table.map { row in
                (row[1].replacing(/( \[not \d+\])+$/, with: ""), Array(row[2...]))
            })
    }
}
