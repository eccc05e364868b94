public import Analysis
public import OpenDocument
import Survey

/// The national measurement as whoever keeps it gives it out: a file that every förbund can read in, and a workbook.
public struct PooledReport: Sendable {
    public let pool: NationalPool
    /// The förbund that had no answers in the period.
    public let withoutAnswers: [String]
    public let isConstructed: Bool

    public init(pool: NationalPool, withoutAnswers: [String] = [], isConstructed: Bool = false) {
        self.pool = pool
        self.withoutAnswers = withoutAnswers
        self.isConstructed = isConstructed
    }

    /// One row a figure that may be shown; semicolons, UTF-8 with a byte order mark, which spreadsheet programs need.
    public var csv: String {
        var text = "\u{FEFF}" + Self.headings.joined(separator: ";") + "\r\n"
        for row in rows { text += row.fields.map(Self.field).joined(separator: ";") + "\r\n" }
        return text
    }

    private static let headings = [
        "period", "enkät", "fråga", "grupp", "mått", "andel", "antal", "antal svar", "antal förbund", "median",
        "nedre kvartil", "övre kvartil", "förbund i spridningen",
    ]

    private static func field(_ text: String) -> String {
        let needsQuotes = text.contains { $0 == ";" || $0 == "\"" || $0.isNewline }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    public func workbook() -> Workbook {
        let hidden = hiddenSheet()
        let sheets = [resultSheet(), extentSheet()] + (hidden.rows.isEmpty ? [] : [hidden])
        return Workbook(
            metadata: Metadata(
                title: "Indikatorenkäter \(pool.period.label), riket", subject: "Indikatorenkäter \(pool.period.label)",
                description: isConstructed ? "Konstruerade svar, ingen verklig persons." : nil, creator: "riket",
                keywords: ["finsam", "indikatorenkät"], created: nil),
            sheets: sheets.map { $0.sheet(footer: footer) } + [methodSheet()])
    }

    private var footer: String { "Riket · \(pool.period.label)" }

    // MARK: Sheets

    /// Nothing but figures stands under its headings, so that it can be read in as it is.
    private func resultSheet() -> TableSheet {
        let style = Style.row(.newest)
        func share(_ percent: Int?) -> Cell {
            percent.map { .percentage(Double($0) / 100, style.share, shown: Report.percent($0)) }
                ?? .text(Shorthand.protected.rawValue, style.number)
        }
        return TableSheet(
            name: "Riket", title: "Riket \(pool.period.label)",
            leads: (isConstructed ? ["Svaren är konstruerade. Inget verkligt förbund ingår."] : []) + [
                "Alla förbunds svar räknade tillsammans, inte som ett medelvärde av förbundens andelar.",
                "Median och kvartiler är över förbunden och visar hur olika de är. De gäller förbund med nog många svar.",
            ],
            columns: [
                .text("Enkät", 50), .text("Fråga", 72), .text("Grupp", 20), .text("Mått", 24), .number("Andel", 15),
                .number("Antal", 15), .number("Antal svar", 16), .number("Antal förbund", 18), .number("Median", 24),
                .number("Nedre kvartil", 24), .number("Övre kvartil", 24),
            ],
            rows: rows.map { row in
                [
                    .text(row.instrument.name, style.text),
                    .text("\(row.item.number). \(row.item.question.text)", style.head),
                    .text(row.group.name, style.text), .text(row.measure.swedish, style.text),
                    shareCell(row.share, style.share), .integer(row.share.count, style.number),
                    .integer(row.share.base, style.number), .integer(row.forbund, style.number),
                    share(row.spread.median), share(row.spread.lowerQuartile), share(row.spread.upperQuartile),
                ]
            },
            notes: [], description: "Andelen positiva och klart positiva svar i riket, per fråga och grupp.")
    }

    private func extentSheet() -> TableSheet {
        let style = Style.row(.newest)
        let none = withoutAnswers.isEmpty
        return TableSheet(
            name: "Svar", title: "Svar \(pool.period.label)",
            leads: [
                "Hur många förbund som har svar på varje enkät, och hur många som har svarat.",
                none
                    ? "Alla förbund i mappen har svar för perioden."
                    : "Utan svar för perioden: \(withoutAnswers.joined(separator: ", ")).",
            ],
            columns: [.text("Enkät", 90), .number("Antal förbund", 40), .number("Antal svarande", 40)],
            rows: pool.instruments.map { pooled in
                func number(_ value: Int?) -> Cell {
                    value.map { .integer($0, style.number) } ?? .text(Shorthand.protected.rawValue, style.number)
                }
                return [
                    .text(pooled.instrument.name, style.head), number(pooled.extent.figure?.forbund),
                    number(pooled.extent.figure?.respondents),
                ]
            },
            notes: [], description: "Antal förbund och svarande per enkät.")
    }

    /// The figures that are not shown: without a number, and without the reason, which would tell one.
    private func hiddenSheet() -> TableSheet {
        let style = Style.row(.newest)
        let rows = pool.instruments.flatMap { pooled in
            pooled.groups.flatMap { group in
                group.questions.filter { $0.figure.figure == nil }.map { question -> [Cell] in
                    [
                        .text(pooled.instrument.name, style.text),
                        .text("\(question.item.number). \(question.item.question.text)", style.head),
                        .text(group.group.name, style.text), .text(Shorthand.protected.rawValue, style.number),
                    ]
                }
            }
        }
        return TableSheet(
            name: "Visas inte", title: "Visas inte \(pool.period.label)",
            leads: ["Frågor och grupper där ett förbund skulle kunna räknas ut. Reglerna står på bladet Metod."],
            columns: [.text("Enkät", 70), .text("Fråga", 110), .text("Grupp", 40), .number("Riket", 30)],
            rows: rows, notes: [], description: "Frågor och grupper som inte visas.")
    }

    private func methodSheet() -> Sheet {
        var page = ProsePage(name: "Metod", title: "Metod", description: "Hur rikets siffror är räknade och skyddade.")
        page.title("Metod")
        page.heading("Andelar")
        page.prose(
            "En andel är antalet positiva, eller klart positiva, svar delat med antalet svar på frågan, räknat på alla förbunds "
                + "svar tillsammans. Ett förbund med många svar väger därför mer än ett med få. Obesvarat, ”vet ej” och liknande "
                + "ingår inte. Klart positivt ingår i positivt och jämförs aldrig med det.")
        page.heading("Spridning")
        page.prose(
            "Medianen är förbundens mittersta andel, eller mitt emellan de två mittersta. Nedre och övre kvartil är medianen av "
                + "den nedre och den övre hälften av förbunden, utan det mittersta när de är udda till antalet. Bara förbund som "
                + "når formulärets minsta grupp är med, och de måste vara minst tjugo. Den lägsta och den högsta andelen visas "
                + "aldrig: de är ett enda förbunds.")
        page.heading("Skydd")
        page.prose(
            "En siffra visas bara om den kommer från minst fem förbund, inget av dem har mer än hälften av svaren, och de två "
                + "största lämnar minst en tiondel av det störstas svar åt de andra (dominansregeln och p-procentregeln i "
                + "handboken för statistisk röjandekontroll, Hundepool med flera).")
        page.prose(
            "Ett förbund kan räkna bort sina egna svar. Vilket förbund som än gör det, och hur dess egna svar än föll, måste minst "
                + "två av de återstående svaren vara positiva och minst två inte, och detsamma för klart positivt; annars skulle "
                + "det kunna veta hur alla andra svarat.")
        page.prose(
            "Visas några av könen men inte alla, går resten att räkna ut ur totalen. Resten måste därför klara samma regler, "
                + "annars döljs också den minsta av de visade grupperna. Ett mått och det andra visas eller döljs tillsammans."
        )
        page.prose(
            "En median eller kvartil är ett förbunds andel, eller mitt emellan två. Den visas bara om minst tre förbund kan ha "
                + "den andelen med så många svar som de har.")
        page.heading("Formulär")
        for pooled in pool.instruments {
            page.prose("\(pooled.instrument.name): version \(pooled.version.id).")
        }
        return page.sheet(footer: footer)
    }

    // MARK: Rows

    private struct FigureRow {
        let period: Period
        let instrument: Instrument
        let item: Item
        let group: NationalGroup
        let measure: Measure
        let share: Ratio
        let forbund: Int
        let spread: Spread

        /// As the file has them.
        var fields: [String] {
            func percent(_ number: Int?) -> String { number.map { "\($0) %" } ?? "" }
            // Tenths of a per cent, half up. The numbers beside it say it exactly.
            let tenths = (2000 * share.count + share.base) / (2 * share.base)
            return [
                period.label, instrument.id, item.question.id, group.name, measure.swedish,
                "\(tenths / 10),\(tenths % 10) %", "\(share.count)", "\(share.base)", "\(forbund)",
                percent(spread.median), percent(spread.lowerQuartile), percent(spread.upperQuartile),
                "\(spread.forbund)",
            ]
        }
    }

    private var rows: [FigureRow] {
        pool.instruments.flatMap { pooled in
            pooled.groups.flatMap { group in
                group.questions.flatMap { question -> [FigureRow] in
                    guard let figure = question.figure.figure else { return [] }
                    let measures = [
                        (Measure.positive, figure.positive, figure.positiveSpread),
                        (.clearlyPositive, figure.clearlyPositive, figure.clearlyPositiveSpread),
                    ]
                    return measures.compactMap { measure, count, spread in
                        guard let share = Ratio(count, of: figure.answers) else { return nil }
                        return FigureRow(
                            period: pool.period, instrument: pooled.instrument, item: question.item,
                            group: group.group, measure: measure, share: share, forbund: figure.forbund,
                            spread: spread)
                    }
                }
            }
        }
    }
}
