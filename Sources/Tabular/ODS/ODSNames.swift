/// The names in a `content.xml` that matter. The namespaces are the same in ODF 1.0 to 1.4.
struct ODSNames {
    // MARK: Namespaces
    let office: XMLName
    let style: XMLName
    let table: XMLName
    let text: XMLName
    let draw: XMLName
    let presentation: XMLName
    let form: XMLName
    /// Not OpenDocument's own: LibreOffice tells there which cells hold errors.
    let calc: XMLName

    // MARK: The document
    let automaticStyles: XMLName
    let body: XMLName
    let documentContent: XMLName
    let spreadsheet: XMLName
    /// `table:table`, a sheet.
    let sheet: XMLName
    let styleElement: XMLName
    let family: XMLName
    let display: XMLName

    // MARK: Sheets, rows and cells
    let name: XMLName
    let styleName: XMLName
    let headerRows: XMLName
    let rowGroup: XMLName
    let rows: XMLName
    let row: XMLName
    let cell: XMLName
    let coveredCell: XMLName
    let rowsRepeated: XMLName
    let columnsRepeated: XMLName
    let valueType: XMLName
    let formula: XMLName
    let value: XMLName
    let booleanValue: XMLName
    let dateValue: XMLName
    let timeValue: XMLName
    let stringValue: XMLName

    // MARK: Text
    let paragraph: XMLName
    let heading: XMLName
    let list: XMLName
    let listHeader: XMLName
    let listItem: XMLName
    let section: XMLName
    let space: XMLName
    let count: XMLName
    let tab: XMLName
    let lineBreak: XMLName
    let note: XMLName
    let rubyText: XMLName
    let script: XMLName

    init(_ names: XMLNames) {
        office = names["urn:oasis:names:tc:opendocument:xmlns:office:1.0"]
        style = names["urn:oasis:names:tc:opendocument:xmlns:style:1.0"]
        table = names["urn:oasis:names:tc:opendocument:xmlns:table:1.0"]
        text = names["urn:oasis:names:tc:opendocument:xmlns:text:1.0"]
        draw = names["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"]
        presentation = names["urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"]
        form = names["urn:oasis:names:tc:opendocument:xmlns:form:1.0"]
        calc = names["urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"]

        automaticStyles = names["automatic-styles"]
        body = names["body"]
        documentContent = names["document-content"]
        spreadsheet = names["spreadsheet"]
        sheet = names["table"]
        styleElement = names["style"]
        family = names["family"]
        display = names["display"]

        name = names["name"]
        styleName = names["style-name"]
        headerRows = names["table-header-rows"]
        rowGroup = names["table-row-group"]
        rows = names["table-rows"]
        row = names["table-row"]
        cell = names["table-cell"]
        coveredCell = names["covered-table-cell"]
        rowsRepeated = names["number-rows-repeated"]
        columnsRepeated = names["number-columns-repeated"]
        valueType = names["value-type"]
        formula = names["formula"]
        value = names["value"]
        booleanValue = names["boolean-value"]
        dateValue = names["date-value"]
        timeValue = names["time-value"]
        stringValue = names["string-value"]

        paragraph = names["p"]
        heading = names["h"]
        list = names["list"]
        listHeader = names["list-header"]
        listItem = names["list-item"]
        section = names["section"]
        space = names["s"]
        count = names["c"]
        tab = names["tab"]
        lineBreak = names["line-break"]
        note = names["note"]
        rubyText = names["ruby-text"]
        script = names["script"]
    }
}
