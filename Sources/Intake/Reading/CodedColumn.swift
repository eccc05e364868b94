import Survey
import Tabular

/// A column whose different texts have been looked up.
struct CodedColumn {
    let column: Column
    /// Of each text its code: 0 for a blank, nil for a text that stands for nothing.
    var codes: [UInt16?]
    /// Of each text what the user is told that it was taken for.
    let meanings: [String?]

    /// Texts that the file declares missing and that stand for nothing else: they count as blank.
    let declaredMissing: [Int]

    init(_ column: Column, codes: [UInt16?], meanings: [String?]) {
        self.column = column
        declaredMissing = column.missing.filter { codes.indices.contains($0) && codes[$0] == nil }.sorted()
        var known = codes
        for value in declaredMissing { known[value] = 0 }
        self.codes = known
        self.meanings = meanings
    }

    init(_ column: Column, codes: [UInt16?], meaning: (UInt16) -> String?) {
        self.init(column, codes: codes, meanings: codes.map { $0.flatMap { $0 == 0 ? nil : meaning($0) } })
    }

    var hasFaults: Bool { codes.contains(nil) }

    /// Blank where a text stands for nothing.
    var plainCodes: [UInt16] { codes.map { $0 ?? 0 } }
}
