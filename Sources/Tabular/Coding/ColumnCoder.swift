internal import Glibc

/// The texts of one column and their codes: an open-addressing table of the raw bytes as they stand in the file.
///
/// A key of at most 24 bytes is three words, padded with zeros; of a longer one the slot holds the first two words and
/// where all of it is kept. Raw texts that differ in outer white space only share a code.
struct ColumnCoder: ~Copyable {
    struct Slot {
        static let free = UInt32.max

        var first: UInt64 = 0
        var second: UInt64 = 0
        /// The third word, or for a long key its offset in the arena.
        var third: UInt64 = 0
        var length = free
        var code: UInt32 = 0
    }

    private(set) var slots: UnsafeMutablePointer<Slot>
    private var bits: UInt64
    /// The hash shifted right by this is a slot.
    private(set) var shift: UInt64
    private(set) var mask: Int
    /// Codes of the rows since the last flush.
    let stage: UnsafeMutablePointer<UInt16>

    /// The codes of texts that are known by number; `unknown` until they are met, and for the last code there can be.
    let remembered: UnsafeMutablePointer<UInt16>
    let rememberedCount: Int
    static let unknown = UInt16.max

    private(set) var keyCount = 1
    private var arena: [UInt8] = []
    private(set) var values: [String] = []
    private var codes: [String: UInt32] = [:]
    private var stored = CodeStore()

    init(stageRoom: Int, hash: Hash, sharedTexts: Int = 0) {
        bits = 4
        shift = 64 - bits
        mask = 1 << bits - 1
        slots = .allocate(capacity: 1 << bits)
        slots.initialize(repeating: Slot(), count: 1 << bits)
        stage = .allocate(capacity: stageRoom)
        stage.initialize(repeating: 0, count: stageRoom)
        remembered = .allocate(capacity: max(1, sharedTexts))
        remembered.initialize(repeating: ColumnCoder.unknown, count: sharedTexts)
        rememberedCount = sharedTexts
        values = [""]
        codes[""] = 0
        place(Slot(length: 0), hash.short(0, 0, 0, 0))
    }

    deinit {
        slots.deallocate()
        stage.deallocate()
        remembered.deallocate()
    }

    /// The code of a key that has one.
    @inline(__always)
    func code(of key: Key) -> UInt32? {
        var index = Int(truncatingIfNeeded: key.hash &>> shift)
        while true {
            let slot = slots + index
            let difference =
                (slot.pointee.first ^ key.first) | (slot.pointee.second ^ key.second)
                | (slot.pointee.third ^ key.third) | UInt64(slot.pointee.length ^ key.length)
            if difference == 0 { return slot.pointee.code }
            if slot.pointee.length == Slot.free { return nil }
            index = (index + 1) & mask
        }
    }

    /// The same for a key of more than 24 bytes.
    @inline(never)
    func code(ofLong bytes: UnsafeBufferPointer<UInt8>, _ key: Key) -> UInt32? {
        var index = Int(truncatingIfNeeded: key.hash &>> shift)
        while true {
            let slot = slots[index]
            if slot.length == Slot.free { return nil }
            if slot.length == key.length && slot.first == key.first && slot.second == key.second
                && isKept(bytes, at: Int(slot.third))
            {
                return slot.code
            }
            index = (index + 1) & mask
        }
    }

    private func isKept(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        arena.withUnsafeBufferPointer { arena in
            guard let start = bytes.baseAddress, let kept = arena.baseAddress else { return false }
            return memcmp(kept + place, start, bytes.count) == 0
        }
    }

    /// Gives a new key the code of its text.
    mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ key: Key, text: String, hash: Hash) -> UInt32 {
        let code = codes[text] ?? UInt32(values.count)
        if code == values.count {
            values.append(text)
            codes[text] = code
        }
        var slot = Slot(first: key.first, second: key.second, third: key.third, length: key.length, code: code)
        if bytes.count > Key.shortest {
            slot.third = UInt64(arena.count)
            arena.append(contentsOf: bytes)
        }
        keyCount += 1
        if 2 * keyCount > mask { grow(hash) }
        place(slot, key.hash)
        return code
    }

    /// Appends the first `rows` staged codes to the column.
    mutating func flush(rows: Int, expected: Int?) {
        stored.append(stage, rows: rows, values: values.count, expected: expected)
    }

    /// Hands out the column and is empty afterwards.
    mutating func column(named name: String, index: Int, rows: Int) -> Column {
        Column(name: name, index: index, values: values, codes: stored.takeCodes(rows: rows))
    }

    private func place(_ slot: Slot, _ hash: UInt64) {
        var index = Int(truncatingIfNeeded: hash &>> shift)
        while slots[index].length != Slot.free { index = (index + 1) & mask }
        slots[index] = slot
    }

    private mutating func grow(_ hash: Hash) {
        let (old, count) = (slots, mask + 1)
        bits += 1
        shift = 64 - bits
        mask = 1 << bits - 1
        slots = .allocate(capacity: 1 << bits)
        slots.initialize(repeating: Slot(), count: 1 << bits)
        for index in 0..<count where old[index].length != Slot.free {
            let slot = old[index]
            if slot.length <= Key.shortest {
                place(slot, hash.short(slot.first, slot.second, slot.third, slot.length))
            } else {
                let start = Int(slot.third)
                let value = arena[start..<start + Int(slot.length)].withUnsafeBufferPointer { hash.long($0) }
                place(slot, value)
            }
        }
        old.deallocate()
    }
}
