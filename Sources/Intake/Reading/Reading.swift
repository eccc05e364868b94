public import Survey
public import Tabular

/// A questionnaire's files and what is known of them, as asked for on the command line or in a `matning.yaml`.
public struct ImportRequest: Sendable {
    public let instrument: Instrument
    /// Nil where the answers' dates tell it.
    public let period: Period?
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
        instrument: Instrument, period: Period?, files: [(path: String, name: String)],
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

    /// The same with the choices that another version has something for.
    func reading(to version: Version) -> ImportRequest {
        ImportRequest(
            instrument: instrument, period: period, files: files, invited: invited, separator: separator, sheet: sheet,
            choices: ColumnChoices(choices.choices.filter { $0.target.means(in: version, of: instrument) }),
            constructed: constructed, progress: progress, place: place)
    }
}

/// What came of an import request: the measurements, and each file as it was understood.
public struct Reading: Sendable {
    /// One for each period that the answers are placed in, oldest first; a single one where they are not placed by date.
    public let measurements: [Measurement]
    /// That of the period that was asked for; where none was, that of the latest.
    public let measurement: Measurement
    public let files: [AnswerFile]
    /// About the periods, and those who were asked.
    public let remarks: [Remark]
}

/// Reads all files of a request. Nothing is stored.
///
/// - Throws: everything that is wrong with the files.
public func read(_ request: ImportRequest) throws(Refusal) -> Reading {
    let placing = try placing(of: request)
    let version = try version(of: request)
    let (files, read) = try answerFiles(of: request, version, placing)
    let problems = twins(among: files)
    guard problems.isEmpty else { throw Refusal(problems, files: read) }
    guard files.contains(where: { $0.answers.respondents > 0 }) else { throw Refusal(request.place, .noAnswers) }
    var parts: [Part]
    if let placing {
        parts = try datedParts(of: files, placing, version, request)
    } else if let period = request.period {
        parts = [Part(period: period, version: version, files: files, of: request.instrument)]
    } else {
        throw Refusal(request.place, .periodMissing)
    }
    let crowded = parts.flatMap { tooManyChoices(in: $0.answers, of: request.instrument, place: request.place) }
    guard crowded.isEmpty else { throw Refusal(crowded) }
    let remarks = try addInvited(to: &parts, request)
    let measurements = parts.map { $0.measurement(of: request) }
    guard let latest = measurements.last else { throw Refusal(request.place, .noAnswers) }
    let isSplit = placing != nil && (measurements.count > 1 || request.period == nil)
    return Reading(
        measurements: measurements, measurement: measurements.first { $0.period == request.period } ?? latest,
        files: files, remarks: (isSplit ? [.placedByDate(parts.map(\.count))] : []) + remarks)
}

/// How answers are placed by date; nil where they are not.
private func placing(of request: ImportRequest) throws(Refusal) -> Placing? {
    guard let dating = request.instrument.dating else { return nil }
    if let asked = request.period, !dating.has(asked) {
        let nearest = Set([asked.first, asked.last].compactMap { dating.period(of: $0) }).sorted()
        throw Refusal(request.place, .periodNotOfDating(asked: asked, nearest: nearest))
    }
    return Placing(dating: dating, asked: request.period)
}

/// The version that the files are read to first: that of the period, or where the dates will tell it the newest.
private func version(of request: ImportRequest) throws(Refusal) -> Version {
    let instrument = request.instrument
    guard let period = request.period else {
        if instrument.dating != nil, let newest = instrument.versions.last { return newest }
        throw Refusal(request.place, .periodMissing)
    }
    guard let version = instrument.version(in: period) else {
        throw Refusal(
            request.place,
            .noVersion(
                instrument: instrument.id, period: period.words, first: instrument.versions.first?.from.words ?? ""))
    }
    return version
}

