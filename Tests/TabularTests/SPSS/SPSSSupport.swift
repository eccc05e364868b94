import Foundation
import Zip

@testable import Tabular

/// A file of Tests/Fixtures/spss.
func spssFixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/spss")
    return Array(try Data(contentsOf: folder.appending(path: name)))
}

/// Reads an SPSS file with every column, or those named by their places.
func spssTable(_ bytes: [UInt8], columns: [Int]? = nil, limits: Limits = Limits()) throws(TableError) -> Table {
    let file = try SPSSFile(MemoryBytes(bytes), format: .sav, limits: limits)
    let all = Array(file.opening.rows[0].cells.indices)
    return try file.table(headings: 0..<2, columns: columns ?? all, progress: nil)
}

func spssError(_ bytes: [UInt8], columns: [Int]? = nil, limits: Limits = Limits()) -> TableError? {
    do {
        _ = try spssTable(bytes, columns: columns, limits: limits)
        return nil
    } catch {
        return error
    }
}

extension Table {
    /// For each column the texts that the file declares to be no answer.
    var missingTexts: [[String]] {
        columns.map { column in column.missing.sorted().map { column.values[$0] } }
    }
}
