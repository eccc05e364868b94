import Foundation
import Testing

@Suite("A questionnaire shows how it protects those who answer it")
struct ShownProtectionTests {
    private func shown(_ changes: (String, String)..., as form: String = "text") async throws -> String {
        let bench = try Workbench()
        try bench.write(
            changes.reduce(Samverkan.formular) { $0.replacing($1.0, with: $1.1) }, to: "Surveys/formular/samverkan.yaml"
        )
        let outcome = try await bench.run("formular", "samverkan", "--som", form)
        #expect(outcome.code == 0)
        return outcome.output
    }

    @Test func `as text, in plain words`() async throws {
        #expect(
            try await shown().contains(
                """

                Minsta grupp som visas: 5 svar
                När alla eller alla utom en svarade lika: skyddas om de svarade negativt, eller negativt och varken eller \
                (nästan alla: ogynnsam)
                Små grupper efter insats: döljs
                Små grupper efter kön: döljs


                """))
        let changed = try await shown(
            ("minsta grupp: 5", "minsta grupp: 6\nnästan alla: alla\nminsta osäkerhet: 3"),
            ("värden: fria", "värden: fria, minsta grupp: 10, små grupper: { slå ihop till: Övriga }"),
            ("- id: kön", "- id: kön\n    små grupper: slå ihop"),
            ("- id: ratt", "- id: ratt\n    bara totalt: ja"))
        #expect(
            changed.contains(
                """

                Minsta grupp som visas: 6 svar, 10 för insats
                När alla eller alla utom en svarade lika: skyddas alltid (nästan alla: alla)
                Minsta osäkerhet om ett skyddat antal: 3 svar
                Små grupper efter insats: slås ihop till Övriga
                Små grupper efter kön: slås ihop och kallas efter dem som ingår

                """))
        #expect(changed.hasSuffix("   ( ) Vet ej\n   Visas bara för alla tillsammans.\n"))
        #expect(changed.count(of: "Visas bara") == 1)
        let whole = try await shown(("minsta grupp: 5", "bara totalt: ja\nnästan alla: ingen"))
        #expect(
            whole.contains(
                """

                När alla eller alla utom en svarade lika: visas ändå (nästan alla: ingen)
                Visas bara för alla tillsammans, inte efter insats, kön.


                """))
        #expect(whole.count(of: "Visas bara") == 1)
    }

    private struct Described: Decodable, Equatable {
        struct Background: Decodable, Equatable {
            let id: String
            let limit: Int
            let small: String
            let name: String?

            enum CodingKeys: String, CodingKey {
                case id
                case limit = "minsta grupp"
                case small = "små grupper"
                case name = "slå ihop till"
            }
        }
        struct Version: Decodable, Equatable {
            let questions: [Question]

            enum CodingKeys: String, CodingKey { case questions = "frågor" }
        }
        struct Question: Decodable, Equatable {
            let only: Bool?

            enum CodingKeys: String, CodingKey { case only = "bara totalt" }
        }
        let limit: Int
        let rule: String
        let uncertainty: Int
        let only: Bool?
        let bakgrund: [Background]
        let versioner: [Version]

        enum CodingKeys: String, CodingKey {
            case limit = "minsta grupp"
            case rule = "nästan alla"
            case uncertainty = "minsta osäkerhet"
            case only = "bara totalt"
            case bakgrund, versioner
        }
    }

    @Test func `as JSON, under the keys of the file`() async throws {
        let usual = try JSONDecoder().decode([Described].self, from: Data(try await shown(as: "json").utf8))
        #expect(
            usual == [
                Described(
                    limit: 5, rule: "ogynnsam", uncertainty: 2, only: nil,
                    bakgrund: [
                        .init(id: "insats", limit: 5, small: "dölj", name: nil),
                        .init(id: "kön", limit: 5, small: "dölj", name: nil),
                    ], versioner: [.init(questions: Array(repeating: .init(only: nil), count: 3))])
            ])
        let text = try await shown(
            ("minsta grupp: 5", "minsta grupp: 6\nnästan alla: alla\nminsta osäkerhet: 3\nbara totalt: ja"),
            ("värden: fria", "värden: fria, minsta grupp: 10, små grupper: { slå ihop till: Övriga }"),
            ("- id: kön", "- id: kön\n    små grupper: slå ihop"), ("- id: ratt", "- id: ratt\n    bara totalt: ja"),
            as: "json")
        #expect(
            try JSONDecoder().decode([Described].self, from: Data(text.utf8)) == [
                Described(
                    limit: 6, rule: "alla", uncertainty: 3, only: true,
                    bakgrund: [
                        .init(id: "insats", limit: 10, small: "slå ihop", name: "Övriga"),
                        .init(id: "kön", limit: 6, small: "slå ihop", name: nil),
                    ], versioner: [.init(questions: [.init(only: nil), .init(only: nil), .init(only: true)])])
            ])
    }
}

extension String {
    fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
