import Survey

/// The rows of the sheet Data, put together to groups and questions as they are met.
struct PublishedFigures {
    private let file: String
    private let sheet: String?
    private(set) var forbund: String?
    private var problems: [Problem] = []
    private var periods: [PeriodFigures] = []
    private var placeOfPeriod: [PeriodKey: Int] = [:]

    init(file: String, sheet: String?) {
        self.file = file
        self.sheet = sheet
    }

    fileprivate struct PeriodKey: Hashable {
        let instrument: String
        let period: Period
    }

    fileprivate struct PeriodFigures {
        let key: PeriodKey
        var groups: [GroupFigures] = []
        var placeOfGroup: [GroupKey: Int] = [:]
    }

    fileprivate struct GroupKey: Hashable {
        let variable: String?
        let name: String
    }

    fileprivate struct GroupFigures {
        let key: GroupKey
        /// By measure; nil where it was protected or not known.
        var whole: [String: Int?] = [:]
        var questions: [QuestionFigures] = []
        var placeOfQuestion: [String: Int] = [:]
    }

    fileprivate struct QuestionFigures {
        let id: String
        let sheetRow: Int
        var counts: [String: Int?] = [:]
        var base: Int?
    }

    /// As the sheet names them.
    fileprivate enum Measure {
        static let answers = "svar"
        static let invited = "tillfrågade"
        static let negative = "negativt"
        static let neither = "varken eller"
        static let positive = "positivt"
        static let clearlyPositive = "klart positivt"
        static let ofQuestion: Set = [negative, neither, positive, clearlyPositive]
        static let ofWhole: Set = [answers, invited]
    }

    private static let mostProblems = 20

    /// A row of another measure is left out.
    mutating func add(_ row: PublishedRow) {
        guard problems.count < Self.mostProblems else { return }
        let isWhole = row.question.isEmpty && Measure.ofWhole.contains(row.measure)
        guard isWhole || !row.question.isEmpty && Measure.ofQuestion.contains(row.measure) else { return }
        guard forbund == nil || forbund == row.forbund else {
            problem(row, nil, .published(.severalForbund(forbund ?? "", row.forbund)))
            return
        }
        forbund = row.forbund
        guard let period = Period(row.period) else {
            problem(row, PublishedRow.period, .notAPeriod(row.period))
            return
        }
        guard let count = number(row.count, row, PublishedRow.count),
            let base = isWhole ? .some(nil) : number(row.base, row, PublishedRow.base)
        else { return }
        let key = PeriodKey(instrument: row.instrument, period: period)
        let place = placeOfPeriod[key] ?? periods.count
        if place == periods.count {
            periods.append(PeriodFigures(key: key))
            placeOfPeriod[key] = place
        }
        if !periods[place].add(row, count: count, base: base) { problem(row, nil, .published(.twice)) }
    }

    /// The number in a cell, nil inside for a word in brackets; nil for anything else.
    private mutating func number(_ text: String, _ row: PublishedRow, _ column: Int) -> Int?? {
        if text.hasPrefix("["), text.hasSuffix("]") { return .some(nil) }
        if let number = Int(text), (0...Invited.most).contains(number) { return number }
        problem(row, column, .published(.notACount(text)))
        return nil
    }

    private mutating func problem(_ row: PublishedRow, _ column: Int?, _ fact: Problem.Fact) {
        problems.append(
            Problem(
                Place(
                    file: file, sheet: sheet, row: row.sheetRow, heading: column.map { PublishedColumns.names[$0] }),
                fact))
    }
}

extension PublishedFigures.PeriodFigures {
    /// False where the figure is there already.
    fileprivate mutating func add(_ row: PublishedRow, count: Int?, base: Int?) -> Bool {
        let key = PublishedFigures.GroupKey(variable: row.variable, name: row.group)
        let place = placeOfGroup[key] ?? groups.count
        if place == groups.count {
            groups.append(PublishedFigures.GroupFigures(key: key))
            placeOfGroup[key] = place
        }
        return groups[place].add(row, count: count, base: base)
    }
}

extension PublishedFigures.GroupFigures {
    fileprivate mutating func add(_ row: PublishedRow, count: Int?, base: Int?) -> Bool {
        if row.question.isEmpty { return whole.updateValue(count, forKey: row.measure) == nil }
        let place = placeOfQuestion[row.question] ?? questions.count
        if place == questions.count {
            questions.append(
                PublishedFigures.QuestionFigures(id: row.question, sheetRow: row.sheetRow, base: base))
            placeOfQuestion[row.question] = place
        }
        return questions[place].counts.updateValue(count, forKey: row.measure) == nil
    }
}

extension PublishedFigures {
    /// Everything that was met, or what is wrong with it.
    func periods(_ instruments: [Instrument]) throws(Refusal) -> [PublishedPeriod] {
        guard problems.isEmpty else { throw Refusal(problems) }
        guard !periods.isEmpty else { throw Refusal(Place(file: file, sheet: sheet), .published(.noFigures)) }
        var result: [PublishedPeriod] = []
        for found in periods {
            var groups: [PublishedGroup] = []
            for group in found.groups {
                var questions: [PublishedQuestion] = []
                for question in group.questions { questions.append(try published(question)) }
                groups.append(
                    PublishedGroup(
                        variable: group.key.variable, name: group.key.name,
                        answers: group.whole[Measure.answers] ?? nil, invited: group.whole[Measure.invited] ?? nil,
                        questions: questions))
            }
            let instrument = instruments.first { $0.id == found.key.instrument }
            result.append(
                PublishedPeriod(
                    instrument: found.key.instrument, version: instrument?.version(in: found.key.period)?.id ?? "",
                    period: found.key.period, files: [], constructed: false, importedAt: nil, groups: groups))
        }
        return result
    }

    private func published(_ question: QuestionFigures) throws(Refusal) -> PublishedQuestion {
        let counts = question.counts.values.compactMap(\.self)
        if counts.isEmpty { return PublishedQuestion(question: question.id, counts: nil) }
        let place = Place(file: file, sheet: sheet, row: question.sheetRow)
        guard counts.count == Measure.ofQuestion.count, let base = question.base,
            let negative = question.counts[Measure.negative] ?? nil,
            let neither = question.counts[Measure.neither] ?? nil,
            let positive = question.counts[Measure.positive] ?? nil,
            let clearly = question.counts[Measure.clearlyPositive] ?? nil
        else { throw Refusal(place, .published(.incomplete(question: question.id))) }
        let parts = negative + neither + positive
        guard parts == base, clearly <= positive else {
            throw Refusal(place, .published(.partsDiffer(question: question.id, parts: parts, base: base)))
        }
        return PublishedQuestion(
            question: question.id,
            counts: PublishedCounts(
                negative: negative, neither: neither, positive: positive, clearlyPositive: clearly))
    }
}
