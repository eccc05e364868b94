/// One alternative that a respondent can choose.
public struct Category: Equatable, Sendable {
    /// What an export may write in place of the label, for example "3".
    public let code: String
    public let label: String
    /// Other ways in which exports have been seen to write the label.
    public let spellings: [String]
    public let meaning: Meaning

    public init(code: String, label: String, spellings: [String] = [], meaning: Meaning) {
        self.code = code
        self.label = label
        self.spellings = spellings
        self.meaning = meaning
    }
}

/// The alternatives of a question, in the order in which the respondent meets them.
public struct Scale: Equatable, Sendable {
    /// An answer is stored as one byte: 0 is a blank cell, k is the k-th category.
    public static let mostCategories = 254

    public let id: String
    public let categories: [Category]

    public init(id: String, categories: [Category]) {
        self.id = id
        self.categories = categories
    }

    /// What an answer code means; a code outside the scale counts as unanswered.
    public func meaning(of code: AnswerCode) -> Meaning {
        let index = Int(code) - 1
        return categories.indices.contains(index) ? categories[index].meaning : .noAnswer(.unanswered)
    }
}

/// A stored answer: 0 for a blank cell, else the place of the category in its scale, counted from 1.
public typealias AnswerCode = UInt8
