/// settings.xml: the document opens on its first sheet with the cursor in A1; panes are frozen where a sheet says so.
func writeSettings(of sheets: [Sheet], to xml: inout XMLWriter) throws(WorkbookError) {
    try xml.literal(
        """
        <office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" \
        xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>\
        <config:config-item-set config:name="ooo:view-settings">\
        <config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>\
        <config:config-item config:name="ViewId" config:type="string">view1</config:config-item>\
        <config:config-item-map-named config:name="Tables">
        """)
    for sheet in sheets {
        try xml.literal("<config:config-item-map-entry config:name=\"")
        try xml.escaped(sheet.name)
        try xml.literal("\">")
        // A split mode of 2 is frozen, 0 is none; panes are numbered 0 1 above, 2 3 below, and 2 is the only one there always is.
        let (rows, columns) = sheet.frozen
        try item("CursorPositionX", 0, to: &xml)
        try item("CursorPositionY", 0, to: &xml)
        try item("HorizontalSplitMode", columns > 0 ? 2 : 0, to: &xml, type: "short")
        try item("VerticalSplitMode", rows > 0 ? 2 : 0, to: &xml, type: "short")
        try item("HorizontalSplitPosition", columns, to: &xml)
        try item("VerticalSplitPosition", rows, to: &xml)
        try item("ActiveSplitRange", columns > 0 ? 3 : 2, to: &xml, type: "short")
        try item("PositionLeft", 0, to: &xml)
        try item("PositionRight", columns, to: &xml)
        try item("PositionTop", 0, to: &xml)
        try item("PositionBottom", rows, to: &xml)
        try xml.literal("</config:config-item-map-entry>")
    }
    try xml.literal(
        "</config:config-item-map-named><config:config-item config:name=\"ActiveTable\" config:type=\"string\">")
    try xml.escaped(sheets[0].name)
    try xml.literal(
        """
        </config:config-item></config:config-item-map-entry></config:config-item-map-indexed>\
        </config:config-item-set></office:settings></office:document-settings>
        """)
}

private func item(
    _ name: StaticString, _ value: Int, to xml: inout XMLWriter, type: StaticString = "int"
) throws(WorkbookError) {
    try xml.literal("<config:config-item config:name=\"")
    try xml.literal(name)
    try xml.literal("\" config:type=\"")
    try xml.literal(type)
    try xml.literal("\">")
    try xml.integer(value)
    try xml.literal("</config:config-item>")
}
