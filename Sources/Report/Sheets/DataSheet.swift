import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// Every figure on a row of its own, for programs and auditors.
    func dataSheet(_ notes: inout Notes) -> Sheet {
        // The note itself is read on the sheet Anmärkningar: here every row under the headings is a figure.
        let results = results.map { results in
            (
                results, marks: results.breakdowns.map { overlapNotes(of: [$0]).map { notes.mark($0, on: "Data") } },
                origins: originMarks(results, &notes)
            )
        }
        // Each column has the style of most of its cells, which then need not name it.
        let (text, number, ratio) = (Style.Plain.text, Style.Plain.number, Style.Plain.ratio)
        let columns = [
            ("förbund", 66.0, text), ("enkät", 36, text), ("period", yearWidth(18), number), ("indelning", 28, text),
            ("grupp", 60, text), ("fråga", 30, text), ("frågetext", 90, text), ("mått", 26, text),
            ("antal", 29, number), ("bas", 29, number), ("andel", 40, ratio), ("anmärkning", 30, text),
        ]
        let lead =
            "Varje siffra i bilagan på en rad. Andel är den exakta kvoten mellan antal och bas. Källa: bladet Källor."
        return Sheet(
            name: "Data", columns: columns.map { Column(width: $0.1, style: $0.2) }, headerRows: 3..<4,
            frozen: (4, 0), page: .table(footer: footer), rowHeights: [RowHeight.title], title: "Data",
            description: "Varje siffra i bilagan på en rad, för vidare bearbetning.",
            tableRange: TableRange(name: "Data_alla_siffror", firstRow: 3),
            rows: { writer in
                try writer.row([.text("Data", Style.title)], height: RowHeight.title)
                try writer.row([.text(lead, Style.lead)])
                try writer.row([])
                try writer.row(
                    columns.map { .text($0.0, $0.2 == text ? Style.columnHead : Style.numberHead) })
                var rows = DataRows(
                    forbund: forbund, period: period, text: try writer.style(text),
                    number: try writer.style(number), ratio: try writer.style(ratio),
                    missing: try writer.style(Style.Plain.missing))
                for (results, marks, origins) in results {
                    try rows.write(results, marks, origins, to: &writer)
                    let history = changes.questionnaires.first { $0.results.instrument.id == results.instrument.id }
                    if let history { try rows.write(history.history, besides: results, origins, to: &writer) }
                }
                for row in comparison?.rows ?? [] { try rows.write(row, to: &writer) }
            })
    }

    /// The marks of periods whose answers were carried over or deleted.
    private func originMarks(_ results: Results, _ notes: inout Notes) -> [Period: [String]] {
        let history = changes.questionnaires.first { $0.results.instrument.id == results.instrument.id }?.history
        let older = history.map { changes.olderOrigins(results, $0) } ?? []
        var marks: [Period: [String]] = [:]
        for origin in results.waves + older {
            marks[origin.period] = results.originNotes(origin).map { notes.mark($0, on: "Data") }
        }
        return marks
    }
}

/// Writes the rows of Data, which are most of the document's cells.
private struct DataRows {
    let forbund: String
    let period: Period
    let text: StyleHandle
    let number: StyleHandle
    let ratio: StyleHandle
    let missing: StyleHandle

    /// The cells that rows of one question share.
    private struct Key {
        let instrument: String
        let period: Period
        let division: String
        let group: String
        /// What stands beside a figure; often nothing.
        let marks: String
        var question = ""
        var questionText = ""
    }

    /// A figure as it stands in antal, bas and andel.
    private enum Figure {
        case share(Int, of: Int)
        case count(Int)
        case shareOfUnknown(Int)
        /// A share whose count is not known, and perhaps not the base either.
        case shareAlone(Ratio, of: Int?)
        case missing(Shorthand)
    }

    /// - Parameter marks: of the notes to all figures of each breakdown.
    /// - Parameter origins: of the notes to each period.
    mutating func write(
        _ results: Results, _ marks: [[String]], _ origins: [Period: [String]], to writer: inout RowWriter
    ) throws {
        for (breakdown, marks) in zip(results.breakdowns, marks)
        where breakdown.variable == nil || !breakdown.groups.isEmpty {
            if breakdown.merged != nil, breakdown.groups.count == 1 { continue }
            for group in breakdown.groups {
                for wave in group.waves {
                    let key = Key(
                        instrument: results.instrument.id, period: wave.period,
                        division: breakdown.variable?.id ?? "total", group: group.name,
                        marks: (marks + (origins[wave.period] ?? [])).joined(separator: " "))
                    try write(wave, key, of: results, isTotal: breakdown.variable == nil, to: &writer)
                }
            }
        }
    }

    private func write(
        _ wave: GroupWave, _ key: Key, of results: Results, isTotal: Bool, to writer: inout RowWriter
    ) throws {
        let hasAnswers = results.hasAnswers(wave.period)
        let main = results.instrument.mainQuestions.indices.map { MainQuestion($0, of: results, in: wave) }
        let response = wave.response.figure
        let invited = response?.invited
        try row(key, "svar", response.map { .count($0.answers) } ?? .missing(.protected), to: &writer)
        try row(
            key, "tillfrågade",
            response == nil ? .missing(.protected) : invited.map { .count($0) } ?? .missing(.unknown), to: &writer)
        try row(
            key, "svarsfrekvens",
            response.map { response in
                response.rate.map { .share($0.count, of: $0.base) } ?? .shareOfUnknown(response.answers)
            } ?? .missing(.protected), to: &writer)
        if let loop = results.instrument.loop {
            for row in LoopData.rows(of: wave, loop) { try write(row, key, to: &writer) }
        }
        for result in wave.questions {
            var key = key
            key.question = result.item.question.id
            key.questionText = result.item.question.text
            try write(result.counts.figure, key, to: &writer)
            if result.item.question.isLooped {
                for row in LoopData.rows(of: result) { try write(row, key, to: &writer) }
            }
            if isTotal { try write(NonResponse(result, in: wave, hasAnswers: hasAnswers), key, to: &writer) }
            for main in main where main.question == key.question {
                guard let bounds = main.shareBounds else { continue }
                try row(key, "positivt lägst", .share(bounds.lowest.count, of: bounds.lowest.base), to: &writer)
                try row(key, "positivt högst", .share(bounds.highest.count, of: bounds.highest.base), to: &writer)
            }
        }
    }

