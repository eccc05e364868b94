import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// Every figure on a row of its own, for programs and auditors.
    func dataSheet(_ notes: inout Notes) -> Sheet {
        // The note itself is read on the sheet Anmärkningar: here every row under the headings is a figure.
        let results = results.map { results in
            (results, marks: results.breakdowns.map { overlapNotes(of: [$0]).map { notes.mark($0, on: "Data") } })
        }
        // Each column has the style of most of its cells, which then need not name it.
        let (text, number, ratio) = (Style.Plain.text, Style.Plain.number, Style.Plain.ratio)
        let columns = [
            ("förbund", 66.0, text), ("enkät", 34, text), ("period", 18, number), ("indelning", 22, text),
            ("grupp", 60, text), ("fråga", 30, text), ("frågetext", 90, text), ("mått", 26, text),
            ("antal", 28, number), ("bas", 28, number), ("andel", 34, ratio), ("anmärkning", 30, text),
        ]
        let lead = "Varje siffra i bilagan på en rad. Andel är den exakta kvoten mellan antal och bas."
        return Sheet(
            name: "Data", columns: columns.map { Column(width: $0.1, style: $0.2) }, headerRows: 3..<4,
            frozen: (4, 0), page: .table(footer: footer), rowHeights: [RowHeight.title], title: "Data",
            description: "Varje siffra i bilagan på en rad, för vidare bearbetning.",
            tableRange: TableRange(name: "Data_alla_siffror", firstRow: 3),
            rows: { writer in
                try writer.row([.text("Data", Style.title)], height: RowHeight.title)
                try writer.row([.text(lead, Style.lead)])
                try writer.row([])
                try writer.row(columns.map { .text($0.0, Style.columnHead) })
                var rows = DataRows(
                    forbund: forbund, text: try writer.style(text),
                    number: try writer.style(number), ratio: try writer.style(ratio),
                    missing: try writer.style(Style.Plain.missing))
                for (results, marks) in results { try rows.write(results, marks, to: &writer) }
            })
    }
}

/// Writes the rows of Data, which are most of the document's cells.
private struct DataRows {
    let forbund: String
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
        case missing(Shorthand)
    }

    /// - Parameter marks: of the notes to all figures of each breakdown.
    mutating func write(_ results: Results, _ marks: [[String]], to writer: inout RowWriter) throws {
        for (breakdown, marks) in zip(results.breakdowns, marks)
        where breakdown.variable == nil || !breakdown.groups.isEmpty {
            if breakdown.merged != nil, breakdown.groups.count == 1 { continue }
            for group in breakdown.groups {
                for wave in group.waves {
                    let key = Key(
                        instrument: results.instrument.id, period: wave.period,
                        division: breakdown.variable?.id ?? "total", group: group.name,
                        marks: marks.joined(separator: " "))
                    try write(wave, key, to: &writer)
                }
            }
        }
    }

    private func write(_ wave: GroupWave, _ key: Key, to writer: inout RowWriter) throws {
        let response = wave.response.figure
        let invited = response?.invited
        try row(key, "svar", response.map { .count($0.answers) } ?? .missing(.tooFew), to: &writer)
        try row(
            key, "tillfrågade",
            response == nil ? .missing(.tooFew) : invited.map { .count($0) } ?? .missing(.unknown), to: &writer)
        try row(
            key, "svarsfrekvens",
            response.map { response in
                response.rate.map { .share($0.count, of: $0.base) } ?? .shareOfUnknown(response.answers)
            } ?? .missing(.tooFew), to: &writer)
        for result in wave.questions {
            var key = key
            key.question = result.item.question.id
            key.questionText = result.item.question.text
            for measure in Measure.allCases {
                let figure = result.counts.figure.map { Figure.share($0[measure], of: $0.base) }
                try row(key, measure.swedish, figure ?? .missing(.tooFew), to: &writer)
            }
        }
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
