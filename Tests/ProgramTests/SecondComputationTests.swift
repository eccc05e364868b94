import Foundation
import Testing

@Suite("Every figure comes out the same when it is computed a second time, in Python from the files")
struct SecondComputationTests {
    private static let tools = Program.project.appending(path: "Tests/Oberoende").path
    private static let example = ["2020", "2021"].map { Program.project.appending(path: "Surveys/exempel/\($0)").path }

    private func python(_ script: String, _ arguments: [String], in folder: URL) async throws -> Program.Outcome {
        try await Program.run(
            "/usr/bin/env", ["python3", "-B", "\(Self.tools)/\(script)"] + arguments, in: folder,
            environment: [
                "PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONIOENCODING": "utf-8", "BILAGA_PROGRAM": Program.path,
            ])
    }

    private func program(_ arguments: [String], in folder: URL) async throws -> Program.Outcome {
        try await Program.run(
            Program.path, arguments, in: folder,
            environment: ["BILAGA_HEM": Program.project.path, "PATH": "/usr/bin:/bin"])
    }

    private func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bilaga-second-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    @Test func `the example is the published bilaga, in every row that answers can give`() async throws {
        try await withFolder { folder in
            #expect(try await program(["exempel", "--till", "."], in: folder).code == 0)
            let published = try await python("publicerat.py", ["bilaga-exempel.ods"], in: folder)
            #expect(published.code == 0, "\(published.output)\(published.errors)")
            #expect(published.output.contains("30 av 35 rader exakt"))
            let second = try await python("andra_berakningen.py", ["bilaga-exempel.ods"] + Self.example, in: folder)
            #expect(second.code == 0, "\(second.output)\(second.errors)")
        }
    }

    @Test func `the example's files are what their maker makes`() async throws {
        try await withFolder { folder in
            let maker = Program.project.appending(path: "Tests/Exempel/bygg_exempel.py").path
            let made = try await Program.run(
                "/usr/bin/env", ["python3", "-B", maker, "."], in: folder,
                environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONIOENCODING": "utf-8"])
            try #require(made.code == 0, "\(made.errors)")
            let tracked = Program.project.appending(path: "Surveys/exempel")
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }
            #expect(files.count >= 13)
            for file in files {
                let (new, old) = (folder.appending(path: file), tracked.appending(path: file))
                #expect(try Data(contentsOf: new) == Data(contentsOf: old), "\(file)")
            }
        }
    }

    @Test func `two hundred random förbund`() async throws {
        try await withFolder { folder in
            let seeds = 1...200
            let made = try await python("slumpdata.py", ["1..200", "."], in: folder)
            try #require(made.code == 0, "\(made.errors)")
            for seed in seeds {
                let outcome = try await program(
                    [
                        "rapport", "--ur", "\(seed)/2020", "\(seed)/2021", "--period", "2021", "--jamfor", "2020",
                        "--till", "\(seed).ods", "--tyst", "--formular", "formular",
                    ], in: folder)
                try #require(outcome.code == 0, "data set \(seed): \(outcome.errors)")
            }
            let list = seeds.map { "\($0).ods\t\($0)/2020\t\($0)/2021\n" }.joined()
            try Data(list.utf8).write(to: folder.appending(path: "lista"))
            let second = try await python("andra_berakningen.py", ["--bunt", "lista"], in: folder)
            #expect(second.code == 0, "\(second.output.prefix(4000))\(second.errors)")
        }
    }

    @Test func `fifty random förbund over up to five years`() async throws {
        try await withFolder { folder in
            let sets = try await dataSets(50, in: folder)
                .map { (seed: $0.seed, years: $0.years.filter { !Self.isCarriedOver($0) }) }
            for (seed, years) in sets {
                try await succeeds(
                    ["rapport", "--ur"] + years.map { "\(seed)/\($0)" } + [
                        "--period", "2024", "--till", "\(seed).ods",
                    ],
                    in: folder)
            }
            try await compared(sets, in: folder)
        }
    }

    @Test func `twenty random förbund that report every year, carry answers over and erase the first years`()
        async throws
    {
        try await withFolder { folder in
            let sets = try await dataSets(20, in: folder)
            var reported: [(seed: Int, years: [String])] = []
            for (seed, years) in sets {
                let ordinary = years.filter { !Self.isCarriedOver($0) }
                guard let compared = ordinary.dropLast().last else { continue }
                let register = ["--register", "\(seed).sqlite"]
                for year in ordinary {
                    try await succeeds(["importera", "\(seed)/\(year)"] + register, in: folder)
                    try await succeeds(
                        ["rapport", "--period", year, "--till", "\(seed)-\(year).ods"] + register, in: folder)
                }
                for late in years.filter(Self.isCarriedOver) {
                    try await importCarriedOver("\(seed)/\(late)", register, in: folder)
                }
                try await succeeds(["gallra", "--fore", compared] + register, in: folder)
                try await succeeds(["rapport", "--period", "2024", "--till", "\(seed).ods"] + register, in: folder)
                reported.append((seed, years))
            }
            let list = reported.map { seed, years in
                let given = years.filter { !Self.isCarriedOver($0) }.map { "\t\(seed)-\($0).ods" }
                return "\(seed).ods" + years.map { "\t\(seed)/\($0)" }.joined() + given.joined() + "\n"
            }
            try await compared(list, in: folder)
        }
    }

    /// Answers that are counted in a later year.
    private static func isCarriedOver(_ name: String) -> Bool { name.contains("-till-") }

