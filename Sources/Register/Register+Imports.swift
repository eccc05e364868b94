import GRDB
public import Survey

extension Register {
    /// Stores measurements of a förbund, all of them or none, as one event.
    ///
    /// - Parameters:
    ///   - measurements: at most one a questionnaire and period. A file that is divided among periods by the dates of its
    ///     answers is several.
    ///   - besides: what the same files hold of other periods, and which stands already: it is not stored again, and not taken
    ///     for a second counting of the files.
    ///   - forbund: the name of the förbund.
    ///   - instruments: those that were answered; the labels of their scales are stored beside the answers.
    ///   - now: ISO 8601; nil where the register ends with the process.
    ///   - by: who does it, as they call themselves.
    ///   - carriedTo: the later period that the answers are counted in; nil for the one they were collected for. An import of
    ///     the very same files that is counted in its own period is moved from there.
    ///   - replacing: whether new answers take the place of those that are there.
    ///   - trial: whether to leave the register as it was and only tell what would come of it.
    /// - Throws: `alreadyImported` where other files are there and `replacing` is false; `alreadyCounted` where a file is
    ///   counted in another period; `notLater` and `versionsDiffer` where answers cannot be carried over.
    public func store(
        _ measurements: [Measurement], besides: [Measurement] = [], of forbund: String, instruments: [Instrument],
        now: String?, by: String? = nil,
        carriedTo: Period? = nil, replacing: Bool, trial: Bool = false
    ) throws(RegisterError) -> [StoreOutcome] {
        try writing(trial: trial) { database in
            try Storing(
                database: database, path: path, forbund: forbund, instruments: instruments, now: now, by: by,
                carriedTo: carriedTo
            ).store(measurements, besides: besides, replacing: replacing)
        }
    }

    /// The names of all förbund that something has been imported for.
    public func forbund() throws(RegisterError) -> [String] {
        try reading { try String.fetchAll($0, sql: "SELECT name FROM forbund ORDER BY name") }
    }

    /// All imports that hold now, newest period first.
    public func imports(of forbund: String) throws(RegisterError) -> [StoredImport] {
        try reading { try Loading(database: $0, path: path).imports(of: forbund) }
    }

    /// Every import, also those that have been replaced or taken back, the latest first.
    public func allImports(of forbund: String) throws(RegisterError) -> [StoredImport] {
        try reading { try Loading(database: $0, path: path).allImports(of: forbund).reversed() }
    }

    /// The answers that are counted in a period, with what is needed to trace them: one a questionnaire.
    ///
    /// Those that were carried over from an earlier period are joined with the ordinary ones. How many were asked is then
    /// their sum; it is unknown where it is not known of all who answered.
    ///
    /// - Parameters:
    ///   - forbund: the name of the förbund.
    ///   - period: exactly this one.
    ///   - instruments: a measurement of another questionnaire is left out.
    public func measurements(
        of forbund: String, in period: Period, instruments: [Instrument]
    ) throws(RegisterError) -> [Measurement] {
        try reading { database in
            let loading = Loading(database: database, path: path)
            let found = try loading.imports(of: forbund, countedIn: period)
            var seen: Set<String> = []
            // In the order in which they were stored.
            return try found.sorted { $0.id < $1.id }.map(\.instrument).filter { seen.insert($0).inserted }
                .compactMap { id in
                    guard let instrument = instruments.first(where: { $0.id == id }) else { return nil }
                    return try loading.measurement(
                        found.filter { $0.instrument == id }, of: instrument, in: period)
                }
        }
    }

    /// The answers of one import, whether it holds or not; nil where there is none with that id, its answers have been
    /// deleted or its questionnaire is not among the instruments.
    public func measurement(
        ofImport id: Int, of forbund: String, instruments: [Instrument]
    ) throws(RegisterError) -> Measurement? {
        try reading { database in
            let loading = Loading(database: database, path: path)
            guard let stored = try loading.imports(of: forbund, withIds: [id]).first, !stored.erased,
                let instrument = instruments.first(where: { $0.id == stored.instrument })
            else { return nil }
            guard stored.isCarriedOver else { return try loading.measurement(stored, of: instrument) }
            return try loading.measurement([stored], of: instrument, in: stored.countedIn)
        }
    }

    /// The answers of several imports that were counted together, whether they hold or not; nil as above, and where they are
    /// not of one questionnaire and period.
    public func measurement(
        ofImports ids: Set<Int>, of forbund: String, instruments: [Instrument]
    ) throws(RegisterError) -> Measurement? {
        if ids.count == 1, let id = ids.first {
            return try measurement(ofImport: id, of: forbund, instruments: instruments)
        }
        return try reading { database in
            let loading = Loading(database: database, path: path)
            let stored = try loading.imports(of: forbund, withIds: ids)
                .sorted { ($0.isCarriedOver ? 1 : 0, $0.period) < ($1.isCarriedOver ? 1 : 0, $1.period) }
            guard let first = stored.first, stored.count == ids.count,
                let instrument = instruments.first(where: { $0.id == first.instrument }),
                stored.allSatisfy({
                    !$0.erased && $0.instrument == first.instrument && $0.countedIn == first.countedIn
                })
            else { return nil }
            return try loading.measurement(stored, of: instrument, in: first.countedIn)
        }
    }

    /// What the latest import that has not been taken back stored; empty where there is none.
    public func latestEvent(of forbund: String) throws(RegisterError) -> [StoredImport] {
        try reading { try Undoing(database: $0, path: path, forbund: forbund).latest() }
    }

    /// Takes back the latest import. What it replaced holds again.
    ///
    /// - Parameters:
    ///   - forbund: the name of the förbund.
    ///   - now: ISO 8601.
    ///   - by: who does it, as they call themselves.
    ///   - trial: whether to leave the register as it was and only tell what would come of it.
    /// - Throws: `nothingToUndo`; `answersErased` where there are no answers left to take back, or to hold again.
    public func undo(
        of forbund: String, now: String, by: String? = nil, trial: Bool = false
    ) throws(RegisterError) -> Undone {
        try writing(trial: trial) { database in
            try Undoing(database: database, path: path, forbund: forbund).undo(now: now, by: by)
        }
    }
}
