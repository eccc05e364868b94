import Foundation
import Testing

@Suite("The finished workbook is valid and is read by everyone as it was written")
struct FinishedWorkbookTests {
    private static let path = "/usr/local/bin:/usr/bin:/bin"

    private func withExample(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bilaga-finished-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let made = try await Program.run(
            Program.path, ["exempel", "--till", "."], in: folder, environment: ["BILAGA_HEM": Program.project.path])
        try #require(made.code == 0, "\(made.errors)")
        try await body(folder)
    }

    private func run(_ arguments: String..., in folder: URL) async throws -> Program.Outcome {
        try await Program.run(
            "/usr/bin/env", arguments, in: folder,
            environment: ["PATH": Self.path, "HOME": folder.path, "LANG": "C.UTF-8"])
    }

    @Test(arguments: ["content", "styles", "meta", "settings", "META-INF/manifest"], ["1.3", "1.4"])
    func `every part keeps the strict grammar of ODF`(_ part: String, _ version: String) async throws {
        try await withExample { folder in
            let unpack =
                "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile('bilaga-exempel.ods').read(sys.argv[1]))"
            let xml = try await run("python3", "-c", unpack, "\(part).xml", in: folder)
            try #require(xml.code == 0, "\(xml.errors)")
            // A part says which version it is of, which is 1.3: to 1.4 it is the version alone that is wrong.
            try #require(xml.output.contains(":version=\"1.3\""))
            let text = xml.output.replacing(":version=\"1.3\"", with: ":version=\"\(version)\"")
            try Data(text.utf8).write(to: folder.appending(path: "part.xml"))
            let grammar = part == "META-INF/manifest" ? "manifest-schema" : "schema"
            let schema = Program.project.appending(path: "Tests/Grammar/OpenDocument-v\(version)-\(grammar).rng").path
            let checked = try await run("xmllint", "--noout", "--relaxng", schema, "part.xml", in: folder)
            #expect(checked.code == 0, "\(checked.errors.prefix(2000))")
        }
    }

    @Test func `calamine, odfpy and LibreOffice read every cell of Data as it was written`() async throws {
        try await withExample { folder in
            let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
            let converted = try await run(
                "soffice", "-env:UserInstallation=file://\(folder.path)/profil", "--headless", "--convert-to", filter,
                "bilaga-exempel.ods", in: folder)
            try #require(converted.code == 0, "\(converted.errors)")
            let python = Program.project.appending(path: ".build/python/bin/python3").path
            let tools = Program.project.appending(path: "Tests/Oberoende/lasare.py").path
            let compared = try await run(python, "-B", tools, "bilaga-exempel.ods", ".", in: folder)
            #expect(compared.code == 0, "\(compared.output)\(compared.errors)")
        }
    }

    /// Where Gnumeric is: it brings half a gigabyte, and is not installed for this alone.
    private static let hasGnumeric = FileManager.default.isExecutableFile(atPath: "/usr/bin/ssconvert")

    @Test(.enabled(if: hasGnumeric)) func `Gnumeric reads every cell of Data as it was written`() async throws {
        try await withExample { folder in
            let converted = try await run(
                "ssconvert", "-T", "Gnumeric_stf:stf_assistant", "-O", "sheet=Data separator=, format=raw",
                "bilaga-exempel.ods", "gnumeric.csv", in: folder)
            try #require(converted.code == 0, "\(converted.errors)")
            let sheets = try await run(
                "soffice", "-env:UserInstallation=file://\(folder.path)/profil", "--headless", "--convert-to",
                Self.everySheet, "bilaga-exempel.ods", in: folder)
            try #require(sheets.code == 0, "\(sheets.errors)")
            let compared = try await compare("bilaga-exempel.ods", ".", "gnumeric.csv", in: folder)
            #expect(compared.code == 0, "\(compared.output)\(compared.errors)")
            #expect(compared.output.contains("Gnumeric: "))
        }
    }

    @Test func `LibreOffice gives back every cell of Data when it has saved the workbook as its own`() async throws {
        try await withExample { folder in
            let profile = "-env:UserInstallation=file://\(folder.path)/profil"
            let saved = try await run(
                "soffice", profile, "--headless", "--convert-to", "ods", "--outdir", "sparad", "bilaga-exempel.ods",
                in: folder)
            try #require(saved.code == 0, "\(saved.errors)")
            let sheets = try await run(
                "soffice", profile, "--headless", "--convert-to", Self.everySheet, "bilaga-exempel.ods", in: folder)
            try #require(sheets.code == 0, "\(sheets.errors)")
            // The cells of what it saved, against its own CSV of what we wrote, and by the two other readers.
            let compared = try await compare("sparad/bilaga-exempel.ods", ".", in: folder)
            #expect(compared.code == 0, "\(compared.output)\(compared.errors)")
            let count = /calamine: ([0-9]+) celler lika/
            let ours = try await compare("bilaga-exempel.ods", ".", in: folder)
            #expect(compared.output.firstMatch(of: count)?.output.1 == ours.output.firstMatch(of: count)?.output.1)
        }
    }

    private static let everySheet =
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

    private func compare(_ arguments: String..., in folder: URL) async throws -> Program.Outcome {
        let python = Program.project.appending(path: ".build/python/bin/python3").path
        let tools = Program.project.appending(path: "Tests/Oberoende/lasare.py").path
        return try await Program.run(
            "/usr/bin/env", [python, "-B", tools] + arguments, in: folder,
            environment: ["PATH": Self.path, "HOME": folder.path, "LANG": "C.UTF-8"])
    }

    @Test func `on paper every page says whose it is and which, and a table's head stands on each`() async throws {
        try await withExample { folder in
            let converted = try await run(
                "soffice", "-env:UserInstallation=file://\(folder.path)/profil", "--headless", "--convert-to", "pdf",
                "bilaga-exempel.ods", in: folder)
            try #require(converted.code == 0, "\(converted.errors)")
            let text = try await run("pdftotext", "-layout", "bilaga-exempel.pdf", "-", in: folder)
            try #require(text.code == 0, "\(text.errors)")
            let pages = text.output.split(separator: "\u{0C}").map(String.init)
            #expect(pages.count > 30)
            for (place, page) in pages.enumerated() {
                #expect(page.contains("Samordningsförbundet Exempelbygden"))
                #expect(page.contains("sidan \(place + 1) av \(pages.count)"))
            }
            // No heading of the running text is left alone at the end of a page.
            for (heading, first) in [
                ("Slumpen", "Alla i gruppen har tillfrågats"), ("Svarsfrekvens", "Svarsfrekvens är antalet svar"),
                ("Vad de som inte svarade kan ändra", "Andelarna gäller dem som svarade."),
                ("Grupper och skydd", "Ett svar ingår i alla grupper"), ("Formulär", "Indikatorenkät för personal"),
            ] {
                let follows = "\(heading)\n+ *\(first)"
                #expect(pages.contains { $0.range(of: follows, options: .regularExpression) != nil }, "\(heading)")
            }
            let personal = try #require(pages.firstIndex { $0.contains("Personal 2021 och 2020") })
            #expect(
                pages[personal].contains(
                    /2021 +32 +30 av 32 +3.?% +3.?% +94.?% +66.?% +\+10 +inom vad slumpen ger +\+10/))
            #expect(pages[personal + 1].contains(/Fråga +År +svar +svar +Negativt/))
        }
    }
}
