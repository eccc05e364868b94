/// The central directory (4.3.12), checked against itself and against what stands beside the contents.
enum CentralDirectory {
    /// Reads every entry.
    static func read(
        of file: some RandomAccess, limits: ArchiveLimits
    ) throws(ArchiveReadError) -> [ArchivedFile] {
        let end = try EndRecord(of: file)
        let headers = try headers(of: file, end, limits)
        let contents = try contents(of: headers, in: file, before: end.directoryOffset)
        return zip(headers, contents).enumerated().map { index, pair in
            let (header, content) = pair
            return ArchivedFile(
                name: header.name, method: header.method, compressedSize: header.compressedSize, size: header.size,
                checksum: header.checksum, offset: header.offset, contentOffset: content, index: index)
        }
    }

    /// The headers of the directory, which fill it.
    private static func headers(
        of file: some RandomAccess, _ end: EndRecord, _ limits: ArchiveLimits
    ) throws(ArchiveReadError) -> [CentralHeader] {
        guard end.count <= limits.entries else { throw .tooManyEntries(count: end.count, limit: limits.entries) }
        guard end.directorySize <= limits.directorySize else {
            throw .directoryTooLarge(size: end.directorySize, limit: limits.directorySize)
        }
        let bytes = try file.bytes(of: .centralDirectory, at: end.directoryOffset, count: end.directorySize)
        var headers: [CentralHeader] = []
        // By its bytes: to compare strings is to bring them into normal form first, which takes seconds for names made for it.
        var names: Set<ArraySlice<UInt8>> = []
        var position = 0
        while headers.count < end.count {
            let header = try CentralHeader(bytes, at: position, fileOffset: end.directoryOffset, limits: limits)
            guard names.insert(header.nameBytes).inserted else { throw .duplicateName(header.name) }
            position += header.length
            headers.append(header)
        }
        guard position == bytes.count else {
            throw .malformed(.centralDirectory, offset: end.directoryOffset + position)
        }
        return headers
    }

    /// Where each content starts. In the order of the file, so that an entry is known to end before the next one starts
    /// before any of it is read: else a small file could make us read the same bytes thousands of times.
    private static func contents(
        of headers: [CentralHeader], in file: some RandomAccess, before directory: Int
    ) throws(ArchiveReadError) -> [Int] {
        let order = headers.indices.sorted { (headers[$0].offset, $0) < (headers[$1].offset, $1) }
        // Bytes that no entry uses do no harm later on; before the first entry they can be another file. An entry beyond the
        // directory is told as such below.
        let first = order.first.map { headers[$0].offset } ?? directory
        guard first == 0 || first >= directory && !order.isEmpty else { throw .prefixed(count: first) }
        var contents = [Int](repeating: 0, count: headers.count)
        for (place, index) in order.enumerated() {
            let next = place + 1 < order.count ? headers[order[place + 1]] : nil
            contents[index] = try LocalHeader.content(
                of: headers[index], in: file, before: next?.offset ?? directory, next?.name)
        }
        return contents
    }
}
