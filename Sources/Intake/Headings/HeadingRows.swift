import Survey
import Tabular

/// Finds out which of a sheet's first rows are its headings.
struct HeadingRows {
    /// The rows of the opening that are headings.
    let range: Range<Int>
    /// How many of the version's questions the headings stand for.
    let found: Found

    struct Found: Equatable {
        var certain = 0
        var doubtful = 0
    }

    /// No layout has more heading rows.
    static let most = 4
    static let highestCandidate = 3
    /// Headings of several rows are put together in so many columns.
    static let mostCombined = 2_000
    /// So many different texts are taken apart; a questionnaire's first rows have far fewer.
    static let mostTakenApart = 10_000
    /// Headings that are only near are looked for in so many rows.
    static let mostDoubted = 15

    /// Nil where no row has a heading that is, or may be, a question.
    init?(_ opening: Opening, _ match: HeadingMatch, _ chosen: ChosenColumns) {
        var search = HeadingSearch(opening, match, chosen)
        guard let best = search.best() else { return nil }
        range = search.extended(best.range)
        found = best.found
    }
}
