extension ColumnChoices.Target {
    /// As people write it: "tid", "3", "insats=SamMA", or "-" and "utelämna" for a column that is to be left out.
    ///
    /// - Returns: nil for a blank text.
    public init?(_ text: String) {
        let text = text.trimmed
        guard !text.isEmpty else { return nil }
        self = Self.leavingOut.contains(text.lowercased()) ? .leftOut : .named(text)
    }

    /// As it is written into a mapping.
    var text: String {
        switch self {
        case .named(let name): name
        case .leftOut: "utelämna"
        }
    }

    private static let leavingOut: Set<String> = ["-", "–", "−", "utelämna", "utelämnas", "utelamna"]
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
    }
}
