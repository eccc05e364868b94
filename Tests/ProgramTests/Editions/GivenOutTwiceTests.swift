import Foundation
import Testing

/// A förbund gives out a workbook, something happens to the answers, and it gives out another. Each story shows what somebody
/// who has both files can read in them, and that the few whom it is about cannot be told.
@Suite("What two workbooks tell together")
struct GivenOutTwiceTests {
    // MARK: Late answers

    @Test func `a late answer does not change what was given out, until it is one of enough`() async throws {
        let story = try await Twice(then: Twice.answers(island: 12, meadow: 9))
        try await story.correct(Twice.answers(island: 12, meadow: 9) + ["Ängen;Kvinna;Inte alls"])
        let second = try await story.report()
        // The one who was late would be the difference: negative, of Ängen.
        #expect(try await story.rows(of: .first, "total") == ["Totalt": "21: 7 7 7"])
        #expect(try await story.rows(of: .second, "total") == ["Totalt": "21: 7 7 7"])
        #expect(try await story.rows(of: .second, "insats") == (try await story.rows(of: .first, "insats")))
        #expect(
            second.output.contains(
                "samverkan 2021: inläsning 2 (22 svar) räknas inte in än. Bilagan har de siffror som gavs ut i bilaga.ods "
                    + "(21 svar): skillnaden gäller färre än 5 svar på någon fråga, eller svar som nästan alla är lika, och "
                    + "skulle gå att räkna ut av de två bilagorna. När minst 5 svar har ändrats på varje fråga där något har "
                    + "ändrats räknas allt in.\n"))
        let note =
            "Personal 2021: siffrorna är de som gavs ut i bilaga.ods. Det som har ändrats sedan dess räknas inte in, "
            + "eftersom enskilda svar då kunde räknas ut."
        #expect(try await Python.sheet("Anmärkningar", of: "andra.ods", in: story.bench).contains { $0.contains(note) })
        // How many there are now is nowhere in the file, nor the name of the file that they came from.
        for sheet in ["Omslag", "Svarsfrekvens", "Personal", "Data", "Källor"] {
            let texts = try await Python.sheet(sheet, of: "andra.ods", in: story.bench).joined()
            #expect(!texts.contains { $0 == "22" || $0 == "22.0" || $0.contains("rättat.csv") }, "\(sheet)")
        }
        // Six more, and all seven are counted.
        let more =
            Twice.answers(island: 12, meadow: 9) + ["Ängen;Kvinna;Inte alls"] + Twice.answers(island: 0, meadow: 6)
        try await story.correct(more)
        let third = try await story.report()
        #expect(try await story.rows(of: .second, "total") == ["Totalt": "28: 10 9 9"])
        #expect(!third.output.contains("räknas inte in än"))
        #expect(third.output.contains("2021 års siffror har ändrats sedan de publicerades (andra.ods, "))
    }

    @Test func `why nobody answered is told of a period that stands, as long as its answers are there`() async throws {
        let story = try await Twice(then: Twice.answers(island: 12, meadow: 9) + ["Ön;Man;Vet ej"])
        let before = try await story.silence(of: .first)
        #expect(before == ["vet ej": "1.0", "internt bortfall": "1.0"])
        try await story.correct(Twice.answers(island: 12, meadow: 9) + ["Ön;Man;Vet ej", "Ön;Man;Vet ej"])
        _ = try await story.report()
        #expect(try await story.silence(of: .second) == before)
    }

    @Test func `the very same answers give the very same file, and so do those that stand`() async throws {
        let story = try await Twice(then: Twice.answers(island: 12, meadow: 9))
        _ = try await story.report()
        let same = try story.bench.bytes(of: "andra.ods")
        #expect(try story.bench.bytes(of: "bilaga.ods") == same)
        try await story.correct(Twice.answers(island: 12, meadow: 9) + ["Ängen;Kvinna;Inte alls"])
        _ = try await story.report()
        let standing = try story.bench.bytes(of: "andra.ods")
        #expect(standing != same)
        for _ in 0..<2 {
            _ = try await story.report()
            #expect(try story.bench.bytes(of: "andra.ods") == standing)
        }
    }

    @Test func `a draft and another import are protected in the same way`() async throws {
        let story = try await Twice(then: Twice.answers(island: 12, meadow: 9))
        try await story.correct(Twice.answers(island: 12, meadow: 9) + ["Ängen;Kvinna;Inte alls"])
        for wish in [["--utkast"], ["--import", "2"]] {
            let outcome = try await story.report(wish)
            #expect(outcome.output.contains("inläsning 2 (22 svar) räknas inte in än"))
            #expect(outcome.errors.contains("Obs: ge inte ut den här filen"))
            #expect(try await story.rows(of: .second, "total") == ["Totalt": "21: 7 7 7"])
        }
        // A workbook that the register does not know is asked too, when it is named.
        try FileManager.default.removeItem(at: story.bench.folder.appending(path: "register.sqlite"))
        try await story.correct(Twice.answers(island: 12, meadow: 9) + ["Ängen;Kvinna;Inte alls"])
        _ = try await story.report(["--mot", "bilaga.ods"])
        #expect(try await story.rows(of: .second, "total") == ["Totalt": "21: 7 7 7"])
    }

    @Test func `answers may be deleted of a period that stands, and it still stands`() async throws {
        let story = try await Twice(then: Twice.answers(island: 12, meadow: 9))
        try await story.correct(Twice.answers(island: 12, meadow: 9) + ["Ängen;Kvinna;Inte alls"])
        let erased = try await story.bench.run("gallra", "--period", "2021")
        #expect(erased.code == 0, "\(erased.errors)")
        _ = try await story.report()
        #expect(try await story.rows(of: .second, "total") == ["Totalt": "21: 7 7 7"])
    }

    // MARK: A group that is split

    @Test func `of a group that is split the two who are left are not told`() async throws {
        let story = try await Twice(then: Twice.answers(island: 12, meadow: 9) + Twice.answers(of: "Berget", 30))
        // Two of Ön, both negative, are now in an insats of their own.
        let island = Twice.answers(island: 12, meadow: 0)
        let split = island.enumerated().map { place, line in
            let name = place == 0 || place == 3 ? "Öns gård" : "Öns skog"
            return line.replacingOccurrences(of: "Ön;", with: "\(name);")
        }
        try await story.correct(split + Twice.answers(island: 0, meadow: 9) + Twice.answers(of: "Berget", 30))
        _ = try await story.report()
        let first = try await story.rows(of: .first, "insats")
        let second = try await story.rows(of: .second, "insats")
        #expect(first["Ön"] == "12: 4 4 4")
        // What is left of Ön, 10: 2 4 4, would tell that both of the others are negative.
        #expect(second["Öns skog"] == "[skyddad]: [skyddad]")
        #expect(second["Öns gård"] == "[skyddad]: [skyddad]")
        #expect(second["Berget"] == "30: 10 10 10")
    }

    // MARK: An answer that is moved

    @Test func `an answer that is moved between periods is told in neither`() async throws {
        let bench = try Workbench()
        for (year, people) in [("2021", 12), ("2022", 15)] {
            try bench.write(Twice.file(Twice.answers(of: "Ön", people)), to: "\(year).csv")
            try await bench.succeeds(
                "importera", "\(year).csv", "--enkat", "samverkan", "--period", year, "--forbund", "Åkerbygden")
            try await bench.succeeds("rapport", "--period", year, "--till", "\(year).ods")
        }
        // The negative one of 2022 was answered in 2021.
        let moved = "Ön;Kvinna;Inte alls"
        try bench.write(Twice.file(Twice.answers(of: "Ön", 12) + [moved]), to: "2021-r.csv")
        try bench.write(Twice.file(Array(Twice.answers(of: "Ön", 15).dropFirst())), to: "2022-r.csv")
        for year in ["2021", "2022"] {
            try await bench.succeeds(
                "importera", "\(year)-r.csv", "--enkat", "samverkan", "--period", year, "--ersatt")
        }
        let told = try await bench.succeeds("rapport", "--period", "2022", "--till", "andra.ods")
        let figures = try await Python.figures(of: "andra.ods", in: bench)
        let answers = figures.filter { $0["mått"] == "svar" && $0["indelning"] == "total" }
        #expect(answers.map { $0["antal"] } == ["15.0", "12.0"])
        #expect(told.contains("samverkan 2022: inläsning 4 (14 svar) räknas inte in än."))
        #expect(told.contains("samverkan 2021: inläsning 3 (13 svar) räknas inte in än."))
    }

    // MARK: Merges that differ

    @Test func `insatser that were put together are not parted by another year's`() async throws {
        let bench = try Workbench()
        let merging = Samverkan.formular.replacingOccurrences(
            of: "värden: fria }", with: "värden: fria, små grupper: { slå ihop till: Övriga } }")
        #expect(merging != Samverkan.formular)
        try bench.write(merging, to: "Surveys/formular/samverkan.yaml")
        func year(_ year: String, _ sizes: [(String, Int)]) async throws {
            try bench.write(
                Twice.file(sizes.flatMap { Twice.answers(of: $0.0, $0.1) }), to: "\(year).csv")
            try await bench.succeeds(
                "importera", "\(year).csv", "--enkat", "samverkan", "--period", year, "--forbund", "Åkerbygden")
        }
        try await year("2021", [("Berget", 30), ("Dalen", 9), ("Gården", 4), ("Sjön", 3)])
        try await bench.succeeds("rapport", "--period", "2021", "--till", "bilaga.ods")
        // In 2022 it is Dalen and Gården that are few. Övriga of 2021 without Dalen, which stood alone, and beside Sjön of now
        // would tell of the four of Gården.
        try await year("2022", [("Berget", 30), ("Dalen", 4), ("Gården", 4), ("Sjön", 9)])
        try await bench.succeeds("rapport", "--period", "2022", "--till", "andra.ods")
        func answers(_ file: String) async throws -> [String: String] {
            let rows = try await Python.figures(of: file, in: bench).filter {
                $0["mått"] == "svar" && $0["indelning"] == "insats" && $0["period"] == "2021.0"
            }
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0["grupp"] ?? "", $0["antal"] ?? $0["anmärkning"] ?? "") })
        }
        #expect(try await answers("bilaga.ods") == ["Berget": "30.0", "Dalen": "9.0", "Övriga": "7.0"])
        // Dalen with the seven: no part of them is told.
        #expect(try await answers("andra.ods") == ["Berget": "30.0", "Övriga": "16.0"])
    }

    // MARK: The remainder

    @Test func `two who gave no kön are not what is left of the total, in either edition`() async throws {
        let bench = try Workbench()
        func lines(_ kvinnor: Int, _ män: Int, _ without: Int) -> [String] {
            Twice.answers(of: "Ön", kvinnor)
                + Twice.answers(of: "Ön", män).map { $0.replacing(";Kvinna;", with: ";Man;") }
                + Twice.answers(of: "Ön", without).map { $0.replacing(";Kvinna;", with: ";;") }
        }
        func answers(_ file: String) async throws -> [String: String] {
            let rows = try await Python.figures(of: file, in: bench).filter {
                $0["mått"] == "svar" && $0["indelning"] != "insats"
            }
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0["grupp"] ?? "", $0["antal"] ?? $0["anmärkning"] ?? "") })
        }
        try bench.write(Twice.file(lines(80, 60, 2)), to: "svar.csv")
        try await bench.succeeds(
            "importera", "svar.csv", "--enkat", "samverkan", "--period", "2021", "--forbund", "Åkerbygden")
        try await bench.succeeds("rapport", "--period", "2021", "--till", "bilaga.ods")
        let first = try await answers("bilaga.ods")
        // One of them says which: the others' figures would step by one.
        try bench.write(Twice.file(lines(81, 60, 1)), to: "rättat.csv")
        try await bench.succeeds(
            "importera", "rättat.csv", "--enkat", "samverkan", "--period", "2021", "--ersatt")
        try await bench.succeeds("rapport", "--period", "2021", "--till", "andra.ods")
        let second = try await answers("andra.ods")
        for edition in [first, second] {
            #expect(edition["Totalt"] == "142.0")
            let shown = edition.filter { $0.key != "Totalt" }.compactMapValues(Double.init)
            let left = 142 - shown.values.reduce(0, +)
            #expect(left == 0 || left >= 5, "\(edition)")
        }
        for (group, now) in second {
            guard let now = Double(now), let then = first[group].flatMap(Double.init) else { continue }
            #expect(now == then, "\(group)")
        }
    }
}
