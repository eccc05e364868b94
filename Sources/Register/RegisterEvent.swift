public import Survey

/// What kind of thing was done to a register.
public enum EventKind: String, CaseIterable, Sendable {
    /// Answers were taken in where there were none.
    case imported = "import"
    /// Answers took the place of others.
    case replaced = "replace"
    /// Answers are counted in a later period than the one they were collected for.
    case carriedOver = "carry"
    /// The latest import was taken back.
    case undone = "undo"
    /// Answers were deleted.
    case erased = "erase"
    /// A workbook gave out figures.
    case published = "publish"
    /// The register was brought back from a copy.
    case restored = "restore"
}

/// Something that was done to a register, and by whom.
public struct RegisterEvent: Equatable, Sendable {
    /// In the order in which things were done.
    public let id: Int
    public let kind: EventKind
    /// ISO 8601; nil in a register that ends with the process.
    public let at: String?
    /// Who did it, as they called themselves.
    public let by: String?
    /// The ids of the imports that it made, took back or deleted the answers of.
    public let imports: [Int]
    /// The ids of those that stood there before, or that hold again.
    public let former: [Int]
    /// The periods that those imports were collected for or are counted in, or that a workbook is about; oldest first. Empty
    /// where the whole register is concerned.
    public let periods: [Period]
    /// The name of the workbook or of the copy.
    public let file: String?
}

/// What came of taking back an import.
public struct Undone: Equatable, Sendable {
    /// What does not hold any more.
    public let taken: [StoredImport]
    /// What it had replaced, and holds again.
    public let restored: [StoredImport]
}
