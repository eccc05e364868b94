extension PageBook {
    /// Page layouts and master pages (ODF 1.3 part 3, 16.5 and 16.9).
    func write(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<office:automatic-styles>")
        for (index, page) in setups.enumerated() { try page.writeLayout(number: index + 1, to: &xml) }
        try xml.literal("</office:automatic-styles><office:master-styles>")
        for (index, page) in setups.enumerated() { try page.writeMaster(number: index + 1, to: &xml) }
        try xml.literal("</office:master-styles>")
    }
}

extension PageSetup {
    fileprivate func writeLayout(number: Int, to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<style:page-layout")
        try xml.attribute("style:name", "layout\(number)")
        try xml.literal("><style:page-layout-properties")
        switch orientation {
        case .landscape:
            try xml.literal(
                " fo:page-width=\"297mm\" fo:page-height=\"210mm\" style:print-orientation=\"landscape\"")
        case .portrait:
            try xml.literal(" fo:page-width=\"210mm\" fo:page-height=\"297mm\" style:print-orientation=\"portrait\"")
        }
        try xml.attribute("fo:margin", Measure.text(margin, "mm"))
        // One page wide; how many down is left open, which is what leaving out scale-to-Y means.
        if fitsWidth { try xml.literal(" style:scale-to-X=\"1\"") }
        try xml.literal(
            """
            /><style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="3mm"/>\
            </style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" \
            fo:margin-top="3mm"/></style:footer-style></style:page-layout>
            """)
    }

    fileprivate func writeMaster(number: Int, to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<style:master-page")
        try xml.attribute("style:name", "page\(number)")
        try xml.attribute("style:page-layout-name", "layout\(number)")
        try xml.literal(">")
        try write(header, in: "style:header", to: &xml)
        try write(footer, in: "style:footer", to: &xml)
        try xml.literal("</style:master-page>")
    }

    private func write(
        _ pieces: [PageText], in element: StaticString, to xml: inout XMLWriter
    ) throws(WorkbookError) {
        try xml.literal("<")
        try xml.literal(element)
        if pieces.isEmpty { return try xml.literal(" style:display=\"false\"/>") }
        try xml.literal("><text:p>")
        for piece in pieces {
            switch piece {
            case .text(let text): try xml.escaped(text)
            case .page: try xml.literal("<text:page-number>1</text:page-number>")
            case .pageCount: try xml.literal("<text:page-count>1</text:page-count>")
            case .sheetName: try xml.literal("<text:sheet-name/>")
            }
        }
        try xml.literal("</text:p></")
        try xml.literal(element)
        try xml.literal(">")
    }
}
