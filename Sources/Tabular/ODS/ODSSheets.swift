/// A workbook's sheets as they come by, and which of them are looked at.
struct ODSSheets {
    /// Which sheets a pass through the document looks at.
    enum Pass: Equatable {
        case visible, hidden
        /// The one of this name, in small or large letters, hidden or not.
        case named(String)
    }

    /// LibreOffice's own limit.
    static let limit = 10_000
    /// Bytes of a name that are kept.
    private static let longestName = 1_024

    let pass: Pass
    /// All sheets so far.
    private(set) var all: [Sheet] = []
    /// The one that is being read; nil for one that is not looked at.
    private(set) var current: Sheet?
    /// Whether no other sheet is looked at.
    private(set) var isFinished = false

    private var hiddenStyles: Set<[UInt8]> = []

    init(_ pass: Pass) {
        self.pass = pass
    }

    var hasHidden: Bool { all.contains(where: \.isHidden) }

    static func kept(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8] { Array(name.prefix(longestName)) }

    /// Notes that the sheets of a style are hidden.
    mutating func hide(style: [UInt8]) {
        if hiddenStyles.count < Self.limit { hiddenStyles.insert(style) }
    }

    /// The next sheet, if it is to be looked at.
    mutating func next(
        name: UnsafeBufferPointer<UInt8>?, style: UnsafeBufferPointer<UInt8>?
    ) throws(TableError) -> Sheet? {
        guard all.count < Self.limit else { throw .tooManySheets(limit: Self.limit) }
        let isHidden = style.map { hiddenStyles.contains(Self.kept($0)) } ?? false
        let text = String(decoding: name.map(Self.kept) ?? [], as: UTF8.self)
        let sheet = Sheet(name: text, number: all.count + 1, isHidden: isHidden)
        all.append(sheet)
        current = isLookedAt(sheet) ? sheet : nil
        return current
    }

    mutating func endSheet() {
        if current != nil, case .named = pass { isFinished = true }
        current = nil
    }

    private func isLookedAt(_ sheet: Sheet) -> Bool {
        switch pass {
        case .visible: !sheet.isHidden
        case .hidden: sheet.isHidden
        case .named(let name): !isFinished && sheet.name.lowercased() == name.lowercased()
        }
    }
}
