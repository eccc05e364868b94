import Intake
import Register
import Survey
import Tabular

/// What an import tells: as text on the way, or as JSON when it is done.
struct ImportTelling {
    let form: OutputForm
    let isTrial: Bool
    let common: CommonOptions
    /// Set where answers are counted in a later period than the one they were collected for.
    let carriedTo: Period?

    init(command: ImportCommand) {
        form = command.som
        isTrial = command.prova
        common = command.common
        carriedTo = command.overTill
    }

    private var countedElsewhere: String { carriedTo.map { ", och räknas i \($0.label)" } ?? "" }

    /// Which questionnaire the files were recognised as, and which mappings hold.
    func prepared(_ attempts: [ImportAttempt]) {
        for preparation in attempts.compactMap(\.preparation) {
            if let match = preparation.recognised {
                tell("Enkät: \(match.instrument) (\(match.swedish)). Ange --enkat om det är fel.")
            }
            for mapping in preparation.mappings { tell("Mappning: \(mapping.name)") }
            if !preparation.unmet.isEmpty {
                let some = preparation.unmet.prefix(5).map { "”\($0)”" }
                let more = preparation.unmet.count > some.count ? " med flera" : ""
                common.warn("mappningen har rubriker som inte finns i filen: \(listed(some))\(more).")
            }
        }
    }

    func read(_ attempts: [ImportAttempt], _ readings: [Reading]) {
        for reading in readings {
            for file in reading.files {
                if isTrial { show(file.understood) } else { summarise(file) }
                for remark in file.remarks { common.warn("\(remark)") }
            }
            for remark in reading.remarks { common.warn("\(remark)") }
            for measurement in reading.measurements {
                let invited = measurement.invited.map { "\($0.total) tillfrågade" } ?? "antal tillfrågade okänt"
                tell("\(measurement.title): \(measurement.answers.respondents) svar, \(invited).")
                if let text = loop(of: measurement, attempts) { tell(text) }
            }
        }
    }

    /// "188 av 248 svarande känner till insatser och har 412 svar om dem."
    private func loop(of measurement: Measurement, _ attempts: [ImportAttempt]) -> String? {
        guard let answers = measurement.answers.loop else { return nil }
        let instruments = attempts.compactMap { $0.preparation?.instrument }
        let plural = instruments.first { $0.id == measurement.instrument }?.loop?.plural ?? answers.variable
        return
            "  \(Set(answers.respondents).count) av \(measurement.answers.respondents) svarande känner till \(plural), "
            + "och de har \(answers.members.count) svar om dem."
    }

    /// A trial of files that an import would refuse.
    func refused(_ attempts: [ImportAttempt], _ refusal: Refusal, saved: MappingSaving?) throws {
        for attempt in attempts {
            for file in attempt.files { show(file, candidates: refusal.candidates(in: file.name)) }
        }
        tell(saved)
        if form == .json {
            let described = attempts.flatMap { ImportOutcomeDescription.all($0, outcomes: [], showsValues: true) }
            try print(
                json(
                    ImportsDescription(
                        imports: described, mappings: saved?.paths ?? [], problems: refusal.problems.map(\.description))
                ),
                to: .output)
        }
    }

    /// What ends a trial of files that an import would refuse. The table has told what is in doubt.
    func failure(_ refusal: Refusal, saved: MappingSaving?) -> Failure {
        let nothing = saved == nil ? "Inget har sparats." : "Inga svar har sparats."
        let (rest, doubts) = refusal.withoutDoubts
        guard form == .text, !common.tyst, doubts > 0 else { return Failure(refused: refusal, nothingSaved: nothing) }
        let doubt =
            "\(counted(doubts, "tveksam kolumn", "tveksamma kolumner")) måste bekräftas innan svaren kan läsas in, med "
            + "--kolumn eller i en mappning."
        if rest.problems.isEmpty { return Failure("\(doubt)\n\(nothing)", .badData) }
        return Failure(refused: rest, before: doubt, nothingSaved: nothing)
    }

