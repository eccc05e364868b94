public import Survey

/// Why the register would not do what was asked.
public enum RegisterError: Error, Equatable {
    /// There are other answers for the same questionnaire and period, and replacing them was not asked for.
    case alreadyImported(StoredImport)
    /// The file was written by a later version of the program.
    case newerVersion(path: String)
    /// There is no such file.
    case missing(path: String)
    case unusable(path: String, Trouble)
    /// A stored column does not fit what is said of it.
    case damaged(path: String, what: String)
}

/// What hinders the use of a register's file.
public enum Trouble: Equatable, Sendable {
    case noFolder, isFolder, notARegister, damaged, diskFull, mayNotWrite, inUse
    /// SQLite's extended result code.
    case other(code: Int)
}

/// An import as the register lists it: everything but the answers.
public struct StoredImport: Equatable, Sendable {
    public let forbund: String
    public let instrument: String
    public let version: String
    public let period: Period
    /// ISO 8601; nil in a register that ends with the process.
    public let importedAt: String?
    public let respondents: Int
    public let invited: Int?
    public let constructed: Bool
    public let files: [SourceFile]
    /// The answers have been deleted; what is listed here is kept to explain what was published.
    public let erased: Bool
}

/// What became of a measurement that was to be stored.
public enum StoreOutcome: Equatable, Sendable {
    case stored
    case replaced(StoredImport)
    /// The very same files are there already. Nothing was changed.
    case unchanged(StoredImport)
}
