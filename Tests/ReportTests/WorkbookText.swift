import OpenDocument

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