/// The answers of each period that occurs.
private func datedParts(
    of files: [AnswerFile], _ placing: Placing, _ version: Version, _ request: ImportRequest
) throws(Refusal) -> [Part] {
    let instrument = request.instrument
    var counts: [Period: Int] = [:]
    for file in files {
        for row in 0..<file.answers.respondents {
            guard let period = file.period(row, asked: placing.asked) else { continue }
            counts[period, default: 0] += 1
        }
    }
    let found = counts.sorted { $0.key < $1.key }.map { PeriodCount(period: $0.key, count: $0.value) }
    let early = found.filter { instrument.version(in: $0.period) == nil }
    guard early.isEmpty else {
        let first = instrument.versions.first?.from.words ?? ""
        throw Refusal(
            early.map {
                Problem(request.place, .datedBeforeFirstVersion(instrument: instrument.id, first: first, $0))
            })
    }
    if let asked = placing.asked, counts[asked] == nil {
        throw Refusal(request.place, .nothingInPeriod(asked: asked, found: found))
    }
    var parts: [Part] = []
    for other in instrument.versions {
        let periods = found.map(\.period).filter { instrument.version(in: $0)?.id == other.id }
        guard !periods.isEmpty else { continue }
        let files =
            other.id == version.id
            ? files : try answerFiles(of: request.reading(to: other), other, placing, isFirst: false).files
        parts += periods.map { period in
            Part(period: period, version: other, files: files, of: instrument, asked: placing.asked)
        }
    }
    return parts.filter { $0.answers.respondents > 0 }.sorted { $0.period < $1.period }
}

/// All files of the request, and each as it was understood.
private func answerFiles(
    of request: ImportRequest, _ version: Version, _ placing: Placing?, isFirst: Bool = true
) throws(Refusal) -> (files: [AnswerFile], understood: [UnderstoodFile]) {
    let match = HeadingMatch(version, of: request.instrument)
    let chosen = try ChosenColumns(request.choices, match)
    var problems: [Problem] = []
    var further: [FurtherProblems] = []
    var outcomes: [FileReading.Outcome] = []
    for file in request.files {
        let progress = request.progress.map { tell in { (progress: Progress) in tell(file.name, progress) } }
        var reading = FileReading(
            name: file.name, match, chosen, separator: request.separator, sheet: request.sheet, progress: progress)
        reading.placing = placing
        reading.isFirst = isFirst
        do {
            let outcome = reading.read(try open(file.path, as: file.name))
            outcomes.append(outcome)
            problems += outcome.refusal?.problems ?? []
            further += outcome.refusal?.further ?? []
        } catch {
            problems += error.problems
        }
    }
    // What only an older version has a column for has been told of already.
    if isFirst { problems = unusedChoices(outcomes, of: request) + problems }
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
private func silentGroups(_ answers: Answers, _ invited: Invited) -> [Remark] {
    invited.byGroup.sorted { $0.key < $1.key }.flatMap { variable, numbers in
        let column = answers.group(variable)
        let met = Set(zip(column?.values ?? [], column?.sizes ?? []).filter { $1 > 0 }.map(\.0))
        return numbers.filter { $0.value > 0 && !met.contains($0.key) }.sorted { $0.key < $1.key }
            .map { Remark.nobodyAnswered(group: $0.key, invited: $0.value) }
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

/// Adds how many were asked to the one part that it can be right for, and tells of groups that did not answer at all.
private func addInvited(to parts: inout [Part], _ request: ImportRequest) throws(Refusal) -> [Remark] {
    guard request.invited != nil else { return [] }
    let place =
        parts.firstIndex { $0.period == request.period } ?? (parts.count == 1 ? parts.startIndex : nil)
    guard let place else { throw Refusal(request.place, .invitedOfSeveralPeriods(parts.map(\.count))) }
    guard let (invited, remarks) = try invited(for: request, parts[place].answers) else { return [] }
    parts[place].invited = invited
    return remarks + silentGroups(parts[place].answers, invited)
}

private func invited(
    for request: ImportRequest, _ answers: Answers
) throws(Refusal) -> (Invited, [Remark])? {
    guard let (source, path) = request.invited else { return nil }
    var remarks: [Remark] = []
    let result: Invited
    let place: Place
    switch source {
    case .number(let number):
        guard (0...Invited.most).contains(number) else { throw Refusal(request.place, .notANumber("\(number)")) }
        result = Invited(total: number)
        place = request.place
    case .file(let name):
        let path = path ?? name
        (result, remarks) = try Intake.invited(
            in: try open(path, as: path), name: path, of: request.instrument, answers: answers)
        place = Place(file: path)
    }
    let problems = overAnswered(answers, result, place: place)
    guard problems.isEmpty else { throw Refusal(problems) }
    return (result, remarks)
}
