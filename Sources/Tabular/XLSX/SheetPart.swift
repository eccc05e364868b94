/// Reads a worksheet (ECMA-376 part 1, 18.3) and hands its cells to the sink, until the sink wants no more.
///
/// The merged cells stand behind all cells, so that they are not known when the headings are: only the first cell of a merged
/// range has a text.
final class SheetPart: XMLHandler {
    private enum Level {
        case outside, sheet, data, row, cell, value, inline, done
    }

    /// What a cell's `t` tells (ST_CellType).
    private enum CellType {
        case number, shared, boolean, error, formulaText, inline, date
    }

    private let part: String
    private let sheet: String
    private let limits: Limits
    private let names: SpreadsheetNames
    private let namespaces: [XMLName]
    /// The owner of the texts.
    private let strings: SharedStringsPart?
    private let texts: SharedStrings.Texts
    private let styles: [NumberKind]
    private let sink: UnsafeMutablePointer<SheetSink>

    private var namespace = XMLName(address: nil)
    private var level = Level.outside
    /// Elements within one another that are passed over.
    private var skipped = 0
    private var row = 0
    private var column = -1
    private var type = CellType.number
    private var kind = NumberKind.number
    private var hasFormula = false
    private var hasValue = false
    private var keepsSpace = false
    /// The index of a shared string, as far as it has been read; nil before its first digit.
    private var index: Int?
    private var runStart = 0
    /// The cell's text as it stands in the file, as it is shown, and where in its elements the parser is.
    private let value = InPlace(Scratch())
    private let shown = InPlace(Scratch())
    private let text = InPlace(RichText())

    init(
        _ part: String, _ names: XMLNames, sheet: String, strings: SharedStringsPart?, styles: [NumberKind],
        sink: UnsafeMutablePointer<SheetSink>
    ) {
        self.part = part
        self.sheet = sheet
        self.names = SpreadsheetNames(names)
        namespaces = [names[SpreadsheetNamespace.transitional], names[SpreadsheetNamespace.strict]]
        self.strings = strings
        texts = strings?.texts ?? SharedStrings.Texts()
        self.styles = styles
        self.sink = sink
        limits = sink.pointee.limits
    }

    override var isDone: Bool { level == .done }

    override func start(_ element: XMLElement) throws(TableError) {
        guard skipped == 0 else {
            skipped &+= 1
            return
        }
        guard element.namespace == namespace || level == .outside || level == .inline else {
            skipped = 1
            return
        }
        switch level {
        case .row where element.name == names.c:
            try beginCell(element.attributes)
        case .cell where element.name == names.v && !hasValue:
            level = .value
            hasValue = true
            value.here.pointee.removeAll()
            keepsSpace = names.keepsSpace(element)
        case .cell where element.name == names.instance && !hasValue:
            level = .inline
            hasValue = true
            value.here.pointee.removeAll()
            text.here.pointee = RichText()
        case .cell:
            if element.name == names.f { hasFormula = true }
            skipped = 1
        case .inline:
            text.here.pointee.start(element, names, namespace)
            runStart = value.here.pointee.count
        case .data where element.name == names.row:
            try beginRow(element.attributes)
        case .sheet where element.name == names.sheetData:
            level = .data
        case .outside:
            guard element.name == names.worksheet, namespaces.contains(element.namespace) else {
                throw .wrongPart(part)
            }
            namespace = element.namespace
            level = .sheet
        case .done:
            break
        default:
            skipped = 1
        }
    }

    override func end(_ name: XMLName, _ namespace: XMLName) throws(TableError) {
        guard skipped == 0 else {
            skipped &-= 1
            return
        }
        switch level {
        case .value:
            level = .cell
        case .cell:
            level = .row
            try endCell()
        case .inline:
            switch text.here.pointee.end() {
            case .nothing: break
            case .text: if !text.here.pointee.keepsSpace { trim(from: runStart) }
            case .string: level = .cell
            }
        case .row:
            try sink.pointee.endRow()
            level = sink.pointee.wantsCells ? .data : .done
        case .data:
            level = .sheet
        case .sheet, .outside, .done:
            break
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        if level == .value {
            if type == .shared { try readIndex(bytes) } else { try take(bytes) }
        } else if level == .inline, text.here.pointee.isInText {
            try take(bytes)
        }
    }

    private func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        guard let start = bytes.baseAddress else { return }
        guard bytes.count <= limits.cellBytes - value.here.pointee.count else {
            throw fault(.tooLong(limit: limits.cellBytes))
        }
        value.here.pointee.append(start, bytes.count)
    }

    private func readIndex(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        for byte in bytes {
            let digit = byte &- 0x30
            if digit < 10 {
                // Beyond any string there can be, it need not be exact.
                index = min(index ?? 0, 1 << 40) &* 10 &+ Int(digit)
            } else if byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 {
                throw fault(.notANumber)
            }
        }
    }
}

// MARK: - Rows and cells

extension SheetPart {
    private func fault(_ fault: CellFault) -> TableError {
        .cell(Place(sheet: sheet, sheetRow: row, column: max(0, column)), fault)
    }

