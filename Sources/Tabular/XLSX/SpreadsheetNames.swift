/// The names of SpreadsheetML (ECMA-376 part 1, 18) that are looked for in a part.
struct SpreadsheetNames {
    let c, f, instance, r, rPh, row, s, si, sheetData, sst, t, v, worksheet: XMLName
    let space: XMLName
    let xml: XMLName

    init(_ names: XMLNames) {
        c = names["c"]
        f = names["f"]
        instance = names["is"]
        r = names["r"]
        rPh = names["rPh"]
        row = names["row"]
        s = names["s"]
        si = names["si"]
        sheetData = names["sheetData"]
        sst = names["sst"]
        t = names["t"]
        v = names["v"]
        worksheet = names["worksheet"]
        space = names["space"]
        xml = names["http://www.w3.org/XML/1998/namespace"]
    }

    /// Whether the element's text keeps its outer white space.
    func keepsSpace(_ element: XMLElement) -> Bool {
        guard !element.attributes.isEmpty, let value = element.attributes[space, in: xml] else { return false }
        return value.elementsEqual("preserve".utf8)
    }
}

/// The two namespaces that every part may be in: transitional, which all programs write unless told otherwise, and strict.
enum SpreadsheetNamespace {
    static let transitional: StaticString = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strict: StaticString = "http://purl.oclc.org/ooxml/spreadsheetml/main"
}
