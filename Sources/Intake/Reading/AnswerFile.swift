public import Survey
public import Tabular

/// A file of answers as it was understood: what goes to the register, and what the user is told.
public struct AnswerFile: Sendable {
    /// As the user named it, its folder included.
    public let name: String
    public let source: SourceFile
    public let dialect: Dialect
    /// Every heading of the file with what it was taken for, in order.
    public let columns: [UnderstoodColumn]
    public let answers: Answers
    public let remarks: [Remark]
}

/// What a column of a file was taken for.
public struct UnderstoodColumn: Equatable, Sendable {
    public let heading: String
    public let meaning: Meaning

    public enum Meaning: Equatable, Sendable {
        case question(number: Int)
        case background(name: String)
        case leftOut(reason: String)
    }
}

/// Something that is no error but that the user should know.
public enum Remark: Equatable, Sendable {
    /// A background variable has no column, so its breakdown cannot be made.
    case backgroundMissing(file: String, name: String)
    /// Answers stood as numbers, not words: the direction of the scale should be checked once.
    case answeredInCodes(file: String, questions: Int, best: String)
    case emptyRows(file: String, count: Int)
    /// A group was asked and nobody in it answered: true, or its name is written otherwise.
    case nobodyAnswered(group: String, invited: Int)
}

/// Reads a file of answers to a version of a questionnaire.
///
/// - Parameters:
///   - source: the file's bytes; they are read once, to the end.
///   - name: the file as the user named it.
///   - version: the questions that were asked.
///   - instrument: the questionnaire it is a version of.
///   - separator: nil where it is to be found out.
/// - Throws: everything that is wrong with the file.
public func answers<Source: ByteSource & ~Copyable>(
    in source: consuming Source, name: String, to version: Version, of instrument: Instrument,
    separator: Separator? = nil
) throws(Refusal) -> AnswerFile {
    let digest = FileDigest()
    do {
        let reader = try CSVReader(DigestingSource(source, digest: digest), separator: separator)
        let layout = try Layout(reader.header, dialect: reader.dialect, file: name, version: version, of: instrument)
        let table = try reader.table(columns: layout.chosen)
        return try AnswerColumns(layout: layout, instrument: instrument, version: version)
            .read(table, digest: digest)
    } catch let error as TableError {
        throw Refusal(Place(file: name), .unreadable(error))
    } catch let refusal as Refusal {
        throw refusal
    } catch {
        // Nothing else is thrown above; the compiler cannot see it through two kinds of error.
        throw Refusal(Place(file: name), .missing)
    }
}
