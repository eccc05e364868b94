import GRDB
import Survey

extension Loading {
    /// One questionnaire's answers that are counted in a period: the ordinary ones and those that have been carried over.
    ///
    /// - Parameter parts: at least one; the ordinary import first, where there is one.
    func measurement(_ parts: [StoredImport], of instrument: Instrument, in period: Period) throws -> Measurement? {
        guard let first = parts.first else { return nil }
        let ordinary = first.isCarriedOver ? nil : first
        if let ordinary, parts.count == 1 { return try measurement(ordinary, of: instrument) }
        let version = ordinary?.version ?? instrument.version(in: period)?.id ?? first.version
        let measurements = try parts.map { part in
            try measurement(part, of: instrument).asked(as: version, of: instrument)
        }
        let answers = Answers(joining: measurements.map(\.answers))
        return Measurement(
            instrument: instrument.id, version: version, period: period, answers: answers,
            invited: Invited(adding: measurements, answers: answers), files: measurements.flatMap(\.files),
            constructed: measurements.contains(where: \.constructed),
            importedAt: measurements.compactMap(\.importedAt).max(),
            carriedOver: parts.filter(\.isCarriedOver).map {
                CarriedOver(from: $0.period, respondents: $0.respondents)
            })
    }
}

extension Measurement {
    /// The same answers as answers to another version's questions.
    ///
    /// - Throws: `versionsDiffer` where a question that somebody answered has no counterpart.
    fileprivate func asked(as other: String, of instrument: Instrument) throws(RegisterError) -> Measurement {
        if version == other { return self }
        let counterparts: [String: Item]
        let scales: [String: Scale]
        if let earlier = instrument.version(version), let later = instrument.version(other) {
            counterparts = instrument.counterparts(of: earlier, in: later)
            scales = Dictionary(earlier.items.map { ($0.question.id, $0.question.scale) }) { first, _ in first }
        } else {
            (counterparts, scales) = ([:], [:])
        }
        func asked(_ columns: [QuestionColumn]) throws(RegisterError) -> [QuestionColumn] {
            var asked: [QuestionColumn] = []
            for column in columns where column.codes.contains(where: { $0 != 0 }) {
                guard let item = counterparts[column.question], let scale = scales[column.question],
                    case .success(let codes) = item.question.scale
                        .recoded(column.codes, from: scale.categories.map(\.label))
                else {
                    throw .versionsDiffer(
                        instrument: self.instrument, question: column.question, from: version, to: other)
                }
                asked.append(QuestionColumn(question: item.question.id, codes: codes))
            }
            return asked
        }
        var answers = answers
        answers.questions = try asked(answers.questions)
        if let questions = answers.loop?.questions { answers.loop?.questions = try asked(questions) }
        return Measurement(
            instrument: self.instrument, version: other, period: period, answers: answers, invited: invited,
            files: files, constructed: constructed, importedAt: importedAt)
    }
}

extension Instrument {
    /// For each question of one version the item of another that asks the same: declared comparable, or the very same.
    fileprivate func counterparts(of earlier: Version, in later: Version) -> [String: Item] {
        var found: [String: Item] = [:]
        for item in later.items {
            if case .comparable(let former) = lineage(of: item, in: later, backTo: earlier) {
                found[former.question.id] = item
            } else if earlier.item(item.question.id)?.question == item.question {
                found[item.question.id] = item
            }
        }
        return found
    }
}

extension Invited {
    /// All that were asked by several measurements; nil where it is not known of one that has answers, or where more would
    /// have answered than were asked.
    fileprivate init?(adding parts: [Measurement], answers: Answers) {
        var (total, byGroup): (Int, [String: [String: Int]]) = (0, [:])
        let parts = parts.filter { $0.invited != nil || $0.answers.respondents > 0 }
        for part in parts {
            guard let invited = part.invited else { return nil }
            total += invited.total
            for (variable, numbers) in invited.byGroup {
                byGroup[variable, default: [:]].merge(numbers) { $0 + $1 }
            }
        }
        guard !parts.isEmpty, answers.respondents <= total, total <= Self.most else { return nil }
        // A division is known where it is known of all.
        byGroup = byGroup.filter { variable, numbers in
            guard parts.allSatisfy({ $0.invited?.byGroup[variable] != nil }) else { return false }
            guard let column = answers.group(variable) else { return true }
            return zip(column.values, column.sizes).allSatisfy { value, size in
                numbers[value].map { size <= $0 } ?? true
            }
        }
        self.init(total: total, byGroup: byGroup)
    }
}
