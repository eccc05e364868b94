public import Tabular

extension FileFormat {
    /// "UTF-8 med semikolon mellan kolumnerna", "ett Excel-kalkylark (.xlsx)".
    public var swedish: String {
        switch self {
        case .csv(let dialect): dialect.swedish
        case .xlsx: "ett Excel-kalkylark (.xlsx)"
        case .ods: "ett OpenDocument-kalkylark (.ods)"
        case .sav: "en SPSS-fil (.sav)"
        case .zsav: "en SPSS-fil (.zsav)"
        }
    }

    /// The same without how the text is written.
    var kind: String { if case .csv = self { "en textfil (CSV)" } else { swedish } }

    /// What may be wrong where the columns are none that were expected.
    var whatToCheck: String {
        switch self {
        case .csv: "Kontrollera skiljetecknet (--skiljetecken komma, semikolon eller tabb) och teckenkodningen."
        case .xlsx, .ods: "Kontrollera att det är rätt blad (--blad)."
        case .sav, .zsav: "Kontrollera att det är rätt fil."
        }
    }
}

extension Dialect {
    /// "UTF-8 med semikolon mellan kolumnerna".
    public var swedish: String { "\(encoding.swedish) med \(separator.swedish) mellan kolumnerna" }
}

extension TextEncoding {
    var swedish: String {
        switch self {
        case .utf8, .utf8WithMark: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .windows1252: "Windows-1252"
        }
    }
}

extension Separator {
    public var swedish: String {
        switch self {
        case .semicolon: "semikolon"
        case .comma: "komma"
        case .tab: "tabb"
        }
    }
}
