import GRDB

extension Migration {
    /// The national measurement: it belongs to no förbund.
    ///
    ///     national ─┬─ national_left_out
    ///               └─ national_figure
    static let national = Migration(name: "4: riket") { database in
        try database.execute(
            sql: """
                CREATE TABLE national (
                    id INTEGER PRIMARY KEY,
                    period TEXT NOT NULL,
                    imported_at TEXT,
                    file TEXT NOT NULL,
                    sha256 TEXT NOT NULL,
                    size INTEGER NOT NULL,
                    rows INTEGER NOT NULL,
                    empty_rows INTEGER NOT NULL,
                    replaced_by INTEGER REFERENCES national (id) DEFERRABLE INITIALLY DEFERRED
                ) STRICT;
                CREATE UNIQUE INDEX current_national ON national (period) WHERE replaced_by IS NULL;
                CREATE TABLE national_left_out (
                    national INTEGER NOT NULL REFERENCES national (id),
                    place INTEGER NOT NULL,
                    heading TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    PRIMARY KEY (national, place)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE national_figure (
                    national INTEGER NOT NULL REFERENCES national (id),
                    place INTEGER NOT NULL,
                    instrument TEXT NOT NULL,
                    question TEXT NOT NULL,
                    variable TEXT,
                    "group" TEXT NOT NULL,
                    measure TEXT NOT NULL CHECK (measure IN ('negative', 'neither', 'positive', 'clearly positive')),
                    counted INTEGER,
                    ten_millionths INTEGER,
                    answers INTEGER,
                    forbund INTEGER,
                    source TEXT,
                    PRIMARY KEY (national, place),
                    CHECK ((counted IS NULL) <> (ten_millionths IS NULL))
                ) STRICT, WITHOUT ROWID;
                CREATE UNIQUE INDEX national_key
                    ON national_figure (national, instrument, question, ifnull(variable, ''), "group", measure);
                """)
    }
}
