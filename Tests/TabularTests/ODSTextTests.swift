import TestSupport
import Testing

@testable import Tabular

/// What `append` makes of a raw text; nil where it refuses.
private func made(_ raw: String, _ append: (UnsafeBufferPointer<UInt8>, inout Scratch) -> Bool) -> String? {
    var text = Scratch()
    let isTaken = Array(raw.utf8).withUnsafeBufferPointer { append($0, &text) }
    guard isTaken else {
        #expect(text.bytes.isEmpty)
        return nil
    }
    return String(decoding: text.bytes, as: UTF8.self)
}

@Suite struct `Values of cells in .ods` {
    @Test(arguments: [
        ("0", "0"), ("3", "3"), ("-3", "-3"), ("3.5", "3.5"), ("0.5", "0.5"), ("-0.5", "-0.5"), ("100", "100"),
        ("123456789012345", "123456789012345"), ("0.12345678901234", "0.12345678901234"),
        // Not as it shall be, so that it is counted out.
        ("3.0", "3"), ("3.50", "3.5"), ("03", "3"), ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("-0", "0"), ("-0.0", "0"),
        ("0.30000000000000004", "0.3"), ("3.20000000000000000004", "3.2"), ("0.910000000000000000024", "0.91"),
        ("0.333333333333333333", "0.333333333333333"), ("0.0001", "0.0001"), ("0.000240000000000000001", "0.00024"),
        ("1E+021", "1000000000000000000000"), ("1.23456789012346E+017", "123456789012346000"),
        ("1.5e2", "150"), ("1.5E-3", "0.0015"), ("-2.5e-1", "-0.25"), ("123456789012345678", "123456789012346000"),
        ("99999999999999.95", "100000000000000"), ("0.9999999999999999", "1"),
        ("1e-300", "0." + String(repeating: "0", count: 299) + "1"),
        ("2e0", "2"), ("12345.678", "12345.678"), ("44473.7170486111", "44473.7170486111"),
    ])
    func `a number is its shortest decimal text of at most 15 digits`(raw: String, text: String) {
        #expect(made(raw) { DecimalText.append($0, to: &$1) } == text)
    }

    @Test(arguments: [
        "", "-", ".", "+", "e5", "1e", "1e+", "1,5", "1 000", " 1", "1 ", "0x10", "NaN", "INF", "-INF", "inf", "1e999",
        "--1", "1.2.3", "1_000", "²", "1\0", "12a", "a12", String(repeating: "1", count: 129),
    ])
    func `what is no number is refused`(raw: String) {
        #expect(made(raw) { DecimalText.append($0, to: &$1) } == nil)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a number of at most 15 digits is the same number`(_ round: UInt64) {
        var generator = SeededGenerator(state: round)
        for _ in 0..<500 {
            let mantissa = Int.random(in: 0..<1_000_000_000_000_000, using: &generator)
            let exponent = Int.random(in: -40...40, using: &generator)
            let raw = "\(mantissa)e\(exponent)"
            let text = made(raw) { DecimalText.append($0, to: &$1) } ?? ""
            #expect(Double(text) == Double(raw))
            #expect(!text.hasSuffix("."))
            #expect(!text.contains("e"))
            #expect(text == "0" || !text.contains(".") || !text.hasSuffix("0"))
            // Once more it is the same: nothing is left to do.
            #expect(made(text) { DecimalText.append($0, to: &$1) } == text)
        }
    }

    @Test(arguments: [
        ("2021-10-04", "2021-10-04"), ("2021-10-04T09:12:33", "2021-10-04 09:12:33"),
        ("2021-10-04 09:12:33", "2021-10-04 09:12:33"), ("2021-10-04T00:00:00", "2021-10-04 00:00:00"),
        ("2021-10-04T09:12", "2021-10-04 09:12:00"), ("2021-10-04T09:12:33.999", "2021-10-04 09:12:33"),
        ("2021-10-04T09:12:33,5", "2021-10-04 09:12:33"), ("2021-10-04T09:12:33Z", "2021-10-04 09:12:33"),
        ("2021-10-04T09:12:33.123456789012345+02:00", "2021-10-04 09:12:33"), ("2021-10-04Z", "2021-10-04"),
        ("2021-10-04-05:00", "2021-10-04"), ("2020-02-29", "2020-02-29"), ("2000-02-29", "2000-02-29"),
        ("0001-01-01", "0001-01-01"), ("9999-12-31T23:59:59", "9999-12-31 23:59:59"),
    ])
    func `a date has its time behind it where it has one`(raw: String, text: String) {
        #expect(made(raw) { DateText.append($0, to: &$1) != nil } == text)
    }

    @Test(arguments: [
        "", "2021", "2021-10", "2021-10-4", "2021-1-04", "21-10-04", "2021-10-04T", "2021-10-04T9:12:33", "2021-13-01",
        "2021-00-01", "2021-02-29", "1900-02-29", "2021-04-31", "2021-10-00", "2021-10-32", "2021-10-04T24:00:00",
        "2021-10-04T09:60:00", "2021-10-04T09:12:60", "2021-10-04T09:12:33.", "2021-10-04T09:12:33x", "2021/10/04",
        "-2021-10-04", "12021-10-04", "2021-10-04+2", "2021-10-04+02:0", "20211004", "2021-10-04T09:12:33ZZ", "måndag",
        "99999999999999999999-01-01",
    ])
    func `what is no date is refused`(raw: String) {
        #expect(made(raw) { DateText.append($0, to: &$1) != nil } == nil)
    }

