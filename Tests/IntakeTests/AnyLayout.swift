import Survey
import TestSupport

/// Answers as somebody gave them, and the ways in which a tool may lay them out.
struct AnyLayout {
    let instrument: Instrument
    let version: Version
    /// By respondent and question: the place of a category from 1, 0 for a blank.
    private let given: [[Int]]
    /// By respondent: values of insats and of kön, from 0.
    private let projects: [[Int]]
    private let genders: [Int?]
    private var random: SeededGenerator

    static let names = ["SamMA", "Unga, vuxna", "MIA 2", "Ön/ån"]
    static let genderLabels = ["Kvinna", "Man"]

    private struct Column {
        var top: [String]
        var cells: [String]
    }

    init(seed: UInt64, _ instrument: Instrument) {
        var random = SeededGenerator(state: seed)
        self.instrument = instrument
        version = instrument.versions.last ?? instrument.versions[0]
        let isMultiple = instrument.background[0].isMultiple
        let respondents = Int.random(in: 1...9, using: &random)
        let questions = version.items
        given = (0..<respondents).map { _ in
            questions.map { item in Int.random(in: 0...item.question.scale.categories.count, using: &random) }
        }
        projects = (0..<respondents).map { _ in
            let all = Array(Self.names.indices).shuffled(using: &random)
            let most = isMultiple ? 3 : 1
            return all.prefix(Int.random(in: 0...most, using: &random)).sorted()
        }
        genders = (0..<respondents).map { _ in [0, 1, nil].randomElement(using: &random) ?? nil }
        self.random = random
    }

    // MARK: The plain layout

    var plain: String {
        let columns =
            version.items.enumerated().map { place, item in
                Column(top: [item.question.id], cells: given.map { label(item, $0[place]) })
            } + [
                Column(top: ["insats"], cells: projects.map { $0.map { Self.names[$0] }.joined(separator: ";") }),
                Column(top: ["kön"], cells: genders.map { $0.map { Self.genderLabels[$0] } ?? "" }),
            ]
        return Self.text(columns, preamble: [], separator: ";", lineEnd: "\n")
    }

    private func label(_ item: Item, _ place: Int) -> String {
        place == 0 ? "" : item.question.scale.categories[place - 1].label
    }

    // MARK: Any other

    mutating func other() -> String {
        // With a row of codes above, or of groups, only wordings tell what the columns are.
        let above = ["", "", "codes", "groups", "importids"].randomElement(using: &random) ?? ""
        let form =
            above.isEmpty
            ? Int.random(in: 0..<Self.forms, using: &random) : Int.random(in: 4..<Self.forms, using: &random)
        var columns: [Column] = []
        for (place, item) in version.items.enumerated() {
            let heading = heading(item, form)
            columns.append(Column(top: [heading], cells: cells(item, place)))
            if form > 3, Bool.random(using: &random), above != "groups" {
                columns.append(Column(top: [heading + " (kod)"], cells: codes(item, place)))
            }
        }
        columns += projectColumns(above)
        columns.append(
            Column(
                top: [["Kön", "kön:", "3. Kön", "kon", "K&ouml;n"].randomElement(using: &random) ?? ""],
                cells: genders.map { $0.map { [["Kvinna", "K", "kvinna "], ["Man", "m", "MAN"]][$0][0] } ?? "" }))
        columns += extras()
        if above != "groups" { columns.shuffle(using: &random) }
        switch above {
        case "codes": number(&columns) { "V\($0)" }
        case "importids":
            number(&columns) { "QID\($0)" }
            for place in columns.indices { columns[place].top.append("{\"ImportId\":\"QID\(place)\"}") }
        case "groups": group(&columns)
        default: break
        }
        return Self.text(
            columns, preamble: preamble(), separator: [";", ",", "\t"].randomElement(using: &random) ?? ";",
            lineEnd: Bool.random(using: &random) ? "\n" : "\r\n")
    }

    /// The first four say what the question is by its id or number.
    private static let forms = 14

    private mutating func heading(_ item: Item, _ form: Int) -> String {
        let text = item.question.text
        return switch form {
        case 0: item.question.id
        case 1: "\(item.number)"
        case 2: "Fråga \(item.number):"
        case 3: "Q1[\(item.question.id)]"
        case 4: text
        case 5: "\(item.number + 7). \(text)"
        case 6: "Vad tycker du? [\(text)]"
        case 7: "Vad tycker du? - \(text)"
        case 8: "Q4[SQ00\(item.number)]. Vad tycker du? [\(text)]"
        case 9: "<p><b>\(text.prefix(1))</b>\(text.dropFirst())</p>"
        case 10: text.replacing(" ", with: "_")
        case 11: "  \(text.uppercased().replacing(" ", with: "\n")) "
        case 12: "[\(text)] Vad tycker du?"
        default: "Q\(item.number + 20): \(text.replacing("ö", with: "&ouml;"))"
        }
    }

