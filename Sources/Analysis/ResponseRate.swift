/// How many were asked and answered.
public struct Response: Equatable, Sendable {
    public let answers: Int
    /// Nil where it is not known how many were asked: the rate is then unknown too, never 100 %.
    public let invited: Int?

    public init(answers: Int, invited: Int?) {
        self.answers = answers
        self.invited = invited
    }

    /// Answers of those asked.
    public var rate: Ratio? { invited.flatMap { Ratio(answers, of: $0) } }
}
