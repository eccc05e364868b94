/// How a number in a workbook is shown.
struct NumberReading {
    let kind: NumberKind
    let dates: DateSystem

    /// Marks the number that was put together in `scratch`, so that its bytes are those of no text and no other reading. A
    /// text has no such control characters.
    func mark(_ scratch: inout Scratch) {
        scratch.append(kind.rawValue)
    }

    /// The text of a marked number; nil where it is none.
    func text(of marked: UnsafeBufferPointer<UInt8>) -> String? {
        var shown = Scratch()
        return append(marked, to: &shown) ? String(decoding: shown.bytes, as: UTF8.self) : nil
    }

    /// Appends the text of a marked number. What is no date in its calendar is shown as the number it is.
    /// - Returns: false where it is no number; nothing is appended then.
    func append(_ marked: UnsafeBufferPointer<UInt8>, to shown: inout Scratch) -> Bool {
        let bytes = UnsafeBufferPointer(rebasing: marked.dropLast())
        guard kind != .number else { return DecimalText.append(bytes, to: &shown) }
        guard let serial = DecimalText.value(of: bytes) else { return false }
        if !SerialDate.append(serial, kind, dates, to: &shown) { DecimalText.append(serial, to: &shown) }
        return true
    }
}
