/// A variable: how it is called, where it stands in a case, and how its values become text.
struct SPSSVariable {
    let name: String
    /// Of at most eight bytes, which other records than the long names know the variable by.
    let shortName: String
    let label: String
    let codePage: CodePage
    let isText: Bool
    let format: SPSSFormat
    /// Where it stands in a case: bytes. More than one for a string of more than 255 bytes.
    let pieces: [Range<Int>]
    let labels: ReadStatDictionary.LabelSet
    let missingNumbers: [(lowest: Double, highest: Double)]
    let missingTexts: Set<[UInt8]>

    /// The text of a number, and whether the file declares it to be no answer.
    func meaning(of number: Double, at place: Place) throws(TableError) -> (text: String, isMissing: Bool) {
        let label = try text(ofLabel: labels.numbers[number], at: place)
        let isMissing = missingNumbers.contains { $0.lowest <= number && number <= $0.highest }
        return (label.isEmpty ? format.text(number) : label, isMissing)
    }

    /// - Parameter raw: without the blanks and NUL behind it.
    func meaning(
        of raw: UnsafeBufferPointer<UInt8>, at place: Place
    ) throws(TableError) -> (text: String, isMissing: Bool) {
        let raw = raw.filter { $0 != 0 }
        let label = try text(ofLabel: labels.texts[raw], at: place)
        return (try label.isEmpty ? codePage.text(raw, at: place) : label, missingTexts.contains(raw))
    }

    private func text(ofLabel label: [UInt8]?, at place: Place) throws(TableError) -> String {
        guard let label else { return "" }
        return try codePage.text(label, at: place)
    }
}

/// The variables of a file in the order of its columns.
struct SPSSDictionary {
    let codePage: CodePage
    let variables: [SPSSVariable]

    init(_ outline: DictionaryOutline, _ library: ReadStatDictionary) throws(TableError) {
        codePage = try CodePage(name: outline.codePageName, number: outline.codePageNumber)
        guard library.variables.count == outline.segments.count else {
            throw .spss(.corrupt(.variables, offset: SPSSHeader.size))
        }
        let longWidths = Dictionary(
            outline.longWidths.map { (Self.folded($0.name), $0.width) }, uniquingKeysWith: { first, _ in first })
        var variables: [SPSSVariable] = []
        var index = 0
        while index < outline.segments.count {
            let found = library.variables[index]
            let segment = outline.segments[index]
            var pieces = [Self.bytes(of: segment)]
            if let width = longWidths[Self.folded(segment.name)] {
                pieces = try Self.pieces(of: width, outline.segments[index...])
            }
            let place = Place(sheetRow: 0, column: variables.count)
            variables.append(
                SPSSVariable(
                    name: try codePage.text(found.name, at: place),
                    shortName: try codePage.text(segment.name, at: place),
                    label: try codePage.text(found.label, at: place), codePage: codePage, isText: found.isText,
                    format: SPSSFormat(found.format), pieces: pieces,
                    labels: found.labelSet.flatMap { library.labelSets[$0] } ?? ReadStatDictionary.LabelSet(),
                    missingNumbers: found.missingNumbers, missingTexts: Set(found.missingTexts)))
            index += pieces.count
        }
        self.variables = variables
    }

    private static func bytes(of segment: DictionaryOutline.Segment) -> Range<Int> {
        8 * segment.firstWord..<8 * (segment.firstWord + segment.words)
    }

    /// The segments of a string of `width` bytes: room is set aside for 252 bytes in each, and all but the last hold 255.
    private static func pieces(
        of width: Int, _ segments: ArraySlice<DictionaryOutline.Segment>
    ) throws(TableError) -> [Range<Int>] {
        let count = width / 252 + (width % 252 > 0 ? 1 : 0)
        let own = segments.prefix(count)
        guard own.count == count, own.dropLast().allSatisfy({ $0.width == 255 }), own.last?.width ?? 0 > 0 else {
            throw .spss(.doesNotFit(.variables, declared: count, room: own.count))
        }
        return own.map(bytes).enumerated().map { index, range in
            index < count - 1 ? range.lowerBound..<range.lowerBound + 255 : range
        }
    }

    /// Names differ in more than ASCII's cases.
    private static func folded(_ name: [UInt8]) -> [UInt8] {
        name.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & 0xDF : $0 }
    }
}
