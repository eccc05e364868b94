import FoundationEssentials
import GRDB
import Survey

/// Writes measurements, inside a transaction.
struct Storing {
    let database: Database
    /// For messages.
    let path: String
    let forbund: String
    let instruments: [Instrument]
    let now: String?
    let by: String?
    /// Nil where answers are counted in the period they were collected for.
    let carriedTo: Period?

    private var loading: Loading { Loading(database: database, path: path) }

    private struct Key: Hashable {
        let instrument: String
        let period: Period
        let countedIn: Period
    }

    /// One event, unless nothing is changed by it.
    ///
    /// - Parameter besides: what the same files hold of other periods, and which stands already.
    func store(_ measurements: [Measurement], besides: [Measurement], replacing: Bool) throws -> [StoreOutcome] {
        try checkThatNoneCountsTwice(measurements + besides)
        let forbundId = try database.forbund(forbund)
        let keys = Set((measurements + besides).map(key))
        var made: [Int64] = []
        var former: [Int64] = []
        var current = try loading.imports(of: forbund)
        let outcomes = try measurements.map { measurement in
            if let carriedTo, carriedTo <= measurement.period {
                throw RegisterError.notLater(from: measurement.period, to: carriedTo)
            }
            let moved = try moved(measurement, among: current, keys)
            let standing = current.first { key($0) == key(measurement) }
            if let standing, moved == nil, try isSame(measurement, standing) { return StoreOutcome.unchanged(standing) }
            if let standing, !replacing { throw RegisterError.alreadyImported(standing) }
            // The old imports step aside before the new one may stand: only one holds at a time.
            let aside = [standing, moved].compactMap { $0?.id }
            for id in aside { try database.run("UPDATE import SET replaced_by = id WHERE id = ?", [id]) }
            let new = try insert(measurement, forbundId)
            for id in aside { try database.run("UPDATE import SET replaced_by = ? WHERE id = ?", [new, id]) }
            made.append(new)
            // What is new is of no other measurement's period, and so does not matter to the others.
            if !aside.isEmpty || keys.count < measurements.count { current = try loading.imports(of: forbund) }
            former += aside.map(Int64.init)
            return moved.map { .moved($0) } ?? standing.map { .replaced($0) } ?? .stored
        }
        if made.isEmpty { return outcomes }
        let kind: EventKind = carriedTo != nil ? .carriedOver : former.isEmpty ? .imported : .replaced
        let event = try EventRecording(database: database, now: now, by: by)
            .record(kind, forbund: forbundId, imports: made, former: former)
        for id in made { try database.run("UPDATE import SET event = ? WHERE id = ?", [event, id]) }
        try checkThatPartsFit(keys)
        return outcomes
    }

    /// A file may be divided among periods, but none of its rows may be in two of them.
    private func checkThatNoneCountsTwice(_ measurements: [Measurement]) throws(RegisterError) {
        struct Source: Hashable {
            let instrument: String
            let files: [String]
        }
        let sources = measurements.map { Source(instrument: $0.instrument, files: $0.files.map(\.sha256)) }
        for (first, source) in zip(measurements, sources) where !source.files.isEmpty {
            let parts = zip(measurements, sources).filter { $0.1 == source }.map(\.0)
            let answered = first.files.reduce(0) { $0 + $1.rows - $1.emptyRows }
            guard parts.count > 1, parts.reduce(0, { $0 + $1.answers.respondents }) > answered else { continue }
            throw .countedTwice(
                instrument: first.instrument, file: first.files.map(\.name).joined(separator: ", "),
                periods: parts.map(\.period).sorted())
        }
    }

    private func key(_ measurement: Measurement) -> Key {
        Key(
            instrument: measurement.instrument, period: measurement.period,
            countedIn: carriedTo ?? measurement.period)
    }

    private func key(_ stored: StoredImport) -> Key {
        Key(instrument: stored.instrument, period: stored.period, countedIn: stored.countedIn)
    }

    private func isSame(_ measurement: Measurement, _ standing: StoredImport) throws -> Bool {
        try hasSameFiles(measurement, standing) && standing.version == measurement.version && !standing.erased
            && loading.invited(of: standing) == measurement.invited
    }

    private func hasSameFiles(_ measurement: Measurement, _ stored: StoredImport) -> Bool {
        stored.files.map(\.sha256) == measurement.files.map(\.sha256)
    }