    private func write(_ loop: LoopData, _ key: Key, to writer: inout RowWriter) throws {
        let figure: Figure =
            switch loop.figure {
            case .share(let count, let base): .share(count, of: base)
            case .count(let count): .count(count)
            case .missing(let shorthand): .missing(shorthand)
            }
        try row(key, loop.measure, figure, to: &writer)
    }

    /// - Parameter counts: nil where they are protected.
    private func write(_ counts: ClassCounts?, _ key: Key, to writer: inout RowWriter) throws {
        for measure in Measure.allCases {
            let figure = counts.map { Figure.share($0[measure], of: $0.base) }
            try row(key, measure.swedish, figure ?? .missing(.protected), to: &writer)
        }
    }

    /// - Parameter nonResponse: nil where it is protected.
    private func write(_ nonResponse: NonResponse?, _ key: Key, to writer: inout RowWriter) throws {
        for reason in NoAnswer.allCases {
            let figure: Figure =
                switch nonResponse?.kind(reason) {
                case .count(let count): .share(count, of: nonResponse?.respondents ?? 0)
                case .notOffered: .missing(.notApplicable)
                case .notKnown: .missing(.unknown)
                case nil: .missing(.protected)
                }
            try row(key, reason.swedish, figure, to: &writer)
        }
        let share = nonResponse?.share.map { Figure.share($0.count, of: $0.base) }
        try row(key, "internt bortfall", share ?? .missing(.protected), to: &writer)
    }

    /// The periods of Förändringar that the tables do not have.
    func write(
        _ history: History, besides results: Results, _ origins: [Period: [String]], to writer: inout RowWriter
    ) throws {
        for period in history.periods.reversed() where !results.waves.contains(where: { $0.period == period }) {
            for question in history.questions {
                let counts: ClassCounts?
                switch history.point(question, in: period) {
                case .figure(let figure): counts = figure
                case .protected: counts = nil
                case .notComparable, .noMeasurement, nil: continue
                }
                let asked = history.asked(question, in: period)
                let key = Key(
                    instrument: results.instrument.id, period: period, division: "total", group: "Totalt",
                    marks: (origins[period] ?? []).joined(separator: " "), question: asked.question.id,
                    questionText: asked.question.text)
                try write(counts, key, to: &writer)
            }
        }
    }

    /// A national figure, under the key of the own one that it stands beside.
    mutating func write(_ national: NationalRow, to writer: inout RowWriter) throws {
        let key = Key(
            instrument: national.instrument.id, period: period, division: national.variable?.id ?? "total",
            group: national.group, marks: "", question: national.item.question.id,
            questionText: national.item.question.text)
        let figure: Figure =
            switch national.figure.share {
            case .counted(let count, let base): .share(count, of: base)
            case .printed: .shareAlone(national.national, of: national.figure.answers)
            }
        try row(key, "\(national.measure.swedish) riket", figure, to: &writer)
    }

    private func optional(_ text: String, _ writer: inout RowWriter) throws {
        if text.isEmpty { try writer.empty() } else { try writer.text(text, self.text) }
    }

    private func row(_ key: Key, _ measure: String, _ figure: Figure, to writer: inout RowWriter) throws {
        try writer.beginRow()
        try writer.text(forbund, text)
        try writer.text(key.instrument, text)
        if let year = Int(key.period.label) {
            try writer.integer(year, number)
        } else {
            try writer.text(key.period.label, text)
        }
        try writer.text(key.division, text)
        try writer.text(key.group, text)
        try optional(key.question, &writer)
        try optional(key.questionText, &writer)
        try writer.text(measure, text)
        switch figure {
        case .share(let count, let base):
            try writer.integer(count, number)
            try writer.integer(base, number)
            try writer.number(Double(count) / Double(base), ratio)
            try optional(key.marks, &writer)
        case .count(let count):
            try writer.integer(count, number)
            try writer.text(Shorthand.notApplicable.rawValue, missing)
            try writer.text(Shorthand.notApplicable.rawValue, missing)
            try optional(key.marks, &writer)
        case .shareOfUnknown(let count):
            try writer.integer(count, number)
            try writer.text(Shorthand.unknown.rawValue, missing)
            try writer.text(Shorthand.unknown.rawValue, missing)
            try writer.text(Shorthand.unknown.rawValue, missing)
        case .shareAlone(let share, let base):
            try writer.text(Shorthand.unknown.rawValue, missing)
            if let base {
                try writer.integer(base, number)
            } else {
                try writer.text(Shorthand.unknown.rawValue, missing)
            }
            try writer.number(share.value, ratio)
            try optional(key.marks, &writer)
        case .missing(let shorthand):
            for _ in 0..<4 { try writer.text(shorthand.rawValue, missing) }
        }
        try writer.endRow()
    }
}

extension Measure {
    /// As Data names it.
    var swedish: String {
        switch self {
        case .negative: "negativt"
        case .neither: "varken eller"
        case .positive: "positivt"
        case .clearlyPositive: "klart positivt"
        }
    }
}
