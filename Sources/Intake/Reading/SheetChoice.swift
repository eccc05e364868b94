import Survey
import Tabular

/// Chooses the sheet with the answers, and what of it to read.
final class SheetChoice {
    private let file: String
    private let match: HeadingMatch
    private let chosen: ChosenColumns
    /// The user named the sheet.
    private let isNamed: Bool
    /// Which sheet to take whatever else there is: the best that was seen the first time.
    private var decided: Int?
    /// Whether the column that tells who sent the answers in is left unread.
    var skipsSubmission = false

    private struct Seen {
        let sheet: Sheet
        let found: HeadingRows.Found

        /// More questions, and of equal ones those that are not hidden.
        var rank: (Int, Int, Int) { (found.certain, found.doubtful, sheet.isHidden ? 0 : 1) }
    }

    private var seen: [Seen] = []
    private var names: [String] = []
    /// The layout of the sheet that was chosen.
    private(set) var layout: Layout?
    private(set) var isHidden = false
    /// The sheet to show where none could be chosen: the first that holds anything, hidden ones last.
    private(set) var shown: Opening?

    init(file: String, _ match: HeadingMatch, _ chosen: ChosenColumns, isNamed: Bool) {
        self.file = file
        self.match = match
        self.chosen = chosen
        self.isNamed = isNamed
    }

    /// Sheets that were looked at and not taken.
    var otherSheets: [String] { names.filter { $0 != layout?.sheet } }
    /// Of these the ones that look like answers as well and are not hidden.
    private(set) var alike: [String] = []

    func choose(_ opening: Opening) -> Choice {
        if let name = opening.sheet?.name, !names.contains(name) { names.append(name) }
        let holdsText = opening.rows.contains { $0.cells.contains { !$0.isEmpty } }
        if holdsText, shown == nil || (shown?.sheet?.isHidden == true && opening.sheet?.isHidden != true) {
            shown = opening
        }
        if let decided, opening.sheet?.number != decided { return .skip }
        guard let rows = HeadingRows(opening, match, chosen) else { return .skip }
        let isHidden = opening.sheet?.isHidden == true
        if let sheet = opening.sheet, decided == nil, !isNamed, isHidden || !isLikely(rows) {
            seen.append(Seen(sheet: sheet, found: rows.found))
            return .skip
        }
        let layout = Layout(opening, rows, match, chosen, file: file)
        self.layout = layout
        self.isHidden = isHidden
        let skipped = skipsSubmission ? layout.submission?.column : nil
        return .read(headings: layout.headingRange, columns: layout.chosen.filter { $0 != skipped })
    }

    /// Looks at the sheets behind the one that was read.
    func lookOn(_ opening: Opening) -> Choice {
        guard let sheet = opening.sheet, !names.contains(sheet.name) else { return .skip }
        names.append(sheet.name)
        if !sheet.isHidden, let rows = HeadingRows(opening, match, chosen), isLikely(rows) { alike.append(sheet.name) }
        return .skip
    }

    private func isLikely(_ rows: HeadingRows) -> Bool { rows.found.certain * 2 >= match.version.items.count }

    /// Where no sheet looked like answers: whether the file is to be gone through again for the one with most questions.
    func decide() -> Bool {
        guard layout == nil, decided == nil, let best = seen.max(by: { $0.rank < $1.rank }) else { return false }
        // Of equal ones the first.
        decided = seen.first { $0.rank == best.rank }?.sheet.number
        return true
    }
}