    private mutating func cells(_ item: Item, _ question: Int) -> [String] {
        let way = Int.random(in: 0..<8, using: &random)
        return given.map { answers in
            guard answers[question] > 0 else { return "" }
            let category = item.question.scale.categories[answers[question] - 1]
            return switch way {
            case 0: category.code
            case 1: category.label.uppercased()
            case 2: "\(category.code). \(category.label)"
            case 3: "\(category.label) (\(category.code))"
            case 4: "\(category.code),0"
            case 5: "\(answers[question] + 20) - \(category.label)"
            case 6: category.spellings.first ?? category.label
            default: category.label
            }
        }
    }

    /// Codes beside labels, or a blank here and there.
    private mutating func codes(_ item: Item, _ question: Int) -> [String] {
        given.map { answers in
            guard answers[question] > 0, Int.random(in: 0..<4, using: &random) > 0 else { return "" }
            return item.question.scale.categories[answers[question] - 1].code
        }
    }

    private mutating func projectColumns(_ above: String) -> [Column] {
        let isMultiple = instrument.background[0].isMultiple
        let name = ["insats", "Verksamhet", "2. Verksamhet", "Q9. insats"].randomElement(using: &random) ?? ""
        if Bool.random(using: &random) {
            let separators = isMultiple ? [", ", ";", "\n", " | ", "; "] : [""]
            let separator = separators.randomElement(using: &random) ?? ""
            return [
                Column(
                    top: [name],
                    cells: projects.map { own in
                        let labels = own.map { Self.names[$0] }
                        return labels.joined(separator: separator)
                    })
            ]
        }
        let (yes, no) =
            [("1", "0"), ("Ja", ""), ("X", ""), ("TRUE", "FALSE"), ("", "")].randomElement(using: &random) ?? ("1", "0")
        let form = Int.random(in: 0..<3, using: &random)
        return Self.names.indices.map { place in
            let label = Self.names[place]
            let heading = ["\(name) [\(label)]", "\(name) - \(label)", "\(name): \(label)"][form]
            return Column(
                top: [heading],
                cells: projects.map { own in
                    if own.isEmpty { return "" }
                    return own.contains(place) ? (yes.isEmpty ? label : yes) : no
                })
        }
    }

    private mutating func extras() -> [Column] {
        let all: [(String, (Int) -> String)] = [
            ("Tidstämpel", { "2021-10-0\($0 % 9 + 1) 09.12" }), ("E-post", { "svar\($0)@exempel.invalid" }),
            ("ID", { "\($0)" }),
            ("Vad vill du säga?", { $0 % 2 == 0 ? "" : "Bra; mycket\nbra, \"så\"" }),
            ("Points - Vad tycker du?", { _ in "1" }),
            ("Påbörjad", { "\($0 + 1)/10 2021" }), ("submitdate", { _ in "2021-10-04" }),
        ]
        let chosen = all.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))
        return chosen.map { extra in Column(top: [extra.0], cells: given.indices.map(extra.1)) }
    }

    private func number(_ columns: inout [Column], _ code: (Int) -> String) {
        for place in columns.indices { columns[place].top.insert(code(place + 1), at: 0) }
    }

    /// A text over the first of some columns.
    private mutating func group(_ columns: inout [Column]) {
        for place in columns.indices {
            let text = place == 0 || Int.random(in: 0..<3, using: &random) == 0 ? "Del \(place)" : ""
            columns[place].top.insert(text, at: 0)
        }
    }

    private mutating func preamble() -> [[String]] {
        let lines = [["Enkät om stöd"], ["Utskriven", "2021-11-08"], [], ["Antal svar", "\(given.count)"]]
        return Array(lines.prefix(Int.random(in: 0...4, using: &random)))
    }

    private static func text(
        _ columns: [Column], preamble: [[String]], separator: String, lineEnd: String
    ) -> String {
        let height = columns.map(\.top.count).max() ?? 0
        let tops = (0..<height).map { row in columns.map { $0.top[row] } }
        let rows = (columns.first?.cells ?? []).indices.map { row in columns.map { $0.cells[row] } }
        return (preamble + tops + rows).map { cells in
            cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator) + lineEnd
        }.joined()
    }
}
