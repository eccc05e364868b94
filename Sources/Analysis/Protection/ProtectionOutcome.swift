/// Which rows may be shown.
struct ProtectionOutcome: Equatable {
    struct Rows: Equatable {
        /// Nil where it is shown.
        var response: ProtectionReason?
        /// By item; nil where it is shown.
        var items: [ProtectionReason?]
    }

    /// Some people that can be told apart whatever is hidden, since what has been given out before does it.
    struct Unavoidable: Equatable {
        let division: Int
        /// Nil for the number of respondents.
        let item: Int?
        /// Places in `Division.cells`, rising.
        let cells: [Int]
    }

    var total: Rows
    /// By division and group.
    var divisions: [[Rows]]
    var unavoidable: [Unavoidable] = []
}

extension ProtectionOutcome.Rows {
    /// The reason of an item, nil for how many the respondents are.
    subscript(item: Int?) -> ProtectionReason? {
        get { if let item { items[item] } else { response } }
        set { if let item { items[item] = newValue } else { response = newValue } }
    }
}
