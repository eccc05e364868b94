public import Survey
public import Tabular

/// A file that was looked at but not read: the first rows of each of its sheets.
public struct FilePreview: Sendable {
    public let name: String
    public let format: FileFormat
    /// In the file's order; one, without a name, where the format has no sheets.
    public let sheets: [SheetPreview]
}

/// The first rows of a sheet.
public struct SheetPreview: Sendable {
    public let sheet: Sheet?
    public let opening: Opening

    /// The headings under every way of taking some of the first rows as headings, the likeliest first: each as long as the
    /// table is wide, of several rows the texts with " / " between them, as they are told of a column that was read.
    public var layouts: [[String]] {
        let rows = opening.rows.indices
        if let declared = opening.declaredHeadingRows { return [opening.wholeHeadings(0..<declared)] }
        return (1...HeadingRows.most).flatMap { height in
            rows.filter { $0 + height <= rows.upperBound }.map { opening.wholeHeadings($0..<$0 + height) }
        }
    }
}

extension FilePreview {
    /// Why it is no questionnaire: what its first rows came out as.
    ///
    /// - Parameters:
    ///   - best: the questionnaires that are nearest, if any is near.
    ///   - all: the ids of those there are.
    public func unlike(best: [QuestionnaireMatch], all: [String]) -> Problem {
        let rows = sheets.first.map(\.opening.rows) ?? []
        let first = FirstRows(rows.map { ($0.sheetRow, $0.cells) })
        let isOneColumn = rows.allSatisfy { $0.cells.count <= 1 }
        return Problem(
            Place(file: name, sheet: sheets.first?.sheet?.name),
            isOneColumn
                ? .oneColumn(format: format, first: first)
                : .noQuestionnaire(best: best, all: all, format: format, first: first))
    }

    /// How many of a version's questions the best of the sheets has: beyond doubt, and probably.
    public func recognised(
        _ version: Version, of instrument: Instrument, choices: ColumnChoices = ColumnChoices()
    ) -> (certain: Int, doubtful: Int) {
        let match = HeadingMatch(version, of: instrument)
        let chosen = (try? ChosenColumns(choices, match)) ?? .none
        var best = (certain: 0, doubtful: 0)
        for sheet in sheets {
            guard let rows = HeadingRows(sheet.opening, match, chosen) else { continue }
            let layout = Layout(sheet.opening, rows, match, chosen, file: name)
            var certain: Set<Int> = []
            var doubtful: Set<Int> = []
            for (role, match) in zip(layout.roles, layout.matches) {
                guard let place = role.question, let match else { continue }
                if match.isDoubtful { doubtful.insert(place) } else { certain.insert(place) }
            }
            let found = (certain: certain.count, doubtful: doubtful.count)
            if found > best { best = found }
        }
        return best
    }
}

/// Looks at the beginning of each sheet of a file.
///
/// - Parameters:
///   - file: its path and the name under which the user knows it.
///   - separator: nil where it is to be found out.
///   - sheet: the only sheet to look at; nil for all of them.
public func preview(
    of file: (path: String, name: String), separator: Separator? = nil, sheet: String? = nil
) throws(Refusal) -> FilePreview {
    try preview(of: try open(file.path, as: file.name), name: file.name, separator: separator, sheet: sheet)
}

/// The same for a file that is open.
public func preview(
    of file: TableFile, name: String, separator: Separator? = nil, sheet: String? = nil
) throws(Refusal) -> FilePreview {
    let seen = Openings()
    do throws(TableError) {
        _ = try file.read(ReadingOptions(separator: separator, sheet: sheet)) { opening in
            seen.all.append(opening)
            return .skip
        }
    } catch {
        throw Refusal(Place(file: name), .unreadable(error))
    }
    let shown = seen.all.filter { !$0.rows.isEmpty }
    guard let first = shown.first else { throw Refusal(Place(file: name), .unreadable(.empty)) }
    return FilePreview(
        name: name, format: first.format, sheets: shown.map { SheetPreview(sheet: $0.sheet, opening: $0) })
}

/// What a closure that may outlive its call has been shown.
private final class Openings {
    var all: [Opening] = []
}
