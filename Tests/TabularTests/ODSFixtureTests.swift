import Foundation
import TestSupport
import Testing
import Zip

@testable import Tabular

/// Files that other programs have written, with the same answers in all of them.
@Suite struct `Workbooks of other programs in .ods` {
    /// What `fixturer.csv` says of a file.
    struct Fixture: Sendable, CustomTestStringConvertible {
        let file: String
        let sheet: String
        /// Rows with anything in them before the headings, and of headings.
        let preamble: Int
        let headings: Int
        /// What each column holds; "-" for nothing that is known.
        let columns: [String]
        /// The file that says what it must be read as.
        let expected: String

        var testDescription: String { file }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/export").path

    private static func read(_ name: String, _ choose: @escaping (Opening) -> Choice = everything) throws -> Table {
        let table = try TableFile(path: folder + "/" + name).read(choose: choose)
        return try #require(table, "\(name)")
    }

    private static let fixtures: [Fixture] = {
        guard let table = try? read("fixturer.csv") else { return [] }
        let names = table.columns.map(\.name)
        let written = table.rows.filter { (try? TableFile(path: folder + "/" + $0[0]).kind) == .ods }
        return written.map { row in
            let said = Dictionary(uniqueKeysWithValues: zip(names, row))
            return Fixture(
                file: said["file"] ?? "", sheet: said["sheet"] ?? "", preamble: Int(said["preamble"] ?? "") ?? 0,
                headings: Int(said["headings"] ?? "") ?? 0,
                columns: (said["columns"] ?? "").split(separator: " ").map(String.init),
                expected: (said["expected"] ?? "") + "-text.csv")
        }
    }()

    @Test func `are many`() {
        #expect(Self.fixtures.count >= 13)
    }

    @Test func `behind a password are refused`() throws {
        let file = try TableFile(path: Self.folder + "/vagras/losenord.ods")
        #expect(throws: TableError.notATable(.encryptedWorkbook)) { try file.read(choose: everything) }
    }

    @Test(arguments: fixtures.filter { !$0.expected.hasPrefix("refused") })
    func `give the same answers`(_ fixture: Fixture) throws {
        let truth = try Self.read(fixture.expected)
        let table = try Self.read(fixture.file) { opening in
            guard opening.sheet?.name == fixture.sheet else { return .skip }
            let headings = fixture.preamble..<fixture.preamble + fixture.headings
            return .read(headings: headings, columns: Array(fixture.columns.indices))
        }
        #expect(table.sheet == fixture.sheet)
        #expect(table.malformedCount == 0)
        var compared = 0
        for (column, name) in zip(table.columns, fixture.columns) where name != "-" {
            let expected = try #require(truth.columns.first { $0.name == name })
            let texts = (0..<truth.rowCount).map { expected.values[expected.codes[$0]] }
            #expect((0..<table.rowCount).map { column.values[column.codes[$0]] } == texts, "\(name)")
            compared += 1
        }
        #expect(compared >= 13)
    }

    /// What the suite itself wants of a spreadsheet, so that it does not depend on how the fixtures were made.
    @Test func `that LibreOffice makes of text have the same cells`() throws {
        let folder = try TemporaryFolder()
        let rows = [
            ["text", "tal", "andel", "datum", "tid", "klockslag", "sant", "många  blanka"],
            ["Helt och hållet", "3.5", "50%", "2021-10-04", "2021-10-04 09:12:33", "09:12:33", "TRUE", "a  b   c"],
            ["rad\ntvå", "-0.000125", "12.5%", "1999-12-31", "2021-10-04 00:00:01", "23:59:59", "FALSE", "å\u{A0}ä"],
            ["\"citat\"", "1234567.89", "0%", "2024-02-29", "2021-10-04 23:59:59", "00:00:00", "TRUE", "tabb\there"],
            ["", "", "", "", "", "", "", "slut"],
        ]
        let csv = rows.map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
        }.joined(separator: "\n")
        try csv.write(toFile: folder.file("celler.csv"), atomically: true, encoding: .utf8)
        _ = try run(
            "/usr/bin/soffice",
            [
                "-env:UserInstallation=file://" + folder.file("profil"), "--headless",
                // UTF-8, English (USA), quoted numbers too, all numbers recognised.
                "--infilter=CSV:59,34,76,1,,1033,false,true", "--convert-to", "ods", "--outdir", folder.path,
                folder.file("celler.csv"),
            ])
        let table = try #require(try TableFile(path: folder.file("celler.ods")).read(choose: everything))
        #expect(table.columns.map(\.name) == rows[0])
        var expected = Array(rows.dropFirst())
        expected[0][2] = "0.5"
        expected[1][2] = "0.125"
        expected[2][2] = "0"
        #expect(table.rows == expected)
    }
}
