import GRDB
public import Survey

extension Register {
    /// Deletes the answers that are counted in periods; what is listed of the imports, and what was published, is kept.
    ///
    /// The bytes are removed from the file, and the copies that were set aside when it was brought up to date are removed
    /// with them: they hold the same answers. Copies that somebody made elsewhere are not known here.
    ///
    /// - Parameters:
    ///   - forbund: the name of the förbund.
    ///   - concerns: whether a period is concerned.
    ///   - now: ISO 8601.
    ///   - by: who does it, as they call themselves.
    ///   - trial: whether to leave the register as it was and only tell what would come of it.
    /// - Returns: the imports whose answers were deleted; those that had been replaced or taken back too.
    public func eraseAnswers(
        of forbund: String, where concerns: (Period) -> Bool, now: String, by: String? = nil, trial: Bool = false
    ) throws(RegisterError) -> [StoredImport] {
        let erased = try writing(trial: trial) { database in
            let all = try Loading(database: database, path: path).allImports(of: forbund)
            let ids = Erasing.concerned(all, where: concerns)
            let erased = try Erasing(database: database, now: now, by: by)
                .erase(all.filter { ids.contains($0.id) }, of: forbund)
            // Before the answers are gone: a copy may be lost for nothing, but none is left behind.
            if !trial { try SetAside.removeAll(of: path) }
            return erased
        }
        if trial { return erased }
        try Self.told(path) {
            try queue.vacuum()
            // Neither a log nor a journal that another program asked for keeps what was there.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        }
        return erased
    }

    /// The copies that were set aside when this register was brought up to date and that are still there. Deleting answers
    /// removes them.
    public func setAsideCopies() -> [String] { SetAside.all(of: path) }
}
