/// What a table shows of a question.
public enum Measure: Int, CaseIterable, Sendable {
    case negative, neither, positive, clearlyPositive
}
