/// A column of a file that was not taken in, and why.
public struct LeftOutColumn: Equatable, Sendable {
    public let heading: String
    public let reason: String

    public init(heading: String, reason: String) {
        self.heading = heading
        self.reason = reason
    }
}

/// Where answers came from: enough for an auditor to recognise the file and to see what was left out of it.
public struct SourceFile: Equatable, Sendable {
    public let name: String
    /// Lower-case hexadecimal.
    public let sha256: String
    /// Bytes.
    public let size: Int
    /// Rows under the heading, empty answers included.
    public let rows: Int
    /// Rows without a single answer. They are no respondents.
    public let emptyRows: Int
    public let leftOut: [LeftOutColumn]

    public init(
        name: String, sha256: String, size: Int, rows: Int, emptyRows: Int, leftOut: [LeftOutColumn]
    ) {
        self.name = name
        self.sha256 = sha256
        self.size = size
        self.rows = rows
        self.emptyRows = emptyRows
        self.leftOut = leftOut
    }
}
