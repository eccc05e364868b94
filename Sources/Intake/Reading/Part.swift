import Survey

/// The answers of one period in the files of a request.
struct Part {
    let period: Period
    let version: Version
    let answers: Answers
    /// Those that any of the answers are from.
    let files: [SourceFile]
    var invited: Invited?

    var count: PeriodCount { PeriodCount(period: period, count: answers.respondents) }

    /// All answers of files that are not placed by date.
    init(period: Period, version: Version, files: [AnswerFile], of instrument: Instrument) {
        self.period = period
        self.version = version
        answers = Answers(joining: sameSpelling(files.map(\.answers), of: instrument))
        self.files = files.map(\.source)
    }

    /// The answers that are dated in a period, and in the period that was asked for those without a date.
    init(period: Period, version: Version, files: [AnswerFile], of instrument: Instrument, asked: Period?) {
        self.period = period
        self.version = version
        var (parts, sources): ([Answers], [SourceFile]) = ([], [])
        for (file, answers) in zip(files, sameSpelling(files.map(\.answers), of: instrument)) {
            let kept = (0..<answers.respondents).map { UInt8(file.period($0, asked: asked) == period ? 1 : 0) }
            let part = answers.keeping(rows: kept)
            guard part.respondents > 0 else { continue }
            parts.append(part)
            sources.append(file.source(ofPart: part.respondents))
        }
        let listed = Set(instrument.background.filter { $0.values != nil }.map(\.id))
        var answers = Answers(joining: parts)
        answers.groups = answers.groups.map { $0.withoutUnused(isListed: listed.contains($0.variable)) }
        self.answers = answers
        self.files = sources
    }

    func measurement(of request: ImportRequest) -> Measurement {
        Measurement(
            instrument: request.instrument.id, version: version.id, period: period, answers: answers, invited: invited,
            files: files, constructed: request.constructed)
    }
}

extension AnswerFile {
    /// The period that a respondent's answers are placed in.
    func period(_ respondent: Int, asked: Period?) -> Period? {
        (periods.indices.contains(respondent) ? periods[respondent] : nil) ?? asked
    }

    /// Where so many of the file's answers came from: the date's column tells that the others are in other periods.
    func source(ofPart respondents: Int) -> SourceFile {
        if respondents == answers.respondents { return source }
        // Without numbers: they would tell how many answered in a period where that is protected.
        let more = "; filen har också svar som hör till andra perioder"
        return SourceFile(
            name: source.name, sha256: source.sha256, size: source.size, rows: source.rows,
            emptyRows: source.emptyRows,
            leftOut: source.leftOut.map { column in
                column.reason == Self.dateReason
                    ? LeftOutColumn(heading: column.heading, reason: column.reason + more) : column
            })
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
