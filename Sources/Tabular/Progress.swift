/// How far the reading of a file has come.
public struct Progress: Equatable, Sendable {
    /// Rows of the table so far.
    public let rows: Int
    /// Bytes of the file gone through.
    public let done: Int
    /// The file's size in bytes; nil where it has none of its own.
    public let total: Int?

    public init(rows: Int, done: Int, total: Int?) {
        self.rows = rows
        self.done = done
        self.total = total
    }
}
