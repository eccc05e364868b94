import Survey

/// Why positive and clearly positive must be kept apart, with the case that made it a rule.
private let trap =
    "Positivt och klart positivt är olika mått, och det ena får aldrig stå bredvid det andra. Så var det i Huddinge Botkyrka "
    + "Salem 2018: 65 mot rikets 54 % var positivt (tre svarsalternativ, pågående insats) och 61 mot 58 % klart positivt (två "
    + "svarsalternativ, avslutad insats)."

extension NationalFault {
    var swedish: String {
        switch self {
        case .noHeadings:
            "ingen rubrikrad hittades. Filen ska ha en rad för varje siffra och rubrikerna \(list(Self.headings)), i valfri "
                + "ordning."
        case .columnMissing(.measure):
            "kolumnen ”mått” saknas, så det går inte att veta vad andelarna är andelar av. \(trap) Lägg till kolumnen och "
                + "skriv positivt eller klart positivt på varje rad."
        case .columnMissing(let column):
            "kolumnen ”\(column.heading)” saknas. Lägg till den; rubrikerna är \(list(Self.headings))."
        case .columnTwice(.measure, let other):
            "måttet står redan i kolumn \(Place.letters(of: other)). \(trap) Ta bort den ena kolumnen."
        case .columnTwice(let column, let other):
            "kolumnen ”\(column.heading)” finns redan, i kolumn \(Place.letters(of: other)). Ta bort den ena eller byt rubrik."
        case .measureAsHeading(let heading):
            "rubriken \(quoted(heading)) är ett mått, men måtten ska stå på var sin rad. \(trap) Gör en rad för varje mått, med "
                + "måttet i kolumnen ”mått” och andelen i kolumnen ”andel”."
        case .tooManyRows(let found, let most):
            "filen har \(found) rader, men högst \(most) godtas. Det är nog fel fil: här ska stå en rad för varje siffra för "
                + "riket, inte svar."
        case .noFigures:
            "filen har rubriker men inga siffror. Lägg till en rad för varje siffra."
        case .otherPeriod(let found, let asked):
            "raden gäller \(quoted(found)), men filen läses in för \(asked). Rätta --period, eller dela filen."
        case .noInstrument(let text, let accepted):
            "enkäten \(quoted(text)) finns inte.\(hint(text, accepted)) De som finns: \(list(accepted))."
        case .noQuestion(let text, let instrument, let version, let accepted):
            "frågan \(quoted(text)) finns inte i \(instrument), version \(version).\(hint(text, accepted)) Skriv frågans "
                + "nummer, hela text eller id: \(list(accepted))."
        case .noGroup(let text, let accepted):
            "gruppen \(quoted(text)) finns inte för riket.\(hint(text, accepted)) Här får stå: \(list(accepted))."
        case .noMeasure(let text) where TextKey(text).isEmpty:
            "måttet saknas, så det går inte att veta vad andelen är en andel av. \(trap) Skriv \(Self.measures)."
        case .noMeasure(let text):
            "måttet \(quoted(text)) är okänt. Skriv \(Self.measures)."
        case .bothMeasures(let text):
            "\(quoted(text)) är två mått. \(trap) Skriv ett av dem, och det andra på en egen rad."
        case .twoShares(let text):
            "\(quoted(text)) är två andelar i en cell. \(trap) Skriv dem på var sin rad, var och en med sitt mått."
        case .otherCategories(let text, let measure, let categories):
            "måttet \(quoted(text)) säger emot sig självt: \(measure.swedish) är \(categories) av frågans svarsalternativ. "
                + "\(trap) Rätta måttet."
        case .headingDisagrees(let heading, let said, let row):
            "rubriken \(quoted(heading)) säger \(said.swedish), men raden \(row.swedish). \(trap) Rätta det ena."
        case .notInScale(let measure, let question):
            "frågan \(question) har inga svarsalternativ som räknas som \(measure.swedish). Rätta måttet eller frågan."
        case .notAShare(let text):
            "\(quoted(text)) är ingen andel. Skriv ett tal från 0 till 100, till exempel 54 eller 54,2 %."
        case .shareInOtherUnit(let text):
            "\(quoted(text)) kan vara procent eller en andel av 1: filen säger inte vilket. Skriv alla andelar med "
                + "procenttecken, till exempel 54,2 %."
        case .notACount(let text, let least, let most):
            "\(quoted(text)) är inget antal. Skriv ett heltal från \(least) till \(most), eller lämna cellen tom om det är okänt."
        case .countWithoutAnswers:
            "antalet svar med måttet är angivet men inte antalet svar i allt. Fyll i ”antal svar”, eller töm cellen."
        case .countAboveAnswers(let count, let answers):
            "\(count) svar med måttet kan inte vara fler än de \(answers) svaren i allt. Rätta det ena."
        case .shareDisagrees(let text, let count, let answers):
            "andelen \(quoted(text)) stämmer inte med \(count) av \(answers) svar. Rätta andelen eller antalen."
        case .forbundAboveAnswers(let forbund, let answers):
            "\(forbund) förbund kan inte ha lämnat \(answers) svar: varje förbund har minst ett. Rätta det ena."
        case .keyTwice(let measure, let row):
            "samma enkät, fråga, grupp och mått (\(measure.swedish)) står redan på rad \(row). \(trap) Är den ena raden ett "
                + "annat mått, rätta måttet; annars ta bort den."
        case .clearlyAbovePositive(let clearly, let positive, let row):
            "klart positivt är \(quoted(clearly)) men positivt, på rad \(row), \(quoted(positive)). De klart positiva svaren "
                + "ingår i de positiva och kan inte vara fler. \(trap) Rätta måtten eller andelarna."
        case .clearlyEqualsPositive(let text, let row):
            "klart positivt och positivt, på rad \(row), är samma andel, \(quoted(text)): troligen står samma siffra under "
                + "båda måtten. \(trap) Ta bort den rad som är fel. Stämmer båda, fyll i ”antal” och ”antal svar” på dem."
        case .answersDiffer(let answers, let other, let row):
            "antal svar är \(answers), men \(other) för samma fråga och grupp på rad \(row). Alla mått på en fråga har samma "
                + "svar: rätta antalet, enkäten eller gruppen."
        case .measuredTwice(let forbund, let instrument, let period, let other):
            "\(instrument) \(period) för \(quoted(forbund)) finns redan i \(other). Ta bort den ena: svaren skulle räknas två "
                + "gånger."
        case .further(let count):
            "ytterligare \(count) fel. Rätta de första och försök igen."
        }
    }

    private static var headings: [String] {
        [NationalColumn.instrument, .question, .group, .measure, .share, .answers, .forbund].map(\.heading)
    }

    private static let measures = "positivt, klart positivt, varken eller, eller negativt"
}

/// A number or two letters are near to anything.
private func hint(_ found: String, _ accepted: [String]) -> String {
    guard found.count > 2 else { return "" }
    return nearest(to: found, among: accepted).map { " Menade du \($0)?" } ?? ""
}

extension Measure {
    /// As a file names it.
    fileprivate var swedish: String {
        switch self {
        case .negative: "negativt"
        case .neither: "varken eller"
        case .positive: "positivt"
        case .clearlyPositive: "klart positivt"
        }
    }
}
