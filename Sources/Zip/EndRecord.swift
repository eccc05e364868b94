/// Where the central directory is and how much it holds: the end record (APPNOTE.TXT 6.3.10, 4.3.16), or, where its fields
/// are too small, the zip64 end record that its locator points to (4.3.14, 4.3.15).
struct EndRecord {
    let count: Int
    let directoryOffset: Int
    let directorySize: Int

    private static let length = 22
    private static let locatorLength = 20
    private static let zip64Length = 56
    private static let commentLimit = 0xFFFF

    init(of file: some RandomAccess) throws(ArchiveReadError) {
        let offset = try EndRecord.find(in: file)
        let bytes = try file.bytes(of: .endRecord, at: offset, count: EndRecord.length)
        guard let fields = Fields(bytes, count: EndRecord.length) else {
            throw .malformed(.endRecord, offset: offset)
        }
        let disks = [fields.int16(4), fields.int16(6)]
        let counts = [fields.int16(8), fields.int16(10)]
        let size = fields.int32(12)
        let start = fields.int32(16)
        let isFull = counts.contains(0xFFFF) || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF
        let adjoins = size <= offset && start == offset - size
        if isFull || !adjoins, let (zip64, zip64Offset) = try EndRecord.zip64(before: offset, of: file) {
            // Every field is full or says the same.
            guard disks.allSatisfy({ $0 == 0 || $0 == 0xFFFF }) else { throw .multipleDisks }
            guard counts.allSatisfy({ $0 == zip64.count || $0 == 0xFFFF }),
                size == zip64.directorySize || size == 0xFFFF_FFFF,
                start == zip64.directoryOffset || start == 0xFFFF_FFFF
            else { throw .malformed(.endRecord, offset: offset) }
            self = zip64
            try checkPlace(endingAt: zip64Offset)
        } else {
            guard disks == [0, 0], counts[0] == counts[1] else { throw .multipleDisks }
            guard !isFull else { throw .malformed(.endRecord, offset: offset) }
            self.init(count: counts[1], directoryOffset: start, directorySize: size)
            try checkPlace(endingAt: offset)
        }
    }

    private init(count: Int, directoryOffset: Int, directorySize: Int) {
        self.count = count
        self.directoryOffset = directoryOffset
        self.directorySize = directorySize
    }

    /// The central directory ends where the end records start. Where it would have to move to do so, something stands
    /// before the archive.
    private func checkPlace(endingAt end: Int) throws(ArchiveReadError) {
        guard directorySize <= end, directoryOffset <= end - directorySize else {
            throw .outOfBounds(.centralDirectory, offset: directoryOffset, size: directorySize, fileSize: end)
        }
        let gap = end - directorySize - directoryOffset
        guard gap == 0 else { throw .prefixed(count: gap) }
    }

    /// Finds the last end record whose comment ends where the file does.
    private static func find(in file: some RandomAccess) throws(ArchiveReadError) -> Int {
        let count = min(file.size, length + commentLimit)
        let tail = try file.bytes(of: .endRecord, at: file.size - count, count: count)
        var trailing: Int?
        var start = count - length
        while start >= 0 {
            if tail[start] == 0x50, let fields = Fields(tail, at: start, count: length),
                fields.int32(0) == 0x0605_4B50
            {
                let left = count - start - length - fields.int16(20)
                if left == 0 { return file.size - count + start }
                if left > 0, trailing == nil { trailing = left }
            }
            start -= 1
        }
        if let trailing { throw .trailingBytes(count: trailing) }
        let head = try file.bytes(of: .localHeader, at: 0, count: min(4, file.size))
        throw head == [0x50, 0x4B, 3, 4] ? .noEndRecord : .notAnArchive
    }

    /// The zip64 end record and where it starts; nil if no locator stands before the end record.
    private static func zip64(
        before end: Int, of file: some RandomAccess
    ) throws(ArchiveReadError) -> (EndRecord, Int)? {
        let locator = end - locatorLength
        guard locator >= 0 else { return nil }
        let bytes = try file.bytes(of: .zip64Locator, at: locator, count: locatorLength)
        guard let fields = Fields(bytes, count: locatorLength), fields.int32(0) == 0x0706_4B50 else { return nil }
        guard fields.int32(4) == 0, fields.int32(16) <= 1 else { throw .multipleDisks }
        let offset = fields.int64(8)
        guard offset <= locator, zip64Length <= locator - offset else {
            throw .outOfBounds(.zip64EndRecord, offset: offset, size: zip64Length, fileSize: locator)
        }
        let record = try file.bytes(of: .zip64EndRecord, at: offset, count: zip64Length)
        // The record's own size leaves out its first 12 bytes; it reaches to the locator.
        guard let fields = Fields(record, count: zip64Length), fields.int32(0) == 0x0606_4B50,
            fields.int64(4) == locator - offset - 12
        else { throw .malformed(.zip64EndRecord, offset: offset) }
        guard fields.int32(16) == 0, fields.int32(20) == 0, fields.int64(24) == fields.int64(32) else {
            throw .multipleDisks
        }
        let found = EndRecord(
            count: fields.int64(32), directoryOffset: fields.int64(48), directorySize: fields.int64(40))
        return (found, offset)
    }
}
