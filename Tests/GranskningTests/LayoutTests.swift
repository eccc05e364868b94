import Tabular
import Testing

@testable import Granskning

@Suite("Tables of every layout are read, and what is wrong in them is told where it stands")
struct LayoutTests {
    @Test func `columns in another order and spelling, ratios, a dash for none and two tables on a sheet`() throws {
        #expect(
            try told(of: "granskning/andra-kolumner-xlsxwriter.xlsx") == [
                "omöjlig blad ”Resultat”, rad 9, kolumn B: Positivt 80 % passar inte ihop med de andra: 4 av 6 är 67 % och "
                    + "5 av 6 är 83 %."
            ])
    }

    @Test func `those who could not judge are a part of the whole where the table counts them in it`() {
        let heading = "Fråga|Antal svar|Negativt|Varken eller|Positivt|Kan inte bedöma\n"
        #expect(told(heading + "1. Stöd?|20|10 %|20 %|50 %|20 %\n").isEmpty)
        #expect(told(heading + "1. Stöd?|20|10 %|20 %|70 %|20 %\n").isEmpty)
        #expect(told(heading + "1. Stöd?|20|10 %|20 %|50 %|30 %\n").count == 1)
        // Three of twenty is 15 %, and no number of twenty is 12 %.
        #expect(told(heading + "1. Stöd?|20|12 %|18 %|50 %|20 %\n").count == 1)
    }

    @Test(arguments: [("granskning/decimalkomma.csv", ""), ("granskning/decimalkomma.ods", "blad ”decimalkomma”, ")])
    func `decimal commas, and shares that were rounded in other ways`(_ file: String, _ sheet: String) throws {
        #expect(
            try told(of: file) == [
                "avrundad för hand \(sheet)rad 4, kolumn C: Inget antal svar upp till 12 ger andelarna med halva uppåt, men "
                    + "12 svar gör det om de är justerade så att raden summerar till 100 (största rest).",
                "avrundad för hand \(sheet)rad 5, kolumn C: Inget antal svar upp till 12 ger andelarna med halva uppåt, men "
                    + "6 och 12 svar gör det om de är avkortade, så att decimalerna bara har strukits.",
                "omöjlig \(sheet)rad 6, kolumn C: Negativt 8,2 % passar inte ihop med de andra: 0 av 12 är 0,0 % och 1 av 12 "
                    + "är 8,3 %.",
            ])
    }

    @Test(arguments: [("granskning/svarsfrekvens.csv", ""), ("granskning/svarsfrekvens.ods", "blad ”svarsfrekvens”, ")])
    func `response rates, and shares with their counts in running text`(_ file: String, _ sheet: String) throws {
        #expect(
            try told(of: file) == [
                "omöjlig \(sheet)rad 6, kolumn D: 175 av 772 är 23 %, inte 27 %.",
                "omöjlig \(sheet)rad 8, kolumn A: 12 av 18 är 67 %, inte 63 %.",
            ])
    }

    @Test(arguments: [("granskning/antal.csv", ""), ("granskning/antal.ods", "blad ”antal”, ")])
    func `totals and parts, shares of totals, and the same figure in two tables`(_ file: String, _ sheet: String) throws
    {
        #expect(
            try told(of: file) == [
                "omöjlig \(sheet)rad 4, kolumn E: Delarna summerar till 31, inte 30.",
                "omöjlig \(sheet)rad 7, kolumn E: Delarna summerar till 124, inte 125.",
                "omöjlig \(sheet)rad 7, kolumn B: Delarna summerar till 66, inte 64.",
                "avrundad för hand \(sheet)rad 5, kolumn F: 27 av 125 är 21 % bara om andelen är avkortad, så att "
                    + "decimalerna bara har strukits.",
                "osannolik \(sheet)rad 18, kolumn B: På \(sheet)rad 11, kolumn D står 5.",
            ])
    }

    @Test(arguments: [("granskning/forandring.csv", ""), ("granskning/forandring.ods", "blad ”forandring”, ")])
    func `changes against the shares of two years`(_ file: String, _ sheet: String) throws {
        #expect(
            try told(of: file) == [
                "avrundad för hand \(sheet)rad 3, kolumn G: +22 är skillnaden mellan de avrundade andelarna, från 56 % till "
                    + "78 %. De exakta skiljer sig annorlunda.",
                "omöjlig \(sheet)rad 7, kolumn G: Ändringen från 65 % till 59 % är −6 procentenheter, inte +6.",
            ])
    }
}
