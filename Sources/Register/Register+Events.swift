import GRDB
public import Survey

extension Register {
    /// Keeps the figures that a workbook gave out.
    public func publish(_ publication: Publication, of forbund: String) throws(RegisterError) {
        try writing { database in
            let event = try EventRecording(database: database, now: publication.publishedAt, by: publication.by)
                .record(.published, forbund: database.forbund(forbund), file: publication.file)
            try database.run(
                "INSERT INTO publication VALUES (?, ?, ?, ?, ?)",
                [
                    event, publication.period.label, publication.compared?.label, publication.sha256,
                    PublicationText.text(publication.periods),
                ])
        }
    }

    /// The figures that have been given out, the latest workbook first.
    public func publications(of forbund: String) throws(RegisterError) -> [Publication] {
        try reading { database in
            let loading = Loading(database: database, path: path)
            return try database.rows(
                """
                SELECT event.at, event.by, event.file, publication.* FROM publication
                JOIN event ON event.id = publication.event JOIN forbund ON forbund.id = event.forbund
                WHERE forbund.name = ? ORDER BY event.id DESC
                """, [forbund]
            ).map { row in
                let file: String = try row.value("file")
                guard let at = try loading.time(row.optional("at")),
                    let periods = PublicationText.periods(try row.value("figures"))
                else { throw loading.damaged(.publication(file: file)) }
                return Publication(
                    period: try loading.period(row.value("period")),
                    compared: try row.optional("compared").map(loading.period), publishedAt: at,
                    by: try row.optional("by"), file: file, sha256: try row.value("sha256"), periods: periods)
            }
        }
    }

    /// What was done to a förbund's answers and to the whole register, the latest first.
    public func events(of forbund: String) throws(RegisterError) -> [RegisterEvent] {
        try reading { database in
            let loading = Loading(database: database, path: path)
            let imports = try Dictionary(loading.allImports(of: forbund).map { ($0.id, $0) }) { first, _ in first }
            return try database.rows(
                """
                SELECT event.*, publication.period, publication.compared FROM event LEFT JOIN publication ON publication.event = event.id
                LEFT JOIN forbund ON forbund.id = event.forbund
                WHERE forbund.name = ? OR event.forbund IS NULL ORDER BY event.id DESC
                """, [forbund]
            ).map { row in
                let id: Int = try row.value("id")
                guard let kind = EventKind(rawValue: try row.value("kind")) else { throw loading.damaged(.event(id)) }
                let concerned = try database.rows("SELECT * FROM event_import WHERE event = ? ORDER BY import", [id])
                    .map { (id: try $0.value("import") as Int, isFormer: try $0.value("is_former") as Bool) }
                let published = try ["period", "compared"].compactMap { try row.optional($0).map(loading.period) }
                let periods = concerned.compactMap { imports[$0.id] }.flatMap { [$0.period, $0.countedIn] }
                return RegisterEvent(
                    id: id, kind: kind, at: try loading.time(row.optional("at")), by: try row.optional("by"),
                    imports: concerned.filter { !$0.isFormer }.map(\.id),
                    former: concerned.filter(\.isFormer).map(\.id),
                    periods: Set(periods + published).sorted(), file: try row.optional("file"))
            }
        }
    }
}
