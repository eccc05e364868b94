/// What kind of file it is, by its content.
public enum FileFormat: Hashable, Sendable {
    case csv(Dialect)
    case xlsx
    case ods
    /// SPSS, `.sav`; `.zsav` where compressed with zlib.
    case sav
    case zsav
}
