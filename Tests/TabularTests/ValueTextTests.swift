import Foundation
import TestSupport
import Testing

@testable import Tabular

/// The text of a number that a file spells as `spelled`.
private func shown(_ spelled: String) -> String? {
    var scratch = Scratch()
    let isNumber = Array(spelled.utf8).withUnsafeBufferPointer { DecimalText.append($0, to: &scratch) }
    return isNumber ? String(decoding: scratch.bytes, as: UTF8.self) : nil
}

@Suite struct `The text of a number` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `is the same however it is spelled, and the number again where 15 digits are enough`(_ seed: UInt64) throws {
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        for _ in 0..<2_000 {
            let digits = Int.random(in: 1...15, using: &generator)
            let mantissa = Int.random(in: 0..<Int(pow(10.0, Double(digits))), using: &generator)
            let power = Int.random(in: -30...30, using: &generator)
            let value = try #require(Double("\(mantissa)e\(power)"))
            let text = try #require(shown("\(mantissa)e\(power)"))
            #expect(Double(text) == value)
            #expect(shown(value.description) == text)
            #expect(shown(String(format: "%.17g", value)) == text)
            #expect(shown(String(format: "%.25e", value)) == text)
            #expect(shown(text) == text)
            #expect(shown("+" + text) == text)
        }
    }

    @Test(arguments: [4, 5] as [UInt64])
    func `has 15 digits and no more, those of the nearest number`(_ seed: UInt64) throws {
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        for _ in 0..<2_000 {
            let value = Double(bitPattern: UInt64.random(in: 1..<0x7FF0_0000_0000_0000, using: &generator))
            let text = try #require(shown(value.description))
            let digits = text.filter { $0 != "." }.drop { $0 == "0" }
            #expect(String(digits.reversed().drop { $0 == "0" }.reversed()).count <= 15)
            #expect(Double(text) == Double(String(format: "%.14e", value)))
            #expect(shown("-" + value.description) == "-" + text)
        }
    }

    @Test(arguments: [
        "", "-", "+", ".", "e1", "1e", "1e+", "1 ", " 1", "1,5", "0x1p3", "nan", "inf", "1__0", "1e400", "٣",
    ])
    func `is none where it is no number`(_ spelled: String) { #expect(shown(spelled) == nil) }
}

@Suite struct `The text of a date` {
    private func shown(_ serial: Double, _ kind: NumberKind, _ system: DateSystem) -> String? {
        var scratch = Scratch()
        guard SerialDate.append(serial, kind, system, to: &scratch) else { return nil }
        return String(decoding: scratch.bytes, as: UTF8.self)
    }

    @Test func `is that of the calendar, every day until the year 9999`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let starts: [(DateSystem, String, ClosedRange<Int>)] = [
            (.from1900, "1899-12-30T00:00:00Z", 61...2_958_465), (.from1899, "1899-12-30T00:00:00Z", 0...2_958_465),
            (.from1904, "1904-01-01T00:00:00Z", 0...2_957_003),
        ]
        for (system, start, days) in starts {
            let first = try #require(try? Date(start, strategy: .iso8601))
            for day in stride(from: days.lowerBound, through: days.upperBound, by: 97) {
                let date = calendar.dateComponents(
                    [.year, .month, .day], from: first.addingTimeInterval(Double(day) * 86_400))
                let expected = String(format: "%04d-%02d-%02d", date.year ?? 0, date.month ?? 0, date.day ?? 0)
                #expect(shown(Double(day), .date, system) == expected)
            }
            #expect(shown(Double(days.upperBound), .date, system) == "9999-12-31")
            #expect(shown(Double(days.upperBound + 1), .date, system) == nil)
        }
    }

    @Test func `has every second of a day, with as many digits as programs write`() {
        for second in stride(from: 0, to: 86_400, by: 61) {
            let time = String(format: "%02d:%02d:%02d", second / 3_600, second / 60 % 60, second % 60)
            let expected = second == 0 ? "2021-10-04" : "2021-10-04 " + time
            let serial = 44_473 + Double(second) / 86_400
            for digits in [9, 10, 12, 17] {
                let written = Double(String(format: "%.\(digits)f", serial)) ?? 0
                #expect(shown(written, .date, .from1900) == expected)
                #expect(shown(written, .time, .from1900) == time)
            }
        }
    }

    @Test func `is none for what is no date`() {
        for serial in [-0.001, -1, 2_958_466, 1e15, 1e308, .infinity, -.infinity, .nan] {
            for kind in [NumberKind.date, .time, .elapsed] { #expect(shown(serial, kind, .from1900) == nil) }
        }
        #expect(shown(44_473, .number, .from1900) == nil)
    }
}
