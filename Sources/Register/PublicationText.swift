import Survey

/// Published figures as one text, a line a thing. It is written often and read seldom, and is read with distrust.
///
///     2                                                the version of this form
///     P instrument version period constructed time     a questionnaire in a period
///     F name sha256 size rows empty-rows               a file it came from
///     L heading reason                                 a column left out of that file
///     G variable name answers invited [value …]        a group; of one that was put together, the values in it
///     Q question [negative neither positive clearly]   a question in that group; without numbers where protected
///
/// The first version did not keep the values.
///
/// Fields are parted by U+001F and lines by U+001E. In a field these, and the backslash itself, are escaped. A field that may
/// be unknown is empty where it is, and else begins with "=".
enum PublicationText {
    /// A text of more bytes than this is no publication.
    static let mostBytes = 1 << 26
    private static let version = "2"
    private static let field: UInt8 = 0x1F
    private static let line: UInt8 = 0x1E

    // MARK: Writing

    static func text(_ periods: [PublishedPeriod]) -> String {
        var bytes = Array(version.utf8)
        for period in periods {
            write(
                "P", period.instrument, period.version, period.period.label, period.constructed ? "1" : "0",
                maybe(period.importedAt), to: &bytes)
            for file in period.files {
                write(
                    "F", file.name, file.sha256, String(file.size), String(file.rows), String(file.emptyRows),
                    to: &bytes)
                for column in file.leftOut { write("L", column.heading, column.reason, to: &bytes) }
            }
            for group in period.groups {
                write(
                    [
                        "G", maybe(group.variable), group.name, maybe(group.answers.map(String.init)),
                        maybe(group.invited.map(String.init)),
                    ] + group.members, to: &bytes)
                for question in group.questions {
                    if let counts = question.counts {
                        write(
                            "Q", question.question, String(counts.negative), String(counts.neither),
                            String(counts.positive), String(counts.clearlyPositive), to: &bytes)
                    } else {
                        write("Q", question.question, to: &bytes)
                    }
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func maybe(_ text: String?) -> String { text.map { "=" + $0 } ?? "" }

    private static func write(_ fields: String..., to bytes: inout [UInt8]) { write(fields, to: &bytes) }

    private static func write(_ fields: [String], to bytes: inout [UInt8]) {
        bytes.append(line)
        for (place, text) in fields.enumerated() {
            if place > 0 { bytes.append(field) }
            for byte in text.utf8 {
                switch byte {
                case field: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
                case line: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "l")]
                case UInt8(ascii: "\\"): bytes += [byte, byte]
                default: bytes.append(byte)
                }
            }
        }
    }

    // MARK: Reading

    /// Nil where anything in the text is not as it is written here.
    static func periods(_ text: String) -> [PublishedPeriod]? {
        guard text.utf8.count <= mostBytes else { return nil }
        var lines = text.utf8.split(separator: line, omittingEmptySubsequences: false)[...]
        guard let first = lines.popFirst(), let form = ["1", version].first(where: { first.elementsEqual($0.utf8) })
        else { return nil }
        var reader = Reader(keepsMembers: form == version)
        for line in lines {
            let fields = line.split(separator: field, omittingEmptySubsequences: false).map(unescaped)
            let known = fields.compactMap(\.self)
            guard known.count == fields.count, let kind = known.first, reader.take(kind, known.dropFirst())
            else { return nil }
        }
        reader.endPeriod()
        return reader.periods
    }

    private static func unescaped(_ field: Substring.UTF8View) -> String? {
        guard field.contains(UInt8(ascii: "\\")) else { return String(Substring(field)) }
        var bytes: [UInt8] = []
        var rest = field[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "f"): bytes.append(self.field)
            case UInt8(ascii: "l"): bytes.append(line)
            case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Puts together what the lines tell.
    private struct Reader {
        let keepsMembers: Bool
        var periods: [PublishedPeriod] = []
        private var period: PublishedPeriod?
        private var files: [SourceFile] = []
        private var groups: [PublishedGroup] = []
        private var questions: [PublishedQuestion] = []

        init(keepsMembers: Bool) { self.keepsMembers = keepsMembers }

        /// Whether the line can stand here.
        mutating func take(_ kind: String, _ fields: ArraySlice<String>) -> Bool {
            let fields = Array(fields)
            return switch (kind, fields.count) {
            case ("P", 5): take(period: fields)
            case ("F", 5): take(file: fields)
            case ("L", 2): take(leftOut: fields)
            case ("G", 4): take(group: fields)
            case ("G", 5...) where keepsMembers: take(group: fields)
            case ("Q", 1), ("Q", 5): take(question: fields)
            default: false
            }
        }

        private mutating func take(period fields: [String]) -> Bool {
            endPeriod()
            guard let label = Period(fields[2]), ["0", "1"].contains(fields[3]), let time = Self.maybe(fields[4])
            else { return false }
            period = PublishedPeriod(
                instrument: fields[0], version: fields[1], period: label, files: [], constructed: fields[3] == "1",
                importedAt: time.text, groups: [])
            return true
        }

        private mutating func take(file fields: [String]) -> Bool {
            guard period != nil, groups.isEmpty, let size = Self.number(fields[2], most: Int.max),
                let rows = Self.number(fields[3]), let emptyRows = Self.number(fields[4])
            else { return false }
            files.append(
                SourceFile(
                    name: fields[0], sha256: fields[1], size: size, rows: rows, emptyRows: emptyRows, leftOut: []))
            return true
        }

        private mutating func take(leftOut fields: [String]) -> Bool {
            guard groups.isEmpty, let file = files.popLast() else { return false }
            files.append(
                SourceFile(
                    name: file.name, sha256: file.sha256, size: file.size, rows: file.rows, emptyRows: file.emptyRows,
                    leftOut: file.leftOut + [LeftOutColumn(heading: fields[0], reason: fields[1])]))
            return true
        }

        private mutating func take(group fields: [String]) -> Bool {
            endGroup()
            guard period != nil, let variable = Self.maybe(fields[0]), let answers = Self.maybeNumber(fields[2]),
                let invited = Self.maybeNumber(fields[3])
            else { return false }
            groups.append(
                PublishedGroup(
                    variable: variable.text, name: fields[1], answers: answers.number, invited: invited.number,
                    questions: [], members: Array(fields[4...])))
            return true
        }

        private mutating func take(question fields: [String]) -> Bool {
            if groups.isEmpty { return false }
            guard fields.count == 5 else {
                questions.append(PublishedQuestion(question: fields[0], counts: nil))
                return true
            }
            let numbers = fields[1...].compactMap { Self.number($0) }
            guard numbers.count == 4, numbers[3] <= numbers[2] else { return false }
            questions.append(
                PublishedQuestion(
                    question: fields[0],
                    counts: PublishedCounts(
                        negative: numbers[0], neither: numbers[1], positive: numbers[2], clearlyPositive: numbers[3])))
            return true
        }

        private mutating func endGroup() {
            guard !questions.isEmpty, let group = groups.popLast() else { return }
            groups.append(
                PublishedGroup(
                    variable: group.variable, name: group.name, answers: group.answers, invited: group.invited,
                    questions: questions, members: group.members))
            questions = []
        }

        mutating func endPeriod() {
            endGroup()
            guard let ended = period else { return }
            periods.append(
                PublishedPeriod(
                    instrument: ended.instrument, version: ended.version, period: ended.period, files: files,
                    constructed: ended.constructed, importedAt: ended.importedAt, groups: groups))
            (period, files, groups) = (nil, [], [])
        }

        /// Nil where the field is neither empty nor begins with "=".
        private static func maybe(_ field: String) -> (text: String?, Void)? {
            if field.isEmpty { return (nil, ()) }
            return field.first == "=" ? (String(field.dropFirst()), ()) : nil
        }

        private static func maybeNumber(_ field: String) -> (number: Int?, Void)? {
            guard let text = maybe(field) else { return nil }
            guard let digits = text.text else { return (nil, ()) }
            return number(digits).map { ($0, ()) }
        }

        private static func number(_ digits: String, most: Int = Invited.most) -> Int? {
            guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits), number <= most
            else { return nil }
            return number
        }
    }
}
