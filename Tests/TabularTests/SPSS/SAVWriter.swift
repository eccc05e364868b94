import CZlib

/// Writes SPSS files record by record, right or wrong.
struct SAVWriter {
    enum Compression: Int32, CaseIterable { case none, bytecode, zlib }

    enum Value {
        case number(Double)
        case blank
        /// Padded with blanks to whole words.
        case text([UInt8])
    }

    var isBigEndian = false
    var compression = Compression.none
    /// Nil for the number of cases that are added.
    var declaredCases: Int32?
    var layout: Int32 = 2
    var madeAt = "01 Jan 2112:00:00"
    /// The records between the header and the cases.
    var records: [UInt8] = []
    /// The words of the cases.
    private(set) var words: [[UInt8]] = []
    private(set) var cases: Int32 = 0

    func int32(_ number: Int32) -> [UInt8] { integer(number) }

    private func integer(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: isBigEndian ? number.bigEndian : number.littleEndian, Array.init)
    }

    func word(_ number: Double) -> [UInt8] { integer(number.bitPattern) }

    static func padded(_ bytes: [UInt8], to width: Int, with pad: UInt8 = 0x20) -> [UInt8] {
        Array((bytes + repeatElement(pad, count: width)).prefix(width))
    }

    /// - Parameter missing: the count as the file has it, negative for a range, and the values.
    mutating func variable(
        _ name: String, width: Int32 = 0, label: String? = nil, format: Int32 = 0x05_08_00,
        missing: (count: Int32, values: [[UInt8]]) = (0, [])
    ) {
        let format = width > 0 ? 0x01_00_00 | width << 8 : format
        records += [2, width, label == nil ? 0 : 1, missing.count, format, format].flatMap(int32)
        records += Self.padded(Array(name.utf8), to: 8)
        if let label {
            let bytes = Array(label.utf8)
            records += int32(Int32(bytes.count)) + Self.padded(bytes, to: (bytes.count + 3) / 4 * 4)
        }
        records += missing.values.flatMap { Self.padded($0, to: 8) }
        for _ in 1..<max(1, (width + 7) / 8) { continuation() }
    }

    mutating func continuation() {
        records += [2, -1, 0, 0, 0, 0].flatMap(int32) + Self.padded([], to: 8)
    }

    mutating func valueLabels(_ labels: [(value: [UInt8], label: String)], words: [Int32]) {
        records += int32(3) + int32(Int32(labels.count))
        for (value, label) in labels {
            let bytes = Array(label.utf8)
            records += Self.padded(value, to: 8) + [UInt8(bytes.count)]
            records += Self.padded(bytes, to: (bytes.count + 8) / 8 * 8 - 1)
        }
        records += int32(4) + int32(Int32(words.count)) + words.flatMap(int32)
    }

    mutating func extensionRecord(_ subtype: Int32, size: Int32 = 1, count: Int32? = nil, _ bytes: [UInt8]) {
        records += [7, subtype, size, count ?? Int32(bytes.count) / max(1, size)].flatMap(int32) + bytes
    }

    mutating func codePage(_ number: Int32, name: String? = nil) {
        extensionRecord(3, size: 4, [1, 0, 0, -1, 1, 1, isBigEndian ? 1 : 2, number].flatMap(int32))
        if let name { extensionRecord(20, Array(name.utf8)) }
    }

    /// What older and newer files alike should have: here for tests that are about something else.
    static func utf8(_ compression: Compression = .none) -> SAVWriter {
        var writer = SAVWriter()
        writer.compression = compression
        writer.codePage(65001)
        return writer
    }

    mutating func add(_ values: Value...) {
        for value in values {
            switch value {
            case .number(let number): words.append(word(number))
            case .blank: words.append(word(-Double.greatestFiniteMagnitude))
            case .text(let bytes):
                let all = Self.padded(bytes, to: (bytes.count + 7) / 8 * 8)
                for start in stride(from: 0, to: all.count, by: 8) { words.append(Array(all[start..<start + 8])) }
            }
        }
        cases += 1
    }

    var header: [UInt8] {
        var bytes =
            Array((compression == .zlib ? "$FL3" : "$FL2").utf8)
            + Self.padded(Array("@(#) SPSS DATA FILE".utf8), to: 60)
        bytes += [layout, -1, compression.rawValue, 0, declaredCases ?? cases].flatMap(int32) + word(100)
        return bytes + Self.padded(Array(madeAt.utf8), to: 17) + Self.padded([], to: 64) + [0, 0, 0]
    }

    /// The header and the dictionary.
    var start: [UInt8] { header + records + int32(999) + int32(0) }

    /// The cases in commands of a byte each.
    var bytecode: [UInt8] {
        var bytes: [UInt8] = []
        var commands: [UInt8] = []
        var literals: [UInt8] = []
        func flush() {
            bytes += Self.padded(commands, to: 8, with: 0) + literals
            (commands, literals) = ([], [])
        }
        for stored in words {
            let bits = (isBigEndian ? stored : stored.reversed()).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let number = Double(bitPattern: bits)
            if stored.allSatisfy({ $0 == 0x20 }) {
                commands.append(254)
            } else if number == -Double.greatestFiniteMagnitude {
                commands.append(255)
            } else if let small = Int(exactly: number), (-99...151).contains(small) {
                commands.append(UInt8(small + 100))
            } else {
                commands.append(253)
                literals += stored
            }
            if commands.count == 8 { flush() }
        }
        commands.append(252)
        flush()
        return bytes
    }

    /// Blocks of at most `size` bytes, and the table of them.
    func blocks(of bytes: [UInt8], size: Int = 1 << 20) -> [UInt8] {
        let start = self.start.count
        var content: [UInt8] = []
        var table: [UInt8] = []
        for from in stride(from: 0, to: bytes.count, by: size) {
            let block = Array(bytes[from..<min(bytes.count, from + size)])
            let deflated = Self.deflated(block)
            table += integer(Int64(start + from)) + integer(Int64(start + 24 + content.count))
            table += integer(Int32(block.count)) + integer(Int32(deflated.count))
            content += deflated
        }
        let count = table.count / 24
        let head = integer(Int64(-100)) + integer(Int64(0)) + integer(Int32(size)) + integer(Int32(count))
        return integer(Int64(start)) + integer(Int64(start + 24 + content.count)) + integer(Int64(24 + table.count))
            + content + head + table
    }

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var count = compressBound(UInt(bytes.count))
        var made = [UInt8](repeating: 0, count: Int(count))
        compress2(&made, &count, bytes, UInt(bytes.count), 9)
        return Array(made.prefix(Int(count)))
    }

    var bytes: [UInt8] {
        switch compression {
        case .none: start + words.joined()
        case .bytecode: start + bytecode
        case .zlib: start + blocks(of: bytecode)
        }
    }
}
