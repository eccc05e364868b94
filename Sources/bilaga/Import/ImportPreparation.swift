import Intake
import Survey
import Tabular

/// What is found out before the files are read: which questionnaire they are, and what is already known of their columns.
struct ImportPreparation {
    let instrument: Instrument
    /// That of the period; where the answers' dates tell the period, the newest.
    let version: Version
    /// Set where the questionnaire was not named but recognised.
    let recognised: QuestionnaireMatch?
    /// The saved mappings that hold for the files.
    let mappings: [MappingFile]
    let sheet: String?
    let choices: ColumnChoices
    /// Headings of the mapping that was asked for that none of the files has.
    let unmet: [String]
}

extension ImportPreparation {
    /// - Parameters:
    ///   - library: the questionnaires.
    ///   - saved: reads the saved mappings, where they are asked for.
    init(
        _ wishes: ImportWishes, among library: InstrumentLibrary, saved: () throws(Refusal) -> MappingFolder
    ) throws(Refusal) {
        let chosen = try chosenMapping(wishes)
        let folder = chosen == nil ? try saved() : MappingFolder()
        let needsLook =
            wishes.instrument == nil || chosen != nil || !folder.mappings.isEmpty
            || wishes.columns.contains { $0.needsHeadings }
        let looks = needsLook ? try look(at: wishes, mustSee: wishes.instrument == nil && chosen == nil) : []
        let mappings = if let chosen { [chosen] } else { try found(in: folder, for: looks, wishes) }

        let instrument: Instrument
        if let asked = wishes.instrument {
            (instrument, recognised) = (asked, nil)
        } else if let mapping = mappings.first {
            (instrument, recognised) = (try library.named(mapping.instrument, place: mapping.instrumentPlace), nil)
        } else {
            let match = try likeliest(for: looks, wishes, among: library)
            (instrument, recognised) = (try library.named(match.instrument, place: wishes.place), match)
        }
        let version = try versionAsked(of: instrument, wishes)
        let headings = looks.flatMap(\.sheets).flatMap(\.layouts).flatMap { $0 }
        let met = Set(headings.map { TextKey($0) })
        let said = try said(wishes.columns, of: version, instrument, headings)
        let mapped = mappings.flatMap(\.choices)
        let unmet = looks.isEmpty ? [] : mapped.map(\.heading).filter { !met.contains(TextKey($0)) }
        if let chosen, !unmet.isEmpty, unmet.count == mapped.count {
            throw Refusal(Place(file: chosen.name), .otherLayout)
        }
        self.instrument = instrument
        self.version = version
        self.mappings = mappings
        sheet = wishes.sheet ?? Set(mappings.map(\.sheet)).only ?? nil
        choices = ColumnChoices(said + mapped.filter { looks.isEmpty || met.contains(TextKey($0.heading)) })
        self.unmet = unmet
    }
}

private func versionAsked(of instrument: Instrument, _ wishes: ImportWishes) throws(Refusal) -> Version {
    guard let period = wishes.period else {
        guard instrument.dating != nil, let newest = instrument.versions.last else {
            throw Refusal(wishes.place, .periodMissing)
        }
        return newest
    }
    guard let version = instrument.version(in: period) else {
        throw Refusal(
            wishes.place,
            .noVersion(
                instrument: instrument.id, period: period.words, first: instrument.versions.first?.from.words ?? ""))
    }
    return version
}

/// The mapping that was asked for.
private func chosenMapping(_ wishes: ImportWishes) throws(Refusal) -> MappingFile? {
    guard let (path, name) = wishes.mapping else { return nil }
    let mapping = try MappingFile(path: path, name: name)
    if let asked = wishes.instrument, mapping.instrument != asked.id {
        throw Refusal(mapping.instrumentPlace, .otherInstrument(found: mapping.instrument, asked: asked.id))
    }
    return mapping
}

