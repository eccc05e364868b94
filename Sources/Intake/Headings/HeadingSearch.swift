import Survey
import Tabular

/// What a range of rows would give as headings.
struct HeadingCandidate {
    let range: Range<Int>
    let found: HeadingRows.Found
    /// Backgrounds that were recognised, and columns that are said to be left out.
    let others: Int

    /// More questions, then more of the rest, then fewer rows; the first of several equal ones.
    func isBetter(than other: HeadingCandidate) -> Bool {
        (found.certain, others, -range.count) > (other.found.certain, other.others, -other.range.count)
    }
}

/// Tries the ways of taking some of the first rows as headings.
struct HeadingSearch {
    let opening: Opening
    let match: HeadingMatch
    let chosen: ChosenColumns
    /// How many cells of each row have a text.
    let filled: [Int]
    /// What each text is by itself.
    private var seen: [String: Seen] = [:]
    /// How many texts may have been written around a heading.
    private var takenApart = 0
    /// Of each row whether it has something of a heading; nil where it has not been asked.
    private var hasParts: [Bool?]

    private struct Seen {
        let recognised: Recognised?
        let beginsHeading: Bool
    }

    init(_ opening: Opening, _ match: HeadingMatch, _ chosen: ChosenColumns) {
        self.opening = opening
        self.match = match
        self.chosen = chosen
        filled = opening.rows.map { $0.cells.count { !$0.isEmpty } }
        hasParts = Array(repeating: nil, count: opening.rows.count)
    }

    mutating func best() -> HeadingCandidate? {
        if let declared = opening.declaredHeadingRows, declared > 0, declared <= opening.rows.count {
            let candidate = candidate(0..<declared)
            if candidate.found.certain > 0 { return candidate }
            return doubtful(0..<declared)
        }
        var best: HeadingCandidate?
        for start in opening.rows.indices {
            for height in 1...HeadingRows.highestCandidate where start + height <= opening.rows.count {
                if height > 1, hasLoopAnswers(start..<start + height) { break }
                let candidate = candidate(start..<start + height)
                if candidate.found.certain > 0, best.map(candidate.isBetter) ?? true { best = candidate }
            }
        }
        if let best, best.found.certain * 2 > match.version.items.count { return best }
        // A word of a question's in some cell is less than a row of headings that are all near.
        for row in opening.rows.indices.prefix(HeadingRows.mostDoubted) {
            guard let next = doubtful(row..<row + 1, byPosition: best == nil) else { continue }
            if next.found.doubtful > best.map({ max($0.found.certain, $0.found.doubtful) }) ?? 0 { best = next }
        }
        return best
    }

    /// Whether the last of the rows has an answer to a question that a row above is the heading of.
    ///
    /// Where a file has a row for each respondent and value of a loop, the value and the blank cells beside it would else look
    /// like a heading over several columns.
    private mutating func hasLoopAnswers(_ range: Range<Int>) -> Bool {
        guard match.members != nil, let last = range.last else { return false }
        let answers = opening.rows[last].cells
        for row in range.dropLast() {
            for (heading, answer) in zip(opening.rows[row].cells, answers)
            where !answer.isEmpty && !WrittenValue.isNumeric(answer) {
                guard case .question(let place) = look(heading, row)?.role else { continue }
                let scale = match.version.items[place].question.scale
                if AnswerMatch(scale).code(of: answer) != nil { return true }
            }
        }
        return false
    }

    private mutating func candidate(_ range: Range<Int>) -> HeadingCandidate {
        var questions: Set<Int> = []
        var others: Set<String> = []
        func note(_ role: Recognised.Role?, _ heading: String) {
            switch role {
            case .question(let place), .part(let place): questions.insert(place)
            case .background(let place), .below(let place, _): others.insert("\(place)")
            case .option(let place, let text), .unnamedOption(let place, let text): others.insert("\(place) \(text)")
            case .looped(let place, let label):
                questions.insert(place)
                others.insert("\(place) about \(label)")
            case .respondent: others.insert("respondent")
            case .date: others.insert("datum")
            case .freeText: break
            case nil: others.insert("- \(heading)")
            }
        }
        if range.count == 1 {
            for text in opening.rows[range.lowerBound].cells where !text.isEmpty {
                if let said = chosen.role(of: text) {
                    note(said.role, text)
                } else if let found = look(text, range.lowerBound) {
                    note(found.role, text)
                }
            }
        } else if !chosen.isEmpty || range.contains(where: { hasParts(ofHeading: $0) }) {
            for cells in opening.headingCells(range).prefix(HeadingRows.mostCombined) {
                let texts = cells.map(\.text).filter { !$0.isEmpty }
                let said =
                    chosen.isEmpty ? nil : (texts + [texts.joined(separator: " ")]).lazy.compactMap(chosen.role).first
                if let said {
                    note(said.role, texts[0])
                } else if let found = recognise(cells, range) {
                    note(found.role, texts[0])
                }
            }
        }
        return HeadingCandidate(range: range, found: .init(certain: questions.count), others: others.count)
    }

