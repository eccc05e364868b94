import Foundation
import Testing

@Suite("A trial shows what each column was taken for, and stores nothing")
struct TrialTests {
    private static let layouts = [
        "limesurvey-full-svarskod.csv", "limesurvey-forkortad.csv", "msforms-svenska.xlsx", "limesurvey.sav",
    ]

    @Test(arguments: layouts) func `the picture on a terminal is the one that was looked at`(
        _ fixture: String
    ) async throws {
        let bench = try Workbench.real()
        try bench.copy(fixture: fixture, to: fixture)
        let before = try bench.snapshot()
        let outcome = try await bench.run("importera", fixture, "--period", "2021", "--prova")
        try expectGolden(
            "$ bilaga importera \(fixture) --period 2021 --prova\n\(outcome.output)\(outcome.errors)→ \(outcome.code)\n",
            "prova-\(fixture)")
        #expect(try bench.snapshot() == before, "något har skrivits")
        #expect(englishWords(in: outcome.errors).isEmpty)
    }

    @Test(arguments: ["msforms-svenska.xlsx", "libreoffice.ods", "limesurvey.sav"], ["text", "json"])
    func `what stands in a column that is left out is never shown`(_ fixture: String, _ form: String) async throws {
        let bench = try Workbench.real()
        try bench.copy(fixture: fixture, to: fixture)
        let outcome = try await bench.run("importera", fixture, "--period", "2021", "--prova", "--som", form)
        #expect(outcome.code == 0)
        for text in ["svar01@", "exempel.invalid", "anonymous", "Se  ovan", "Kostar 100", "ÅÄÖ", "2021-10-04", "09:12"]
        {
            #expect(!outcome.output.contains(text), "\(text)")
            #expect(!outcome.errors.contains(text), "\(text)")
        }
    }

    @Test func `answers are shown with their numbers in a trial alone`() async throws {
        let bench = try await Workbench.imported()
        let trial = try await bench.run(Samverkan.imports("svar.csv", "--prova"))
        #expect(trial.output.contains("Till stor del: 4 · Helt och hållet: 4 · Delvis: 3 · Inte alls: 1"))
        for form in ["text", "json"] {
            let stored = try await bench.run(Samverkan.imports("svar.csv", "--ersatt", "--som", form))
            #expect(stored.code == 0)
            #expect(!stored.output.contains("Till stor del"))
        }
    }

    @Test func `a file that an import would refuse is shown all the same`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.file("Ön;K;4;Delvisst;4", "Ön;K;4;3;4"), to: "år.csv")
        let outcome = try await bench.run(Samverkan.imports("år.csv", "--prova"))
        #expect(outcome.output.contains("D     malen"))
        #expect(outcome.output.contains("”Delvisst” = inget svarsalternativ: 1 · ”3” = Till stor del: 1"))
        #expect(
            outcome.errors.hasPrefix(
                "år.csv, rad 2, kolumn D (”malen”): svaret ”Delvisst” är inget av svarsalternativen."))
        #expect(outcome.code == Ending.badData)
    }

    @Test func `on a narrow terminal no line is too long`() async throws {
        let bench = try Workbench.real()
        try bench.copy(fixture: "limesurvey-forkortad.csv", to: "svar.csv")
        let script = """
            import fcntl, os, pty, struct, sys, termios
            child, terminal = pty.fork()
            if child == 0:
                fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
                os.execv(sys.argv[1], sys.argv[1:])
            while True:
                try:
                    block = os.read(terminal, 65536)
                except OSError:
                    break
                if not block:
                    break
                sys.stdout.buffer.write(block)
            """
        let outcome = try await Program.run(
            Python.path, ["-c", script, Program.path, "importera", "svar.csv", "--period", "2021", "--prova"],
            in: bench.folder, environment: bench.environment)
        let lines = outcome.output.replacing("\r", with: "").split(separator: "\n")
        #expect(lines.contains { $0.count > 70 })
        // What is to be copied stands on a line of its own, and messages are wrapped by the terminal.
        let table = lines.prefix { !$0.contains("måste bekräftas") }.filter { !$0.contains("--kolumn \"") }
        #expect(table.filter { $0.count > 80 }.isEmpty)
    }

    @Test func `codes that move the cursor are not written to the terminal`() async throws {
        let bench = try await Workbench.imported()
        let export = Export.with { $0.append("\u{1B}[2J\u{202E}Övrigt", ["\u{1B}[31mx"]) }
        try bench.write(export.bytes, to: "år.csv")
        for more in [["--prova"], []] {
            let outcome = try await bench.run(Samverkan.imports("år.csv") + more)
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("\u{FFFD}[2J\u{FFFD}Övrigt"))
            #expect(!outcome.output.unicodeScalars.contains { "\u{1B}\u{202E}".unicodeScalars.contains($0) })
        }
    }

    @Test func `as JSON a program reads the same`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.file("Ön;K;4;Delvisst;4"), to: "år.csv")
        let outcome = try await bench.run(Samverkan.imports("år.csv", "--prova", "--som", "json"))
        let told = try JSONDecoder().decode(Told.self, from: Data(outcome.output.utf8))
        #expect(told.problems.count == 1)
        let file = try #require(told.imports.first?.files.first)
        #expect(file.format == "csv")
        #expect(
            file.columns.map(\.heading) == ["Insats", "Kön", "stod", "malen", "ratt"])
        #expect(file.columns.map { $0.question ?? $0.background } == ["insats", "kön", "stod", "malen", "ratt"])
        #expect(file.columns[3].values == [Told.Value(text: "Delvisst", meaning: nil, count: 1)])
        #expect(file.columns[4].values == [Told.Value(text: "4", meaning: "Helt och hållet", count: 1)])
        #expect(outcome.code == Ending.badData)
    }

    private struct Told: Decodable {
        let imports: [Import]
        let problems: [String]

        enum CodingKeys: String, CodingKey {
            case imports = "inläsningar"
            case problems = "fel"
        }

        struct Import: Decodable {
            let files: [File]
            enum CodingKeys: String, CodingKey { case files = "filer" }
        }

        struct File: Decodable {
            let format: String
            let columns: [Column]

            enum CodingKeys: String, CodingKey {
                case format
                case columns = "kolumner"
            }
        }

        struct Column: Decodable {
            let heading: String
            let question: String?
            let background: String?
            let values: [Value]?

            enum CodingKeys: String, CodingKey {
                case heading = "rubrik"
                case question = "fråga"
                case background = "bakgrund"
                case values = "värden"
            }
        }

        struct Value: Decodable, Equatable {
            let text: String
            let meaning: String?
            let count: Int

            enum CodingKeys: String, CodingKey {
                case text
                case meaning = "betyder"
                case count = "antal"
            }
        }
    }
}
