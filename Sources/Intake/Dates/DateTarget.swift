import Survey

/// What is written of a column to say that it is the date by which answers are placed: "datum", or with the order of its
/// numbers "datum=dag/månad/år".
struct DateTarget {
    static let word = "datum"

    /// Nil where it is to be found out.
    let order: DateOrder?

    /// Nil where the text is something else.
    init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, TextKey(String(first)).text == Self.word else { return nil }
        guard parts.count == 2 else {
            order = nil
            return
        }
        let said = TextKey(String(parts[1]))
        // The year may be left out where it stands last.
        let found = DateOrder.allCases.first { order in
            let full = TextKey(order.swedish).text
            return said.text == full || said.text + " år" == full
        }
        guard let found else { return nil }
        order = found
    }

    init(order: DateOrder?) {
        self.order = order
    }

    var text: String { order.map { "\(Self.word)=\($0.swedish)" } ?? Self.word }
}
