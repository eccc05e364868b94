import Zip

/// Reads a workbook of Office Open XML (ECMA-376), which Excel and most survey tools write as .xlsx:
///
///     _rels/.rels                   leads to the workbook
///     xl/workbook.xml               the sheets' names and order, how days are counted
///     xl/_rels/workbook.xml.rels    where the sheets, the strings and the styles are
///     xl/sharedStrings.xml          texts by number; read as a whole
///     xl/styles.xml                 which cells are dates
///     xl/worksheets/sheet1.xml      streams by
struct XLSXReader {
    /// A sheet and where it is.
    private struct Found {
        let sheet: Sheet
        let path: String?
        let relationship: String
    }

    private var package: OfficePackage
    private let limits: Limits
    private let found: [Found]
    private let dates: DateSystem
    private let stringsPath: String?
    private let stylesPath: String?

    init(_ bytes: any RandomAccess, limits: Limits = Limits()) throws(TableError) {
        var package = try OfficePackage(bytes)
        self.limits = limits
        let path = try package.workbookPath(limits)
        var names = XMLNames()
        let workbook = WorkbookPart(path, names, limits: limits)
        try package.parse(path, names, workbook, atMost: limits.smallPartBytes)

        let (folder, name) = OfficePackage.split(path)
        let relationsPath = (folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels"
        names = XMLNames()
        let relations = RelationshipsPart(relationsPath, names, folder: folder, limits: limits)
        try package.parse(relationsPath, names, relations, atMost: limits.smallPartBytes)

        found = workbook.sheets.enumerated().compactMap { place, listed in
            let relationship = relations.relationships[listed.relationship]
            // Charts and macros can be sheets as well.
            guard relationship == nil || relationship?.type == "worksheet" else { return nil }
            return Found(
                sheet: Sheet(name: listed.name, number: place + 1, isHidden: listed.isHidden),
                path: relationship?.path, relationship: listed.relationship)
        }
        dates = workbook.dates
        stringsPath = relations.first("sharedStrings")?.path
        stylesPath = relations.first("styles")?.path
        self.package = package
    }

    /// Goes through the sheets, those that are shown first, until one is chosen and read.
    ///
    /// - Returns: the chosen sheet's table; nil where none was chosen.
    mutating func table(
        _ options: ReadingOptions, choose: @escaping (Opening) -> Choice
    ) throws(TableError) -> Table? {
        let wanted = try sheets(named: options.sheet)
        let strings = try readStrings()
        let styles = try readStyles()
        let sink = UnsafeMutablePointer<SheetSink>.allocate(capacity: 1)
        sink.initialize(to: SheetSink(format: .xlsx, limits: limits, progress: options.progress, choose: choose))
        defer {
            sink.deinitialize(count: 1)
            sink.deallocate()
        }
        sink.pointee.total = package.size
        sink.pointee.sharedTexts = strings?.texts.count ?? 0
        sink.pointee.dates = dates
        for found in wanted {
            guard let path = found.path else { throw .missingPart(found.relationship) }
            let names = XMLNames()
            let part = SheetPart(
                path, names, sheet: found.sheet.name, strings: strings, styles: styles, sink: sink)
            sink.pointee.beginSheet(found.sheet)
            let before = sink.pointee.done
            try package.parse(path, names, part, atMost: .max) { done in sink.pointee.done = before + done }
            try sink.pointee.endSheet()
            if sink.pointee.isFinished { break }
        }
        let table = sink.pointee.table()
        guard table != nil || sink.pointee.hasCells else { throw .empty }
        return table
    }

    private func sheets(named name: String?) throws(TableError) -> [Found] {
        guard let name else { return found.filter { !$0.sheet.isHidden } + found.filter(\.sheet.isHidden) }
        // Two sheets of a workbook differ in more than capitals.
        let wanted =
            found.filter { $0.sheet.name == name } + found.filter { $0.sheet.name.lowercased() == name.lowercased() }
        guard let first = wanted.first else { throw .noSuchSheet(name, existing: found.map(\.sheet.name)) }
        return [first]
    }

    private mutating func readStrings() throws(TableError) -> SharedStringsPart? {
        guard let path = stringsPath else { return nil }
        let names = XMLNames()
        let part = SharedStringsPart(path, names, limits: limits)
        try package.parse(path, names, part, atMost: .max)
        return part
    }

    private mutating func readStyles() throws(TableError) -> [NumberKind] {
        guard let path = stylesPath else { return [] }
        let names = XMLNames()
        let part = StylesPart(names, limits: limits)
        try package.parse(path, names, part, atMost: limits.stylesBytes)
        return part.kinds
    }
}
