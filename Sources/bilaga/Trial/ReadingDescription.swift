import Intake
import Register
import Survey
import Tabular

/// What an import took the columns of a file for, as programs read it.
struct UnderstoodDescription: Encodable {
    let letters: String
    let heading: String
    let question: String?
    let number: Int?
    let background: String?
    let option: String?
    let sameAs: String?
    let leftOut: String?
    let how: String?
    let isDoubtful: Bool
    let values: [Value]?

    enum CodingKeys: String, CodingKey {
        case letters = "kolumn"
        case heading = "rubrik"
        case question = "fråga"
        case number = "nummer"
        case background = "bakgrund"
        case option = "alternativ"
        case sameAs = "samma som"
        case leftOut = "utelämnas"
        case how = "hur"
        case isDoubtful = "tveksam"
        case values = "värden"
    }

    struct Value: Encodable {
        let text: String
        let meaning: String?
        let count: Int

        enum CodingKeys: String, CodingKey {
            case text
            case meaning = "betyder"
            case count = "antal"
        }
    }

    /// - Parameter showsValues: the texts of a column are shown in a trial alone.
    init(_ column: UnderstoodColumn, showsValues: Bool) {
        letters = Place.letters(of: column.column)
        heading = column.heading
        how = column.match?.swedish
        isDoubtful = column.match?.isDoubtful == true
        var (question, number, background, option): (String?, Int?, String?, String?)
        var (sameAs, leftOut): (String?, String?)
        switch column.meaning {
        case .question(let id, let place, _): (question, number) = (id, place)
        case .background(let id, _): background = id
        case .option(let id, _, let value): (background, option) = (id, value)
        case .sameAs(let other): sameAs = Place.letters(of: other)
        case .leftOut(let reason): leftOut = reason
        }
        (self.question, self.number, self.background) = (question, number, background)
        (self.option, self.sameAs, self.leftOut) = (option, sameAs, leftOut)
        let isTaken = sameAs == nil && leftOut == nil
        values =
            showsValues && isTaken
            ? column.values.map { Value(text: $0.text, meaning: $0.meaning, count: $0.count) } : nil
    }
}

/// A file as it was understood.
struct UnderstoodFileDescription: Encodable {
    let name: String
    let format: String
    let description: String
    let sheet: String?
    let headingRows: [Int]?
    let rows: Int
    let columns: [UnderstoodDescription]

    enum CodingKeys: String, CodingKey {
        case name = "namn"
        case format
        case description = "läst som"
        case sheet = "blad"
        case headingRows = "rubrikrader"
        case rows = "rader"
        case columns = "kolumner"
    }

    init(_ file: UnderstoodFile, showsValues: Bool) {
        name = file.name
        format = file.format.word
        description = file.format.swedish
        sheet = file.sheet
        headingRows = file.headingRows.map(Array.init)
        rows = file.rows
        columns = file.columns.map { UnderstoodDescription($0, showsValues: showsValues) }
    }
}

extension FileFormat {
    fileprivate var word: String {
        switch self {
        case .csv: "csv"
        case .xlsx: "xlsx"
        case .ods: "ods"
        case .sav: "sav"
        case .zsav: "zsav"
        }
    }
}

/// What came of the import of one questionnaire.
struct ImportOutcomeDescription: Encodable {
    let instrument: String
    /// Whether the questionnaire was recognised, and not named by the user.
    let isRecognised: Bool
    let period: String
    let respondents: Int?
    let invited: Int?
    let mappings: [String]
    let files: [UnderstoodFileDescription]
    /// Nil where nothing was stored.
    let outcome: String?
    let remarks: [String]

    enum CodingKeys: String, CodingKey {
        case instrument = "enkät"
        case isRecognised = "igenkänd"
        case period
        case respondents = "svar"
        case invited = "tillfrågade"
        case mappings = "mappningar"
        case files = "filer"
        case outcome = "utfall"
        case remarks = "anmärkningar"
    }

    init?(_ attempt: ImportAttempt, outcome: StoreOutcome?, showsValues: Bool) {
        guard let preparation = attempt.preparation else { return nil }
        instrument = preparation.instrument.id
        isRecognised = preparation.recognised != nil
        period = attempt.period.label
        mappings = preparation.mappings.map(\.name)
        files = attempt.files.map { UnderstoodFileDescription($0, showsValues: showsValues) }
        switch attempt.result {
        case .success(let reading):
            respondents = reading.measurement.answers.respondents
            invited = reading.measurement.invited?.total
            remarks = (reading.files.flatMap(\.remarks) + reading.remarks).map(\.description)
        case .failure: (respondents, invited, remarks) = (nil, nil, [])
        }
        self.outcome = outcome.map { outcome in
            switch outcome {
            case .stored: "sparat"
            case .replaced: "ersatt"
            case .unchanged: "oförändrat"
            }
        }
    }
}

/// What a command of imports did.
struct ImportsDescription: Encodable {
    let imports: [ImportOutcomeDescription]
    /// Mappings that were saved.
    let mappings: [String]
    let problems: [String]

    enum CodingKeys: String, CodingKey {
        case imports = "inläsningar"
        case mappings = "sparade mappningar"
        case problems = "fel"
    }
}
