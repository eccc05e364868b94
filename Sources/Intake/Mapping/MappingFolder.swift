/// The saved mappings.
public struct MappingFolder: Sendable {
    public let mappings: [MappingFile]

    /// None.
    public init() {
        mappings = []
    }

    /// - Parameter paths: its YAML files, as the user knows them.
    /// - Throws: everything that is wrong with any of them. One that cannot be read may be the very one that was meant.
    public init(paths: [String]) throws(Refusal) {
        var problems: [Problem] = []
        var mappings: [MappingFile] = []
        for path in paths.sorted() {
            do {
                mappings.append(try MappingFile(path: path, name: path))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        self.mappings = mappings
    }

    /// The mapping that was made for a layout.
    ///
    /// - Parameters:
    ///   - layouts: a file's headings, of each of its sheets.
    ///   - sheet: the sheet that the user asked for.
    ///   - instrument: the questionnaire that the user asked for.
    /// - Throws: where there is more than one.
    public func mapping(
        for layouts: [SheetHeadings], sheet: String? = nil, instrument: String? = nil
    ) throws(Refusal) -> MappingFile? {
        let fitting = mappings.filter { mapping in
            (instrument ?? mapping.instrument) == mapping.instrument
                && layouts.contains { mapping.fits($0, asked: sheet) }
        }
        guard let first = fitting.first else { return nil }
        guard fitting.count == 1 else {
            throw Refusal(
                fitting.dropFirst().map { Problem(Place(file: $0.name), .sameLayout(as: first.name)) })
        }
        return first
    }
}

/// The headings of one sheet of a file.
public struct SheetHeadings: Equatable, Sendable {
    /// Nil where the format has no sheets.
    public let sheet: String?
    /// Of each column the heading, blank ones included.
    public let headings: [String]

    public init(sheet: String?, headings: [String]) {
        self.sheet = sheet
        self.headings = headings
    }
}

extension MappingFile {
    fileprivate func fits(_ layout: SheetHeadings, asked: String?) -> Bool {
        guard fits(layout.headings) else { return false }
        guard let wanted = asked ?? sheet else { return true }
        return layout.sheet == nil || layout.sheet == wanted
    }
}
