/// What a cell of a made-up sheet holds.
enum ODSValue: Hashable {
    case blank
    case text(String)
    case number(Double)
    case boolean(Bool)
    /// As it stands in the file and as it must be read.
    case date(String, String)
    case time(String, String)

    /// What it must be read as.
    var text: String {
        switch self {
        case .blank: ""
        case .text(let text): text
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
        case .date(_, let text), .time(_, let text): text
        }
    }
}

/// Writes the same sheet in any of the many ways that mean the same.
struct ODSWriter<Generator: RandomNumberGenerator> {
    var generator: Generator

    private mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }

    mutating func sheet(_ rows: [[ODSValue]]) -> String {
        var text = ""
        var index = 0
        var groups = 0
        while index < rows.count {
            var count = 1
            while index + count < rows.count, rows[index + count] == rows[index], !oneIn(4) { count += 1 }
            if oneIn(6) {
                text += ["<table:table-row-group>", "<table:table-rows>", "<table:table-header-rows>"][groups % 3]
                groups += 1
            }
            text += row(rows[index], count)
            while groups > 0, oneIn(4) {
                groups -= 1
                text += ["</table:table-row-group>", "</table:table-rows>", "</table:table-header-rows>"][groups % 3]
            }
            text += between()
            index += count
        }
        while groups > 0 {
            groups -= 1
            text += ["</table:table-row-group>", "</table:table-rows>", "</table:table-header-rows>"][groups % 3]
        }
        if oneIn(3) { text += row([], 1_048_576 - rows.count) }
        return "<table:table table:name=\"Blad\">" + between() + text + "</table:table>"
    }

    /// What may stand between rows, or cells.
    private mutating func between() -> String {
        ["", "", "", "\n  ", "<!-- -->", "<text:soft-page-break/>"].randomElement(using: &generator) ?? ""
    }

    private mutating func row(_ values: [ODSValue], _ count: Int) -> String {
        var text = ""
        var index = 0
        while index < values.count {
            var same = 1
            while index + same < values.count, values[index + same] == values[index], !oneIn(4) { same += 1 }
            text += cell(values[index], same) + (oneIn(8) ? between() : "")
            index += same
        }
        if oneIn(3) { text += cell(.blank, 16_384 - values.count) }
        let style = oneIn(2) ? " table:style-name=\"ro1\"" : ""
        let repeats = count > 1 || oneIn(10) ? " table:number-rows-repeated=\"\(count)\"" : ""
        return "<table:table-row\(style)\(repeats)>\(text)</table:table-row>"
    }

    private mutating func cell(_ value: ODSValue, _ count: Int) -> String {
        var attributes: [String] = count > 1 || oneIn(10) ? ["table:number-columns-repeated=\"\(count)\""] : []
        if oneIn(3) { attributes.append("table:style-name=\"ce\(count)\"") }
        var content = ""
        var name = "table-cell"
        func type(_ type: String, _ attribute: String, _ value: String) -> [String] {
            ["office:value-type=\"\(type)\"", "office:\(attribute)=\"\(value)\"", "calcext:value-type=\"\(type)\""]
        }
        switch value {
        case .blank:
            name = oneIn(5) ? "covered-table-cell" : name
            content = oneIn(5) ? "<text:p/>" : ""
        case .text(let text):
            content = paragraphs(text)
            if oneIn(4) {
                let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                    .replacing("\"", with: "&quot;").replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
                attributes += type("string", "string-value", escaped)
                content = oneIn(2) ? paragraphs("något annat") : content
            } else if !oneIn(5) {
                attributes.append("office:value-type=\"string\"")
            }
        case .number(let number):
            let exact = oneIn(3) ? "\(number)E0" : "\(number)"
            attributes += type(
                ["float", "percentage", "currency"].randomElement(using: &generator) ?? "", "value", exact)
            content = shown()
        case .boolean(let isTrue):
            attributes += type("boolean", "boolean-value", "\(isTrue)")
            content = shown()
        case .date(let date, _):
            attributes += type("date", "date-value", date)
            content = shown()
        case .time(let time, _):
            attributes += type("time", "time-value", time)
            content = shown()
        }
        if oneIn(10) { content = "<office:annotation><text:p>anmärkning</text:p></office:annotation>" + content }
        attributes.shuffle(using: &generator)
        return "<table:\(([name] + attributes).joined(separator: " "))>\(content)</table:\(name)>"
    }

    /// What a cell shows that holds a value.
    private mutating func shown() -> String {
        ["", "<text:p>visat</text:p>", "<text:p>1</text:p><text:p>2</text:p>"].randomElement(using: &generator) ?? ""
    }

    // MARK: Texts

    private mutating func paragraphs(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let written = paragraph(String(line))
            if !lines.isEmpty, oneIn(3) {
                lines[lines.count - 1] += "<text:line-break/>" + written
            } else {
                lines.append(written)
            }
        }
        return lines.map { "<text:p>\($0)</text:p>" }.joined(separator: oneIn(3) ? "\n    " : "")
    }

    private mutating func paragraph(_ line: String) -> String {
        var text = ""
        var open = 0
        let characters = Array(line)
        var index = 0
        while index < characters.count {
            if oneIn(12) {
                text += "<text:span>"
                open += 1
            }
            let character = characters[index]
            var run = 1
            if character == " " {
                while index + run < characters.count, characters[index + run] == " " { run += 1 }
                let isAtEdge = index == 0 || index + run == characters.count
                text += spaces(run, isAtEdge: isAtEdge)
            } else {
                text += written(character)
            }
            index += run
            if open > 0, oneIn(4) {
                text += "</text:span>"
                open -= 1
            }
        }
        return text + String(repeating: "</text:span>", count: open)
    }

    private mutating func spaces(_ count: Int, isAtEdge: Bool) -> String {
        if oneIn(3) { return String(repeating: "<text:s/>", count: count) }
        if isAtEdge || oneIn(3) { return "<text:s text:c=\"\(count)\"/>" }
        // One that is written as it is, in any white space.
        let plain = [" ", " ", "\n", "  \t "].randomElement(using: &generator) ?? " "
        return plain + (count > 1 ? "<text:s text:c=\"\(count - 1)\"/>" : "")
    }

    private mutating func written(_ character: Character) -> String {
        switch character {
        case "\t": "<text:tab/>"
        case "<": oneIn(2) ? "&lt;" : "<![CDATA[<]]>"
        case "&": "&amp;"
        case ">": "&gt;"
        default:
            oneIn(20) ? character.unicodeScalars.map { "&#\($0.value);" }.joined() : String(character)
        }
    }
}
