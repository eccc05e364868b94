public import Survey
public import Tabular

/// Something that is no error but that the user should know.
public enum Remark: Equatable, Sendable {
    /// A background variable has no column, so its breakdown cannot be made.
    case backgroundMissing(file: String, name: String)
    /// Answers stood as numbers, not words: the direction of the scale should be checked once.
    case answeredInCodes(file: String, questions: Int, best: String)
    case emptyRows(file: String, count: Int)
    /// A group was asked and nobody in it answered: true, or its name is written otherwise.
    case nobodyAnswered(group: String, invited: Int)
    /// The file's name says another format than its content.
    case otherName(file: String, extension: String, format: FileFormat)
    /// The answers were read from a sheet that is hidden.
    case hiddenSheet(file: String, sheet: String)
    /// Other sheets look like answers as well.
    case sheetsAlike(file: String, sheet: String, others: [String])
    /// Answers have a number and a label, and the number is another answer's code in the instrument. The label was taken.
    case numberAgainstLabel(file: String, questions: Int, example: String)
    /// Cells whose value the file itself declares missing; they count as blank.
    case declaredMissing(file: String, cells: Int)
    /// Cells of a background variable without a list were divided into several values at semicolons or line breaks.
    case dividedCells(file: String, name: String, cells: Int)
    /// Answers were placed in periods by their date.
    case placedByDate([PeriodCount])
    /// Answers without a date that can be read count in the period that was asked for.
    case undatedCounted(file: String, count: Int, period: Period)
    /// There is no column with dates, so that all answers count in the period that was asked for.
    case noDateColumn(file: String, period: Period)
    /// A file of those who were asked says that others answered than the answers do; without a group in all.
    case registeredOtherwise(file: String, group: String?, registered: Int, answers: Int)
    /// Columns of a file of those who were asked that were not read.
    case invitedColumnsLeftOut(file: String, [LeftOutColumn])
    /// Answers that were never sent in. They count.
    case notFinished(file: String, count: Int)
    /// Answers about values that the respondent's own list of what is known lacks. They were left out.
    case blocksOutsideFilter(file: String, blocks: Int, plural: String)
    /// Values that respondents know and gave no answer about. They count as known.
    case blocksWithoutAnswer(file: String, blocks: Int, plural: String)
    /// Respondents who chose both that they know none and some that they know. They count as knowing.
    case noneAndSome(file: String, respondents: Int, none: String)
}
