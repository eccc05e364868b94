import GRDB

extension Migration {
    static let loop = Migration(name: "5: slinga") { database in
        try database.execute(
            sql: """
                -- Every respondent's blocks of a questionnaire's loop: four bytes a block for the respondent's place, two
                -- for what it is about.
                CREATE TABLE loop_block (
                    import INTEGER PRIMARY KEY REFERENCES import (id),
                    variable TEXT NOT NULL,
                    "values" TEXT NOT NULL,
                    respondents BLOB NOT NULL,
                    members BLOB NOT NULL
                ) STRICT;
                CREATE TABLE loop_column (
                    import INTEGER NOT NULL REFERENCES loop_block (import),
                    place INTEGER NOT NULL,
                    question TEXT NOT NULL,
                    categories TEXT NOT NULL,
                    codes BLOB NOT NULL,
                    PRIMARY KEY (import, place)
                ) STRICT;
                """)
    }
}
