public import Survey
import Yams

/// What a `matning.yaml` says: which files hold the answers of a förbund's mätperiod.
public struct MeasurementFile: Equatable, Sendable {
    public let forbund: String
    public let period: Period
    /// The answers were made up, for an example or a test.
    public let constructed: Bool
    public let entries: [Entry]

    /// One questionnaire of it.
    public struct Entry: Equatable, Sendable {
        public let instrument: String
        /// As they are written, relative to the description.
        public let files: [String]
        public let invited: InvitedSource?
        /// The sheet with the answers; nil for whichever looks like answers.
        public let sheet: String?
        /// A mapping, as it is written; nil for one that was made for the layout.
        public let mapping: String?
        /// What columns are said to be.
        public let columns: [ColumnChoices.Choice]
        /// Where it is described.
        public let place: Place
    }

    /// - Parameters:
    ///   - path: the file.
    ///   - name: as the user named it.
    public init(path: String, name: String) throws(Refusal) {
        let root = try YAMLMapping(
            try yamlRoot(contents(of: path, as: name), file: name), in: name, what: "mätningen",
            keys: ["förbund", "period", "konstruerade svar", "enkäter"])
        forbund = try root.text("förbund")
        let label = try root.text("period")
        guard let period = Period(label) else { throw Refusal(root.place(of: "period"), .notAPeriod(label)) }
        self.period = period
        constructed = try root.yesOrNo("konstruerade svar", default: false)
        let listed = try YAMLMapping(try root.node("enkäter"), in: name, what: "enkäter", keys: [])
        guard !listed.keys.isEmpty else { throw root.empty("enkäter", expected: "minst en enkät") }
        var entries: [Entry] = []
        for id in listed.keys {
            let entry = try YAMLMapping(
                try listed.node(id), in: name, what: "enkäten \(id)",
                keys: ["filer", "tillfrågade", "blad", "mappning", "kolumner"])
            guard try !entry.list("filer").isEmpty else { throw entry.empty("filer", expected: "minst en fil") }
            entries.append(
                Entry(
                    instrument: id, files: try entry.texts("filer"),
                    invited: try entry.textIfAny("tillfrågade").map(InvitedSource.init),
                    sheet: try entry.textIfAny("blad"), mapping: try entry.textIfAny("mappning"),
                    columns: try columns(of: entry), place: listed.place(of: id)))
        }
        self.entries = entries
    }
}

/// "kolumner": what each heading is, as after `--kolumn`.
private func columns(of entry: YAMLMapping) throws(Refusal) -> [ColumnChoices.Choice] {
    guard entry.has("kolumner") else { return [] }
    let columns = try YAMLMapping(
        try entry.node("kolumner"), in: entry.file, what: "kolumner för \(entry.what)", keys: [])
    var choices: [ColumnChoices.Choice] = []
    for heading in columns.keys {
        guard let target = ColumnChoices.Target(try columns.text(heading)) else { continue }
        choices.append(
            ColumnChoices.Choice(heading: heading, target: target, match: .chosen, place: columns.place(of: heading)))
    }
    return choices
}

/// Where the number of those asked is found.
public enum InvitedSource: Equatable, Sendable {
    case number(Int)
    /// A file with a background variable and "antal".
    case file(String)

    /// A text of digits is a number, everything else a file.
    public init(_ text: String) {
        self = Int(text.filter { !$0.isWhitespace }).map { .number($0) } ?? .file(text)
    }
}
