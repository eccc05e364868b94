import Analysis

/// A table of questions with their shares, one row a question and year.
struct QuestionTable {
    let sheet: String?
    let headings: Headings
    private(set) var rows: [QuestionRow] = []
    /// The program's own layout tells how many answered each question; others, how many answered at all.
    let isOwn: Bool

    /// Every such table of a sheet; notes which rows they have.
    static func all(in grid: Grid, taken: inout Set<Int>) -> [QuestionTable] {
        var tables: [QuestionTable] = []
        var titles: [String] = []
        var table: QuestionTable?
        var reading = Reading()
        for (index, row) in grid.rows.enumerated() {
            if let text = row.soleText {
                if table == nil { titles.append(text) }
                reading.take(text, isInside: table != nil)
                continue
            }
            let headings = Headings(row, above: index > 0 ? grid.rows[index - 1] : nil)
            if headings.areOfQuestions {
                if let table { tables.append(table) }
                let new = QuestionTable(grid.sheet, headings)
                reading.begin(headings)
                table = new
                taken.formUnion([index, index - 1])
                continue
            }
            guard table != nil else { continue }
            if let read = table?.read(row, &reading), !read.isEmpty {
                table?.rows += read
                taken.insert(index)
            } else if Headings(row, above: nil).roles.contains(where: { $0 != .other && $0 != .group }) {
                // The headings of a table of something else.
                if let table { tables.append(table) }
                table = nil
            }
        }
        if let table { tables.append(table) }
        return tables.filter { !$0.rows.isEmpty }
    }

    private init(_ sheet: String?, _ headings: Headings) {
        self.sheet = sheet
        self.headings = headings
        isOwn =
            headings.texts.contains("(Klart positivt)") && headings.texts.contains("Förändring klart positivt")
            && headings.texts.contains("Antal svar")
    }

    /// What rows above have told of those below.
    struct Reading {
        var question = ""
        var group = ""
        var bases = StatedBases()
        /// Of texts since the last table.
        private var above: (bases: StatedBases, text: String)?
        private var hasBegun = false

        mutating func take(_ text: String, isInside: Bool) {
            let bases = StatedBases(text)
            if !bases.isEmpty { above = (bases, text) } else if above == nil { above = (StatedBases(), text) }
            guard isInside else { return }
            if bases.isEmpty {
                question = text
                return
            }
            (self.bases, group) = (bases, text)
        }

        mutating func begin(_ headings: Headings) {
            let own = StatedBases(headings.texts.joined(separator: " ; "))
            if let above {
                (bases, group) = (above.bases, above.text)
            } else if hasBegun {
                // What was said above another table is not said of this one.
                (bases, group) = (StatedBases(), "")
            }
            if !own.isEmpty { bases = own }
            question = ""
            above = nil
            hasBegun = true
        }
    }

    private func text(_ role: ColumnRole, of row: GridRow) -> String? {
        headings.column(role).map { row[$0] }
    }

    /// One for each year whose shares the row has; none for a row without shares.
    private func read(_ row: GridRow, _ reading: inout Reading) -> [QuestionRow] {
        let years: [Int?] = headings.years.isEmpty ? [nil] : headings.years
        let cells = years.map { (year: $0, cells: QuestionCells(row, headings, year: $0)) }
        let stated = cells.filter(\.cells.hasShares)
        guard !stated.isEmpty else {
            let isTitle = cells.allSatisfy(\.cells.isWithoutFigures)
            if isTitle, let question = questionText(of: row) { reading.question = question }
            return []
        }
        var year = headings.column(.year).flatMap { StatedNumber(row[$0])?.year ?? lastYear(in: row[$0]) }
        // Years often stand in a column without a heading.
        year = year ?? row.cells.prefix(firstShare).lazy.compactMap { StatedNumber($0)?.year }.first
        var question = questionText(of: row)
        if let text = question, let own = StatedNumber(text)?.year {
            (year, question) = (year ?? own, nil)
        }
        if let question { reading.question = question }
        if let own = text(.group, of: row), !own.isEmpty { reading.group = own }
        let ownBase = headings.column(.answers).flatMap { StatedNumber(row[$0])?.count }
        return stated.map { stated in
            var cells = stated.cells
            cells.settle(isWorkbook: sheet != nil)
            let year = stated.year ?? year
            return QuestionRow(
                sheetRow: row.sheetRow, group: reading.group, question: reading.question, year: year,
                ownBase: ownBase, headingBase: reading.bases[year], cells: cells)
        }
    }

    /// The first column of shares, from 0.
    private var firstShare: Int {
        headings.column { role in
            switch role {
            case .share, .shares: true
            default: false
            }
        } ?? 0
    }

    /// A period's last year: "2020-11--2021-10".
    private func lastYear(in text: String) -> Int? {
        plainWords(text).split(separator: " ").compactMap { StatedNumber($0)?.year }.last
    }

    /// The text of the question's column, or of the first that is for nothing else.
    private func questionText(of row: GridRow) -> String? {
        let column = headings.column(.question) ?? headings.roles.prefix(firstShare).firstIndex(of: .other)
        let number = text(.number, of: row) ?? ""
        guard let column, !row[column].isEmpty else { return nil }
        return number.isEmpty ? row[column] : "\(number). \(row[column])"
    }
}

/// A row of such a table.
struct QuestionRow {
    let sheetRow: Int
    let group: String
    let question: String
    let year: Int?
    /// From the row's own cell.
    let ownBase: Int?
    let headingBase: Int?
    let cells: QuestionCells

    var subject: String {
        var parts: [String] = []
        if !group.isEmpty { parts.append(group) }
        if !question.isEmpty { parts.append("”\(question)”") }
        if let year { parts.append("\(year)") }
        return parts.joined(separator: ", ")
    }
}
