import Testing

@testable import OpenDocument

@Suite struct ExactDecimalTests {
    private static func value(_ number: Double) -> String {
        let bytes = [UInt8](unsafeUninitializedCapacity: ExactDecimal.textLimit) { buffer, count in
            count = buffer.baseAddress.map { ExactDecimal(number).writeValue(to: $0) } ?? 0
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func shown(_ number: Double, _ format: NumberFormat) -> String {
        let bytes = [UInt8](unsafeUninitializedCapacity: ExactDecimal.textLimit) { buffer, count in
            count = buffer.baseAddress.map { ExactDecimal(number).writeShown(as: format, to: $0) } ?? 0
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func readsBack(_ number: Double) -> Bool {
        Double(Self.value(number)) == number
    }

    @Test func `every share of at most 400 answers reads back as itself, in the fewest digits`() {
        for n in 1...400 {
            for k in 0...n {
                let share = Double(k) / Double(n)
                let text = Self.value(share)
                #expect(Double(text) == share)
                let shortest = share.description
                #expect(text == (shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest) || share < 1e-4)
            }
        }
    }

    @Test func `any number reads back as itself`() {
        var random = SplitMix(state: 7)
        for _ in 0..<100_000 {
            let bits = Double(bitPattern: random.next())
            if bits.isFinite { #expect(readsBack(bits)) }
            let unit = Double(random.next() >> 11) * 0x1p-53
            for scale in [1, 1e-4, 1e4, 1e8, 1e14, -1] { #expect(readsBack(unit * scale)) }
            #expect(readsBack((unit * 1e6).rounded() / 1e6))
        }
        for exponent in -1074...1023 {
            let power = Double(sign: .plus, exponent: exponent, significand: 1)
            #expect(readsBack(power) && readsBack(power.nextUp) && readsBack(power.nextDown), "2^\(exponent)")
        }
        for exponent in -320...308 {
            guard let power = Double("1e\(exponent)") else { continue }
            #expect(readsBack(power) && readsBack(power.nextUp) && readsBack(power.nextDown), "10^\(exponent)")
        }
    }

    @Test func `a share is rounded half up as the exact ratio, for every base to 1000`() {
        for n in 1...1000 {
            for k in 0...n {
                let expected = "\((200 * k + n) / (2 * n))\u{A0}%"
                #expect(Self.shown(Double(k) / Double(n), .percent(decimals: 0)) == expected, "\(k)/\(n)")
            }
        }
    }

    @Test(arguments: [
        (9, NumberFormat.signed(decimals: 0), "+9"), (-3, .signed(decimals: 0), "\u{2212}3"),
        (0, .signed(decimals: 0), "0"), (0, .signed(decimals: 2), "0,00"),
        (-0.125, .percent(decimals: 1), "\u{2212}12,5\u{A0}%"),
        (1234.5, .decimals(2), "1234,50"), (1e20, .decimals(2), "100000000000000000000,00"),
        (1.5e22, .percent(decimals: 1), "1500000000000000000000000,0\u{A0}%"),
        (12_345_678_901_234_568, .decimals(3), "12345678901234568,000"),
        (1e-30, .decimals(15), "0,000000000000000"), (0.05, .decimals(1), "0,1"), (99.95, .decimals(1), "100,0"),
        (-0.0, .decimals(1), "0,0"),
    ])
    func `a number is shown in the Swedish way`(number: Double, format: NumberFormat, expected: String) {
        #expect(Self.shown(number, format) == expected)
    }

    @Test func `no text is longer than its room`() {
        for number in [
            Double.greatestFiniteMagnitude, -.leastNonzeroMagnitude, -.greatestFiniteMagnitude, -1e-5.nextUp,
        ] {
            #expect(Self.value(number).utf8.count <= ExactDecimal.textLimit)
            #expect(Self.shown(number, .percent(decimals: 15)).utf8.count <= ExactDecimal.textLimit)
        }
    }
}

/// A small generator whose numbers are the same each time.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