/// The first rows of the files. A pipe cannot be read twice, and is not looked at.
///
/// - Parameter mustSee: whether a file that cannot be looked at is an error here. Else it becomes one when it is read,
///   together with all others.
private func look(at wishes: ImportWishes, mustSee: Bool) throws(Refusal) -> [FilePreview] {
    var looks: [FilePreview] = []
    var problems: [Problem] = []
    for file in wishes.files {
        do {
            if isPipe(file.path) {
                problems.append(Problem(Place(file: file.name), .cannotLookFirst))
            } else {
                looks.append(try preview(of: file, separator: wishes.separator, sheet: wishes.sheet))
            }
        } catch {
            problems += error.problems
        }
    }
    if mustSee, !problems.isEmpty { throw Refusal(problems) }
    return looks
}

/// The saved mapping of each file, if there is one.
private func found(
    in folder: MappingFolder, for looks: [FilePreview], _ wishes: ImportWishes
) throws(Refusal) -> [MappingFile] {
    var mappings: [MappingFile] = []
    var questionnaires: [FileQuestionnaire] = []
    for look in looks {
        let layouts = look.sheets.flatMap { sheet in
            sheet.layouts.map { SheetHeadings(sheet: sheet.sheet?.name, headings: $0) }
        }
        guard
            let mapping = try folder.mapping(for: layouts, sheet: wishes.sheet, instrument: wishes.instrument?.id)
        else { continue }
        questionnaires.append(FileQuestionnaire(file: look.name, instrument: mapping.instrument))
        if !mappings.contains(mapping) { mappings.append(mapping) }
    }
    guard Set(mappings.map(\.instrument)).count <= 1 else {
        throw Refusal(wishes.place, .filesOfSeveral(questionnaires))
    }
    return mappings
}

/// The questionnaire that the files are most likely the answers of.
private func likeliest(
    for looks: [FilePreview], _ wishes: ImportWishes, among library: InstrumentLibrary
) throws(Refusal) -> QuestionnaireMatch {
    var met: [(file: String, match: QuestionnaireMatch)] = []
    var problems: [Problem] = []
    for look in looks {
        let matches = library.instruments.compactMap { instrument -> QuestionnaireMatch? in
            guard let version = wishes.period.map(instrument.version) ?? instrument.versions.last else { return nil }
            let (certain, doubtful) = look.recognised(version, of: instrument)
            return QuestionnaireMatch(
                instrument: instrument.id, certain: certain, doubtful: doubtful, questions: version.items.count)
        }
        switch LikeliestQuestionnaire(matches) {
        case .one(let match): met.append((look.name, match))
        case .tie(let alike): problems.append(Problem(Place(file: look.name), .questionnairesAlike(alike)))
        case .none(let best):
            problems.append(look.unlike(best: best, all: library.instruments.map(\.id)))
        }
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    guard let first = met.first, met.allSatisfy({ $0.match.instrument == first.match.instrument }) else {
        throw Refusal(
            wishes.place,
            .filesOfSeveral(met.map { FileQuestionnaire(file: $0.file, instrument: $0.match.instrument) }))
    }
    return met.map(\.match).min { $0.recognised < $1.recognised } ?? first.match
}

/// What the user said that columns are.
private func said(
    _ wishes: [ColumnWish], of version: Version, _ instrument: Instrument, _ headings: [String]
) throws(Refusal) -> [ColumnChoices.Choice] {
    var choices: [ColumnChoices.Choice] = []
    var problems: [Problem] = []
    for wish in wishes {
        switch wish {
        case .said(let choice): choices.append(choice)
        case .option(let text):
            let option = ColumnOption(
                text, isKnown: { $0.means(in: version, of: instrument) }, headings: headings)
            if let option {
                choices.append(
                    ColumnChoices.Choice(heading: option.heading, target: option.target, match: .chosen))
            } else {
                problems.append(Problem(Place(file: "--kolumn"), .notAColumnChoice(text)))
            }
        }
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    return choices
}

extension Set {
    /// The element of a set that has but one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
