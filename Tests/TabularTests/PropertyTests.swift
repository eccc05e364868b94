import TestSupport
import Testing

@testable import Tabular

@Suite struct `Any table` {
    private let pieces = [
        "", "a", "ja", "Till stor del", "å", "Ö", "é", "\"", "\"\"", ";", ",", "\t", "\n", "\r\n", "\r", " ", "7",
        "Helt och hållet",
        "En lång text som är mycket längre än tjugofyra byte",
    ]
    /// What Windows-1252 does not have.
    private let widePieces = ["漢字", "👩‍🚒", "ﬁ", "\u{FFFD}", "🇸🇪"]

    private func randomText(_ generator: inout SeededGenerator, _ pieces: [String]) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...4, using: &generator) { text += pieces.randomElement(using: &generator) ?? "" }
        return text
    }

    private func written(
        _ rows: [[String]], separator: Separator, lineEnd: String, _ generator: inout SeededGenerator
    ) -> String {
        let mark = String(Unicode.Scalar(separator.rawValue))
        let lines = rows.map { row in
            row.enumerated().map { column, cell in
                let mustQuote =
                    cell.unicodeScalars.contains { "\"\n\r;,\t".unicodeScalars.contains($0) }
                    || row.count == 1 && cell.isEmpty
                guard mustQuote || Bool.random(using: &generator) else { return cell }
                let doubled = cell.split(separator: "\"" as Character, omittingEmptySubsequences: false).joined(
                    separator: "\"\"")
                return "\"" + doubled + "\""
            }.joined(separator: mark)
        }
        return lines.joined(separator: lineEnd) + (Bool.random(using: &generator) ? lineEnd : "")
    }

    private func trimmed(_ text: String) -> String {
        let spaces: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}"]
        var scalars = Array(text.unicodeScalars)
        while let last = scalars.last, spaces.contains(last) { scalars.removeLast() }
        scalars = Array(scalars.drop { spaces.contains($0) })
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(String(view).map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `is read back as it was written, in each dialect and in pieces of any size`(_ round: UInt64) throws {
        let seed = 0x5EED_0000 + round
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        for encoding in TextEncoding.allCases {
            for separator in Separator.allCases {
                let all = encoding == .windows1252 ? pieces : pieces + widePieces
                let width = Int.random(in: 1...6, using: &generator)
                var rows = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                    (0..<width).map { _ in randomText(&generator, all) }
                }
                // A row with nothing in it is none.
                rows.removeAll { $0.allSatisfy(\.isEmpty) }
                let header = (0..<width).map { "k\($0)" + randomText(&generator, all) + "k" }
                let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
                let text = written([header] + rows, separator: separator, lineEnd: lineEnd, &generator)
                let bytes = encoding.bytes(text)
                for _ in 0..<2 {
                    let most = Int.random(in: 1...40, using: &generator)
                    let blockSize = Int.random(in: 64...300, using: &generator)
                    let result = try table(bytes, separator: separator, blockSize: blockSize, most: most)
                    #expect(result.columns.map(\.name) == header.map(trimmed), "seed \(seed)")
                    #expect(result.rows == rows.map { $0.map(trimmed) }, "seed \(seed)")
                }
            }
        }
    }
}
