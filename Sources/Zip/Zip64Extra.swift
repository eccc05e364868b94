/// The numbers of a header's zip64 extra field (4.5.3): one of 8 bytes for every field that is full, in their order.
struct Zip64Extra {
    private let extra: ArraySlice<UInt8>
    private var numbers: ArraySlice<UInt8>?

    init(in extra: ArraySlice<UInt8>) {
        self.extra = extra
    }

    /// The value itself, or the next number of the extra field if the value is full; nil if there is none.
    mutating func resolve(_ value: Int) -> Int? {
        guard value == 0xFFFF_FFFF else { return value }
        var rest = numbers ?? field()
        guard let number = Zip64Extra.take(8, from: &rest) else { return nil }
        numbers = rest
        return number
    }

    /// The content of the zip64 field; the others do not matter here.
    private func field() -> ArraySlice<UInt8> {
        var rest = extra
        while let id = Zip64Extra.take(2, from: &rest), let size = Zip64Extra.take(2, from: &rest) {
            guard size <= rest.count else { break }
            if id == 0x0001 { return rest.prefix(size) }
            rest = rest.dropFirst(size)
        }
        return []
    }

    private static func take(_ width: Int, from bytes: inout ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= width else { return nil }
        defer { bytes = bytes.dropFirst(width) }
        return Fields.integer(bytes.prefix(width))
    }
}
