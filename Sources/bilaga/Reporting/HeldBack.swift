import Analysis
import Register
import Survey

/// Answers that are not counted yet: beside what was given out of the period before they would tell of few.
struct HeldBack {
    let instrument: Instrument
    let period: Period
    /// The imports that hold.
    let imports: [StoredImport]
    let answers: Int
    let standing: GivenOutFigures
    /// Whether it is about few, and not about rows that could not be hidden well enough.
    let isOfFew: Bool

    /// Whether the figures that were given out are those of the period when the answers are gone, too.
    var standsWithoutAnswers: Bool { standing.stands(for: imports, smallestGroup: instrument.smallestGroup) }

    /// For the evaluator alone: how many there are is what the workbook must not tell.
    var told: String {
        let given = standing.answers.map { " (\($0) svar)" } ?? ""
        let limit = instrument.smallestGroup
        let numbers = imports.map { "\($0.id)" }
        let why =
            isOfFew
            ? "skillnaden gäller färre än \(limit) svar på någon fråga, eller svar som nästan alla är lika, och skulle gå att "
                + "räkna ut av de två bilagorna. När minst \(limit) svar har ändrats på varje fråga där något har ändrats "
                + "räknas allt in."
            : "annars skulle skyddade svar i en indelning gå att räkna ut av de två bilagorna. När fler svar har ändrats räknas "
                + "allt in."
        return
            "\(instrument.id) \(period.label): \(numbers.count == 1 ? "inläsning" : "inläsningarna") \(listed(numbers)) "
            + "(\(answers) svar) räknas inte in än. Bilagan har de siffror som gavs ut i "
            + "\(standing.origin.file)\(given): \(why)"
    }
}

/// What was given out of a period and stands.
struct GivenOutFigures {
    let period: PublishedPeriod
    let origin: PublicationOrigin

    /// The oldest of the latest workbooks that all say the same of the whole, so that it is the same one however often the
    /// figures are given out again. One that has no more than the shares is the last resort.
    ///
    /// - Parameter publications: newest first.
    init?(_ instrument: String, _ period: Period, in publications: [Publication]) {
        let holding = publications.compactMap { publication in
            publication.periods.first { $0.instrument == instrument && $0.period == period }
                .map { (period: $0, origin: PublicationOrigin(publication)) }
        }
        let full = holding.filter { !$0.period.isOfShares }
        guard let latest = full.first ?? holding.first else { return nil }
        let same = full.prefix { $0.period.total == latest.period.total }
        (self.period, origin) = same.last ?? latest
    }

    var answers: Int? { period.total?.answers }

    /// Whether answers that are deleted, and were never given out, differ by so few in number that these are the figures of
    /// the period all the same.
    func stands(for erased: [StoredImport], smallestGroup: Int) -> Bool {
        guard let answers else { return false }
        return abs(erased.reduce(0) { $0 + $1.respondents } - answers) < smallestGroup
    }
}
