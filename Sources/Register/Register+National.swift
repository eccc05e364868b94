import GRDB
public import Survey

/// What became of a national measurement that was to be stored.
public enum NationalOutcome: Equatable, Sendable {
    case stored
    case replaced(NationalMeasurement)
    /// The very same figures from the very same file are there already. Nothing was changed.
    case unchanged
}

extension Register {
    /// Stores the national measurement of a period, whole or not at all.
    ///
    /// - Parameters:
    ///   - now: ISO 8601; nil where the register ends with the process.
    ///   - replacing: whether it takes the place of one that is there, which is kept but holds no more.
    ///   - trial: whether to leave the register as it was and only tell what would come of it.
    /// - Throws: `nationalAlreadyImported` where another is there and `replacing` is false.
    public func store(
        _ national: NationalMeasurement, now: String?, replacing: Bool, trial: Bool = false
    ) throws(RegisterError) -> NationalOutcome {
        try writing(trial: trial) { database in
            let stored = StoredNational(database: database, path: path)
            guard let (id, current) = try stored.current(in: national.period) else {
                _ = try stored.insert(national, now: now)
                return .stored
            }
            if current.figures == national.figures, current.file.sha256 == national.file.sha256 { return .unchanged }
            guard replacing else { throw RegisterError.nationalAlreadyImported(current) }
            // The old one steps aside before the new one may stand.
            try database.run("UPDATE national SET replaced_by = id WHERE id = ?", [id])
            let new = try stored.insert(national, now: now)
            try database.run("UPDATE national SET replaced_by = ? WHERE id = ?", [new, id])
            return .replaced(current)
        }
    }

    /// The national measurement of exactly this period, if there is one.
    public func national(in period: Period) throws(RegisterError) -> NationalMeasurement? {
        try reading { try StoredNational(database: $0, path: path).current(in: period)?.measurement }
    }
}
