@testable import OpenDocument
@testable import Report

extension TableSheet {
    /// The sheet as a reader meets it, a row a line and a bar between cells.
    var text: String {
        let head = columns.map(\.header).joined(separator: " | ")
        let body = rows.map { $0.map(\.text).joined(separator: " | ") }
        return ([name, title] + leads + [head] + body + notes).joined(separator: "\n") + "\n"
    }
}

extension Cell {
    var text: String {
        switch self {
        case .empty: ""
        case .text(let text, _): text
        case .number(let value, _, let shown): shown ?? "\(value)"
        case .integer(let value, _): "\(value)"
        case .percentage(let value, _, let shown): shown ?? "\(value)"
        case .date(let year, let month, let day, _): "\(year)-\(month)-\(day)"
        case .link(let text, let target, _): "\(text) <\(target)>"
        }
    }
}

extension Sheet {
    /// The sheet as a reader meets it, a row a line and a bar between cells.
    func lines() throws -> String {
        try rowTexts().map { $0.joined(separator: " | ") + "\n" }.joined()
    }

    /// Each row's cells as they are seen, an empty text for one that is empty.
    func rowTexts() throws -> [[String]] {
        var written: [UInt8] = []
        _ = try Content(sheets: [self]).write { bytes throws(WorkbookError) in
            bytes.withUnsafeBytes { written += $0 }
        }
        let xml = String(decoding: written, as: UTF8.self)
        return xml.split(separator: "<table:table-row").dropFirst().map { row in
            row.split(separator: "<table:table-cell").dropFirst().map { cell in
                cell.split(separator: "<text:p>").dropFirst().map { $0.prefix { $0 != "<" } }.joined()
            }
        }
    }
}
