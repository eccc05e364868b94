/// How often a row, a cell or a space stands there.
enum RepeatCount {
    /// More than this is as good as this: no sheet has so many, and sums of two do not overflow.
    private static let most = 1 << 40

    /// The number of an attribute: at least 1; nil where it is none.
    static func of(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        digits.isEmpty ? nil : number(digits).map { max(1, $0) }
    }

    /// The number of `text:c`, which may be 0; 1 where it is none.
    static func ofSpaces(_ digits: UnsafeBufferPointer<UInt8>) -> Int {
        digits.isEmpty ? 1 : number(digits) ?? 1
    }

    static func sum(_ first: Int, _ second: Int) -> Int {
        min(first + second, most)
    }

    private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
            value = min(10 * value + Int(byte - UInt8(ascii: "0")), most)
        }
        return value
    }
}
