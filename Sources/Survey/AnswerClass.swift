/// What a substantive answer says, in the four classes of the NNS indikatorenkät.
///
/// A clearly positive answer is also a positive one: "Positivt" in a table counts both classes, "(Klart positivt)"
/// the second alone.
public enum AnswerClass: UInt8, CaseIterable, Sendable {
    case negative, neither, positive, clearlyPositive
}

/// Why a respondent gave no substantive answer to a question. Such answers are counted as partial non-response and
/// are never in a question's base.
public enum NoAnswer: UInt8, CaseIterable, Sendable {
    case unanswered, dontKnow, notApplicable, cannotJudge
}

/// What a category of a scale stands for.
public enum Meaning: Hashable, Sendable {
    case answer(AnswerClass)
    case noAnswer(NoAnswer)
}
