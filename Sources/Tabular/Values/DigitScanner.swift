/// Goes through the few bytes of a date or a duration from left to right.
struct DigitScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index == bytes.count }
    var next: UInt8? { isAtEnd ? nil : bytes[index] }

    /// Steps over the sign if it is the next one.
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    /// A whole number of so many digits; nil where there are fewer, or more follow.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        let start = index
        while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
            guard index - start < digits.upperBound else { return nil }
            value = 10 * value + Int(byte - UInt8(ascii: "0"))
            index += 1
        }
        return index - start >= digits.lowerBound ? value : nil
    }

    /// Steps over a point or comma and digits, any number of them. True unless there is a point with no digit.
    mutating func skipFraction() -> Bool {
        guard next == UInt8(ascii: ".") || next == UInt8(ascii: ",") else { return true }
        index += 1
        let start = index
        while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { index += 1 }
        return index > start
    }
}

extension Scratch {
    /// Appends a number that is not negative, with zeros before it up to so many digits.
    mutating func append(_ number: Int, digits: Int) {
        var rest = number
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
            var start = buffer.count
            repeat {
                start -= 1
                buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0 || buffer.count - start < digits
            append(UnsafeBufferPointer(rebasing: buffer[start...]))
        }
    }
}
