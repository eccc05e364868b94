import Foundation
import Testing

@Suite("bilaga granska tells whether published figures can be true")
struct ScrutinyTests {
    private static let table = """
        Personal (32 svar)
        Fråga;Negativt;Varken eller;Positivt (klart positivt)
        1. Lyssnar de?;6%;25%;69% (63%)
        2. Fungerar det?;13%;13%;74% (38%)

        """

    private func bench(_ text: String, _ name: String = "åäö.csv") throws -> Workbench {
        let bench = try Workbench()
        try bench.write(text, to: name)
        return bench
    }

    @Test func `what is impossible is told with its place, its arithmetic and what to do, and ends with 1`()
        async throws
    {
        let outcome = try await bench(Self.table).run("granska", "åäö.csv")
        #expect(
            outcome.output == """
                OMÖJLIG  åäö.csv, rad 4, kolumn B
                  Personal (32 svar), ”2. Fungerar det?”
                  Det står: 13% | 13% | 74% (38%)
                  24 av 32 är 75 % positivt, inte 74 %: då summerar raden till 101, och talet ser ut att vara ändrat så att \
                summan blir 100.
                  Att göra: Hämta antalen ur enkätverktyget och skriv de avrundade talen som de blir. En rad får summera till \
                99 eller 101.

                åäö.csv, Personal (32 svar): 1 av 2 rader möjliga.
                2 uppgifter granskade: 1 omöjlig, 0 osannolika, 0 avrundade för hand, 1 möjlig.

                """)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.code == 1)
        #expect(englishWords(in: outcome.output).isEmpty)
    }

    @Test func `a table in which all is possible ends with 0`() async throws {
        let bench = try bench(Self.table.replacing("74% (38%)", with: "75% (38%)"))
        let outcome = try await bench.run("granska", "åäö.csv")
        #expect(
            outcome.output == """
                åäö.csv, Personal (32 svar): 2 av 2 rader möjliga. Antal svar som passar alla möjliga rader: 16 och 32.
                2 uppgifter granskade: 0 omöjliga, 0 osannolika, 0 avrundade för hand, 2 möjliga.

                """)
        #expect(outcome.code == 0)
        let all = try await bench.run("granska", "åäö.csv", "--alla")
        #expect(
            all.output.hasPrefix(
                """
                MÖJLIG  åäö.csv, rad 3, kolumn B
                  Personal (32 svar), ”1. Lyssnar de?”
                  Det står: 6% | 25% | 69% (63%)
                  Möjligt med 16 och 32 svar.

                """))
    }

    @Test func `what only another rounding explains is no error`() async throws {
        let outcome = try await bench("12 av 18 deltagare (66 %)\n;\n").run("granska", "åäö.csv")
        #expect(
            outcome.output.hasSuffix("1 uppgift granskad: 0 omöjliga, 0 osannolika, 1 avrundad för hand, 0 möjliga.\n"))
        #expect(outcome.code == 0)
    }

    @Test func `a file without figures ends with 65`() async throws {
        let outcome = try await bench("Namn;Roll\nÅsa;ordförande\n").run("granska", "åäö.csv")
        #expect(
            outcome.errors
                == "åäö.csv: det finns inga siffror att granska. Filen ska ha en tabell med kolumner som Negativt, Varken eller "
                + "och Positivt, Tillfrågade, Svar och Svarsfrekvens, en rad eller kolumn Totalt, eller andelar med antal som "
                + "”63 % (12 av 18)”.\n")
        #expect(outcome.output.isEmpty)
        #expect(outcome.code == Ending.badData)
    }

    @Test func `a file that is not there ends with 66`() async throws {
        let outcome = try await bench(Self.table).run("granska", "öäå.csv")
        #expect(outcome.errors == "öäå.csv: filen finns inte. Kontrollera namnet och mappen.\n")
        #expect(outcome.code == Ending.missingFile)
    }

    @Test func `as JSON`() async throws {
        let outcome = try await bench(Self.table).run("granska", "åäö.csv", "--som", "json")
        #expect(
            outcome.output == """
                {
                  "antal" : {
                    "avrundad för hand" : 0,
                    "möjlig" : 1,
                    "omöjlig" : 1,
                    "osannolik" : 0
                  },
                  "filer" : [
                    {
                      "fil" : "åäö.csv",
                      "fynd" : [
                        {
                          "grad" : "omöjlig",
                          "gäller" : "Personal (32 svar), ”2. Fungerar det?”",
                          "kolumn" : "B",
                          "kontrollera" : "Hämta antalen ur enkätverktyget och skriv de avrundade talen som de blir. En rad får \
                summera till 99 eller 101.",
                          "rad" : 4,
                          "räkning" : "24 av 32 är 75 % positivt, inte 74 %: då summerar raden till 101, och talet ser ut att \
                vara ändrat så att summan blir 100.",
                          "står" : "13% | 13% | 74% (38%)"
                        }
                      ],
                      "grupper" : [
                        {
                          "gemensamma antal" : [
                            [
                              16,
                              16
                            ],
                            [
                              32,
                              32
                            ]
                          ],
                          "grupp" : "Personal (32 svar)",
                          "möjliga" : 1,
                          "rader" : 2
                        }
                      ]
                    }
                  ]
                }

                """)
        #expect(outcome.code == 1)
    }

    @Test func `the findings as a workbook, which has nothing impossible in it`() async throws {
        let bench = try bench(Self.table)
        let outcome = try await bench.run("granska", "åäö.csv", "--till", "fynd.ods")
        #expect(outcome.output.hasSuffix("Fynden finns i fynd.ods.\n"))
        #expect(outcome.code == 1)
        #expect(bench.has("fynd.ods"))
        let again = try await bench.run("granska", "åäö.csv", "--till", "igen.ods", "--tyst")
        #expect(!again.output.contains("igen.ods"))
        #expect(try bench.bytes(of: "fynd.ods") == bench.bytes(of: "igen.ods"))
        let failed = try await bench.run("granska", "åäö.csv", "--till", "saknas/fynd.ods")
        #expect(failed.code == Ending.cannotCreate)
        #expect(failed.output.isEmpty)
    }

    @Test func `the published table has five impossible rows`() async throws {
        let table = Program.project.appending(path: "Tests/Fixtures/publicerad-bilaga2-2021.csv")
        let bench = try bench(try String(contentsOf: table, encoding: .utf8), "publicerad.csv")
        let outcome = try await bench.run("granska", "publicerad.csv")
        #expect(
            outcome.output.hasSuffix(
                "35 uppgifter granskade: 5 omöjliga, 0 osannolika, 0 avrundade för hand, 30 möjliga.\n"))
        #expect(outcome.code == 1)
    }

    @Test func `the program's own workbook can be true`() async throws {
        let bench = try await Workbench.imported()
        let outcome = try await bench.run("granska", "Output/bilaga-2021.ods")
        #expect(outcome.output.contains("granskade: 0 omöjliga, 0 osannolika, 0 avrundade för hand, "))
        #expect(outcome.code == 0)
    }
}