    func done(
        _ attempts: [ImportAttempt], _ readings: [Reading], _ outcomes: [StoreOutcome], saved: MappingSaving?
    ) throws {
        for (measurement, outcome) in zip(readings.flatMap(\.measurements), outcomes) {
            let what = measurement.title
            switch outcome {
            case .stored: if !isTrial { tell("\(what): sparat\(countedElsewhere).") }
            case .replaced(let old):
                tell(
                    "\(what): \(isTrial ? "skulle sparas" : "sparat")\(countedElsewhere) i stället för \(old.summary).")
            case .moved(let old):
                tell(
                    "\(what): \(old.summary) \(isTrial ? "skulle räknas" : "räknas") i \(carriedTo?.label ?? "") och inte "
                        + "längre i \(old.countedIn.label).")
            case .unchanged: tell("\(what): samma filer är redan inlästa. Inget har ändrats.")
            }
        }
        tell(saved)
        if isTrial {
            tell(
                saved == nil
                    ? "Inget har sparats: --prova gör allt utom att spara."
                    : "Inga svar har sparats: --prova gör allt utom att spara dem.")
        }
        if form == .json {
            var rest = outcomes[...]
            let described = zip(attempts, readings).flatMap { attempt, reading in
                let own = Array(rest.prefix(reading.measurements.count))
                rest = rest.dropFirst(own.count)
                return ImportOutcomeDescription.all(attempt, outcomes: isTrial ? [] : own, showsValues: isTrial)
            }
            try print(
                json(ImportsDescription(imports: described, mappings: saved?.paths ?? [], problems: [])), to: .output)
        }
    }

    private func tell(_ text: String) {
        if form == .text { common.tell(text) }
    }

    private func tell(_ saved: MappingSaving?) {
        guard let saved else { return }
        for path in saved.paths { tell("Mappningen är sparad: \(path)") }
        if saved.doubtful > 0 {
            tell(
                "\(counted(saved.doubtful, "tveksam kolumn står", "tveksamma kolumner står")) som kommentarer i den: "
                    + "bekräfta eller rätta dem där.")
        }
    }

    /// A file in a line, and what is left out of it.
    private func summarise(_ file: AnswerFile) {
        let questions = Set(
            file.columns.compactMap { column -> String? in
                switch column.meaning {
                case .question(let id, _, _), .looped(let id, _, _, _): id
                default: nil
                }
            })
        var background: [String] = []
        for column in file.columns {
            switch column.meaning {
            case .background(_, let name), .option(_, let name, _):
                if !background.contains(name) { background.append(name) }
            case .question, .looped, .respondent, .date, .sameAs, .leftOut: continue
            }
        }
        let sheet = file.sheet.map { ", bladet ”\($0)”" } ?? ""
        tell(
            "\(file.source.name): \(file.format.swedish)\(sheet), \(file.answers.respondents) svar på "
                + "\(counted(questions.count, "fråga", "frågor")), bakgrund: \(listed(background)).")
        for column in file.source.leftOut { tell("  utelämnat: ”\(column.heading)” \(column.reason)") }
    }

    /// A file as it was understood, column by column.
    private func show(_ file: UnderstoodFile, candidates: [Int: [ProbableMeaning]] = [:]) {
        tell("")
        tell(title(of: file))
        tell("")
        let width = Terminal(.output)?.width ?? TrialTable.widest
        for line in TrialTable(file.columns, candidates: candidates, width: width).lines { tell(line) }
        tell("")
    }

    private func title(of file: UnderstoodFile) -> String {
        var text = "\(file.name): \(file.format.swedish)"
        if let sheet = file.sheet { text += ", bladet ”\(sheet)”" }
        if !file.otherSheets.isEmpty {
            text += " (inte \(listed(file.otherSheets.map { "”\($0)”" })): ange --blad om det är fel)"
        }
        if let rows = file.headingRows {
            text +=
                rows.count == 1
                ? ", rubriker på rad \(rows.lowerBound)" : ", rubriker på rad \(rows.lowerBound)–\(rows.upperBound)"
        }
        return text + ", \(counted(file.rows, "rad", "rader"))."
    }
}

extension Measurement {
    /// "personal 2021".
    fileprivate var title: String { "\(instrument) \(period.words)" }
}
