public import Analysis
public import OpenDocument
public import Survey

/// What a bilaga is made from: a förbund's results for a period, beside those it is compared with.
public struct Bilaga: Sendable {
    public let forbund: String
    public let period: Period
    /// Nil where there is nothing earlier to compare with.
    public let compared: Period?
    /// One a questionnaire, in the order in which they are shown.
    public let results: [Results]
    /// Shown percentages of a row sum to exactly 100 (largest remainder), at the cost of figures moved by up to one.
    public let sumsToHundred: Bool
    let sheetNames: SheetNames

    public init(
        forbund: String, period: Period, compared: Period?, results: [Results], sumsToHundred: Bool = false
    ) {
        self.forbund = forbund
        self.period = period
        self.compared = compared
        self.results = results
        self.sumsToHundred = sumsToHundred
        sheetNames = SheetNames(results)
    }

    /// The finished document. The same bilaga gives the same workbook: nothing of the clock is in it.
    public func workbook() -> Workbook {
        var notes = Notes()
        let response = responseSheet(&notes)
        let tables = results.flatMap { results in
            results.breakdowns.compactMap { questionSheet(results, $0, &notes) }
        }
        let changes = changesSheet(&notes)
        let data = dataSheet(&notes)
        let sheets =
            ([response] + tables + [changes, notesSheet(notes)]).map { $0.sheet(footer: footer) }
            + [methodSheet(), data, sourcesSheet().sheet(footer: footer)]
        return Workbook(metadata: metadata, sheets: [coverSheet(), contentsSheet(of: sheets)] + sheets)
    }

    /// What each printed page says beside its number.
    var footer: String { "\(forbund) · \(periods)" }

    /// "2021" or "2021 jämfört med 2020".
    var periods: String {
        compared.map { "\(period.label) jämfört med \($0.label)" } ?? period.label
    }

    var isConstructed: Bool { results.contains { $0.waves.contains(where: \.constructed) } }

    /// When the latest of the answers was imported; nil where nothing was stored.
    var importedAt: String? { results.flatMap(\.waves).compactMap(\.importedAt).max() }

    private var metadata: Metadata {
        Metadata(
            title: "Bilaga: indikatorenkäter \(period.label), \(forbund)",
            subject: "Indikatorenkäter \(periods)",
            description: isConstructed ? "Konstruerade svar, ingen verklig persons." : nil,
            creator: forbund, keywords: ["finsam", "indikatorenkät", "årsredovisning"],
            created: importedAt)
    }
}
