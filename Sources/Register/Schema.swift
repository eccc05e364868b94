import GRDB

/// The tables of the register, step by step from the first version on.
///
///     forbund ─┬─ import ─┬─ source_file ── left_out_column
///              │          ├─ invited
///              │          ├─ answer_column   one BLOB a question, one byte a respondent
///              │          ├─ group_column    one BLOB a background variable, two bytes a respondent;
///              │          │                  where there are several choices the sets too
///              │          └─ loop_block ── loop_column   one BLOB a question, one byte a block
///              └─ event ─┬─ event_import    what it made, took back or deleted, and what stood there before
///                        └─ publication     the figures that a workbook gave out
///     national ─┬─ national_left_out
///               └─ national_figure     of no förbund
let migrations: [Migration] = [.imports, .severalChoices, .events, .national, .loop]

extension Migration {
    static let imports = Migration(name: "1: import") { database in
        try database.execute(
            sql: """
                CREATE TABLE forbund (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL UNIQUE
                ) STRICT;
                CREATE TABLE import (
                    id INTEGER PRIMARY KEY,
                    forbund INTEGER NOT NULL REFERENCES forbund (id),
                    instrument TEXT NOT NULL,
                    version TEXT NOT NULL,
                    period TEXT NOT NULL,
                    imported_at TEXT,
                    respondents INTEGER NOT NULL,
                    invited INTEGER,
                    constructed INTEGER NOT NULL,
                    replaced_by INTEGER REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,
                    erased_at TEXT
                ) STRICT;
                CREATE UNIQUE INDEX current_import ON import (forbund, instrument, period) WHERE replaced_by IS NULL;
                CREATE TABLE source_file (
                    import INTEGER NOT NULL REFERENCES import (id),
                    place INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    sha256 TEXT NOT NULL,
                    size INTEGER NOT NULL,
                    rows INTEGER NOT NULL,
                    empty_rows INTEGER NOT NULL,
                    PRIMARY KEY (import, place)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE left_out_column (
                    import INTEGER NOT NULL,
                    file INTEGER NOT NULL,
                    place INTEGER NOT NULL,
                    heading TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    PRIMARY KEY (import, file, place),
                    FOREIGN KEY (import, file) REFERENCES source_file (import, place)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE invited (
                    import INTEGER NOT NULL REFERENCES import (id),
                    variable TEXT NOT NULL,
                    value TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    PRIMARY KEY (import, variable, value)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE answer_column (
                    import INTEGER NOT NULL REFERENCES import (id),
                    place INTEGER NOT NULL,
                    question TEXT NOT NULL,
                    categories TEXT NOT NULL,
                    codes BLOB NOT NULL,
                    PRIMARY KEY (import, place)
                ) STRICT;
                CREATE TABLE group_column (
                    import INTEGER NOT NULL REFERENCES import (id),
                    place INTEGER NOT NULL,
                    variable TEXT NOT NULL,
                    "values" TEXT NOT NULL,
                    codes BLOB NOT NULL,
                    PRIMARY KEY (import, place)
                ) STRICT;
                """)
    }

    static let severalChoices = Migration(name: "2: flerval") { database in
        // The sets of values that respondents gave together: places in "values" from 1. NULL where each gave one value.
        try database.execute(sql: "ALTER TABLE group_column ADD COLUMN choices TEXT")
    }
}
