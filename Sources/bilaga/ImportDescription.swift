import Register
import Survey

/// An import as programs read it.
struct ImportDescription: Encodable {
    let forbund: String
    let period: String
    let instrument: String
    let version: String
    let respondents: Int
    let invited: Int?
    let importedAt: String?
    let erased: Bool
    let files: [File]

    enum CodingKeys: String, CodingKey {
        case forbund = "förbund"
        case period
        case instrument = "enkät"
        case version
        case respondents = "svar"
        case invited = "tillfrågade"
        case importedAt = "inläst"
        case erased = "gallrad"
        case files = "filer"
    }

    struct File: Encodable {
        let name: String
        let sha256: String
        let size: Int
        let rows: Int
        let emptyRows: Int
        let leftOut: [String: String]

        enum CodingKeys: String, CodingKey {
            case name = "namn"
            case sha256
            case size = "byte"
            case rows = "rader"
            case emptyRows = "tommaSvar"
            case leftOut = "utelämnat"
        }
    }

    init(_ stored: StoredImport) {
        forbund = stored.forbund
        period = stored.period.label
        instrument = stored.instrument
        version = stored.version
        respondents = stored.respondents
        invited = stored.invited
        importedAt = stored.importedAt
        erased = stored.erased
        files = stored.files.map { file in
            File(
                name: file.name, sha256: file.sha256, size: file.size, rows: file.rows, emptyRows: file.emptyRows,
                leftOut: Dictionary(file.leftOut.map { ($0.heading, $0.reason) }) { first, _ in first })
        }
    }
}
