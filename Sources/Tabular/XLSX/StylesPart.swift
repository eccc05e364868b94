/// Reads from `styles.xml` (ECMA-376 part 1, 18.8) what cells of each style show: a number, a date or a time.
final class StylesPart: XMLHandler {
    /// By the index that a cell's `s` tells.
    private(set) var kinds: [NumberKind] = []
    private let limits: Limits
    private var codes: [Int: NumberKind] = [:]
    private let numFmts, numFmt, numFmtId, formatCode, cellXfs, xf: XMLName
    private let namespaces: [XMLName]
    private var isInFormats = false
    private var isInCellFormats = false

    init(_ names: XMLNames, limits: Limits) {
        self.limits = limits
        numFmts = names["numFmts"]
        numFmt = names["numFmt"]
        numFmtId = names["numFmtId"]
        formatCode = names["formatCode"]
        cellXfs = names["cellXfs"]
        xf = names["xf"]
        namespaces = [names[SpreadsheetNamespace.transitional], names[SpreadsheetNamespace.strict]]
    }

    override func start(_ element: XMLElement) throws(TableError) {
        guard namespaces.contains(element.namespace) else { return }
        if element.name == numFmts {
            isInFormats = true
        } else if element.name == numFmt, isInFormats {
            guard let number = identifier(element), let code = element.attributes[formatCode] else { return }
            codes[number] = NumberFormat.kind(code: code)
        } else if element.name == cellXfs {
            isInCellFormats = true
        } else if element.name == xf, isInCellFormats {
            let number = identifier(element) ?? 0
            kinds.append(codes[number] ?? NumberFormat.kind(builtIn: number))
        }
        guard codes.count <= limits.styles, kinds.count <= limits.styles else {
            throw .tooManyStyles(limit: limits.styles)
        }
    }

    override func end(_ name: XMLName, _ namespace: XMLName) throws(TableError) {
        if name == numFmts { isInFormats = false }
        if name == cellXfs { isInCellFormats = false }
    }

    private func identifier(_ element: XMLElement) -> Int? {
        element.attributes[numFmtId].flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
}
