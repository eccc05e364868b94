import Analysis
import Testing

@testable import Granskning

@Suite("Each kind of figure is judged by its own rule")
struct RuleTests {
    @Test func `clearly positive is part of positive`() {
        #expect(
            told(
                "Grupp (n=30)\nFråga | Negativt | Varken eller | Positivt (klart positivt)\nA | 10 % | 30 % | 60 % (63 %)"
            )
                == ["omöjlig rad 3, kolumn B: Klart positivt (63 %) är större än positivt (60 %), som det ingår i."])
    }

    @Test func `the parts sum to 99, 100 or 101`() {
        let head = "Fråga | Negativt | Varken eller | Positivt\n"
        #expect(told(head + "A | 33 | 33 | 33\nB | 34 | 34 | 33\nC | 40 | 30 | 30") == [])
        #expect(
            told(head + "A | 30 | 30 | 30") == [
                "omöjlig rad 2, kolumn B: Summan är 90. Avrundade andelar av samma antal summerar till mellan 99 och 101."
            ])
    }

    @Test func `a possible row that sums to 101 says why`() {
        let scrutiny = Scrutiny([
            grid([["Fråga", "Antal svar", "Negativt", "Varken eller", "Positivt"], ["A", "32", "13", "13", "75"]])
        ])
        #expect(
            scrutiny.findings.map(\.arithmetic) == [
                "Möjligt med 8, 16, 24 och 32 svar. Summan 101 beror på avrundningen."
            ])
    }

    @Test func `a question's own number of answers must be one that fits`() {
        #expect(
            told("Fråga | Antal svar | Negativt | Varken eller | Positivt\nA | 12 | 0 | 25 | 75\nB | 11 | 0 | 20 | 80")
                == ["osannolik rad 3, kolumn C: På raden står 11 svar, men andelarna kräver 5 och 10."])
    }

    @Test func `no more answer than were asked`() {
        #expect(
            told("Grupp | Tillfrågade | Svar | Svarsfrekvens\nPersonal | 30 | 32 | 107 %")
                == ["omöjlig rad 2, kolumn D: 32 svar är fler än de 30 tillfrågade."])
    }

    @Test(arguments: [
        ("63 % (12 av 18) gick vidare", ["omöjlig rad 1, kolumn A: 12 av 18 är 67 %, inte 63 %."]),
        (
            "Hela 12 av de 18 deltagarna (63 procent) gick vidare",
            ["omöjlig rad 1, kolumn A: 12 av 18 är 67 %, inte 63 %."]
        ),
        ("12 av 18, dvs 66,7 %", []),
        ("12 av 18, vilket motsvarar 65,7 %", ["omöjlig rad 1, kolumn A: 12 av 18 är 66,7 %, inte 65,7 %."]),
        (
            "66 % (12 av 18)",
            [
                "avrundad för hand rad 1, kolumn A: 12 av 18 är 66 % bara om andelen är avkortad, så att decimalerna bara har "
                    + "strukits."
            ]
        ),
        ("110 % (20 av 18)", ["omöjlig rad 1, kolumn A: 20 är fler än alla 18."]),
        // Not said of each other.
        ("3 av 10 svarade att 45 % av tiden går åt", []), ("80 % av 40 svarade, 3 av 10 var män", []),
        ("50 % (5 av 10), 20 % (1 av 5)", []), ("0 av 0 (0 %)", []),
    ])
    func `a share in running text is that of its counts`(_ text: String, _ told: [String]) {
        #expect(GranskningTests.told(of: Scrutiny([grid([[text]])])) == told)
    }

    @Test func `parts that are not told may be anything, but no less than nothing`() {
        #expect(told("Insats | Kvinnor | Män | Totalt\nMIA | 5 | – | 9\nUPIS | 4 | 3 | 7") == [])
        #expect(
            told("Insats | Kvinnor | Män | Annat | Totalt\nMIA | 5 | 6 | – | 9\nUPIS | 4 | 3 | 0 | 7")
                == ["osannolik rad 2, kolumn E: De delar som redovisas är tillsammans 11, mer än 9."])
    }

    @Test func `a total that no row bears out is unlikely, not impossible`() {
        #expect(
            told("Insats | Nya | Pågående | Totalt\nMIA | 5 | 9 | 11\nUPIS | 4 | 8 | 9") == [
                "osannolik rad 2, kolumn D: Delarna summerar till 14, inte 11.",
                "osannolik rad 3, kolumn D: Delarna summerar till 12, inte 9.",
            ])
    }

    @Test func `what has no figures is nothing to judge`() {
        #expect(Scrutiny([grid([["Namn", "Roll"], ["Åsa", "ordförande"]])]).findings.isEmpty)
        #expect(Scrutiny([]).findings.isEmpty)
        let hidden = "Fråga | Negativt | Varken eller | Positivt\nA | [för få svar] | – | ..\n"
        #expect(told(hidden) == [])
    }

    @Test(
        arguments: [
            ("Personal (32 svar 2021, 27 svar 2020)", [2021: 32, 2020: 27]),
            ("2021: 32 svar, 2020: 27 svar", [2021: 32, 2020: 27]),
            ("Personal (n=32)", [2021: 32]), ("Personal, n = 32 (2021) och n = 27 (2020)", [2021: 32, 2020: 27]),
            ("11 svar, varför de inte presenteras var för sig", [2021: 11]), ("Resultat 2021", [:]), ("Fråga 2", [:]),
        ] as [(String, [Int: Int])])
    func `a heading tells how many answered`(_ heading: String, _ bases: [Int: Int]) {
        let found = StatedBases(heading)
        for (year, base) in bases { #expect(found[year] == base) }
        #expect(found.isEmpty == bases.isEmpty)
    }

    @Test(arguments: [
        ("84", "84 %"), ("84 %", "84 %"), ("84\u{A0}%", "84 %"), ("84,4 %", "84,4 %"), ("84.0", "84,0 %"),
        (" 7% ", "7 %"),
    ])
    func `a share is read as it is written`(_ text: String, _ shown: String) {
        #expect(StatedNumber(text)?.share(isRatio: false)?.shown == shown)
    }

    @Test func `ratios of a workbook are shares with all their decimals`() {
        #expect(StatedNumber("0.84")?.share(isRatio: true)?.shown == "84 %")
        #expect(StatedNumber("0.84375")?.share(isRatio: true)?.shown == "84,375 %")
        #expect(StatedNumber("1")?.share(isRatio: true)?.shown == "100 %")
        #expect(StatedNumber("0.833333333333333")?.share(isRatio: true)?.units == 83_333_333)
        #expect(StatedNumber("1 234")?.count == 1234)
        #expect(StatedNumber("12345678901234567890") == nil)
        #expect(StatedNumber("0.00000000000000000000000000000000000001") == nil)
        #expect(StatedNumber("\u{2212}3")?.points == -3)
        for text in ["", "%", "-", "8-9", "84 % och", "1,2,3", "٣", "0x10", "1e5"] {
            #expect(StatedNumber(text) == nil)
        }
    }
}
