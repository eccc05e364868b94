import Tabular

/// What follows the last point of a file's name, in small letters, where it is one that says a format.
func fileExtension(of name: String) -> String? {
    let file = name.split(separator: "/").last ?? ""
    guard let point = file.lastIndex(of: "."), point > file.startIndex else { return nil }
    let written = file[file.index(after: point)...].lowercased()
    return knownExtensions.contains(written) ? written : nil
}

private let knownExtensions: Set<String> = [
    "csv", "tsv", "tab", "txt", "xls", "xlsx", "xlsm", "xlsb", "ods", "fods", "odt", "sav", "zsav", "por", "dta", "pdf",
    "htm", "html", "xml", "json", "doc", "docx",
]

extension FileFormat {
    /// Whether files of the format are usually named so.
    func isUsual(_ extension: String) -> Bool {
        switch self {
        case .csv: ["csv", "tsv", "tab", "txt"].contains(`extension`)
        case .xlsx: ["xlsx", "xlsm"].contains(`extension`)
        case .ods: `extension` == "ods"
        case .sav, .zsav: ["sav", "zsav"].contains(`extension`)
        }
    }
}
