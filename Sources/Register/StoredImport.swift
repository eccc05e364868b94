public import Survey

/// Whether an import holds.
public enum ImportState: Equatable, Sendable {
    case current
    /// By the import with this id.
    case replaced(by: Int)
    /// - at: ISO 8601.
    case undone(at: String, by: String?)
}

/// An import as the register lists it: everything but the answers.
public struct StoredImport: Equatable, Sendable {
    /// What it is called in a register: a number that is never used again.
    public let id: Int
    public let forbund: String
    public let instrument: String
    public let version: String
    /// The one that the answers were collected for.
    public let period: Period
    /// The one that they are counted in: another where they have been carried over.
    public let countedIn: Period
    /// ISO 8601; nil in a register that ends with the process.
    public let importedAt: String?
    /// Who did it, as they called themselves.
    public let by: String?
    public let respondents: Int
    public let invited: Int?
    public let constructed: Bool
    public let files: [SourceFile]
    public let state: ImportState
    /// When the answers were deleted, ISO 8601; what is listed here is kept to explain what was published. Nil where they
    /// are there.
    public let erasedAt: String?

    public var erased: Bool { erasedAt != nil }
    public var isCarriedOver: Bool { countedIn != period }
}

/// What became of a measurement that was to be stored.
public enum StoreOutcome: Equatable, Sendable {
    case stored
    case replaced(StoredImport)
    /// The same answers were counted in their own period and now are in the later one.
    case moved(StoredImport)
    /// The very same files are there already. Nothing was changed.
    case unchanged(StoredImport)
}
