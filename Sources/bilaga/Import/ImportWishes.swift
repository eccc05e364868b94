import Intake
import Survey
import Tabular

/// What was said of the files of one questionnaire, on the command line or in a `matning.yaml`.
struct ImportWishes {
    let files: [(path: String, name: String)]
    /// Nil where it is to be recognised.
    var instrument: Instrument?
    /// Nil where the answers' dates tell it.
    let period: Period?
    var separator: Separator?
    var sheet: String?
    /// A mapping that was asked for; nil where one for the layout is looked for.
    var mapping: (path: String, name: String)?
    var columns: [ColumnWish] = []
    /// What asked for the import, for messages that are about no single file.
    let place: Intake.Place
}

/// What a column was said to be.
enum ColumnWish {
    /// "rubrik=fråga", as it was written after `--kolumn`.
    case option(String)
    case said(ColumnChoices.Choice)

    /// Whether the file's headings tell how it is meant.
    var needsHeadings: Bool { if case .option = self { true } else { false } }
}
