import Analysis
import Intake
import Survey
import Tabular
import Zip

/// Reads the answers as an import does: by the questionnaire, with the file's SHA-256, everything checked.
private func measurement(in path: String) throws -> (Instrument, Measurement) {
    // The headings are what the questionnaire is made of, so they are looked at once before.
    let headings = try CSVReader(FileSource(path: path)).header
    let instrument = surveyInstrument(questions: Array(headings.dropFirst(surveyBackground)))
    let request = ImportRequest(
        instrument: instrument, period: surveyPeriod, files: [(path: path, name: path)], place: Place(file: path))
    return (instrument, try read(request).measurement)
}

func readAnswers(in path: String) throws {
    let answers = try measurement(in: path).1.answers
    print("\(answers.respondents) respondents, \(answers.questions.count) questions")
}

func readColumns(of path: String) throws {
    let reader = try CSVReader(FileSource(path: path))
    let columns = Array(reader.header.indices)
    let table = try reader.table(columns: columns)
    print("\(table.rowCount) rows, \(table.columns.reduce(0) { $0 + $1.values.count }) values")
}

/// Counts and exact shares per question, förbund and grupp, as CSV in alphabetical order.
func writeShares(of path: String, to result: String) throws {
    let (instrument, measured) = try measurement(in: path)
    let grouping = Grouping(by: ["förbund", "grupp"].compactMap(measured.answers.group))
    // By the bytes, as the programs that this is compared with sort.
    let order = grouping.names.indices.sorted { a, b in precedes(grouping.names[a], grouping.names[b]) }
    let measures: [(name: String, measure: Measure)] = [
        ("Negativt", .negative), ("Varken eller", .neither), ("Positivt", .positive),
        ("Klart positivt", .clearlyPositive),
    ]
    var text =
        (["fråga", "förbund", "grupp", "n"] + measures.map(\.name) + measures.map { $0.name + " %" })
        .joined(separator: ";") + "\n"
    let items = instrument.versions.flatMap(\.items).sorted { precedes([$0.question.text], [$1.question.text]) }
    for item in items {
        guard let column = measured.answers.question(item.question.id) else { continue }
        let counts = tally(column, on: item.question.scale, by: grouping)
        for group in order {
            let cells =
                [item.question.text] + grouping.names[group] + ["\(counts[group].base)"]
                + measures.map { "\(counts[group][$0.measure])" }
                + measures.map { counts[group].share($0.measure).map { "\($0.value)" } ?? "" }
            text += cells.joined(separator: ";") + "\n"
        }
    }
    var file = try AtomicFile(at: result)
    try file.write(text.utf8.span.bytes)
    try file.commit()
}

private func precedes(_ a: [String], _ b: [String]) -> Bool {
    a.lexicographicallyPrecedes(b) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
