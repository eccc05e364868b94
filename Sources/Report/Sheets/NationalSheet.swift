import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// Own figures beside those of the national measurement of the same period.
    ///
    /// - Returns: nil where there are none.
    func nationalSheet(_ notes: inout Notes) -> TableSheet? {
        guard let comparison, let national, !national.figures.isEmpty else { return nil }
        let name = "Jämförelse med riket"
        let marks = nationalNotes(comparison, national).map { notes.mark($0, on: name) }
        return TableSheet(
            name: name, title: "\(name) \(period.label)",
            leads: [
                "Förbundets andelar bredvid rikets, i samma mått: positivt med positivt och klart positivt med klart positivt.",
                "Skillnaden är den egna andelen minus rikets, i procentenheter, räknad på de exakta andelarna.",
                "Ingen skillnad är prövad mot slumpen: förbundets egna svar ingår i rikets, så de två är inte oberoende.",
                "Källa: bladet Källor.",
            ] + Notes.lead(marks),
            columns: [
                .text("Respondentgrupp", 34), .text("Grupp", 24), .text("Fråga", 74), .text("Mått", 25),
                .number("Egen andel", 18), .number("Riket", 18), .number("Skillnad", 22), .number("Egna svar", 24),
                .number("Rikets svar", 24), .number("Antal förbund", 22),
            ],
            rows: comparison.rows.map(nationalRow), notes: notes.lines(on: name),
            description: "Egna andelar jämförda med den nationella mätningens, i samma mått.",
            charts: nationalCharts(comparison))
    }

    /// One for the whole of each respondent group and measure of which something may be shown.
    private func nationalCharts(_ comparison: NationalComparison) -> [TableChart] {
        let rows = comparison.rows
        var charts: [TableChart] = []
        var start = 0
        while start < rows.count {
            let first = rows[start]
            let end =
                rows[start...].firstIndex {
                    $0.instrument.id != first.instrument.id || $0.measure != first.measure || $0.group != first.group
                        || $0.variable != first.variable
                } ?? rows.count
            let points = rows[start..<end].compactMap { $0.difference?.points }
            if first.variable == nil, !points.isEmpty {
                charts.append(
                    TableChart(
                        title:
                            "\(first.instrument.group.rawValue) \(period.label): andel \(first.measure.swedish), förbundet och riket",
                        description: "Förbundets andel är \(standing(points)).", rows: start..<end, categories: 2,
                        series: [
                            Chart.Series(column: 4, color: Style.own), Chart.Series(column: 5, color: Style.others),
                        ]))
            }
            start = end
        }
        return charts
    }

    /// "högre i 3 och lägre i 1".
    private func standing(_ points: [Int]) -> String {
        enumeration(
            [
                ("högre", points.count { $0 > 0 }), ("lägre", points.count { $0 < 0 }),
                ("lika, avrundat till hela procentenheter,", points.count { $0 == 0 }),
            ].filter { $0.1 > 0 }.map { "\($0.0) i \($0.1)" })
    }

    private func nationalRow(_ row: NationalRow) -> [Cell] {
        let style = Style.row(.newest)
        let protected = Cell.text(Shorthand.protected.rawValue, style.number)
        func known(_ number: Int?) -> Cell {
            number.map { .integer($0, style.number) } ?? .text(Shorthand.unknown.rawValue, style.number)
        }
        return [
            .text(row.instrument.group.rawValue, style.head), .text(row.group, style.text),
            .text("\(row.item.number). \(row.item.question.text)", style.head),
            .text(row.measure.swedish, style.text),
            row.own.figure.map { shareCell($0, style.share) } ?? protected, shareCell(row.national, style.share),
            row.difference.map { changeCell($0, style.change) } ?? protected,
            row.own.figure.map { .integer($0.base, style.number) } ?? protected,
            known(row.figure.answers), known(row.figure.forbund),
        ]
    }

    private func nationalNotes(_ comparison: NationalComparison, _ national: NationalMeasurement) -> [String] {
        var texts: [String] = []
        if comparison.rows.contains(where: { $0.figure.share.isWholePercent }) {
            texts.append(
                "Där rikets andel bara är känd i hela procent kan skillnaden vara en procentenhet för stor eller för liten."
            )
        }
        if comparison.rows.contains(where: { $0.difference?.differsFromShown == true }) {
            texts.append(
                "Skillnaden är räknad på de exakta andelarna. Den kan därför skilja sig med en procentenhet från skillnaden "
                    + "mellan de visade, avrundade procenttalen.")
        }
        let sources = comparison.rows.compactMap(\.figure.source).uniqued
        if !sources.isEmpty { texts.append("Rikets siffror är ur: \(sources.joined(separator: "; ")).") }
        if !comparison.unmatched.isEmpty {
            texts.append(
                "Riket har också siffror som inte har några egna att jämföras med: "
                    + comparison.unmatched.map(described).uniqued.joined(separator: "; ") + ".")
        }
        return texts
    }

    /// "styrelse, fråga strukturer (klart positivt), Kvinna".
    private func described(_ figure: NationalFigure) -> String {
        let key = figure.key
        let item = results.first { $0.instrument.id == key.instrument }?.waves.first?.version.item(key.question)
        let question = item.map { "fråga \($0.number)" } ?? "fråga \(key.question)"
        let group = key.group == .total ? "" : ", \(key.group.name)"
        return "\(key.instrument), \(question) (\(key.measure.swedish))\(group)"
    }

    /// What Metod says of it; nothing where there is no such sheet.
    var nationalMethod: [(heading: String, texts: [String])] {
        guard let national, !national.figures.isEmpty else { return [] }
        return [
            (
                "Jämförelse med riket",
                [
                    "Förbundets andel jämförs med rikets för samma enkät, fråga, grupp, period och mått. Positivt jämförs bara med "
                        + "positivt och klart positivt bara med klart positivt.",
                    "Skillnaden räknas på den egna exakta andelen och på rikets så exakt som den är känd: på antalen, eller på "
                        + "procenttalet som det är publicerat. Den avrundas en gång, till hela procentenheter.",
                    "Förbundets egna svar ingår i rikets. Därför prövas inte om en skillnad är större än vad slumpen ger.",
                ]
            )
        ]
    }

    /// What the cover says of how the förbund stands: how many figures lie above and below, and no judgement of it.
    var nationalSentences: [String] {
        guard let comparison else { return [] }
        return [Measure.positive, .clearlyPositive].compactMap { measure in
            let points = comparison.rows.filter { $0.variable == nil && $0.measure == measure }
                .compactMap { $0.difference?.points }
            guard !points.isEmpty else { return nil }
            let questions = points.count == 1 ? "1 fråga kan" : "\(points.count) frågor kan"
            return
                "\(questions) jämföras med riket i andelen \(measure.swedish): förbundets andel är \(standing(points))."
        }
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it is first.
    fileprivate var uniqued: [Element] {
        var met: Set<Element> = []
        return filter { met.insert($0).inserted }
    }
}
