import Analysis
import Granskning

/// What came of looking through files, as programs read it.
struct ScrutinyDescription: Encodable {
    let counts: [String: Int]
    let files: [File]

    enum CodingKeys: String, CodingKey {
        case counts = "antal"
        case files = "filer"
    }

    struct File: Encodable {
        let name: String
        let findings: [FindingDescription]
        let groups: [GroupDescription]

        enum CodingKeys: String, CodingKey {
            case name = "fil"
            case findings = "fynd"
            case groups = "grupper"
        }
    }

    struct FindingDescription: Encodable {
        let grade: String
        let sheet: String?
        let row: Int
        let column: String
        let subject: String
        let stated: String
        let arithmetic: String
        let check: String

        enum CodingKeys: String, CodingKey {
            case grade = "grad"
            case sheet = "blad"
            case row = "rad"
            case column = "kolumn"
            case subject = "gäller"
            case stated = "står"
            case arithmetic = "räkning"
            case check = "kontrollera"
        }

        init(_ finding: Finding) {
            grade = finding.grade.swedish
            sheet = finding.place.sheet
            row = finding.place.row
            column = finding.place.letters
            subject = finding.subject
            stated = finding.stated
            arithmetic = finding.arithmetic
            check = finding.check
        }
    }

    struct GroupDescription: Encodable {
        let sheet: String?
        let name: String
        let year: Int?
        let rows: Int
        let possible: Int
        /// Runs of numbers, each by its first and last.
        let common: [[Int]]

        enum CodingKeys: String, CodingKey {
            case sheet = "blad"
            case name = "grupp"
            case year = "år"
            case rows = "rader"
            case possible = "möjliga"
            case common = "gemensamma antal"
        }

        init(_ group: RowGroup) {
            sheet = group.sheet
            name = group.name
            year = group.year
            rows = group.rows
            possible = group.possible
            common = group.common.runs.map { [$0.lowerBound, $0.upperBound] }
        }
    }

    /// - Parameter all: also what is possible.
    init(_ files: [ScrutinizedFile], all: Bool) {
        counts = Dictionary(
            Grade.allCases.map { grade in (grade.swedish, files.reduce(0) { $0 + $1.scrutiny.count(grade) }) }
        ) { first, _ in first }
        self.files = files.map { file in
            File(
                name: file.name,
                findings: file.scrutiny.findings.filter { all || $0.grade != .possible }.map(FindingDescription.init),
                groups: file.scrutiny.groups.map(GroupDescription.init))
        }
    }
}
