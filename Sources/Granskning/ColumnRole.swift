import Analysis
import Survey

/// What a column of a published table is for, by its heading.
enum ColumnRole: Hashable, Sendable {
    case share(Measure, year: Int?)
    /// Positive, with the clearly positive in brackets.
    case shares(year: Int?)
    case change(Measure)
    /// The share that gave no answer on the scale, where it is counted in the whole.
    case noAnswer
    case question
    case number
    case year
    case group
    /// How many answered, and whether that is told of each question.
    case answers
    case invited
    case rate
    /// Of a table with a figure a row.
    case measure, base, ratio
    case other

    init(_ heading: String) {
        let words = plainWords(heading)
        let list = words.split(separator: " ")
        let year = list.compactMap { StatedNumber($0)?.year }.first
        func has(_ part: String) -> Bool { words.contains(part) }
        if has("förändring") || has("skillnad") || has("differens") {
            self = .change(has("klart positiv") || has("mycket positiv") ? .clearlyPositive : .positive)
            if has("negativ") || has("varken") { self = .other }
        } else if has("svarsfrekvens") || has("svarsandel") {
            self = .rate
        } else if has("klart positiv") || has("mycket positiv") {
            let rest = words.replacing("klart positiv", with: "").replacing("mycket positiv", with: "")
            self = rest.contains("positiv") ? .shares(year: year) : .share(.clearlyPositive, year: year)
        } else if has("negativ") {
            self = has("positiv") ? .other : .share(.negative, year: year)
        } else if has("varken") || has("neutral") {
            self = .share(.neither, year: year)
        } else if has("positiv") {
            self = .share(.positive, year: year)
        } else if has("bedöma") || has("vet ej") || has("vet inte") {
            self = .noAnswer
        } else if has("tillfråg") || has("inbjudna") {
            self = .invited
        } else {
            self = Self.exact[words] ?? (has("fråga") || has("påstående") || has("indikator") ? .question : .other)
        }
    }

    private static let exact: [String: ColumnRole] = [
        "år": .year, "mätår": .year, "period": .year, "mätperiod": .year, "mätning": .year,
        "antal svar": .answers, "svar": .answers, "svar totalt": .answers, "antal svarande": .answers, "n": .answers,
        "antal n": .answers, "svarande": .answers, "svar antal": .answers, "antal": .answers,
        "antal svar totalt": .answers, "totalt antal svar": .answers, "besvarade": .answers,
        "antal besvarade": .answers,
        "fråga nr": .number, "nr": .number, "nummer": .number, "frågenummer": .number, "frågenr": .number,
        "fråga nummer": .number, "grupp": .group, "respondentgrupp": .group, "enkät": .group, "insats": .group,
        "kön": .group, "enhet": .group, "kommun": .group,
        "mått": .measure, "bas": .base, "andel": .ratio,
    ]

    /// Whether the column's cells are figures that are judged elsewhere than in a table of counts.
    var isShare: Bool {
        switch self {
        case .share, .shares, .change, .rate, .ratio: true
        default: false
        }
    }
}

/// The headings of a table.
struct Headings: Sendable {
    let roles: [ColumnRole]
    let texts: [String]

    /// The row's texts; where it has none, what stands above in the row before, if that is one of headings too.
    init(_ row: GridRow, above: GridRow?) {
        guard row.isOfTexts else {
            (texts, roles) = (row.cells, row.cells.map { _ in .other })
            return
        }
        let above = above?.soleText == nil && above?.sheetRow == row.sheetRow - 1 ? above : nil
        let isHeading = above?.filled.allSatisfy { StatedNumber($0.text) == nil && ShareCell($0.text) == nil } ?? false
        let width = max(row.cells.count, isHeading ? above?.cells.count ?? 0 : 0)
        texts = (0..<width).map { row[$0].isEmpty && isHeading ? above?[$0] ?? "" : row[$0] }
        roles = texts.map { $0.isEmpty || StatedNumber($0) != nil ? .other : ColumnRole($0) }
    }

    /// The years that headings of shares have, in order.
    var years: [Int] {
        Set(
            roles.compactMap { role in
                switch role {
                case .share(_, let year), .shares(let year): year
                default: nil
                }
            }
        ).sorted()
    }

    func column(_ role: ColumnRole) -> Int? { roles.firstIndex(of: role) }

    func column(where fits: (ColumnRole) -> Bool) -> Int? { roles.firstIndex(where: fits) }

    /// Whether they are those of a table of questions: at least two of the three parts, or positive with clearly positive.
    var areOfQuestions: Bool {
        let measures = Set(
            roles.flatMap { role -> [Measure] in
                switch role {
                case .share(let measure, _): [measure]
                case .shares: [.positive, .clearlyPositive]
                default: []
                }
            })
        return measures.count >= 2
    }
}