    /// The import of the same files that is counted in its own period and is carried over from it; nil where there is none.
    ///
    /// - Parameter keys: what is stored by the same event, for example the periods that one file is divided among.
    /// - Throws: `alreadyCounted` where any of the files is counted in another period.
    private func moved(
        _ measurement: Measurement, among current: [StoredImport], _ keys: Set<Key>
    ) throws -> StoredImport? {
        let files = Set(measurement.files.map(\.sha256))
        var moved: StoredImport?
        for stored in current where stored.instrument == measurement.instrument && !keys.contains(key(stored)) {
            guard stored.files.contains(where: { files.contains($0.sha256) }) else { continue }
            guard carriedTo != nil, !stored.isCarriedOver, stored.period == measurement.period,
                hasSameFiles(measurement, stored), !stored.erased
            else { throw RegisterError.alreadyCounted(stored) }
            moved = stored
        }
        return moved
    }

    /// Answers of several imports that are counted in one period must be answers to the same questions.
    private func checkThatPartsFit(_ keys: Set<Key>) throws {
        for period in Set(keys.map(\.countedIn)).sorted() {
            let counted = try loading.imports(of: forbund, countedIn: period)
            guard counted.contains(where: \.isCarriedOver) else { continue }
            for instrument in instruments
            where keys.contains(where: { $0.instrument == instrument.id && $0.countedIn == period }) {
                let parts = counted.filter { $0.instrument == instrument.id }
                guard parts.contains(where: \.isCarriedOver) else { continue }
                _ = try loading.measurement(parts, of: instrument, in: period)
            }
        }
    }

    private func insert(_ measurement: Measurement, _ forbundId: Int64) throws -> Int64 {
        try database.run(
            """
            INSERT INTO import
                (forbund, instrument, version, period, counted_in, imported_at, respondents, invited, constructed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                forbundId, measurement.instrument, measurement.version, measurement.period.label, carriedTo?.label,
                now, measurement.answers.respondents, measurement.invited?.total, measurement.constructed,
            ])
        let id = database.lastInsertedRowID
        try insertFiles(of: measurement, id)
        try insertInvited(of: measurement, id)
        try insertColumns(of: measurement, id)
        return id
    }

    private func insertFiles(of measurement: Measurement, _ id: Int64) throws {
        for (place, file) in measurement.files.enumerated() {
            try database.run(
                "INSERT INTO source_file VALUES (?, ?, ?, ?, ?, ?, ?)",
                [id, place, file.name, file.sha256, file.size, file.rows, file.emptyRows])
            for (column, leftOut) in file.leftOut.enumerated() {
                try database.run(
                    "INSERT INTO left_out_column VALUES (?, ?, ?, ?, ?)",
                    [id, place, column, leftOut.heading, leftOut.reason])
            }
        }
    }

    private func insertInvited(of measurement: Measurement, _ id: Int64) throws {
        for (variable, numbers) in measurement.invited?.byGroup ?? [:] {
            for (value, number) in numbers {
                try database.run("INSERT INTO invited VALUES (?, ?, ?, ?)", [id, variable, value, number])
            }
        }
    }

    private func insertColumns(of measurement: Measurement, _ id: Int64) throws {
        try insert(
            measurement.answers.questions, of: measurement, "INSERT INTO answer_column VALUES (?, ?, ?, ?, ?)", id)
        for (place, column) in measurement.answers.groups.enumerated() {
            try database.run(
                "INSERT INTO group_column VALUES (?, ?, ?, ?, ?, ?)",
                [
                    id, place, column.variable, TextList.joined(column.values), Data(littleEndian: column.codes),
                    column.choices.map(ChoiceList.joined),
                ])
        }
        guard let loop = measurement.answers.loop else { return }
        try database.run(
            "INSERT INTO loop_block VALUES (?, ?, ?, ?, ?)",
            [
                id, loop.variable, TextList.joined(loop.values), Data(littleEndian: loop.respondents),
                Data(littleEndian: loop.members),
            ])
        try insert(loop.questions, of: measurement, "INSERT INTO loop_column VALUES (?, ?, ?, ?, ?)", id)
    }

    private func insert(
        _ columns: [QuestionColumn], of measurement: Measurement, _ statement: String, _ id: Int64
    ) throws {
        let version = instruments.first { $0.id == measurement.instrument }?.version(measurement.version)
        for (place, column) in columns.enumerated() {
            let scale = version?.item(column.question)?.question.scale
            try database.run(
                statement,
                [
                    id, place, column.question, TextList.joined(scale?.categories.map(\.label) ?? []),
                    Data(column.codes),
                ])
        }
    }
}