    @Test(arguments: [
        ("PT09H12M33S", "09:12:33"), ("PT010H05M00S", "10:05:00"), ("PT9H", "09:00:00"), ("PT26H12M33S", "26:12:33"),
        ("PT00H00M00S", "00:00:00"), ("-PT01H00M00S", "-01:00:00"), ("-PT0S", "00:00:00"), ("PT33S", "00:00:33"),
        ("PT09H12M33.999S", "09:12:33"), ("PT09H12M33,5S", "09:12:33"), ("PT90M", "01:30:00"), ("P1DT2H", "26:00:00"),
        ("P2D", "48:00:00"), ("P0Y0M1DT0H", "24:00:00"), ("PT999999999H", "999999999:00:00"),
    ])
    func `a time is hours, minutes and seconds`(raw: String, text: String) {
        #expect(made(raw) { TimeText.append($0, to: &$1) } == text)
    }

    @Test(arguments: [
        "", "P", "PT", "T", "PT5", "PTH", "PT1H2H", "PT1M2H", "P1H", "PT1D", "P1Y", "P2M", "PT1.5H", "PT1.S", "PT1S ",
        "--PT1S", "PT-1S", "PT1000000000H", "09:12:33", "PT99999999999999999999S", "PT1HT2M", "P1Y2",
    ])
    func `what is no time is refused`(raw: String) {
        #expect(made(raw) { TimeText.append($0, to: &$1) } == nil)
    }
}

@Suite struct `White space in paragraphs` {
    /// The paragraphs' pieces: characters, or signs that stand as they are.
    enum Piece: Sendable {
        case text(String)
        case signs(Unicode.Scalar, Int)
    }

    private func made(_ paragraphs: [[Piece]], limit: Int = 1_000) -> String {
        var text = CellText()
        for paragraph in paragraphs {
            text.beginParagraph()
            for piece in paragraph {
                switch piece {
                case .text(let characters):
                    Array(characters.utf8).withUnsafeBufferPointer { text.append($0) }
                case .signs(let sign, let count): text.append(sign, count: count, limit: limit)
                }
            }
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            ([.text("a")], "a"), ([.text("")], ""), ([.text("Till stor del")], "Till stor del"),
            ([.text("En lång text med många ord i")], "En lång text med många ord i"),
            ([.text(" a ")], "a"), ([.text("  a  b\n\t c ")], "a b c"), ([.text("\r\n  a\r\n")], "a"),
            ([.text("   ")], ""),
            ([.text("12345678 "), .text(" 2345678")], "12345678 2345678"),
            ([.text("1234567 "), .text("1")], "1234567 1"),
            ([.text("1234567"), .text(" 1")], "1234567 1"), ([.text("a "), .text(" "), .text(" b")], "a b"),
            ([.text(" "), .text(" a")], "a"), ([.text("a "), .text("å")], "a å"),
            ([.text("a\u{A0} \u{A0}b")], "a\u{A0} \u{A0}b"),
            ([.text("a"), .signs(" ", 3), .text("b")], "a   b"), ([.text("a "), .signs(" ", 1), .text(" b")], "a   b"),
            ([.signs(" ", 2), .text("a")], "  a"), ([.signs(" ", 2), .text(" a")], "   a"),
            ([.text("a"), .signs("\t", 1), .text("b")], "a\tb"), ([.text("a"), .signs("\n", 1), .text("b")], "a\nb"),
            ([.text("a "), .signs("\n", 1)], "a \n"), ([.text("a"), .signs(" ", 0), .text("b")], "ab"),
            ([.text("a"), .signs(" ", -5), .text("b")], "ab"),
        ] as [([Piece], String)])
    func `is one space between words, and elsewhere as it is written`(pieces: [Piece], text: String) {
        #expect(made([pieces]) == text)
    }

    @Test func `does not reach from one paragraph into the next`() {
        #expect(made([[.text("a ")], [.text(" b")], [], [.text("c")]]) == "a\nb\n\nc")
    }

    @Test func `of a thousand million signs no more are made than the limit and one`() {
        #expect(made([[.text("ab"), .signs(" ", 2_000_000_000)]], limit: 100).utf8.count == 101)
        #expect(made([[.signs(" ", .max), .signs(" ", .max)]], limit: 100).utf8.count == 101)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `is the same however the text is cut in pieces`(_ round: UInt64) {
        var generator = SeededGenerator(state: round)
        for _ in 0..<500 {
            let signs = ["a", "å", " ", " ", " ", "\n", "\t", "ord", "längre ord "]
            let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                signs.randomElement(using: &generator) ?? ""
            }.joined()
            var pieces: [Piece] = []
            var rest = Array(text)
            while !rest.isEmpty {
                let count = Int.random(in: 1...rest.count, using: &generator)
                pieces.append(.text(String(rest.prefix(count))))
                rest.removeFirst(count)
            }
            let words = text.split { " \n\t".contains($0) }.joined(separator: " ")
            #expect(made([pieces]) == words, "\(text.debugDescription)")
        }
    }
}
