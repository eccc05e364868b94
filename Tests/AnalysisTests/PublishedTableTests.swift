import Analysis
import Survey
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The table in Samordningsförbundet Östra Södertörns årsredovisning 2021, bilaga 2.
@Suite struct `The published table` {
    private struct Row {
        let name: String
        let answers: Int
        /// Negativt, varken eller, positivt, klart positivt.
        let percentages: [Int]
    }

    private func rows() throws -> [Row] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Fixtures/publicerad-bilaga2-2021.csv")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return try text.split(separator: "\n").dropFirst().map { line in
            // The question's text may hold commas; what stands before and behind it does not.
            let cells = line.split(separator: ",").map(String.init)
            let figures = try cells.suffix(6).map { try #require(Int($0)) }
            return Row(
                name: "\(cells[0]) \(cells[1]), \(figures[0])", answers: figures[1], percentages: Array(figures[2...]))
        }
    }

    /// The first counts of the four measures that give the row's percentages, if any do.
    private func solution(_ row: Row) throws -> [Int]? {
        for base in 1...row.answers {
            for positive in 0...base where try percent(positive, base) == row.percentages[2] {
                for negative in 0...base - positive where try percent(negative, base) == row.percentages[0] {
                    guard try percent(base - positive - negative, base) == row.percentages[1] else { continue }
                    for clearly in 0...positive where try percent(clearly, base) == row.percentages[3] {
                        return [negative, base - positive - negative, positive, clearly]
                    }
                }
            }
        }
        return nil
    }

    private func percent(_ count: Int, _ base: Int) throws -> Int { try #require(Ratio(count, of: base)).percent }

    @Test func `30 of its 35 rows come out of whole answers, and five of none`() throws {
        let rows = try rows()
        #expect(rows.count == 35)
        let impossible = try rows.filter { try solution($0) == nil }.map(\.name)
        #expect(
            impossible == [
                "personal 6, 2020", "personal 9, 2021", "personal 9, 2020", "personal 10, 2021", "chefer 1, 2021",
            ])
    }

    @Test func `the tally of such answers gives the row`() throws {
        for row in try rows() {
            guard let solution = try solution(row) else { continue }
            let counts = try counts(
                codes(negative: solution[0], neither: solution[1], positive: solution[2], clearly: solution[3]))
            #expect(
                try Measure.allCases.map { try #require(counts.share($0)).percent } == row.percentages, "\(row.name)")
        }
    }
}
