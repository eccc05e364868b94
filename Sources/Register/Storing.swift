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

    func store(_ measurement: Measurement, replacing: Bool) throws -> StoreOutcome {
        let loading = Loading(database: database, path: path)
        let current = try loading.current(
            forbund, instrument: measurement.instrument, period: measurement.period)
        guard let current else {
            _ = try insert(measurement)
            return .stored
        }
        let sameFiles = current.stored.files.map(\.sha256) == measurement.files.map(\.sha256)
        let sameVersion = current.stored.version == measurement.version
        let same =
            try sameFiles && sameVersion && !current.stored.erased
            && loading.invited(of: current) == measurement.invited
        if same { return .unchanged(current.stored) }
        guard replacing else { throw RegisterError.alreadyImported(current.stored) }
        // The old import steps aside before the new one may stand: only one holds at a time.
        try database.run("UPDATE import SET replaced_by = id WHERE id = ?", [current.id])
        let new = try insert(measurement)
        try database.run("UPDATE import SET replaced_by = ? WHERE id = ?", [new, current.id])
        return .replaced(current.stored)
    }

    private func insert(_ measurement: Measurement) throws -> Int64 {
        try database.run(
            """
            INSERT INTO import
                (forbund, instrument, version, period, imported_at, respondents, invited, constructed)
            VALUES ((SELECT id FROM forbund WHERE name = ?), ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                forbund, measurement.instrument, measurement.version, measurement.period.label, now,
                measurement.answers.respondents, measurement.invited?.total, measurement.constructed,
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
        let version = instruments.first { $0.id == measurement.instrument }?.version(measurement.version)
        for (place, column) in measurement.answers.questions.enumerated() {
            let scale = version?.item(column.question)?.question.scale
            try database.run(
                "INSERT INTO answer_column VALUES (?, ?, ?, ?, ?)",
                [
                    id, place, column.question, TextList.joined(scale?.categories.map(\.label) ?? []),
                    Data(column.codes),
                ])
        }
        for (place, column) in measurement.answers.groups.enumerated() {
            try database.run(
                "INSERT INTO group_column VALUES (?, ?, ?, ?, ?, ?)",
                [
                    id, place, column.variable, TextList.joined(column.values), Data(littleEndian: column.codes),
                    column.choices.map(ChoiceList.joined),
                ])
        }
    }
}
