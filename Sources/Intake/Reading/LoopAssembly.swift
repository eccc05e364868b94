import Survey

/// Puts the answers of a loop together, respondent by respondent, in the same way however the file laid them out.
///
/// What respondents say that they know decides: an answer about something else was given before a mind was changed, and is
/// left out. Where a respondent has not said what is known, the answers say it.
struct LoopAssembly {
    private let loop: Loop
    private let labels: [String]
    /// The value that says that nothing is known.
    private let none: Int?
    /// Places of the questions in the version's items, with their ids.
    private let ids: [(place: Int, id: String)]

    private var respondents = 0
    private var choices = ChoiceCodes()
    private var codes: [UInt16] = []
    private var places: [UInt32] = []
    private var members: [UInt16] = []
    private var answersOf: [[AnswerCode]]

    /// Blocks that were left out, blocks that hold no answer, and respondents who said both that they know nothing and
    /// that they know something.
    struct Remarks: Equatable {
        var outside = 0
        var blank = 0
        var noneAndSome = 0
    }

    private(set) var remarks = Remarks()

    init(_ loop: Loop, _ variable: BackgroundVariable, _ version: Version) {
        self.loop = loop
        labels = (variable.values ?? []).map(\.label)
        none = loop.none.flatMap(labels.firstIndex)
        ids = version.items.enumerated().filter { $0.element.question.isLooped }
            .map { ($0.offset, $0.element.question.id) }
        answersOf = Array(repeating: [], count: ids.count)
    }

    /// The next respondent.
    ///
    /// - Parameters:
    ///   - told: the values that the respondent says are known, the one for none among them; empty where nothing is said.
    ///   - blocks: by value, the answers to `questions`; only blocks with some answer.
    ///   - questions: places in the version's items.
    mutating func add(known told: [Int], _ blocks: [Int: [AnswerCode]], of questions: [Int]) {
        let some = told.filter { $0 != none }
        if some.count < told.count, !some.isEmpty { remarks.noneAndSome += 1 }
        let known = (told.isEmpty ? Array(blocks.keys) : some).sorted()
        remarks.outside += blocks.keys.count { !known.contains($0) }
        remarks.blank += known.count { blocks[$0] == nil }
        let chosen = known.isEmpty ? told : known
        codes.append(choices.code(of: chosen.map { UInt16(clamping: $0 + 1) }))
        for member in known {
            places.append(UInt32(clamping: respondents))
            members.append(UInt16(clamping: member + 1))
            let answers = blocks[member] ?? []
            for (place, question) in ids.enumerated() {
                let index = questions.firstIndex(of: question.place)
                answersOf[place].append(index.flatMap { answers.indices.contains($0) ? answers[$0] : nil } ?? 0)
            }
        }
        respondents += 1
    }

    /// Which values each respondent knows.
    var filter: GroupColumn {
        GroupColumn(variable: loop.variable, values: labels, codes: codes, choices: choices.sets)
    }

    var answers: LoopAnswers {
        LoopAnswers(
            variable: loop.variable, values: labels, respondents: places, members: members,
            questions: zip(ids, answersOf).map { QuestionColumn(question: $0.id, codes: $1) })
    }
}