    private func beginRow(_ attributes: XMLAttributes) throws(TableError) {
        let before = row
        row = before + 1
        if let told = attributes[names.r] {
            guard told.count <= 9, let number = Self.integer(told) else {
                throw .rowOutOfOrder(sheet: sheet, found: nil, after: before)
            }
            guard number > before else { throw .rowOutOfOrder(sheet: sheet, found: number, after: before) }
            row = number
        }
        guard row <= limits.sheetRows else {
            throw .tooManySheetRows(sheet: sheet, found: row, limit: limits.sheetRows)
        }
        column = -1
        level = .row
        sink.pointee.beginRow(row)
    }

    @inline(__always)
    private func beginCell(_ attributes: XMLAttributes) throws(TableError) {
        var next = column &+ 1
        var type = CellType.number
        var kind = NumberKind.number
        for attribute in attributes where attribute.namespace.address == nil {
            if attribute.name == names.r {
                guard let reference = CellReference(attribute.value), reference.row == row else {
                    throw fault(.badReference)
                }
                guard reference.column >= next else {
                    column = reference.column
                    throw fault(.outOfOrder)
                }
                next = reference.column
            } else if attribute.name == names.t {
                guard let known = Self.type(attribute.value) else {
                    column = next
                    throw fault(.unknownType)
                }
                type = known
            } else if attribute.name == names.s, let style = Self.integer(attribute.value), style < styles.count {
                kind = styles[style]
            }
        }
        column = next
        guard next < limits.fields else { throw fault(.beyondLastColumn(limit: limits.fields)) }
        self.type = type
        self.kind = kind
        hasFormula = false
        hasValue = false
        index = nil
        level = .cell
    }

    private static func type(_ value: UnsafeBufferPointer<UInt8>) -> CellType? {
        switch (value.count, value.first ?? 0) {
        case (1, UInt8(ascii: "s")): .shared
        case (1, UInt8(ascii: "n")): .number
        case (1, UInt8(ascii: "b")): .boolean
        case (1, UInt8(ascii: "e")): .error
        case (1, UInt8(ascii: "d")): .date
        case (3, _) where isEqual(value, "str"): .formulaText
        case (9, _) where isEqual(value, "inlineStr"): .inline
        default: nil
        }
    }

    /// Whether a value is the word, which is as long.
    private static func isEqual(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        for place in value.indices where value[place] != word.utf8Start[place] { return false }
        return true
    }

    private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !text.isEmpty, text.count <= 9 else { return nil }
        var number = 0
        for byte in text {
            guard byte &- 0x30 < 10 else { return nil }
            number = number &* 10 &+ Int(byte &- 0x30)
        }
        return number
    }

    private func trim(from place: Int) {
        let run = UnsafeMutableBufferPointer(
            start: value.here.pointee.base + place, count: value.here.pointee.count - place)
        value.here.pointee.removeAll(behind: place + StringEscapes.trim(run))
    }

    @inline(__always)
    private func endCell() throws(TableError) {
        if type == .shared {
            guard let index else { return endWithoutValue() }
            guard let bytes = texts[index] else {
                throw fault(.noSharedString(index: index, count: texts.count))
            }
            if hasFormula { sink.pointee.hasComputed = true }
            return try sink.pointee.shared(column, index, bytes)
        }
        if hasValue { try endOwnValue() } else { endWithoutValue() }
    }

    private func endWithoutValue() {
        // A formula that is said to give text has been computed, to an empty one.
        guard hasFormula else { return }
        if type == .formulaText { sink.pointee.hasComputed = true } else { sink.pointee.uncomputed(column) }
    }

    /// Ends a cell whose value stands in the cell.
    private func endOwnValue() throws(TableError) {
        switch type {
        case .formulaText, .inline:
            // Of inline text, each run has been looked at on its own.
            if type == .formulaText, !keepsSpace { trim(from: 0) }
            let all = UnsafeMutableBufferPointer(start: value.here.pointee.base, count: value.here.pointee.count)
            value.here.pointee.removeAll(behind: StringEscapes.decode(all))
            if hasFormula { sink.pointee.hasComputed = true }
            return try sink.pointee.cell(column, value.here.pointee.bytes)
        default:
            trim(from: 0)
        }
        guard value.here.pointee.count > 0 else { return endWithoutValue() }
        if hasFormula { sink.pointee.hasComputed = true }
        switch type {
        case .number: try sink.pointee.number(column, &value.here.pointee, as: kind)
        case .boolean: try endBoolean()
        case .date:
            shown.here.pointee.removeAll()
            guard ISODate.append(value.here.pointee.bytes, to: &shown.here.pointee) else { throw fault(.notADate) }
            try sink.pointee.cell(column, shown.here.pointee.bytes)
        case .error, .shared, .formulaText, .inline: try sink.pointee.cell(column, value.here.pointee.bytes)
        }
    }

    private func endBoolean() throws(TableError) {
        let isTrue =
            value.here.pointee.bytes.elementsEqual("1".utf8) || value.here.pointee.bytes.elementsEqual("true".utf8)
        let isFalse =
            value.here.pointee.bytes.elementsEqual("0".utf8) || value.here.pointee.bytes.elementsEqual("false".utf8)
        guard isTrue || isFalse else { throw fault(.notABoolean) }
        shown.here.pointee.removeAll()
        for byte in (isTrue ? "TRUE" : "FALSE").utf8 { shown.here.pointee.append(byte) }
        try sink.pointee.cell(column, shown.here.pointee.bytes)
    }
}
