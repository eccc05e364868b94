internal import Glibc

/// The styles of a file, as far as a reader's eyes and a program's formats depend on them.
struct Looks {
    /// Styles by family and name.
    private var styles: [String: [String: Element]] = [:]
    private var defaults: [String: Element] = [:]
    /// The elements of data styles by name: `number:percentage-style` and the like.
    private(set) var formats: [String: String] = [:]
    private var fonts: [String: String] = [:]
    private var layouts: [String: Element] = [:]
    private(set) var masters: [String: Element] = [:]
    /// Everything that is a cell's look to a program: styles and automatic styles of cells.
    private(set) var cellStyleCount = 0

    init(styles: Element, content: Element) {
        let holders = [
            styles.child("office:styles"), styles.child("office:automatic-styles"),
            content.child("office:automatic-styles"),
        ]
        for style in holders.compactMap({ $0 }).flatMap(\.children) {
            let name = style["style:name"] ?? ""
            switch style.name {
            case "style:style":
                let family = style["style:family"] ?? ""
                self.styles[family, default: [:]][name] = style
                if family == "table-cell" { cellStyleCount += 1 }
            case "style:default-style": defaults[style["style:family"] ?? ""] = style
            case "style:page-layout": layouts[name] = style
            case let element where element.hasPrefix("number:"): formats[name] = element
            default: break
            }
        }
        for face in styles.child("office:font-face-decls")?.children("style:font-face") ?? [] {
            fonts[face["style:name"] ?? ""] = face["style:font-family-generic"]
        }
        for master in styles.child("office:master-styles")?.children("style:master-page") ?? [] {
            masters[master["style:name"] ?? ""] = master
        }
    }

    /// A property of a cell's style, from its parents or the default where it does not say.
    func cell(_ style: String?, _ group: String, _ property: String) -> String? {
        var seen: Set<String> = []
        var next = style ?? "Default"
        while let found = styles["table-cell"]?[next], seen.insert(next).inserted {
            if let value = found.child(group)?[property] { return value }
            next = found["style:parent-style-name"] ?? ""
        }
        return defaults["table-cell"]?.child(group)?[property]
    }

    /// The kind of the data style: the name of its element.
    func format(of style: String?) -> String? {
        var seen: Set<String> = []
        var next = style ?? "Default"
        while let found = styles["table-cell"]?[next], seen.insert(next).inserted {
            if let name = found["style:data-style-name"] { return formats[name] }
            next = found["style:parent-style-name"] ?? ""
        }
        return nil
    }

    /// `swiss` for a font without serifs.
    func fontFamily(of style: String?) -> String? {
        cell(style, "style:text-properties", "style:font-name").flatMap { fonts[$0] }
    }

    /// In points.
    func fontSize(of style: String?) -> Double {
        Looks.points(cell(style, "style:text-properties", "fo:font-size")) ?? 0
    }

    func isBold(_ style: String?) -> Bool { cell(style, "style:text-properties", "fo:font-weight") == "bold" }

    func wraps(_ style: String?) -> Bool { cell(style, "style:table-cell-properties", "fo:wrap-option") == "wrap" }

    /// In points, on one side of the text; what programs use where nothing is said is 0.35 mm.
    func padding(of style: String?) -> Double {
        Looks.points(cell(style, "style:table-cell-properties", "fo:padding")) ?? 1
    }

    func indent(of style: String?) -> Double {
        Looks.points(cell(style, "style:paragraph-properties", "fo:margin-left")) ?? 0
    }

    func width(ofColumn style: String?) -> Double? {
        Looks.points(
            styles["table-column"]?[style ?? ""]?.child("style:table-column-properties")?["style:column-width"])
    }

    /// In points; nil where the program fits the row to its text.
    func height(ofRow style: String?) -> Double? {
        guard let properties = styles["table-row"]?[style ?? ""]?.child("style:table-row-properties"),
            properties["style:use-optimal-row-height"] != "true"
        else { return nil }
        return Looks.points(properties["style:row-height"])
    }

    func isShown(_ sheet: CheckedSheet) -> Bool {
        let style = styles["table"]?[sheet.element["table:style-name"] ?? ""]
        return style?.child("style:table-properties")?["table:display"] != "false"
    }

    func master(of sheet: CheckedSheet) -> Element? {
        let style = styles["table"]?[sheet.element["table:style-name"] ?? ""]
        return style?["style:master-page-name"].flatMap { masters[$0] }
    }

    func layout(of master: Element) -> Element? {
        layouts[master["style:page-layout-name"] ?? ""]?.child("style:page-layout-properties")
    }

    /// The language that cells are in, such as `sv-SE`.
    var cellLanguage: String {
        let properties = defaults["table-cell"]?.child("style:text-properties")
        return "\(properties?["fo:language"] ?? "")-\(properties?["fo:country"] ?? "")"
    }

    /// What superscript letters are made with.
    var raisedStyles: [String] {
        styles.values.flatMap { $0 }.filter { _, style in
            let position = style.child("style:text-properties")?["style:text-position"] ?? ""
            return position.hasPrefix("super") || (position.first?.isNumber ?? false)
        }.map(\.key).sorted()
    }

    /// A length in points.
    static func points(_ text: String?) -> Double? {
        guard let text else { return nil }
        for (unit, size) in [("mm", 72 / 25.4), ("cm", 72 / 2.54), ("pt", 1.0), ("in", 72.0)]
        where text.hasSuffix(unit) {
            return Double(text.dropLast(unit.count)).map { $0 * size }
        }
        return nil
    }

    /// The ratio of two colours' brightness, from 1 to 21 (WCAG 2.2, "contrast ratio").
    static func contrast(_ one: String, _ other: String) -> Double? {
        guard let first = brightness(one), let second = brightness(other) else { return nil }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func brightness(_ color: String) -> Double? {
        guard color.hasPrefix("#"), color.utf8.count == 7, let rgb = UInt32(color.dropFirst(), radix: 16) else {
            return nil
        }
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(rgb >> UInt32(shift) & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
