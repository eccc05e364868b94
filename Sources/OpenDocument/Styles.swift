/// styles.xml: what the document's looks are called (ODF 1.3 part 3, 3.15 and 16).
struct Styles {
    let cells: StyleBook
    let pages: PageBook
    let metadata: Metadata

    func write(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal(
            """
            <office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3">\
            <office:font-face-decls><style:font-face style:name="Liberation Sans" \
            svg:font-family="'Liberation Sans'" style:font-family-generic="swiss" style:font-pitch="variable"/>\
            </office:font-face-decls><office:styles>
            """)
        try writeDefaults(to: &xml)
        let formats = unique(cells.entries.map(\.style.format))
        for (index, format) in formats.enumerated() { try format.write(named: "N\(index + 1)", to: &xml) }
        for (index, entry) in cells.entries.enumerated() {
            let number = (formats.firstIndex(of: entry.style.format) ?? 0) + 1
            try entry.write(format: "N\(number)", isDefault: index == 0, to: &xml)
        }
        try xml.literal("</office:styles>")
        try pages.write(to: &xml)
        try xml.literal("</office:document-styles>\n")
    }

    private func writeDefaults(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal(
            """
            <style:default-style style:family="table-cell"><style:table-cell-properties style:decimal-places="10"/>\
            <style:text-properties style:font-name="Liberation Sans" fo:font-size="10pt"
            """)
        try xml.attribute("fo:language", metadata.language.language)
        try xml.attribute("fo:country", metadata.language.country)
        try xml.literal("/></style:default-style>")
    }
}

extension StyleBook.Entry {
    fileprivate func write(format: String, isDefault: Bool, to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<style:style")
        try xml.attribute("style:name", StyleBook.identifier(name))
        try xml.attribute("style:display-name", name)
        try xml.literal(" style:family=\"table-cell\"")
        if !isDefault { try xml.literal(" style:parent-style-name=\"Default\"") }
        try xml.attribute("style:data-style-name", format)
        try xml.literal(">")
        try writeCellProperties(to: &xml)
        try writeParagraphProperties(to: &xml)
        try xml.literal("<style:text-properties")
        try xml.attribute("fo:color", style.color?.text)
        try xml.attribute("fo:font-size", Measure.text(style.fontSize, "pt"))
        try xml.attribute("fo:font-style", style.italic ? "italic" : nil)
        try xml.attribute("fo:font-weight", style.bold ? "bold" : nil)
        try xml.literal("/></style:style>")
    }

    private func writeCellProperties(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<style:table-cell-properties")
        try xml.attribute("fo:background-color", style.background?.text)
        try xml.attribute("fo:border-bottom", style.ruleBelow.map { "0.5pt solid \($0.text)" })
        try xml.attribute("fo:border-top", style.ruleAbove.map { "0.5pt solid \($0.text)" })
        try xml.attribute("fo:padding", style.padding.map { Measure.text($0, "mm") })
        try xml.attribute("style:text-align-source", alignment == .automatic ? "value-type" : "fix")
        switch style.vertical {
        case .top: try xml.literal(" style:vertical-align=\"top\"")
        case .middle: try xml.literal(" style:vertical-align=\"middle\"")
        case .bottom: try xml.literal(" style:vertical-align=\"bottom\"")
        }
        try xml.attribute("fo:wrap-option", style.wrap ? "wrap" : "no-wrap")
        try xml.literal("/>")
    }

    /// Programs indent only what is aligned at the start.
    private var alignment: CellStyle.Horizontal {
        style.indent > 0 && style.horizontal == .automatic ? .start : style.horizontal
    }

    private func writeParagraphProperties(to xml: inout XMLWriter) throws(WorkbookError) {
        guard alignment != .automatic else { return }
        try xml.literal("<style:paragraph-properties")
        switch alignment {
        case .automatic: break
        case .start: try xml.literal(" fo:text-align=\"start\"")
        case .center: try xml.literal(" fo:text-align=\"center\"")
        case .end: try xml.literal(" fo:text-align=\"end\"")
        }
        try xml.attribute("fo:margin-left", style.indent > 0 ? Measure.text(style.indent, "mm") : nil)
        try xml.literal("/>")
    }
}
