/// Follows a string (CT_Rst, ECMA-376 part 1, 18.4.8 and 18.3.1.53) through its elements: what counts is the text, at once or
/// in runs; how it is pronounced (`rPh`) and what runs look like does not.
struct RichText {
    private enum Level {
        case string, run, text
    }

    private var level = Level.string
    private var isInRun = false
    /// Elements within one another that are passed over.
    private var skipped = 0
    /// Whether the text that was begun keeps its outer white space.
    private(set) var keepsSpace = false

    var isInText: Bool { level == .text && skipped == 0 }

    /// What an end tag ended.
    enum End {
        case nothing, text, string
    }

    mutating func start(_ element: XMLElement, _ names: SpreadsheetNames, _ namespace: XMLName) {
        guard skipped == 0, level != .text, element.namespace == namespace else {
            skipped += 1
            return
        }
        if element.name == names.t {
            level = .text
            keepsSpace = names.keepsSpace(element)
        } else if element.name == names.r, level == .string {
            level = .run
            isInRun = true
        } else {
            skipped = 1
        }
    }

    mutating func end() -> End {
        if skipped > 0 {
            skipped -= 1
            return .nothing
        }
        switch level {
        case .text:
            level = isInRun ? .run : .string
            return .text
        case .run:
            level = .string
            isInRun = false
            return .nothing
        case .string:
            return .string
        }
    }
}