    /// Imports the one file of a folder such as 2023-till-2024.
    private func importCarriedOver(_ path: String, _ register: [String], in folder: URL) async throws {
        let place = folder.appending(path: path)
        let years = try #require(place.lastPathComponent.firstMatch(of: /(\d+)-till-(\d+)/))
        let description = try String(contentsOf: place.appending(path: "matning.yaml"), encoding: .utf8)
        let file = try #require(description.firstMatch(of: /filer: \[(.+)\.csv\]/)).1
        let asked = description.firstMatch(of: /tillfrågade: (\d+)/).map { ["--tillfragade", String($0.1)] } ?? []
        try await succeeds(
            ["importera", "\(path)/\(file).csv", "--enkat", String(file), "--period", String(years.1)] + asked
                + ["--over-till", String(years.2)] + register, in: folder)
    }

    /// Of each data set the years that it has, oldest first, the last of them 2024, and what is carried over to one.
    private func dataSets(_ count: Int, in folder: URL) async throws -> [(seed: Int, years: [String])] {
        let made = try await python("slumpdata.py", ["1..\(count)", ".", "2020..2024"], in: folder)
        try #require(made.code == 0, "\(made.errors)")
        return try (1...count).map { seed in
            let path = folder.appending(path: "\(seed)").path
            let years = try FileManager.default.contentsOfDirectory(atPath: path)
            return (seed, years.sorted())
        }
    }

    private func succeeds(_ arguments: [String], in folder: URL) async throws {
        let outcome = try await program(arguments + ["--tyst", "--formular", "formular"], in: folder)
        try #require(outcome.code == 0, "\(arguments.joined(separator: " "))\n\(outcome.errors)")
    }

    /// Compares the workbook of every data set with a second computation.
    private func compared(_ sets: [(seed: Int, years: [String])], in folder: URL) async throws {
        try await compared(
            sets.map { seed, years in "\(seed).ods" + years.map { "\t\(seed)/\($0)" }.joined() + "\n" }, in: folder)
    }

    private func compared(_ list: [String], in folder: URL) async throws {
        try Data(list.joined().utf8).write(to: folder.appending(path: "lista"))
        let second = try await python("andra_berakningen.py", ["--bunt", "lista"], in: folder)
        #expect(second.code == 0, "\(second.output.prefix(4000))\(second.errors)")
    }

    @Test func `the national result of eighty random förbund, and how each one stands beside it`() async throws {
        try await withFolder { folder in
            let made = try await python("slumpdata.py", ["1..80", "."], in: folder)
            try #require(made.code == 0, "\(made.errors)")
            let seeds = (1...80).map { "\($0)" }
            let below = folder.appending(path: "förbunden")
            try FileManager.default.createDirectory(at: below, withIntermediateDirectories: false)
            for seed in seeds {
                try FileManager.default.moveItem(
                    at: folder.appending(path: seed), to: below.appending(path: seed))
            }
            try await succeeds(
                ["riket", "--berakna", "förbunden", "--till", "riket.csv", "--rapporter", "bilagor"], in: folder)
            let second = try await python(
                "riket.py", ["riket.csv", "2021"] + seeds.map { "förbunden/\($0)/2021" }, in: folder)
            #expect(second.code == 0, "\(second.output.prefix(4000))\(second.errors)")
            let list = seeds.map { seed in
                "bilagor/bilaga-Samordningsförbundet-Slumpbygden-\(seed)-2021.ods\tförbunden/\(seed)/2020\t"
                    + "förbunden/\(seed)/2021\triket.csv\n"
            }
            try Data(list.joined().utf8).write(to: folder.appending(path: "lista"))
            let each = try await python("andra_berakningen.py", ["--bunt", "lista"], in: folder)
            #expect(each.code == 0, "\(each.output.prefix(4000))\(each.errors)")
        }
    }

    @Test func `the medarbetarenkät of three years is what was published, and every figure of it`() async throws {
        try await withFolder { folder in
            let example = Program.project.appending(path: "Surveys/exempel-medarbetare").path
            let published = try await python("medarbetarna.py", ["--publicerat", example], in: folder)
            #expect(published.code == 0, "\(published.output)\(published.errors)")
            for year in [2017, 2018] {
                let folders = ["\(example)/\(year)", "\(example)/\(year - 1)"]
                let made = try await program(
                    ["rapport", "--ur"] + folders + ["--period", "\(year)", "--till", "bilaga.ods", "--tyst"],
                    in: folder)
                try #require(made.code == 0, "\(made.errors)")
                let second = try await python("medarbetarna.py", ["bilaga.ods"] + folders, in: folder)
                #expect(second.code == 0, "\(second.output.prefix(4000))\(second.errors)")
            }
        }
    }

    @Test func `forty random medarbetarenkäter, in columns and in rows`() async throws {
        try await withFolder { folder in
            let made = try await python("slumpslinga.py", ["1..40", "."], in: folder)
            try #require(made.code == 0, "\(made.errors)")
            for seed in 1...40 {
                let outcome = try await program(
                    [
                        "rapport", "--ur", "\(seed)/2017", "\(seed)/2018", "--period", "2018", "--till",
                        "\(seed).ods", "--tyst",
                    ], in: folder)
                try #require(outcome.code == 0, "data set \(seed): \(outcome.errors)")
            }
            let list = (1...40).map { "\($0).ods\t\($0)/2018\t\($0)/2017\n" }.joined()
            try Data(list.utf8).write(to: folder.appending(path: "lista"))
            let second = try await python("medarbetarna.py", ["--bunt", "lista"], in: folder)
            #expect(second.code == 0, "\(second.output.prefix(4000))\(second.errors)")
        }
    }

    @Test func `the second computation finds errors that are planted`() async throws {
        try await withFolder { folder in
            _ = try await dataSets(2, in: folder)
            let outcome = try await python("sjalvprov.py", ["1", "2"], in: folder)
            #expect(outcome.code == 0, "\(outcome.output.suffix(2000))\(outcome.errors)")
        }
    }
}
