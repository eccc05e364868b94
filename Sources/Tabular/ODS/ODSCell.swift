/// A cell of a sheet: its value by the type it declares, or else the text that is shown, never both.
struct ODSCell: ~Copyable {
    /// What the cell's paragraphs say. Only looked at where no attribute tells the value.
    var text = CellText()

    private let names: ODSNames
    private var value = Scratch()
    /// Whether an attribute has told the value, so that what stands inside the cell does not matter.
    private(set) var hasValue = false
    private var hasType = false
    /// Whether the cell's value is computed.
    private(set) var hasFormula = false

    init(_ names: ODSNames) {
        self.names = names
    }

    /// The cell's text; empty for a blank one.
    var bytes: UnsafeBufferPointer<UInt8> { hasValue ? value.bytes : text.bytes }

    /// Whether it is a formula of which no result is in the file. One that came to an empty text has an empty paragraph.
    var isUncomputed: Bool { hasFormula && !hasType && !text.hasParagraphs }

    /// Begins a cell.
    ///
    /// - Returns: the attribute that says how often it is repeated.
    mutating func begin(_ attributes: XMLAttributes) -> UnsafeBufferPointer<UInt8>? {
        text.removeAll()
        (hasValue, hasFormula) = (false, false)
        var repeats: UnsafeBufferPointer<UInt8>?
        var type: UnsafeBufferPointer<UInt8>?
        var hasMore = false
        var isError = false
        for attribute in attributes {
            if attribute.namespace == names.office {
                if attribute.name == names.valueType { type = attribute.value } else { hasMore = true }
            } else if attribute.namespace == names.table {
                if attribute.name == names.columnsRepeated { repeats = attribute.value }
                if attribute.name == names.formula { hasFormula = true }
            } else if attribute.namespace == names.calc, attribute.name == names.valueType {
                isError = attribute.value.says("error")
            }
        }
        hasType = type != nil
        // Most cells are texts without any value beside.
        if let type, hasMore, !isError { hasValue = take(type, attributes) }
        return repeats
    }

    /// Takes the value by its type (ODF 1.3 part 3, 19.389). What is no value of its type is passed over for the text.
    private mutating func take(_ type: UnsafeBufferPointer<UInt8>, _ attributes: XMLAttributes) -> Bool {
        value.removeAll()
        if type.says("string") {
            guard let string = attributes[names.stringValue, in: names.office] else { return false }
            value.append(string)
            return true
        }
        if type.says("float") || type.says("percentage") || type.says("currency") {
            return attributes[names.value, in: names.office].map { DecimalText.append($0, to: &value) } ?? false
        }
        if type.says("date") {
            return attributes[names.dateValue, in: names.office].map { ISODate.append($0, to: &value) } ?? false
        }
        if type.says("time") {
            return attributes[names.timeValue, in: names.office].map { TimeText.append($0, to: &value) } ?? false
        }
        if type.says("boolean"), let boolean = attributes[names.booleanValue, in: names.office] {
            let isTrue = boolean.says("true")
            guard isTrue || boolean.says("false") else { return false }
            for byte in (isTrue ? "TRUE" : "FALSE").utf8 { value.append(byte) }
            return true
        }
        return false
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these are the bytes of the word.
    @inline(__always)
    func says(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount, let baseAddress else { return false }
        for index in 0..<count where baseAddress[index] != word.utf8Start[index] { return false }
        return true
    }
}
