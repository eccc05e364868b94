import TestSupport
import Testing

@testable import Tabular

/// Broken files: whatever the bytes are, there is a table or an error, and for text the same as a plain reader finds.
@Suite struct `Any bytes at all` {
    private static let small =
        "sep=;\n\"kön\";grupp;\"fråga; ett\";d\r\nKvinna;\"Personal\";\"ja, \"\"helt\"\"\";1\n\nMan;Styrelse;\"nej\r\noch nej\";2;\n;;;\n"

    /// Everything that is handed out hangs together.
    private func expectSound(_ table: Table) {
        for column in table.columns {
            #expect(column.codes.count == table.rowCount)
            #expect(column.values.first == "")
            #expect(Set(column.values).count == column.values.count)
            #expect((0..<table.rowCount).allSatisfy { column.codes[$0] < column.values.count })
        }
        let rows = table.sheetRowNumbers
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(arguments: TextEncoding.allCases)
    func `a file cut anywhere gives a table or an error`(_ encoding: TextEncoding) {
        let bytes = encoding.bytes(Self.small)
        for count in 0..<bytes.count {
            if let result = try? table(Array(bytes.prefix(count)), blockSize: 64) { expectSound(result) }
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `a changed file gives a table or an error`(_ seed: UInt64) {
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        for round in 0..<5_000 {
            let encoding = TextEncoding.allCases[round % TextEncoding.allCases.count]
            var bytes = encoding.bytes(Self.small)
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(Array("\";,\t\r\n\0\u{A0}".utf8).randomElement(using: &generator) ?? 0, at: index)
                default: bytes.replaceSubrange(index..., with: bytes[..<index])
                }
                if bytes.isEmpty { bytes = [0x3B] }
            }
            let blockSize = Int.random(in: 64...200, using: &generator)
            let most = Int.random(in: 1...100, using: &generator)
            if let result = try? table(bytes, blockSize: blockSize, most: most) { expectSound(result) }
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `random text is read as a plain reader reads it`(_ seed: UInt64) {
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        let signs = [
            "a", "b", "å", ";", ";", ";", "\"", "\"", "\n", "\n", "\r\n", "\r", " ", "x,y", "en längre text än så här",
        ]
        for _ in 0..<1_500 {
            var text = ""
            for _ in 0..<Int.random(in: 1...60, using: &generator) {
                text += signs.randomElement(using: &generator) ?? ""
            }
            let naive = NaiveReader(text, separator: ";")
            let blockSize = Int.random(in: 64...100, using: &generator)
            switch outcome(Array(text.utf8), blockSize: blockSize) {
            case .success(let result):
                #expect(result.columns.map(\.name) == naive?.header, "\(text.debugDescription)")
                #expect(result.rows == Array(naive?.rows.prefix(result.rowCount) ?? []), "\(text.debugDescription)")
                #expect(result.sheetRowNumbers == Array(naive?.sheetRows.prefix(result.rowCount) ?? []))
                let left = naive?.rows.dropFirst(result.rowCount) ?? []
                #expect(left.allSatisfy { $0.allSatisfy(\.isEmpty) }, "\(text.debugDescription)")
            case .failure(.unterminatedQuote):
                #expect(naive == nil, "\(text.debugDescription)")
            case .failure(let error):
                #expect(error == .empty && naive?.header == [], "\(text.debugDescription)")
            }
        }
    }

    private func outcome(_ bytes: [UInt8], blockSize: Int) -> Result<Table, TableError> {
        do {
            return .success(try table(bytes, separator: .semicolon, blockSize: blockSize))
        } catch {
            return .failure(error)
        }
    }
}
