extension NumberFormat {
    /// The format as a data style (ODF 1.3 part 3, 16.29). A number style shows the magnitude in a condition of its own, so that
    /// the sign is what the text before it says.
    func write(named name: String, to xml: inout XMLWriter) throws(WorkbookError) {
        if case .date = self { return try writeDate(named: name, to: &xml) }
        try writeNumber(named: "\(name)P0", sign: "\u{2212}", isMain: false, to: &xml)
        if case .signed = self {
            try writeNumber(named: "\(name)P1", sign: "+", isMain: false, to: &xml)
        }
        try writeNumber(named: name, sign: nil, isMain: true, to: &xml)
    }

    private var element: StaticString {
        if case .percent = self { "number:percentage-style" } else { "number:number-style" }
    }

    private func writeNumber(
        named name: String, sign: String?, isMain: Bool, to xml: inout XMLWriter
    ) throws(WorkbookError) {
        try xml.literal("<")
        try xml.literal(element)
        try xml.attribute("style:name", name)
        // The language brings the decimal comma, but LibreOffice 7.4 in another language then shows the no-break space as a
        // plain one. Where there is no comma to bring, the space is kept.
        if self != .percent(decimals: 0) { try xml.literal(" number:language=\"sv\" number:country=\"SE\"") }
        if !isMain { try xml.literal(" style:volatile=\"true\"") }
        try xml.literal(">")
        try xml.element("number:text", sign)
        try xml.literal("<number:number")
        if self != .general {
            try xml.attribute("number:decimal-places", "\(decimals)")
            try xml.attribute("number:min-decimal-places", "\(decimals)")
        }
        try xml.literal(" number:min-integer-digits=\"1\"/>")
        if case .percent = self { try xml.element("number:text", "\u{A0}%") }
        if isMain {
            try writeMap("value()<0", to: "\(name)P0", &xml)
            if case .signed = self { try writeMap("value()>0", to: "\(name)P1", &xml) }
        }
        try xml.literal("</")
        try xml.literal(element)
        try xml.literal(">")
    }

    private func writeMap(_ condition: String, to name: String, _ xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<style:map")
        try xml.attribute("style:condition", condition)
        try xml.attribute("style:apply-style-name", name)
        try xml.literal("/>")
    }

    private func writeDate(named name: String, to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<number:date-style")
        try xml.attribute("style:name", name)
        try xml.literal(
            """
             number:language="sv" number:country="SE"><number:year number:style="long"/><number:text>-</number:text>\
            <number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>\
            </number:date-style>
            """)
    }
}
