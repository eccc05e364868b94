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
    /// The questionnaires over more years than two; one that has none is followed over the periods of its results.
    public let histories: [History]
    /// Figures that are others than those given out before, and why.
    public let corrections: [Correction]
    public let correctionCauses: [CorrectionCause]
    /// Shown percentages of a row sum to exactly 100 (largest remainder), at the cost of figures moved by up to one.
    public let sumsToHundred: Bool
    /// The national measurement of the period, if it is known.
    public let national: NationalMeasurement?
    /// Own figures beside the national ones.
    let comparison: NationalComparison?
    /// The questionnaires over the years.
    let changes: Changes
    let sheetNames: SheetNames
    /// Of the whole of each respondent group: one verdict a question, the same on every sheet.
    let chance: ChanceFamily

    public init(
        forbund: String, period: Period, compared: Period?, results: [Results], histories: [History] = [],
        corrections: [Correction] = [], correctionCauses: [CorrectionCause] = [],
        national: NationalMeasurement? = nil, sumsToHundred: Bool = false
    ) {
        self.forbund = forbund
        self.period = period
        self.compared = compared
        self.results = results
        self.histories = histories
        self.corrections = corrections
        self.correctionCauses = correctionCauses
        self.sumsToHundred = sumsToHundred
        self.national = national
        comparison = national.map { compare(results, with: $0) }
        changes = Changes(results, histories, in: period, compared: compared)
        sheetNames = SheetNames(results)
        chance = ChanceFamily(totalsOf: results)
    }

    /// The finished document. The same bilaga gives the same workbook: nothing of the clock is in it.
    public func workbook() -> Workbook {
        var notes = Notes()
        let response = responseSheet(&notes)
        let nonResponse = nonResponseSheet(&notes)
        let tables = results.flatMap { results in
            results.breakdowns.compactMap { breakdown in
                results.instrument.loop == nil
                    ? questionSheet(results, breakdown, &notes) : loopSheet(results, breakdown, &notes)
            }
        }
        let changes = changesSheet(&notes)
        let compared = nationalSheet(&notes).map { [$0] } ?? []
        let data = dataSheet(&notes)
        let sheets =
            ([response, nonResponse] + tables + [changes] + compared + [notesSheet(notes)])
            .map { $0.sheet(footer: footer) }
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
