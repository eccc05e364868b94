import Foundation
import Testing

@testable import Tabular

/// Workbooks that spreadsheet programs and libraries wrote, all with the same answers.
@Suite struct `Workbooks of other programs` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/export/").path(percentEncoded: false)

    struct Fixture: CustomTestStringConvertible, Sendable {
        let file, sheet, expected, cells: String
        let preamble, headings: Int
        let columns: [String]
        var testDescription: String { file }
    }

    /// The list of fixtures, and what is known of each.
    static let fixtures: [Fixture] = {
        let rows = (try? texts("fixturer.csv")) ?? []
        guard let names = rows.first else { return [] }
        return rows.dropFirst().compactMap { row in
            let told = Dictionary(uniqueKeysWithValues: zip(names, row))
            // In the column for the format stands what the file is where its name says otherwise.
            guard let file = told["file"], told["layout"] != "refused" else { return nil }
            guard file.hasSuffix(".xlsx") && told["format"] == "" || told["format"] == "xlsx" else { return nil }
            return Fixture(
                file: file, sheet: told["sheet"] ?? "", expected: told["expected"] ?? "", cells: told["cells"] ?? "",
                preamble: Int(told["preamble"] ?? "") ?? 0, headings: Int(told["headings"] ?? "") ?? 1,
                columns: (told["columns"] ?? "").split(separator: " ").map(String.init))
        }
    }()

    /// All rows of a file of separated values.
    private static func texts(_ name: String) throws -> [[String]] {
        let reader = try CSVReader(try FileSource(path: folder + name), separator: .semicolon)
        let header = reader.header
        let table = try reader.table(columns: Array(header.indices))
        return [header] + table.rows
    }

    @Test func `are there`() { #expect(Self.fixtures.count >= 20) }

    @Test(arguments: fixtures)
    func `are read as what they hold`(_ fixture: Fixture) throws {
        let file = try TableFile(path: Self.folder + fixture.file)
        #expect(file.kind == .xlsx)
        let kept = fixture.columns.indices.filter { fixture.columns[$0] != "-" }
        var sheets: [String?] = []
        let read = try file.read(ReadingOptions(sheet: fixture.sheet)) { opening in
            sheets.append(opening.sheet?.name)
            return .read(headings: fixture.preamble..<fixture.preamble + fixture.headings, columns: kept)
        }
        let table = try #require(read)
        #expect(sheets == [fixture.sheet])
        #expect(table.rowCount > 10)
        #expect(table.malformed.isEmpty)

        let truth = try Self.texts(fixture.expected + "-text.csv")
        let codes = try Self.texts(fixture.expected + ".csv")
        for (place, column) in kept.enumerated() {
            let name = fixture.columns[column]
            let found = (0..<table.rowCount).map { table.columns[place].values[table.columns[place].codes[$0]] }
            let source = fixture.cells == "code" && codes[0].contains(name) ? codes : truth
            let index = try #require(source[0].firstIndex(of: name))
            #expect(found == source.dropFirst().map { $0[index] }, "\(name)")
        }
    }
}
