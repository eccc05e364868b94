/// A text as it is compared: small letters, digits and single spaces. Case, spacing, punctuation and the kind of
/// quotes do not matter, and å is å whether it came as one code point or two.
struct TextKey: Hashable {
    let text: String

    init(_ text: some StringProtocol) {
        var key = ""
        var pendingSpace = false
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                if pendingSpace, !key.isEmpty { key.append(" ") }
                pendingSpace = false
                key.append(character)
            } else {
                pendingSpace = true
            }
        }
        self.text = key
    }

    var isEmpty: Bool { text.isEmpty }

    /// The rest of a text that begins with this number ("3. Upplever du ..."), or nil.
    func without(number: Int) -> TextKey? {
        let start = "\(number) "
        return text.hasPrefix(start) ? TextKey(text.dropFirst(start.count)) : nil
    }
}
