import CLibXML2

/// What LibreOffice made of a workbook, read back from its flat XML.
struct FlatDocument {
    struct ReadCell: Equatable {
        var type = ""
        var value = ""
        var text = ""
    }

    /// The cells of each sheet that have a value, by row and column.
    var sheets: [String: [[ReadCell]]] = [:]

    init?(path: String) {
        guard let reader = xmlReaderForFile(path, nil, Int32(XML_PARSE_HUGE.rawValue)) else { return nil }
        defer { xmlFreeTextReader(reader) }
        var sheet = ""
        var cell: ReadCell?
        var isInText = false
        var paragraphs = 0
        func attribute(_ name: String) -> String? {
            guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
            defer { xmlTextReaderMoveToElement(reader) }
            return xmlTextReaderConstValue(reader).map { String(cString: $0) }
        }
        while xmlTextReaderRead(reader) == 1 {
            let kind = xmlTextReaderNodeType(reader)
            if kind == 3 || kind == 13 || kind == 14 {
                if isInText, let text = xmlTextReaderConstValue(reader) { cell?.text += String(cString: text) }
                continue
            }
            guard let raw = xmlTextReaderConstName(reader) else { continue }
            let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
            switch (String(cString: raw), kind) {
            case ("table:table", 1):
                sheet = attribute("table:name") ?? ""
                sheets[sheet] = []
            case ("table:table-row", 1): sheets[sheet]?.append([])
            case ("table:table-cell", 1):
                let type = attribute("office:value-type") ?? ""
                cell = ReadCell(type: type, value: attribute("office:value") ?? attribute("office:date-value") ?? "")
                paragraphs = 0
                let repeated = attribute("table:number-columns-repeated").flatMap { Int($0) } ?? 1
                if isEmpty, repeated < 100, let read = cell, let row = sheets[sheet]?.indices.last {
                    for _ in 0..<repeated { sheets[sheet]?[row].append(read) }
                }
            case ("table:table-cell", 15):
                if let read = cell, let row = sheets[sheet]?.indices.last { sheets[sheet]?[row].append(read) }
                cell = nil
            case ("text:p", 1):
                if paragraphs > 0 { cell?.text += "\n" }
                paragraphs += 1
                isInText = !isEmpty
            case ("text:p", 15): isInText = false
            case ("text:s", 1):
                cell?.text += String(repeating: " ", count: attribute("text:c").flatMap { Int($0) } ?? 1)
            case ("text:tab", 1): cell?.text += "\t"
            default: break
            }
        }
    }
}
