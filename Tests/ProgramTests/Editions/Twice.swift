import Testing

/// One year of one questionnaire, given out as `bilaga.ods` and, after something has happened to it, as `andra.ods`.
struct Twice {
    let bench: Workbench

    enum Edition: String {
        case first = "bilaga.ods"
        case second = "andra.ods"
    }

    /// As many of each class as can be, one after the other: negative, neither, positive.
    static func answers(of insats: String, _ people: Int) -> [String] {
        (0..<people).map { "\(insats);Kvinna;\(["Inte alls", "Delvis", "Till stor del"][$0 % 3])" }
    }

    static func answers(island: Int, meadow: Int) -> [String] {
        answers(of: "Ön", island) + answers(of: "Ängen", meadow)
    }

    /// - Parameter lines: insats, kön and the answer to the first question.
    static func file(_ lines: [String]) -> String { Samverkan.file(lines.map { $0 + ";;" }) }

    init(then lines: [String]) async throws {
        bench = try Workbench()
        try bench.write(Self.file(lines), to: "svar.csv")
        try await bench.succeeds(
            "importera", "svar.csv", "--enkat", "samverkan", "--period", "2021", "--forbund", "Åkerbygden")
        try await bench.succeeds("rapport", "--period", "2021", "--till", Edition.first.rawValue)
    }

    func correct(_ lines: [String]) async throws {
        try bench.write(Self.file(lines), to: "rättat.csv")
        try await bench.succeeds(
            "importera", "rättat.csv", "--enkat", "samverkan", "--period", "2021", "--forbund", "Åkerbygden", "--ersatt"
        )
    }

    func report(_ wishes: [String] = []) async throws -> Program.Outcome {
        let outcome = try await bench.run(
            ["rapport", "--period", "2021", "--till", Edition.second.rawValue] + wishes)
        try #require(outcome.code == 0, "\(outcome.errors)")
        return outcome
    }

    /// By group: how many they are, and how many of them answered negatively, neither and positively.
    func rows(of edition: Edition, _ division: String) async throws -> [String: String] {
        let figures = try await Python.figures(of: edition.rawValue, in: bench).filter { $0["indelning"] == division }
        var rows: [String: String] = [:]
        for group in Set(figures.compactMap { $0["grupp"] }) {
            func figure(_ measure: String, _ question: String?) -> String {
                let row = figures.first { $0["grupp"] == group && $0["mått"] == measure && $0["fråga"] == question }
                return row?["antal"].map { $0.replacing(".0", with: "") } ?? ""
            }
            let classes = ["negativt", "varken eller", "positivt"].map { figure($0, "stod") }
            rows[group] =
                "\(figure("svar", nil)): \(Set(classes).count == 1 && Int(classes[0]) == nil ? classes[0] : classes.joined(separator: " "))"
        }
        return rows
    }

    /// Why some gave no answer to the first question.
    func silence(of edition: Edition) async throws -> [String: String] {
        let kinds = ["vet ej", "internt bortfall"]
        let rows = try await Python.figures(of: edition.rawValue, in: bench).filter {
            $0["indelning"] == "total" && $0["fråga"] == "stod" && kinds.contains($0["mått"] ?? "")
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["mått"] ?? "", $0["antal"] ?? "") })
    }
}

extension Workbench {
    /// - Returns: what was told.
    @discardableResult
    func succeeds(_ arguments: String...) async throws -> String {
        let outcome = try await run(arguments)
        try #require(outcome.code == 0, "\(arguments.joined(separator: " "))\n\(outcome.errors)")
        return outcome.output
    }
}