    /// Whether a cell of the row is a heading or may begin one that goes on in the rows below. Rows of answers have no such
    /// cell, and most rows are answers.
    private mutating func hasParts(ofHeading row: Int) -> Bool {
        if let known = hasParts[row] { return known }
        var hasParts = false
        for text in opening.rows[row].cells where !hasParts && !text.isEmpty {
            let seen = see(text)
            hasParts = seen.beginsHeading || isHeading(seen.recognised, text, row)
        }
        self.hasParts[row] = hasParts
        return hasParts
    }

    private mutating func recognise(_ cells: [HeadingCell], _ range: Range<Int>) -> Recognised? {
        let found = zip(cells, range).map { (text: $0.text, recognised: look($0.text, $1)) }
        return match.recognise(cells) { text in
            found.last { $0.recognised != nil && $0.text == text }?.recognised
        }
    }

    /// A number alone may as well be an answer. It is a heading only where no row above has as many cells.
    private mutating func look(_ text: String, _ row: Int) -> Recognised? {
        if text.isEmpty { return nil }
        let found = see(text).recognised
        return isHeading(found, text, row) ? found : nil
    }

    private func isHeading(_ found: Recognised?, _ text: String, _ row: Int) -> Bool {
        guard let found else { return false }
        guard found.match == .number, WrittenValue.isNumeric(text), opening.declaredHeadingRows == nil else {
            return true
        }
        return !filled[..<row].contains { $0 >= filled[row] }
    }

    private mutating func see(_ text: String) -> Seen {
        if let known = seen[text] { return known }
        let isTakenApart = match.mayHaveParts(text)
        if isTakenApart { takenApart += 1 }
        let made = Seen(
            recognised: match.recognise(
                text, isTakenApart: isTakenApart && takenApart <= HeadingRows.mostTakenApart),
            beginsHeading: match.beginsHeading(text))
        seen[text] = made
        return made
    }

    private func doubtful(_ range: Range<Int>, byPosition: Bool = true) -> HeadingCandidate? {
        let columns = opening.headingCells(range).enumerated().map { ($0, $1.map(\.text)) }
        let doubts = HeadingDoubt(match).doubts(
            columns, questions: Array(match.version.items.indices), backgrounds: [])
        guard let first = doubts.values.first, byPosition || first.match != .position else { return nil }
        return HeadingCandidate(range: range, found: .init(doubtful: doubts.count), others: 0)
    }

    /// With the rows beside them that are headings too: codes above texts, texts below codes, and what Qualtrics calls
    /// ImportId. They must not be read as answers.
    mutating func extended(_ range: Range<Int>) -> Range<Int> {
        guard opening.declaredHeadingRows == nil else { return range }
        var range = range
        while range.count < HeadingRows.most, range.upperBound < opening.rows.count,
            isHeading(opening.rows[range.upperBound].cells, below: range)
        {
            range = range.lowerBound..<range.upperBound + 1
        }
        while range.count < HeadingRows.most, range.lowerBound > 0 {
            // A row as wide as the headings stands above no table: it's one of them.
            let above = range.lowerBound - 1
            let heading = opening.rows[range.lowerBound].cells
            let both = zip(opening.rows[above].cells, heading).count { !$0.isEmpty && !$1.isEmpty }
            guard both >= 2, both * 3 >= filled[range.lowerBound] * 2 else { break }
            range = above..<range.upperBound
        }
        return range
    }

    private mutating func isHeading(_ row: [String], below range: Range<Int>) -> Bool {
        if row.contains(where: { HeadingCell(text: $0).isImportId }) { return true }
        // No respondent answers in columns without a heading alone.
        let above = opening.headingCells(range).map { $0.contains { !$0.text.isEmpty } }
        if row.indices.allSatisfy({ row[$0].isEmpty || $0 >= above.count || !above[$0] }) { return true }
        var headings = 0
        var others = 0
        var worded: Set<TextKey> = []
        var columns = 0
        for (column, cells) in opening.headingCells(range).enumerated() {
            guard case .question(let place) = role(of: cells, range) else { continue }
            columns += 1
            let text = row.count > column ? row[column] : ""
            if text.isEmpty { continue }
            let item = match.version.items[place]
            // One cell that is an answer makes a row of answers.
            if ErrorValue.isOne(text) || AnswerMatch(item.question.scale).code(of: text) != nil { return false }
            if saysTheSame(text, as: place) { headings += 1 } else { others += 1 }
            if text.count >= Self.shortestWording { worded.insert(TextKey(text)) }
        }
        // A wording of its own in every question's column, one of them a question: no respondent writes so.
        if columns > 1, worded.count == columns, row.contains(where: { $0.hasSuffix("?") }) { return true }
        return headings > 0 && headings >= others
    }

    /// Characters.
    private static let shortestWording = 12

    private mutating func role(of cells: [HeadingCell], _ range: Range<Int>) -> Recognised.Role? {
        for cell in cells {
            if let said = chosen.role(of: cell.text) { return said.role }
        }
        return recognise(cells, range)?.role
    }

    /// Whether a cell below a question's heading is another heading of the same question.
    private func saysTheSame(_ text: String, as place: Int) -> Bool {
        if HeadingParts.tellsCodesFromLabels(text) { return true }
        if let found = match.recognise(text), found.match != .number { return found.role == .question(place) }
        return HeadingDoubt(match).doubts([(0, [text])], questions: [place], backgrounds: [])[0] != nil
    }
}
