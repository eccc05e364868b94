public import Survey

/// Why the register would not do what was asked.
public enum RegisterError: Error, Equatable {
    /// There are other answers for the same questionnaire and period, and replacing them was not asked for.
    case alreadyImported(StoredImport)
    /// Answers from the same file are counted already, in another period.
    case alreadyCounted(StoredImport)
    /// One file's answers were to be stored in several periods at once, and are more than the file has rows.
    case countedTwice(instrument: String, file: String, periods: [Period])
    /// Answers are carried over to a later period, and this one is not.
    case notLater(from: Period, to: Period)
    /// Answers collected with one version cannot be counted with another: this question has no counterpart.
    case versionsDiffer(instrument: String, question: String, from: String, to: String)
    /// No import is left to take back.
    case nothingToUndo
    /// What would be taken back, or would hold again, has no answers any more.
    case answersErased(StoredImport)
    /// There is another national measurement of the period, and replacing it was not asked for.
    case nationalAlreadyImported(NationalMeasurement)
    /// The file was written by a later version of the program.
    case newerVersion(path: String)
    /// There is no such file.
    case missing(path: String)
    /// There is a file already, and replacing it was not asked for.
    case exists(path: String)
    case unusable(path: String, Trouble)
    /// What is stored does not fit together.
    case damaged(path: String, Damage)
}

/// What hinders the use of a register's file.
public enum Trouble: Equatable, Sendable {
    case noFolder, isFolder, notARegister, damaged, diskFull, mayNotWrite, inUse
    /// SQLite's extended result code.
    case other(code: Int)
}

/// What in a register does not fit together: the file can be read, but another program has changed it.
public enum Damage: Equatable, Sendable {
    case answers(question: String, Period)
    case group(variable: String, Period)
    case loop(variable: String, Period)
    case invited(Period)
    case period(String)
    case time(String)
    /// The questionnaire no longer has a question that there are answers to.
    case lostQuestion(String)
    /// Its scale no longer has a category that was chosen.
    case lostCategory(String, question: String)
    case event(Int)
    case publication(file: String)
    case nationalFigure(question: String)
}
