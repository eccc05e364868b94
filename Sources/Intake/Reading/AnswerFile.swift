public import Survey
public import Tabular

/// A file of answers as it was understood: what goes to the register, and what the user is told.
public struct AnswerFile: Sendable {
    /// As the user named it, its folder included.
    public let name: String
    public let source: SourceFile
    public let understood: UnderstoodFile
    public let answers: Answers
    public let remarks: [Remark]
    /// Of each respondent the period by date, nil where there is none; empty where answers are not placed so.
    var periods: [Period?] = []

    /// Why a column of dates is not kept.
    static let dateReason = "avgör perioden och sparas aldrig"

    public var format: FileFormat { understood.format }
    public var sheet: String? { understood.sheet }
    /// Every column with what it was taken for, in order.
    public var columns: [UnderstoodColumn] { understood.columns }
}

/// Reads a file of answers to a version of a questionnaire.
///
/// - Parameters:
///   - file: it is gone through once, or twice where no sheet of a workbook looks like answers at once.
///   - name: the file as the user named it.
///   - version: the questions that were asked.
///   - instrument: the questionnaire it is a version of.
///   - separator: nil where it is to be found out.
///   - sheet: the name of the sheet to read; nil for the first that looks like answers.
///   - choices: what the user says that columns are.
///   - progress: told now and then how far the reading has come.
/// - Throws: everything that is wrong with the file.
public func answers(
    in file: TableFile, name: String, to version: Version, of instrument: Instrument, separator: Separator? = nil,
    sheet: String? = nil, choices: ColumnChoices = ColumnChoices(), progress: ((Progress) -> Void)? = nil
) throws(Refusal) -> AnswerFile {
    let match = HeadingMatch(version, of: instrument)
    let chosen = try ChosenColumns(choices, match)
    let reading = FileReading(name: name, match, chosen, separator: separator, sheet: sheet, progress: progress)
    let outcome = reading.read(file)
    let problems = outcome.problems(ofUnused: outcome.unused ?? [], in: name) + (outcome.refusal?.problems ?? [])
    if let answers = outcome.file, problems.isEmpty { return answers }
    throw Refusal(problems, further: outcome.refusal?.further ?? [], files: outcome.understood.map { [$0] } ?? [])
}
