public import Survey
public import Tabular

/// A questionnaire's files and what is known of them, as asked for on the command line or in a `matning.yaml`.
public struct ImportRequest: Sendable {
    public let instrument: Instrument
    public let period: Period
    /// Path and the name under which the user knows the file.
    public let files: [(path: String, name: String)]
    public let invited: (source: InvitedSource, path: String?)?
    /// Between the columns of a CSV file; nil where it is to be found out.
    public let separator: Separator?
    /// The sheet of a workbook; nil for the first that looks like answers.
    public let sheet: String?
    /// What the user, or a saved mapping, says that columns are. Each heading must be in one of the files.
    public let choices: ColumnChoices
    public let constructed: Bool
    /// Told now and then of which file how much has been read.
    public let progress: (@Sendable (_ file: String, Progress) -> Void)?
    /// What asked for the import, for messages that are about no single file.
    public let place: Place

    public init(
        instrument: Instrument, period: Period, files: [(path: String, name: String)],
        invited: (source: InvitedSource, path: String?)? = nil, separator: Separator? = nil, sheet: String? = nil,
        choices: ColumnChoices = ColumnChoices(), constructed: Bool = false,
        progress: (@Sendable (_ file: String, Progress) -> Void)? = nil, place: Place
    ) {
        self.instrument = instrument
        self.period = period
        self.files = files
        self.invited = invited
        self.separator = separator
        self.sheet = sheet
        self.choices = choices
        self.constructed = constructed
        self.progress = progress
        self.place = place
    }
}

/// What came of an import request: the measurement, and each file as it was understood.
public struct Reading: Sendable {
    public let measurement: Measurement
    public let files: [AnswerFile]
    /// About those who were asked.
    public let remarks: [Remark]
}

/// Reads all files of a request. Nothing is stored.
///
/// - Throws: everything that is wrong with the files.
public func read(_ request: ImportRequest) throws(Refusal) -> Reading {
    let instrument = request.instrument
    guard let version = instrument.version(in: request.period) else {
        throw Refusal(
            request.place,
            .noVersion(
                instrument: instrument.id, period: request.period.label,
                first: instrument.versions.first?.from.label ?? ""))
    }
    let (files, read) = try answerFiles(of: request, version)
    let problems = twins(among: files)
    guard problems.isEmpty else { throw Refusal(problems, files: read) }
    let answers = Answers(joining: sameSpelling(files.map(\.answers), of: instrument))
    guard answers.respondents > 0 else { throw Refusal(request.place, .noAnswers) }
    let crowded = tooManyChoices(in: answers, of: instrument, place: request.place)
    guard crowded.isEmpty else { throw Refusal(crowded) }
    let invited = try invited(for: request, answers)
    return Reading(
        measurement: Measurement(
            instrument: instrument.id, version: version.id, period: request.period, answers: answers,
            invited: invited, files: files.map(\.source), constructed: request.constructed),
        files: files, remarks: silentGroups(answers, invited))
}

/// All files of the request, and each as it was understood.
private func answerFiles(
    of request: ImportRequest, _ version: Version
) throws(Refusal) -> (files: [AnswerFile], understood: [UnderstoodFile]) {
    let match = HeadingMatch(version, of: request.instrument)
    let chosen = try ChosenColumns(request.choices, match)
    var problems: [Problem] = []
    var further: [FurtherProblems] = []
    var outcomes: [FileReading.Outcome] = []
    for file in request.files {
        let progress = request.progress.map { tell in { (progress: Progress) in tell(file.name, progress) } }
        let reading = FileReading(
            name: file.name, match, chosen, separator: request.separator, sheet: request.sheet, progress: progress)
        do {
            let outcome = reading.read(try open(file.path, as: file.name))
            outcomes.append(outcome)
            problems += outcome.refusal?.problems ?? []
            further += outcome.refusal?.further ?? []
        } catch {
            problems += error.problems
        }
    }
    problems = unusedChoices(outcomes, of: request) + problems
    let understood = outcomes.compactMap(\.understood)
    guard problems.isEmpty else { throw Refusal(problems, further: further, files: understood) }
    return (outcomes.compactMap(\.file), understood)
}

/// Choices that none of the files has a column for.
private func unusedChoices(_ outcomes: [FileReading.Outcome], of request: ImportRequest) -> [Problem] {
    let told = outcomes.filter { $0.unused != nil }
    guard let first = told.first else { return [] }
    let unused = (first.unused ?? []).filter { choice in
        told.allSatisfy { $0.unused?.contains(choice) == true }
    }
    return first.problems(ofUnused: unused, in: request.files.map(\.name).joined(separator: ", "))
}

/// The groups that were asked and did not answer at all.
private func silentGroups(_ answers: Answers, _ invited: Invited?) -> [Remark] {
    (invited?.byGroup ?? [:]).flatMap { variable, numbers in
        let met = Set(answers.group(variable)?.values ?? [])
        return numbers.filter { $0.value > 0 && !met.contains($0.key) }.sorted { $0.key < $1.key }
            .map { Remark.nobodyAnswered(group: $0.key, invited: $0.value) }
    }
}

/// Open values that are spelled otherwise in another file are one, written as in the first.
private func sameSpelling(_ parts: [Answers], of instrument: Instrument) -> [Answers] {
    let open = instrument.background.filter { $0.values == nil }.map(\.id)
    var spellings = Spellings()
    return parts.map { part in
        var part = part
        part.groups = part.groups.map { open.contains($0.variable) ? spellings.respelled($0) : $0 }
        return part
    }
}

/// The variables whose values were given in more combinations than can be real.
private func tooManyChoices(in answers: Answers, of instrument: Instrument, place: Place) -> [Problem] {
    instrument.background.compactMap { variable in
        let found = answers.group(variable.id)?.choices?.count ?? 0
        guard found > GroupColumn.mostChoices else { return nil }
        return Problem(
            place, .tooManyChoices(variable: variable.name, found: found, most: GroupColumn.mostChoices))
    }
}

/// Files with the same content under two names: their answers would be counted twice.
private func twins(among files: [AnswerFile]) -> [Problem] {
    files.enumerated().compactMap { place, file in
        files[..<place].first { $0.source.sha256 == file.source.sha256 }
            .map { Problem(Place(file: file.name), .sameContent(as: $0.name)) }
    }
}

private func invited(for request: ImportRequest, _ answers: Answers) throws(Refusal) -> Invited? {
    guard let (source, path) = request.invited else { return nil }
    let result: Invited
    let place: Place
    switch source {
    case .number(let number):
        guard (0...Invited.most).contains(number) else { throw Refusal(request.place, .notANumber("\(number)")) }
        result = Invited(total: number)
        place = request.place
    case .file(let name):
        let path = path ?? name
        result = try Intake.invited(
            in: try open(path, as: path), name: path, of: request.instrument, answers: answers)
        place = Place(file: path)
    }
    let problems = overAnswered(answers, result, place: place)
    guard problems.isEmpty else { throw Refusal(problems) }
    return result
}
