import Register
import Survey

/// An import as programs read it.
struct ImportDescription: Encodable {
    let number: Int
    let forbund: String
    let period: String
    let countedIn: String
    let instrument: String
    let version: String
    let respondents: Int
    let invited: Int?
    let importedAt: String?
    let by: String?
    let state: String
    let replacedBy: Int?
    let undoneAt: String?
    let undoneBy: String?
    let erasedAt: String?
    let erased: Bool
    let files: [File]

    enum CodingKeys: String, CodingKey {
        case number = "inläsning"
        case forbund = "förbund"
        case period
        case countedIn = "räknas i"
        case instrument = "enkät"
        case version
        case respondents = "svar"
        case invited = "tillfrågade"
        case importedAt = "inläst"
        case by = "av"
        case state = "läge"
        case replacedBy = "ersatt av"
        case undoneAt = "tillbakatagen"
        case undoneBy = "tillbakatagen av"
        case erasedAt = "gallrad tid"
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
        number = stored.id
        forbund = stored.forbund
        period = stored.period.label
        countedIn = stored.countedIn.label
        instrument = stored.instrument
        version = stored.version
        respondents = stored.respondents
        invited = stored.invited
        importedAt = stored.importedAt
        by = stored.by
        switch stored.state {
        case .current: (state, replacedBy, undoneAt, undoneBy) = ("gäller", nil, nil, nil)
        case .replaced(let by): (state, replacedBy, undoneAt, undoneBy) = ("ersatt", by, nil, nil)
        case .undone(let at, let by): (state, replacedBy, undoneAt, undoneBy) = ("tillbakatagen", nil, at, by)
        }
        erasedAt = stored.erasedAt
        erased = stored.erased
        files = stored.files.map { file in
            File(
                name: file.name, sha256: file.sha256, size: file.size, rows: file.rows, emptyRows: file.emptyRows,
                leftOut: Dictionary(file.leftOut.map { ($0.heading, $0.reason) }) { first, _ in first })
        }
    }
}

/// All that the register knows of a period, as programs read it.
struct PeriodDescription: Encodable {
    let period: String
    let imports: [ImportDescription]
    let events: [Event]

    enum CodingKeys: String, CodingKey {
        case period
        case imports = "inläsningar"
        case events = "händelser"
    }

    struct Event: Encodable {
        let number: Int
        let kind: String
        let at: String?
        let by: String?
        let imports: [Int]
        let former: [Int]
        let periods: [String]
        let file: String?

        enum CodingKeys: String, CodingKey {
            case number = "nummer"
            case kind = "händelse"
            case at = "tid"
            case by = "av"
            case imports = "inläsningar"
            case former = "tidigare inläsningar"
            case periods = "perioder"
            case file = "fil"
        }
    }

    init(_ telling: PeriodTelling) {
        period = telling.period.label
        imports = telling.imports.map(ImportDescription.init)
        events = telling.events.map { event in
            Event(
                number: event.id, kind: event.kind.swedish, at: event.at, by: event.by, imports: event.imports,
                former: event.former, periods: event.periods.map(\.label), file: event.file)
        }
    }
}
