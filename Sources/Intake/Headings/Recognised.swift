/// What a heading stands for, and by what it was recognised.
struct Recognised: Equatable {
    enum Role: Equatable {
        /// Place in the version's items.
        case question(Int)
        /// A numbered subquestion of what has the question's code: the question itself, where it is the only one.
        case part(ofQuestion: Int)
        /// Place in the instrument's background variables.
        case background(Int)
        /// One of several values of a background variable, with a column of its own.
        case option(ofBackground: Int, text: String)
        /// The same, but the heading has only a number or code for the value.
        case unnamedOption(ofBackground: Int, code: String)
        /// A text below a background variable's: one of its values where there are several such columns, else the
        /// variable's other heading.
        case below(background: Int, text: String)
        /// A question of a loop, asked about one of its values. The place is the question's.
        case looped(question: Int, label: String)
        /// What tells rows of the same respondent from those of others.
        case respondent
        /// The date by which answers are placed in periods, and how the user says that it is written.
        case date(DateOrder?)
        /// Free text beside an option or a question: "Q1[other]".
        case freeText
    }

    let role: Role
    let match: Match

    init(_ role: Role, _ match: Match) {
        self.role = role
        self.match = match
    }

    /// Which of two headings of a column says more.
    var weight: Int {
        switch match {
        case .chosen, .mapped: 4
        case .text: 3
        case .code, .listed: 2
        default: 1
        }
    }
}

/// A text in one of the heading rows of a column.
struct HeadingCell: Equatable {
    let text: String
    /// It stands over several columns, and this is not the first of them.
    var isFilled = false

    /// Qualtrics' third heading row has such a text in every column, for programs to read.
    var isImportId: Bool { text.hasPrefix("{\"ImportId\"") }
}
