import Foundation
import Testing

@Suite("The example of a medarbetarenkät gives the published figures")
struct EmployeeSurveyTests {
    /// One printed percentage: where it stands among the program's figures.
    struct Published: Sendable {
        let year: String
        let group: String
        let question: String
        let measure: String
        let percent: Int
    }

    /// Samordningsförbundet Huddinge Botkyrka Salem, årsredovisningar 2017 and 2018. They hold when "kan inte bedöma" is in
    /// the base.
    static let published: [Published] = {
        func row(_ year: Int, _ question: String, _ percent: Int, _ measure: String, of group: String = "Totalt")
            -> Published
        {
            Published(
                year: "\(year)", group: group, question: question, measure: "\(measure) av alla svar", percent: percent)
        }
        let positive = "positivt"
        return zip([2016, 2017, 2018], [(83, 46, 37, 80), (77, 44, 31, 72), (88, 59, 27, 89)]).flatMap {
            year, figures in
            [
                row(year, "stöd", figures.0, positive), row(year, "samverkan", figures.1, "klart positivt"),
                row(year, "samverkan", figures.2, "delvis"), row(year, "stegförflyttning", figures.3, positive),
            ]
        } + [
            row(2018, "stöd", 84, positive, of: "HälsoSam"), row(2018, "samverkan", 71, positive, of: "HälsoSam"),
            row(2018, "stegförflyttning", 84, positive, of: "HälsoSam"),
            row(2018, "samverkan", 89, positive, of: "Lyra"), row(2018, "samverkan", 86, positive, of: "MIA"),
            row(2018, "stöd", 84, positive, of: "MIA"), row(2018, "samverkan", 91, positive, of: "START"),
            row(2018, "samverkan", 94, positive, of: "UPIS"), row(2018, "stegförflyttning", 95, positive, of: "HUVAS"),
            Published(year: "2017", group: "Totalt", question: "frukostmöten", measure: "positivt", percent: 90),
        ]
    }()

    private struct Key: Hashable {
        let year, group, question, measure: String
    }

    private func figures() async throws -> [Key: (count: Int, base: Int?)] {
        let bench = try Workbench.real()
        let folders = ["2016", "2017", "2018"].map {
            Program.project.appending(path: "Surveys/exempel-medarbetare/\($0)").path
        }
        var figures: [Key: (count: Int, base: Int?)] = [:]
        for (period, compared) in [("2018", "2017"), ("2017", "2016")] {
            let outcome = try await bench.run(
                ["rapport", "--ur"] + folders + ["--period", period, "--jamfor", compared, "--till", "\(period).ods"])
            try #require(outcome.code == 0, "\(outcome.errors)")
            // Where those who could not judge are in the base, the other shares do not sum to the whole.
            let judged = try await bench.run("granska", "\(period).ods")
            #expect(judged.code == 0 && judged.output.contains(": 0 omöjliga, 0 osannolika"), "\(judged.output)")
            for row in try await Python.figures(of: "\(period).ods", in: bench) {
                guard let count = row["antal"].flatMap(Double.init), let year = row["period"].flatMap(Double.init)
                else {
                    continue
                }
                let key = Key(
                    year: "\(Int(year))", group: row["grupp"] ?? "", question: row["fråga"] ?? "",
                    measure: row["mått"] ?? "")
                figures[key] = (Int(count), row["bas"].flatMap(Double.init).map { Int($0) })
            }
        }
        return figures
    }

    @Test func `in every row, with people and answers about insatser counted apart`() async throws {
        let figures = try await figures()
        func found(_ year: String, _ group: String, _ question: String, _ measure: String) -> (count: Int, base: Int?)?
        {
            figures[Key(year: year, group: group, question: question, measure: measure)]
        }
        for row in Self.published {
            var count: Int?
            let base: Int?
            if row.measure == "delvis av alla svar" {
                // Positive and not clearly so.
                let positive = found(row.year, row.group, row.question, "positivt av alla svar")
                let clearly = found(row.year, row.group, row.question, "klart positivt av alla svar")
                (count, base) = (
                    zip([positive?.count], [clearly?.count]).map { ($0 ?? 0) - ($1 ?? 0) }.first, positive?.base
                )
            } else {
                let figure = found(row.year, row.group, row.question, row.measure)
                (count, base) = (figure?.count, figure?.base)
            }
            let (part, whole) = (try #require(count, "\(row)"), try #require(base, "\(row)"))
            #expect((200 * part + whole) / (2 * whole) == row.percent, "\(row): \(part) av \(whole)")
        }
        for (year, known, all) in [("2016", 182, 231), ("2017", 212, 264), ("2018", 188, 248)] {
            let figure = found(year, "Totalt", "", "känner till insats")
            #expect(figure?.count == known && figure?.base == all, "\(year)")
        }
        #expect(found("2018", "Totalt", "", "svar om insats")?.count == 412)
        let new = found("2017", "Mindre än ett år", "", "svar")
        #expect(new?.count == 69)
        // The fall of 2017 is that more could not judge: of those who could, as many were positive as the year before.
        let judged = ["2016", "2017"].map { found($0, "Totalt", "stöd", "positivt") }
        let shares = judged.compactMap { figure in figure.map { 100 * $0.count / ($0.base ?? 1) } }
        #expect(shares.count == 2 && abs((shares.first ?? 0) - (shares.last ?? 100)) <= 2)
    }

    @Test func `and its files are what their maker makes`() async throws {
        let bench = try Workbench()
        let maker = Program.project.appending(path: "Tests/Exempel/bygg_medarbetare.py").path
        let made = try await Program.run(
            Python.path, ["-B", maker, "exempel"], in: bench.folder,
            environment: ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"])
        try #require(made.code == 0, "\(made.errors)")
        for year in ["2016", "2017", "2018"] {
            for file in ["medarbetare.csv", "matning.yaml"] {
                let tracked = Program.project.appending(path: "Surveys/exempel-medarbetare/\(year)/\(file)")
                #expect(try bench.bytes(of: "exempel/\(year)/\(file)") == Data(contentsOf: tracked), "\(year)/\(file)")
            }
        }
    }
}
