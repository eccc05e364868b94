import Foundation
import Intake
import Survey
import TestSupport
import Testing

private let trap =
    "Positivt och klart positivt är olika mått, och det ena får aldrig stå bredvid det andra. Så var det i Huddinge Botkyrka "
    + "Salem 2018: 65 mot rikets 54 % var positivt (tre svarsalternativ, pågående insats) och 61 mot 58 % klart positivt (två "
    + "svarsalternativ, avslutad insats)."

struct NationalFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Three positive categories, two of them clearly, as in the real questionnaires.
    private static func instrument() throws -> Instrument {
        func category(_ label: String, _ meaning: AnswerClass) -> Survey.Category {
            Category(code: label, label: label, meaning: .answer(meaning))
        }
        let scale = Scale(
            id: "omfattning",
            categories: [
                category("Helt", .clearlyPositive), category("Mycket", .clearlyPositive), category("Stor", .positive),
                category("Delvis", .neither), category("Inte", .negative),
            ])
        let flat = Scale(id: "ja", categories: [category("Ja", .positive), category("Nej", .negative)])
        func question(_ number: Int, _ id: String, _ text: String, _ scale: Scale) -> Item {
            Item(number: number, question: Question(id: id, text: text, scale: scale), comparability: .first)
        }
        return Instrument(
            id: "avslut", name: "Enkät för avslutade", group: .formerParticipants,
            versions: [
                Version(
                    id: "2020", from: try #require(Period("2020")),
                    items: [
                        question(1, "redo", "Är du mer redo?", scale), question(2, "tid", "Fick du tid?", scale),
                        question(3, "ja", "Fick du hjälp?", flat),
                    ])
            ],
            background: [
                BackgroundVariable(id: "insats", name: "insats"),
                BackgroundVariable(
                    id: "kön", name: "kön",
                    values: [
                        BackgroundValue(label: "Kvinna", spellings: ["Kvinnor", "K"]),
                        BackgroundValue(label: "Man", spellings: ["Män"]),
                    ]),
            ])
    }

    private func read(_ text: String, period: String = "2021") throws -> NationalReading {
        let path = folder.file("riket.csv")
        try Data(text.utf8).write(to: URL(filePath: path))
        return try nationalMeasurement(
            in: path, name: "riket.csv", period: try #require(Period(period)), instruments: [Self.instrument()])
    }

    // MARK: What is read

    private static func figure(
        _ question: String, _ measure: Measure, _ share: NationalShare, _ answers: Int?, _ forbund: Int?,
        _ source: String? = nil, group: NationalGroup = .total
    ) -> NationalFigure {
        NationalFigure(
            key: NationalKey(instrument: "avslut", question: question, group: group, measure: measure), share: share,
            answers: answers, forbund: forbund, source: source)
    }

    private static let women = NationalGroup(variable: "kön", name: "Kvinna")

    @Test(
        arguments: [
            (
                name: "all columns",
                "enkät;fråga;grupp;mått;andel;antal svar;antal förbund\navslut;redo;;positivt;54 %;1 818;36\n",
                [figure("redo", .positive, .printed(tenMillionths: 5_400_000), 1818, 36)]
            ),
            (
                "headings in any order and spelling, and others beside",
                "Antal forbund;ANDEL;Matt;kommentar;Fraga;Enkat\n36;54,25;Klart positivt;x;1;Enkät för avslutade\n",
                [figure("redo", .clearlyPositive, .printed(tenMillionths: 5_425_000), nil, 36)]
            ),
            (
                "a question by number and text, an enkät by its respondents",
                "enkät;fråga;mått;andel\nDeltagare avslut;Fråga 2;negativt;4 %\navslut;1. Är du mer redo?;varken eller;5%\n"
                    + "avslut;är du mer redo;positivt;6\n",
                [
                    figure("tid", .negative, .printed(tenMillionths: 400_000), nil, nil),
                    figure("redo", .neither, .printed(tenMillionths: 500_000), nil, nil),
                    figure("redo", .positive, .printed(tenMillionths: 600_000), nil, nil),
                ]
            ),
            (
                "shares of one", "enkät;fråga;mått;andel\navslut;1;positivt;0,541666666666667\navslut;2;positivt;1\n",
                [
                    figure("redo", .positive, .printed(tenMillionths: 5_416_667), nil, nil),
                    figure("tid", .positive, .printed(tenMillionths: 10_000_000), nil, nil),
                ]
            ),
            (
                "counts",
                "enkät;fråga;grupp;mått;andel;antal;antal svar\navslut;1;Kvinnor;positivt;64,2 %;519;809\n"
                    + "avslut;1;kön: Kvinna;klart positivt;64,2 %;519;809\n",
                [
                    figure("redo", .positive, .counted(519, of: 809), 809, nil, group: women),
                    figure("redo", .clearlyPositive, .counted(519, of: 809), 809, nil, group: women),
                ]
            ),
            (
                "the measure in the heading too, categories that agree, a source",
                "period;enkät;fråga;mått;andel klart positivt;källa\n2021;avslut;1;klart positivt (två kategorier);58 %;HBS18\n",
                [figure("redo", .clearlyPositive, .printed(tenMillionths: 5_800_000), nil, nil, "HBS18")]
            ),
            (
                "below a title", "Riket 2021;;;\n;;;\nenkät;fråga;mått;andel\navslut;1;positivt;54 %\n;;;\n",
                [figure("redo", .positive, .printed(tenMillionths: 5_400_000), nil, nil)]
            ),
        ] as [(name: String, String, [NationalFigure])])
    func `a table of national figures is understood as people write it`(
        _ name: String, _ text: String, _ figures: [NationalFigure]
    ) throws {
        #expect(try read(text).measurement.figures == figures)
    }

    @Test func `columns that are not figures are told, and an early period is read by the first version`() throws {
        let reading = try read("enkät;fråga;mått;andel;vem\navslut;1;positivt;54 %;jag\n", period: "2018")
        #expect(reading.measurement.file.leftOut.map(\.heading) == ["vem"])
        #expect(reading.earlyInstruments == ["avslut"])
        #expect(reading.measurement.file.rows == 1)
    }

    // MARK: What is refused

    private static let head = "enkät;fråga;grupp;mått;andel;antal;antal svar;antal förbund\n"

    @Test(
        arguments: [
            // Every way in which one measure can come to stand beside the other.
            (
                name: "no measure at all", "enkät;fråga;andel;antal svar\navslut;1;54 %;10\n",
                "riket.csv, rad 1: kolumnen ”mått” saknas, så det går inte att veta vad andelarna är andelar av. \(trap) Lägg till "
                    + "kolumnen och skriv positivt eller klart positivt på varje rad."
            ),
            (
                "a blank measure", head + "avslut;1;;;54 %;;;\n",
                "riket.csv, rad 2, kolumn D (”mått”): måttet saknas, så det går inte att veta vad andelen är en andel av. \(trap) "
                    + "Skriv positivt, klart positivt, varken eller, eller negativt."
            ),
            (
                "a column for both measures", "enkät;fråga;grupp;positivt (klart positivt)\navslut;1;;65 (40)\n",
                "riket.csv, rad 1, kolumn D (”positivt (klart positivt)”): rubriken ”positivt (klart positivt)” är ett mått, men "
                    + "måtten ska stå på var sin rad. \(trap) Gör en rad för varje mått, med måttet i kolumnen ”mått” och andelen i "
                    + "kolumnen ”andel”."
            ),
            (
                "a column for each measure", "enkät;fråga;grupp;positivt;klart positivt\navslut;1;;65;40\n",
                "riket.csv, rad 1, kolumn D (”positivt”): rubriken ”positivt” är ett mått, men måtten ska stå på var sin rad. "
                    + "\(trap) Gör en rad för varje mått, med måttet i kolumnen ”mått” och andelen i kolumnen ”andel”.\n"
                    + "riket.csv, rad 1, kolumn E (”klart positivt”): rubriken ”klart positivt” är ett mått, men måtten ska stå på "
                    + "var sin rad. \(trap) Gör en rad för varje mått, med måttet i kolumnen ”mått” och andelen i kolumnen ”andel”."
            ),
            (
                "two columns of measures", "enkät;fråga;mått;matt;andel\navslut;1;positivt;klart positivt;65\n",
                "riket.csv, rad 1, kolumn D (”matt”): måttet står redan i kolumn C. \(trap) Ta bort den ena kolumnen."
            ),
            (
                "both in one cell", head + "avslut;1;;positivt (klart positivt);65 %;;;\n",
                "riket.csv, rad 2, kolumn D (”mått”): ”positivt (klart positivt)” är två mått. \(trap) Skriv ett av dem, och det "
                    + "andra på en egen rad."
            ),
            (
                "a share of each in one cell", head + "avslut;1;;positivt;65 (40) %;;;\n",
                "riket.csv, rad 2, kolumn E (”andel”): ”65 (40) %” är två andelar i en cell. \(trap) Skriv dem på var sin rad, var "
                    + "och en med sitt mått."
            ),
            (
                "the other's number of categories", head + "avslut;1;;klart positivt (tre kategorier);58 %;;;\n",
                "riket.csv, rad 2, kolumn D (”mått”): måttet ”klart positivt (tre kategorier)” säger emot sig självt: klart "
                    + "positivt är 2 av frågans svarsalternativ. \(trap) Rätta måttet."
            ),
            (
                "the heading says the other", "enkät;fråga;mått;andel positivt\navslut;1;klart positivt;58 %\n",
                "riket.csv, rad 2, kolumn C (”mått”): rubriken ”andel positivt” säger positivt, men raden klart positivt. \(trap) "
                    + "Rätta det ena."
            ),
            (
                "more clearly positive than positive",
                head + "avslut;1;;positivt;54 %;;;\navslut;1;;klart positivt;58 %;;;\n",
                "riket.csv, rad 3, kolumn E (”andel”): klart positivt är ”58 %” men positivt, på rad 2, ”54 %”. De klart positiva "
                    + "svaren ingår i de positiva och kan inte vara fler. \(trap) Rätta måtten eller andelarna."
            ),
            (
                "the same share under both", head + "avslut;1;;klart positivt;58 %;;;\navslut;1;;positivt;58 %;;;\n",
                "riket.csv, rad 2, kolumn E (”andel”): klart positivt och positivt, på rad 3, är samma andel, ”58 %”: troligen står "
                    + "samma siffra under båda måtten. \(trap) Ta bort den rad som är fel. Stämmer båda, fyll i ”antal” och ”antal "
                    + "svar” på dem."
            ),
            (
                "the same key twice", head + "avslut;1;;positivt;54 %;;;\navslut;redo;Totalt;andel positiva;58 %;;;\n",
                "riket.csv, rad 3, kolumn D (”mått”): samma enkät, fråga, grupp och mått (positivt) står redan på rad 2. \(trap) Är "
                    + "den ena raden ett annat mått, rätta måttet; annars ta bort den."
            ),
            (
                "the other's answers", head + "avslut;1;;positivt;65 %;;1818;\navslut;1;;klart positivt;58 %;;530;\n",
                "riket.csv, rad 3, kolumn G (”antal svar”): antal svar är 530, men 1818 för samma fråga och grupp på rad 2. Alla "
                    + "mått på en fråga har samma svar: rätta antalet, enkäten eller gruppen."
            ),
            (
                "a scale without such answers", head + "avslut;ja;;klart positivt;5 %;;;\n",
                "riket.csv, rad 2, kolumn D (”mått”): frågan ja har inga svarsalternativ som räknas som klart positivt. Rätta "
                    + "måttet eller frågan."
            ),
            // The rest of the key, and the numbers: everything at once.
            (
                "everything wrong at once",
                head
                    + "avslutt;1;;mycket bra;x;;;\navslut;9;Ängen;positivt;101 %;x;0;-2\navslut;2;;positivt;64 %;519;809;900\n"
                    + "avslut;2;Man;positivt;50 %;5;;\navslut;2;Kvinna;positivt;50 %;11;10;\n",
                """
                riket.csv, rad 2, kolumn D (”mått”): måttet ”mycket bra” är okänt. Skriv positivt, klart positivt, varken eller, \
                eller negativt.
                riket.csv, rad 2, kolumn A (”enkät”): enkäten ”avslutt” finns inte. Menade du avslut? De som finns: avslut.
                riket.csv, rad 2, kolumn E (”andel”): ”x” är ingen andel. Skriv ett tal från 0 till 100, till exempel 54 eller 54,2 %.
                riket.csv, rad 3, kolumn C (”grupp”): gruppen ”Ängen” finns inte för riket. Här får stå: totalt, \
                Kvinna, Man.
                riket.csv, rad 3, kolumn B (”fråga”): frågan ”9” finns inte i avslut, version 2020. Skriv frågans \
                nummer, hela text eller id: redo, tid, ja.
                riket.csv, rad 3, kolumn G (”antal svar”): ”0” är inget antal. Skriv ett heltal från 1 till 10000000, eller lämna \
                cellen tom om det är okänt.
                riket.csv, rad 3, kolumn H (”antal förbund”): ”-2” är inget antal. Skriv ett heltal från 1 till 10000, eller lämna \
                cellen tom om det är okänt.
                riket.csv, rad 3, kolumn E (”andel”): ”101 %” är ingen andel. Skriv ett tal från 0 till 100, till exempel 54 eller \
                54,2 %.
                riket.csv, rad 4, kolumn H (”antal förbund”): 900 förbund kan inte ha lämnat 809 svar: varje förbund har minst ett. \
                Rätta det ena.
                riket.csv, rad 5, kolumn F (”antal”): antalet svar med måttet är angivet men inte antalet svar i allt. Fyll i ”antal \
                svar”, eller töm cellen.
                riket.csv, rad 6, kolumn F (”antal”): 11 svar med måttet kan inte vara fler än de 10 svaren i allt. Rätta det ena.
                """
            ),
            (
                "a share that its counts deny", head + "avslut;1;;positivt;65 %;519;809;\n",
                "riket.csv, rad 2, kolumn E (”andel”): andelen ”65 %” stämmer inte med 519 av 809 svar. Rätta andelen eller antalen."
            ),
            (
                "per cent and shares of one together", head + "avslut;1;;positivt;54;;;\navslut;2;;positivt;0,58;;;\n",
                "riket.csv, rad 3, kolumn E (”andel”): ”0,58” kan vara procent eller en andel av 1: filen säger inte vilket. "
                    + "Skriv alla andelar med procenttecken, till exempel 54,2 %."
            ),
            (
                "another period", "period;enkät;fråga;mått;andel\n2020;avslut;1;positivt;54 %\n",
                "riket.csv, rad 2, kolumn A (”period”): raden gäller ”2020”, men filen läses in för 2021. Rätta --period, eller "
                    + "dela filen."
            ),
            (
                "nothing under the headings", head,
                "riket.csv: filen har rubriker men inga siffror. Lägg till en rad för varje siffra."
            ),
            (
                "another file", "Vem;Vad\njag;mycket\n",
                "riket.csv: ingen rubrikrad hittades. Filen ska ha en rad för varje siffra och rubrikerna enkät, fråga, grupp, mått, "
                    + "andel, antal svar, antal förbund, i valfri ordning."
            ),
            (
                "a column missing", "enkät;mått;andel\navslut;positivt;54 %\n",
                "riket.csv, rad 1: kolumnen ”fråga” saknas. Lägg till den; rubrikerna är enkät, fråga, grupp, mått, andel, antal "
                    + "svar, antal förbund."
            ),
        ] as [(name: String, String, String)])
    func `what is wrong with a table is told with its place, all at once`(
        _ name: String, _ text: String, _ message: String
    ) throws {
        let refusal = #expect(throws: Refusal.self) { _ = try read(text) }
        #expect(refusal?.description == message)
    }

    @Test func `a hundred problems are told, the others counted`() throws {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read(Self.head + String(repeating: "avslut;1;;mycket bra;54 %;;;\n", count: 150))
        }
        #expect(refusal?.problems.count == 101)
        #expect(
            refusal?.problems.last?.description == "riket.csv: ytterligare 50 fel. Rätta de första och försök igen.")
    }

    @Test func `the figures that the sources give for riket are read`() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        let forms = ["deltagare-pagaende", "deltagare-avslut"].map {
            project.appending(path: "Surveys/formular/\($0).yaml").path
        }
        let library = try InstrumentLibrary(folder: "formular", paths: forms)
        func figures(_ year: String) throws -> [NationalFigure] {
            try nationalMeasurement(
                in: project.appending(path: "Surveys/riket/riket-\(year).csv").path, name: "riket-\(year).csv",
                period: try #require(Period(year)), instruments: library.instruments
            ).measurement.figures
        }
        #expect(try figures("2017").map(\.share) == [.printed(tenMillionths: 3_500_000)])
        let of2018 = try figures("2018")
        #expect(of2018.map(\.key.measure) == [.positive, .clearlyPositive])
        #expect(of2018.map(\.share) == [.printed(tenMillionths: 5_400_000), .printed(tenMillionths: 5_800_000)])
        #expect(of2018.map(\.forbund) == [36, 36])
    }
}
