/// A cell style that a workbook knows, as a small number.
public struct StyleHandle: Hashable, Sendable {
    let index: Int

    /// ``CellStyle/standard``.
    public static let standard = StyleHandle(index: 0)
}

/// The cell styles of a workbook, in the order of their first use.
struct StyleBook {
    struct Entry {
        let style: CellStyle
        /// The name as it is shown.
        let name: String
        /// ` table:style-name="..."`.
        let attribute: [UInt8]
    }

    private(set) var entries: [Entry] = []
    private var handles: [CellStyle: StyleHandle] = [:]
    private var names: Set<String> = []

    init() {
        add(.standard)
    }

    mutating func handle(for style: CellStyle) throws(WorkbookError) -> StyleHandle {
        if let known = handles[style] { return known }
        try style.check()
        return add(style)
    }

    @discardableResult
    private mutating func add(_ style: CellStyle) -> StyleHandle {
        var name = style.name
        var count = 1
        while name.isEmpty || !names.insert(name).inserted {
            count += 1
            name = style.name.isEmpty ? "Style \(count)" : "\(style.name) \(count)"
        }
        let handle = StyleHandle(index: entries.count)
        let attribute = " table:style-name=\"\(StyleBook.identifier(name))\""
        entries.append(Entry(style: style, name: name, attribute: Array(attribute.utf8)))
        handles[style] = handle
        return handle
    }

    /// A name that XML allows, one for each shown name: what is not an ASCII letter or digit becomes its code between
    /// underscores, as programs do it.
    static func identifier(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            let letter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            if letter || (("0"..."9").contains(scalar) && !result.isEmpty) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "_\(String(scalar.value, radix: 16))_"
            }
        }
        return result
    }
}
