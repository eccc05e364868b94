import Foundation
import Intake
import Survey
import Tabular
import Testing
import Zip

/// The exports of Tests/Fixtures/export: the same answers as many tools and layouts write them.
struct FixtureTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = root.appending(path: "Tests/Fixtures/export")

    struct Fixture: Sendable, CustomTestStringConvertible {
        let file: String
        let sheet: String?
        /// What each column is, as the table of fixtures names it.
        let columns: [String]
        let needs: String
        let expected: String

        var testDescription: String { file }
    }

    private static func rows(_ name: String) -> [[String: String]] {
        guard let bytes = try? Data(contentsOf: folder.appending(path: name)),
            let reader = try? CSVReader(MemorySource([UInt8](bytes)), separator: .semicolon)
        else { return [] }
        let header = reader.header
        guard let table = try? reader.table(columns: Array(header.indices)) else { return [] }
        return (0..<table.rowCount).map { row in
            Dictionary(
                uniqueKeysWithValues: table.columns.map { ($0.name, $0.values[$0.codes[row]]) })
        }
    }

    static let all: [Fixture] = rows("fixturer.csv").map { row in
        Fixture(
            file: row["file"] ?? "", sheet: row["sheet"].flatMap { $0.isEmpty ? nil : $0 },
            columns: (row["columns"] ?? "").split(separator: " ").map(String.init), needs: row["needs"] ?? "",
            expected: row["expected"] ?? "")
    }

    static func personal(several: Bool) throws -> Instrument {
        let path = root.appending(path: "Surveys/formular/personal.yaml")
        var text = try String(contentsOf: path, encoding: .utf8)
        if several {
            text = text.replacing(
                #/värden: fria [^\n]*\n/#,
                with: "flerval: ja\n    värden: [SamMA-projektet, \"Samverkansteam, unga vuxna\", MIA Vidare]\n")
        }
        return try instrument(from: Array(text.utf8), file: "personal.yaml")
    }

    /// Of a file that no heading explains, what somebody who knows it would say.
    private static func choices(_ fixture: Fixture, _ file: TableFile, _ version: Version) throws -> ColumnChoices {
        guard fixture.needs == "mapping" else { return ColumnChoices() }
        let preview = try preview(of: file, name: fixture.file)
        let headings = try #require(preview.sheets.first?.layouts.first)
        let known = Set(version.items.map(\.question.id)).union(["insats", "kön"])
        return ColumnChoices(
            zip(headings, fixture.columns).filter { known.contains($0.1) }
                .map { .init(heading: $0.0, target: .named($0.1), match: .chosen) })
    }

    @Test(arguments: all.filter { $0.expected != "refused" })
    func `every layout of every tool gives the same answers`(_ fixture: Fixture) throws {
        let instrument = try Self.personal(several: fixture.expected == "sanning-flerval")
        let version = try #require(instrument.versions.last)
        let file = try TableFile(path: Self.folder.appending(path: fixture.file).path)
        let read = try answers(
            in: file, name: fixture.file, to: version, of: instrument,
            sheet: fixture.needs == "sheet" ? fixture.sheet : nil,
            choices: try Self.choices(fixture, file, version))
        #expect(read.sheet == fixture.sheet)
        let truth = Self.rows("\(fixture.expected).csv").filter { row in
            version.items.contains { row[$0.question.id] != "" }
        }
        #expect(read.answers.respondents == truth.count)
        for item in version.items {
            let codes = item.question.scale.categories.map(\.code)
            let found = read.answers.question(item.question.id)?.codes.map { $0 == 0 ? "" : codes[Int($0) - 1] }
            #expect(found == truth.map { $0[item.question.id] ?? "" }, "\(item.question.id)")
        }
        for variable in ["insats", "kön"] {
            let found = read.answers.group(variable).map { column in
                column.codes.map { code in
                    column.members(ofCode: code).map { column.values[$0] }.sorted().joined(separator: "|")
                }
            }
            let expected = truth.map { ($0[variable] ?? "").split(separator: "|").sorted().joined(separator: "|") }
            #expect(found == expected, "\(variable)")
        }
    }
}
