/// Why an SPSS file cannot be read. Facts only, and never the text of a cell.
public enum SPSSFault: Hashable, Sendable {
    /// The file ends before this part of it does.
    case cutOff(SPSSPart)
    /// This part, at a byte of the file, is not what the format allows.
    case corrupt(SPSSPart, offset: Int)
    /// The file declares so many of this part where there is room for at most `room`.
    case doesNotFit(SPSSPart, declared: Int, room: Int)
    /// The file declares its texts to be in a code page that is not read, by this name or number.
    case unknownCodePage(String)
    /// The dictionary, which is all that stands before the cases, is longer than `limit` bytes.
    case dictionaryTooLong(limit: Int)
    /// The compressed cases come to more than `limit` bytes.
    case inflatesTooFar(declared: Int, limit: Int)
    /// libreadstat does not accept the dictionary, with its error code (`readstat_error_t`).
    case refused(code: Int)
}

/// A part of an SPSS file that has a size or a count of its own.
public enum SPSSPart: Hashable, Sendable, CaseIterable {
    case header
    case variables
    case variableLabels
    case valueLabels
    case documents
    /// A record of type 7, such as the long names.
    case extensions
    case cases
    /// The blocks of a `.zsav`, and the table of them at its end.
    case blocks
}
