/// How the answers of a questionnaire that is answered all the time are placed in periods: by the date in a column.
public struct Dating: Equatable, Sendable {
    /// Headings under which exports have been seen to hold the date of the answer.
    public let headings: [String]
    /// 1...12: the month in which a period begins.
    public let firstMonth: Int
    /// 1...12, and a part of twelve: how many months a period has.
    public let months: Int

    public init(headings: [String], firstMonth: Int, months: Int) {
        self.headings = headings
        self.firstMonth = firstMonth
        self.months = months
    }
}
