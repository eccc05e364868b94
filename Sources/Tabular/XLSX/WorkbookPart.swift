/// Reads `workbook.xml` (ECMA-376 part 1, 18.2): the sheets in order, and how days are counted.
final class WorkbookPart: XMLHandler {
    struct Listed {
        let name: String
        let isHidden: Bool
        /// Which of the workbook's relationships leads to its part.
        let relationship: String
    }

    private(set) var sheets: [Listed] = []
    private(set) var dates = DateSystem.from1900
    private let part: String
    private let limits: Limits
    private let workbook, workbookPr, date1904, dateCompatibility, sheet, name, state, id: XMLName
    private let namespaces: [XMLName]
    private let relationships: [XMLName]
    private var isInside = false

    init(_ part: String, _ names: XMLNames, limits: Limits) {
        self.part = part
        self.limits = limits
        workbook = names["workbook"]
        workbookPr = names["workbookPr"]
        date1904 = names["date1904"]
        dateCompatibility = names["dateCompatibility"]
        sheet = names["sheet"]
        name = names["name"]
        state = names["state"]
        id = names["id"]
        namespaces = [names[SpreadsheetNamespace.transitional], names[SpreadsheetNamespace.strict]]
        relationships = [
            names["http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
            names["http://purl.oclc.org/ooxml/officeDocument/relationships"],
        ]
    }

    override func start(_ element: XMLElement) throws(TableError) {
        let isKnown = namespaces.contains(element.namespace)
        if !isInside {
            guard isKnown, element.name == workbook else { throw .wrongPart(part) }
            isInside = true
        } else if isKnown, element.name == workbookPr {
            if isOn(element.attributes[date1904]) == true {
                dates = .from1904
            } else if isOn(element.attributes[dateCompatibility]) == false {
                dates = .from1899
            }
        } else if isKnown, element.name == sheet {
            let id = relationships.lazy.compactMap { element.attributes[self.id, in: $0] }.first
            let shown = element.attributes[state].map { String(decoding: $0, as: UTF8.self) } ?? "visible"
            sheets.append(
                Listed(
                    name: element.attributes[name].map { String(decoding: $0, as: UTF8.self) } ?? "",
                    isHidden: shown != "visible", relationship: id.map { String(decoding: $0, as: UTF8.self) } ?? ""))
            guard sheets.count <= limits.sheets else { throw .tooManySheets(limit: limits.sheets) }
        }
    }

    /// A truth value as XML Schema spells it.
    private func isOn(_ value: UnsafeBufferPointer<UInt8>?) -> Bool? {
        value.flatMap { value in
            switch String(decoding: value, as: UTF8.self) {
            case "1", "true", "on": true
            case "0", "false", "off": false
            default: nil
            }
        }
    }
}
