/// META-INF/manifest.xml: every part but itself and mimetype (ODF 1.3 part 2, 3.2 and 4).
func writeManifest(_ charts: [NumberedChart], to xml: inout XMLWriter) throws(WorkbookError) {
    try xml.literal(
        """
        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
        <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
        manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>\
        <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\
        <manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>\
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
        <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
        """)
    for chart in charts {
        try xml.literal("<manifest:file-entry")
        try xml.attribute("manifest:full-path", "\(chart.folder)/")
        try xml.literal(" manifest:media-type=\"application/vnd.oasis.opendocument.chart\"/><manifest:file-entry")
        try xml.attribute("manifest:full-path", "\(chart.folder)/content.xml")
        try xml.literal(" manifest:media-type=\"text/xml\"/>")
    }
    try xml.literal("</manifest:manifest>")
}
