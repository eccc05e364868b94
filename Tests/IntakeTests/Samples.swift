import Intake
import Survey
import Tabular
import Testing
import Zip

/// A small instrument in two versions, as its file would be written.
let instrumentText = """
    id: prov
    namn: Provenkät
    respondentgrupp: Personal
    minsta grupp: 5
    versioner:
      - { id: "2020", gäller från: "2020" }
      - { id: "2021", gäller från: "2021" }
    skalor:
      grad:
        - { kod: 3, text: Helt och hållet, klass: klart positiv }
        - { kod: 2, text: Delvis, klass: varken eller }
        - { kod: 1, text: Inte alls, stavningar: [Aldrig], klass: negativ }
        - { kod: 9, text: Vet ej, inget svar: vet ej }
    bakgrund:
      - id: insats
        rubriker: [Verksamhet]
        värden: fria
      - id: kön
        värden:
          - { text: Kvinna, stavningar: [K] }
          - { text: Man, stavningar: [M] }
    frågor:
      - id: stod
        text: "Får du stöd?"
        skala: grad
        versioner:
          "2020": { nummer: 1 }
          "2021": { nummer: 1, jämförbar med: stod }
      - id: planering
        text: "Finns en ”plan”?"
        skala: grad
        versioner:
          "2021": { nummer: 2, ej jämförbar: ny 2021 }
    """

func sampleInstrument() throws -> Instrument {
    try instrument(from: Array(instrumentText.utf8), file: "prov.yaml")
}

/// Reads a CSV text as answers to the newest version of an instrument.
func read(
    _ text: String, name: String = "svar.csv", of instrument: Instrument? = nil,
    choices: ColumnChoices = ColumnChoices(),
    separator: Separator? = nil
) throws -> AnswerFile {
    let instrument = try instrument ?? sampleInstrument()
    let version = try #require(instrument.versions.last)
    return try answers(
        in: TableFile(MemoryBytes(Array(text.utf8))), name: name, to: version, of: instrument, separator: separator,
        choices: choices)
}

/// Choices as the command line takes them: heading and target.
func said(_ choices: (String, String)...) -> ColumnChoices {
    ColumnChoices(choices.map { .init(heading: $0.0, target: .named($0.1), match: .chosen) })
}
