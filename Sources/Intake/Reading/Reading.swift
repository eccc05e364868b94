public import Survey
public import Tabular

/// A questionnaire's files and what is known of them, as asked for on the command line or in a `matning.yaml`.
public struct ImportRequest: Sendable {
    public let instrument: Instrument
    public let period: Period
    /// Path and the name under which the user knows the file.
    public let files: [(path: String, name: String)]
    public let invited: (source: InvitedSource, path: String?)?
    public let separator: Separator?
    public let constructed: Bool
    /// What asked for the import, for messages that are about no single file.
    public let place: Place

    public init(
        instrument: Instrument, period: Period, files: [(path: String, name: String)],
        invited: (source: InvitedSource, path: String?)? = nil, separator: Separator? = nil,
        constructed: Bool = false, place: Place
    ) {
        self.instrument = instrument
        self.period = period
        self.files = files
        self.invited = invited
        self.separator = separator
        self.constructed = constructed
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
    var problems: [Problem] = []
    var further: [FurtherProblems] = []
    var files: [AnswerFile] = []
    for file in request.files {
        do {
            files.append(
                try answers(
                    in: open(file.path, as: file.name), name: file.name, to: version, of: instrument,
                    separator: request.separator))
        } catch {
            problems += error.problems
            further += error.further
        }
    }
    problems += twins(among: files)
    guard problems.isEmpty else { throw Refusal(problems, further: further) }
    let answers = Answers(joining: sameSpelling(files.map(\.answers), of: instrument))
    guard answers.respondents > 0 else { throw Refusal(request.place, .noAnswers) }
    let invited = try invited(for: request, answers)
    return Reading(
        measurement: Measurement(
            instrument: instrument.id, version: version.id, period: request.period, answers: answers,
            invited: invited, files: files.map(\.source), constructed: request.constructed),
        files: files, remarks: silentGroups(answers, invited))
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
            in: open(path, as: path), name: path, of: request.instrument, answers: answers)
        place = Place(file: path)
    }
    let problems = overAnswered(answers, result, place: place)
    guard problems.isEmpty else { throw Refusal(problems) }
    return result
}
