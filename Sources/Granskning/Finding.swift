public import Analysis

/// How a figure is judged, worst first.
public enum Grade: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// No answers give it.
    case impossible
    /// Some could, but hardly did, or another figure says otherwise.
    case unlikely
    /// Only where it was rounded or adjusted in another way than half up.
    case roundedOtherwise
    case possible

    public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
}

/// Where a figure stands.
public struct FigurePlace: Hashable, Sendable {
    /// Nil where the format has no sheets.
    public let sheet: String?
    /// As a spreadsheet program numbers them, from 1.
    public let row: Int
    /// From 1.
    public let column: Int
}

/// A figure, or a row of them, and whether it can be true.
public struct Finding: Hashable, Sendable {
    public let place: FigurePlace
    /// What the figure is of: group, question, year.
    public let subject: String
    /// What stands there.
    public let stated: String
    public let fact: Fact

    public enum Fact: Hashable, Sendable {
        /// The shares of a question.
        case row(RowJudgement, StatedRow, StatedBase)
        /// The row has a number of answers of its own, which is not among those that fit.
        case otherBase(Int, Bases)
        /// A share with its two counts; a response rate is one of those asked.
        case ratio(RatioJudgement, count: Int, of: Int, StatedShare, isRate: Bool)
        /// A total and the sum of its parts. `isAlone` where no other total of the table is the sum of its parts either.
        case total(Int, sum: Int, isColumn: Bool, isAlone: Bool)
        /// Some parts are not told, and the others are together more than the total.
        case partsAboveTotal(Int, sum: Int, isColumn: Bool)
        /// The same figure stands elsewhere as another.
        case stands(String, at: FigurePlace)
        case change(ChangeJudgement, Int, from: StatedShare, to: StatedShare)
    }

    public var grade: Grade {
        switch fact {
        case .row(.possible, _, _), .ratio(.possible, _, _, _, _), .change(.possible, _, _, _): .possible
        case .row(.rounded, _, _), .ratio(.rounded, _, _, _, _), .change(.betweenShown, _, _, _): .roundedOtherwise
        case .row(.impossible, _, _), .ratio(.impossible, _, _, _, _), .ratio(.moreThanAll, _, _, _, _),
            .change(.impossible, _, _, _):
            .impossible
        case .otherBase, .stands, .partsAboveTotal: .unlikely
        case .total(let total, let sum, _, let isAlone): total == sum ? .possible : isAlone ? .unlikely : .impossible
        }
    }
}

/// The rows of one group and year: whether they agree on a number of answers.
public struct RowGroup: Hashable, Sendable {
    public let sheet: String?
    public let name: String
    public let year: Int?
    public let rows: Int
    public let possible: Int
    /// Numbers of answers that fit all of the possible rows.
    public let common: Bases
}
