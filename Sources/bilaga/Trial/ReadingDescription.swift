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
    /// Told only of the column of the date by which answers are placed.
    let isDate: Bool?
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
        case isDate = "datum"
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
        var (sameAs, leftOut, isDate): (String?, String?, Bool?)
        switch column.meaning {
        case .question(let id, let place, _): (question, number) = (id, place)
        case .background(let id, _): background = id
        case .option(let id, _, let value): (background, option) = (id, value)
        case .looped(let id, let place, _, let member): (question, number, option) = (id, place, member)
        case .respondent: leftOut = UnderstoodColumn.respondentReason
        case .date: isDate = true
        case .sameAs(let other): sameAs = Place.letters(of: other)
        case .leftOut(let reason): leftOut = reason
        }
        (self.question, self.number, self.background) = (question, number, background)
        (self.option, self.sameAs, self.leftOut, self.isDate) = (option, sameAs, leftOut, isDate)
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
    /// Nil where the answers' dates were to tell it, and they were refused.
    let period: String?
    let respondents: Int?
    /// Answers about values of a loop; nil where the questionnaire has none.
    let blocks: Int?
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
        case blocks = "svar i slingan"
        case invited = "tillfrågade"
        case mappings = "mappningar"
        case files = "filer"
        case outcome = "utfall"
        case remarks = "anmärkningar"
    }

    /// What came of an attempt: one for each period that its answers were placed in.
    ///
    /// - Parameter outcomes: of each of its measurements, in order; empty where nothing was stored.
    static func all(_ attempt: ImportAttempt, outcomes: [StoreOutcome], showsValues: Bool) -> [ImportOutcomeDescription]
    {
        guard let preparation = attempt.preparation else { return [] }
        guard case .success(let reading) = attempt.result else {
            return [ImportOutcomeDescription(attempt, preparation, nil, outcome: nil, showsValues: showsValues)]
        }
        return reading.measurements.enumerated().map { place, measurement in
            ImportOutcomeDescription(
                attempt, preparation, measurement, outcome: outcomes.indices.contains(place) ? outcomes[place] : nil,
                showsValues: showsValues)
        }
    }

    private init(
        _ attempt: ImportAttempt, _ preparation: ImportPreparation, _ measurement: Measurement?, outcome: StoreOutcome?,
        showsValues: Bool
    ) {
        instrument = preparation.instrument.id
        isRecognised = preparation.recognised != nil
        period = (measurement?.period ?? attempt.period)?.label
        mappings = preparation.mappings.map(\.name)
        files = attempt.files.map { UnderstoodFileDescription($0, showsValues: showsValues) }
        switch attempt.result {
        case .success(let reading):
            respondents = measurement?.answers.respondents
            blocks = measurement?.answers.loop?.members.count
            invited = measurement?.invited?.total
            remarks = (reading.files.flatMap(\.remarks) + reading.remarks).map(\.description)
        case .failure: (respondents, blocks, invited, remarks) = (nil, nil, nil, [])
        }
        self.outcome = outcome.map { outcome in
            switch outcome {
            case .stored: "sparat"
            case .replaced: "ersatt"
            case .moved: "överfört"
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
