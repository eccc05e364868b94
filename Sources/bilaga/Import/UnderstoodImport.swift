import Intake
import Survey

/// The files of one questionnaire as far as they were understood, whether or not they were refused.
struct UnderstoodImport {
    let preparation: ImportPreparation
    let period: Period?
    let files: [UnderstoodFile]
    /// Nil where they were not.
    let refusal: Refusal?

    /// The mapping of a file as text.
    func mapping(of file: UnderstoodFile) -> String {
        MappingDraft(
            instrument: preparation.instrument.id, version: preparation.version.id, period: period,
            sheet: preparation.sheet, columns: file.columns, choices: preparation.choices,
            candidates: refusal?.candidates(in: file.name) ?? [:]
        )
        .text
    }
}
