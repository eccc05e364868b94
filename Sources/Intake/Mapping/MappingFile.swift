import Survey
import Yams

/// What the columns of one layout of an export are: a file that is saved once and may be changed by hand.
///
/// It holds headings and nothing else of the export: no answer, and nothing of those who answered.
public struct MappingFile: Equatable, Sendable {
    /// As the user knows the file.
    public let name: String
    public let instrument: String
    /// Where the questionnaire is named.
    public let instrumentPlace: Place
    /// The sheet that the columns stand in; nil for whichever looks like answers, and where the format has none.
    public let sheet: String?
    /// Every column of the layout, in order.
    public let columns: [Column]

    public struct Column: Equatable, Sendable {
        public let heading: String
        /// Nil where the mapping leaves the column to be recognised as any other.
        public let target: ColumnChoices.Target?
        /// Where in the mapping this is said.
        public let place: Place

        public init(heading: String, target: ColumnChoices.Target?, place: Place) {
            self.heading = heading
            self.target = target
            self.place = place
        }
    }

    /// Reads a mapping.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - name: as the user knows it.
    public init(path: String, name: String) throws(Refusal) {
        try self.init(contents(of: path, as: name), name: name)
    }

    /// - Throws: everything that is wrong with the text.
    public init(_ bytes: [UInt8], name: String) throws(Refusal) {
        let root = try YAMLMapping(
            try yamlRoot(bytes, file: name), in: name, what: "mappningen",
            keys: ["enkät", "version", "period", "blad", "kolumner"])
        self.name = name
        instrument = try root.text("enkät")
        instrumentPlace = root.place(of: "enkät")
        // Of use to who reads the file; what the columns are is decided anew for each period.
        _ = try root.textIfAny("version")
        _ = try root.textIfAny("period")
        sheet = try root.textIfAny("blad")
        let nodes = try root.list("kolumner")
        guard !nodes.isEmpty else { throw root.empty("kolumner", expected: "minst en kolumn") }
        var problems: [Problem] = []
        columns = readAll(nodes, &problems) { node throws(Refusal) in try column(node, file: name) }
        guard problems.isEmpty else { throw Refusal(problems) }
    }

    /// What the mapping says that columns are.
    public var choices: [ColumnChoices.Choice] {
        columns.compactMap { column in
            column.target.map {
                ColumnChoices.Choice(heading: column.heading, target: $0, match: .mapped, place: column.place)
            }
        }
    }

    /// Whether these are the headings that the mapping was made for. Case, spacing and punctuation do not matter, since
    /// they change when a file is opened in one program and saved in another.
    public func fits(_ headings: [String]) -> Bool {
        headings.count == columns.count && zip(headings, columns).allSatisfy { TextKey($0) == TextKey($1.heading) }
    }
}

private func column(_ node: Node, file: String) throws(Refusal) -> MappingFile.Column {
    let mapping = try YAMLMapping(node, in: file, what: "en kolumn", keys: ["rubrik", "är"])
    guard let heading = try mapping.node("rubrik").scalar?.string else {
        throw Refusal(
            mapping.place(of: "rubrik"),
            .notOfKind(key: "rubrik", found: try mapping.node("rubrik").summary, expected: "en text"))
    }
    let text = try mapping.textIfAny("är")
    return MappingFile.Column(
        heading: heading, target: text.flatMap { ColumnChoices.Target($0) },
        place: mapping.place(of: text == nil ? "rubrik" : "är"))
}
