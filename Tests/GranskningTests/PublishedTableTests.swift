import Analysis
import Tabular
import Testing

@testable import Granskning

@Suite("The published table has five rows that cannot be true, in whatever form it is read")
struct PublishedTableTests {
    private static let arithmetic = [
        "2 av 26 är 8 % negativt, inte 7 %: då summerar raden till 101, och talet ser ut att vara ändrat så att summan blir "
            + "100.",
        "24 av 32 är 75 % positivt, inte 74 %: då summerar raden till 101, och talet ser ut att vara ändrat så att summan "
            + "blir 100.",
        "9 av 26 är 35 % varken eller, inte 34 %: då summerar raden till 101, och talet ser ut att vara ändrat så att "
            + "summan blir 100.",
        "Klart positivt 36 % passar inte ihop med de andra: 11 av 32 är 34 % och 12 av 32 är 38 %.",
        "Klart positivt 46 % passar inte ihop med de andra: 5 av 11 är 45 % och 6 av 11 är 55 %.",
    ]

    @Test func `as rows of figures`() throws {
        let scrutiny = try Scrutiny(TableFile(path: fixture("publicerad-bilaga2-2021.csv")))
        #expect(
            told(of: scrutiny)
                == zip([12, 17, 18, 19, 29], Self.arithmetic).map { "omöjlig rad \($0), kolumn F: \($1)" })
        #expect(scrutiny.count(.possible) == 30)
        #expect(
            scrutiny.groups.map { "\($0.name) \($0.year ?? 0): \($0.possible) av \($0.rows), \($0.common.swedish)" }
                == [
                    "personal 2021: 9 av 11, ", "personal 2020: 6 av 8, ", "styrelse 2021: 5 av 5, 6",
                    "styrelse 2020: 3 av 3, 7", "chefer 2021: 7 av 8, ",
                ])
    }

    @Test func `as it is printed, with merged questions and two shares in a cell`() throws {
        let places = [("Personal", 14), ("Personal", 19), ("Personal", 20), ("Personal", 21), ("Chefer", 4)]
        let scrutiny = try Scrutiny(TableFile(path: fixture("granskning/bilaga2-openpyxl.xlsx")))
        #expect(
            told(of: scrutiny)
                == zip(places, Self.arithmetic).map { "omöjlig blad ”\($0.0)”, rad \($0.1), kolumn C: \($1)" })
        #expect(scrutiny.count(.possible) == 30)
        let second = scrutiny.findings.first { $0.grade == .impossible }
        #expect(second?.stated == "7% | 31% | 62% (12%)")
        #expect(
            second?.subject
                == "Personal (32 svar 2021, 27 svar 2020), ”6. Har ni rutiner för att samarbeta med andra aktörer i arbetet "
                + "när det gäller insatser för deltagarna?”, 2020")
        #expect(
            second?.check
                == "Hämta antalen ur enkätverktyget och skriv de avrundade talen som de blir. En rad får summera till 99 eller "
                + "101.")
    }

    /// The largest remainder gives none of the five.
    @Test func `none of them was adjusted by a method`() {
        let rows = [(7, 31, 62, 27), (13, 13, 74, 32), (4, 34, 62, 27), (3, 19, 78, 32), (9, 18, 73, 11)]
        let clearly = [12, 38, 19, 36, 46]
        for (row, clearly) in zip(rows, clearly) {
            let stated = StatedRow(
                negative: StatedShare(units: row.0), neither: StatedShare(units: row.1),
                positive: StatedShare(units: row.2), clearlyPositive: StatedShare(units: clearly))
            #expect((1...row.3).allSatisfy { stated.adjustedCounts(of: $0) == nil })
        }
    }
}
