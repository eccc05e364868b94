import GRDB

extension Migration {
    static let events = Migration(name: "3: händelser") { database in
        try database.execute(
            sql: """
                CREATE TABLE event (
                    id INTEGER PRIMARY KEY,
                    -- NULL where it concerns the whole register.
                    forbund INTEGER REFERENCES forbund (id),
                    kind TEXT NOT NULL,
                    at TEXT,
                    by TEXT,
                    -- The workbook or the copy it was about.
                    file TEXT
                ) STRICT;
                CREATE TABLE event_import (
                    event INTEGER NOT NULL REFERENCES event (id),
                    import INTEGER NOT NULL REFERENCES import (id),
                    -- 1: what stood there before, or holds again.
                    is_former INTEGER NOT NULL,
                    PRIMARY KEY (event, import)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE publication (
                    event INTEGER PRIMARY KEY REFERENCES event (id),
                    period TEXT NOT NULL,
                    compared TEXT,
                    sha256 TEXT NOT NULL,
                    figures TEXT NOT NULL
                ) STRICT;
                ALTER TABLE import ADD COLUMN event INTEGER REFERENCES event (id);
                -- NULL where the answers are counted in the period they were collected for.
                ALTER TABLE import ADD COLUMN counted_in TEXT;
                ALTER TABLE import ADD COLUMN undone_by INTEGER REFERENCES event (id);
                DROP INDEX current_import;
                CREATE UNIQUE INDEX current_import ON import
                    (forbund, instrument, period, coalesce(counted_in, period))
                    WHERE replaced_by IS NULL AND undone_by IS NULL;
                """)
        try recordWhatWasDone(in: database)
    }

    /// Events for what happened before events were recorded, as far as the times of the imports tell of them.
    private static func recordWhatWasDone(in database: Database) throws {
        struct Past {
            var kind: EventKind
            let forbund: Int64
            let at: String?
            var imports: [Int64]
            var former: [Int64]
            var keys: Set<[String]>
        }
        var past: [Past] = []
        var replaced: [Int64: [Int64]] = [:]
        for row in try database.rows("SELECT id, replaced_by FROM import WHERE replaced_by IS NOT NULL", []) {
            replaced[try row.value("replaced_by"), default: []].append(try row.value("id"))
        }
        for row in try database.rows("SELECT * FROM import ORDER BY id", []) {
            let (id, forbund): (Int64, Int64) = (try row.value("id"), try row.value("forbund"))
            let at: String? = try row.optional("imported_at")
            let key: [String] = [try row.value("instrument"), try row.value("period")]
            let former = replaced[id] ?? []
            // What was stored at one time was one import, unless it took the place of a part of itself.
            if let last = past.indices.last, past[last].forbund == forbund, past[last].at == at,
                past[last].keys.insert(key).inserted
            {
                past[last].imports.append(id)
                past[last].former += former
                if !former.isEmpty { past[last].kind = .replaced }
            } else {
                past.append(
                    Past(
                        kind: former.isEmpty ? .imported : .replaced, forbund: forbund, at: at, imports: [id],
                        former: former, keys: [key]))
            }
        }
        let erasures = try database.rows(
            "SELECT id, forbund, erased_at FROM import WHERE erased_at IS NOT NULL ORDER BY erased_at, forbund, id", [])
        for row in erasures {
            let (id, forbund): (Int64, Int64) = (try row.value("id"), try row.value("forbund"))
            let at: String? = try row.optional("erased_at")
            if let last = past.indices.last, past[last].kind == .erased, past[last].forbund == forbund,
                past[last].at == at
            {
                past[last].imports.append(id)
            } else {
                past.append(Past(kind: .erased, forbund: forbund, at: at, imports: [id], former: [], keys: []))
            }
        }
        // In order of time; what was done at one time stays in the order above.
        let ordered = past.enumerated().sorted { a, b in
            (a.element.at ?? "", a.offset) < (b.element.at ?? "", b.offset)
        }
        for event in ordered.map(\.element) {
            let recording = EventRecording(database: database, now: event.at, by: nil)
            let id = try recording.record(
                event.kind, forbund: event.forbund, imports: event.imports, former: event.former)
            guard event.kind != .erased else { continue }
            for made in event.imports { try database.run("UPDATE import SET event = ? WHERE id = ?", [id, made]) }
        }
    }
}
