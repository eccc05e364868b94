import Analysis
import OpenDocument
import Survey
import Testing
import Zip

@testable import Report

struct SheetNamesTests {
    private func results(_ id: String, _ variables: [String]) throws -> Results {
        let sample = try Sample.instrument()
        let instrument = Instrument(
            id: id, name: id, group: .currentParticipants, versions: sample.versions,
            background: variables.map { BackgroundVariable(id: $0, name: $0) })
        let answers = Answers(
            respondents: 1, questions: [QuestionColumn(question: "stöd", codes: [1])],
            groups: variables.map { GroupColumn(variable: $0, values: ["A"], codes: [1]) })
        return try analyze(
            [
                Measurement(
                    instrument: id, version: "2020", period: try #require(Period("2020")), answers: answers,
                    invited: nil,
                    files: [])
            ], of: instrument)
    }

    @Test func `every table has a name that a sheet may have, and no two are alike`() throws {
        let all = [
            try results("a", ["insats", "insats/projekt", "insats projekt", "en bakgrund med ett mycket långt namn"]),
            try results("b", ["insats", "åldersgrupp"]),
        ]
        let names = SheetNames(all)
        let every = all.flatMap { results in
            results.breakdowns.map { names.name(results.instrument, $0.variable) }
        }
        #expect(every.first == "Deltagare pågående" && every[1] == "Deltagare pågående per insats")
        #expect(Set(every.map { $0.lowercased() }).count == every.count)
        for name in every {
            #expect(name.utf16.count <= 31)
            #expect(!name.contains { "[]*?:/\\'".contains($0) })
        }
        // The writer agrees.
        let bilaga = Bilaga(
            forbund: "F", period: try #require(Period("2020")), compared: nil, results: all)
        var sink = MemorySink()
        try bilaga.workbook().write(to: &sink)
        #expect(!sink.bytes.isEmpty)
    }
}
