import Zip

/// An SPSS file: the dictionary at once, the cases when columns have been chosen.
struct SPSSFile {
    let opening: Opening

    private let bytes: any RandomAccess
    private let format: FileFormat
    private let limits: Limits
    private let header: SPSSHeader
    private let outline: DictionaryOutline
    private let dictionary: SPSSDictionary

    init(_ bytes: any RandomAccess, format: FileFormat, limits: Limits = Limits()) throws(TableError) {
        var start = DictionaryBytes(bytes, limit: limits.dictionaryBytes)
        header = try SPSSHeader(&start)
        outline = try DictionaryOutline(&start, limits: limits)
        dictionary = try SPSSDictionary(outline, ReadStatDictionary(start.bytes))
        self.bytes = bytes
        self.format = format
        self.limits = limits
        // No rows of a sheet: the names of the variables, and what they are called in full.
        let headings = [dictionary.variables.map(\.name), dictionary.variables.map(\.label)]
        opening = Opening(
            format: format,
            rows: headings.map { texts in
                OpeningRow(sheetRow: 0, cells: Array(texts[..<((texts.lastIndex { !$0.isEmpty } ?? -1) + 1)]))
            },
            declaredHeadingRows: 2, multipleResponseSets: try dictionary.responseSets(outline))
    }

    /// Goes through the cases.
    func table(
        headings: Range<Int>, columns: [Int], progress: ((Progress) -> Void)?
    ) throws(TableError) -> Table {
        guard headings.isWithin(opening.rows.count) else {
            throw .noSuchHeadings(headings, count: opening.rows.count)
        }
        let names = opening.names(headings)
        for index in columns where !names.indices.contains(index) {
            throw .noSuchColumn(index: index, count: names.count)
        }
        let decoder = try CaseDecoder(bytes, header, outline, limits: limits)
        if let cases = header.cases, cases > decoder.room {
            throw .spss(.doesNotFit(.cases, declared: cases, room: decoder.room))
        }
        let builder = TableBuilder(
            names: names, columns: columns, judge: TextJudge(declared: .utf8), limits: limits)
        var coder = CaseCoder(decoder, builder, dictionary, outline.missing, isBigEndian: header.isBigEndian)
        try coder.run(cases: header.cases, total: bytes.size, progress: progress)
        return coder.table(columns: columns, format: format)
    }
}
