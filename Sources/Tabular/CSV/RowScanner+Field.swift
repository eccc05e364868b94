/// The fields that are not the usual ones, and what happens to a text that is met for the first time.
extension RowScanner {
    /// Reads a field of any kind: a long one, a quoted one, one beyond the header, one with control characters, the last
    /// of the file. Returns where it ends, or nil where the bytes run out before.
    @inline(never)
    mutating func slowField(
        from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, isAtEnd: Bool
    ) throws(TableError) -> UnsafePointer<UInt8>? {
        let stop: UnsafePointer<UInt8>
        let content: UnsafeBufferPointer<UInt8>
        if start < end && start.pointee == UInt8(ascii: "\"") {
            guard let closing = try quoted(from: start, to: end, isAtEnd: isAtEnd) else { return nil }
            (stop, content) = closing
        } else {
            stop = fieldEnd(from: start)
            content = UnsafeBufferPointer(start: start, count: min(stop, end) - start)
        }
        guard isComplete(stop, end, isAtEnd) else { return nil }
        try take(content)
        return min(stop, end)
    }

    /// A line end at the very end of a block may be half of one.
    private func isComplete(_ stop: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ isAtEnd: Bool) -> Bool {
        isAtEnd || stop < end && (stop.pointee != UInt8(ascii: "\r") || stop + 1 < end)
    }

    /// The first separator or line end; there is one behind the block at the latest.
    private func fieldEnd(from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        let words = Words(separator: separator)
        var stop = start
        while true {
            let stops = words.stops(Words.load(stop))
            if stops == 0 {
                stop += 8
                continue
            }
            stop += stops.trailingZeroBitCount / 8
            if stop.pointee == separator || isLineEnd(stop.pointee) { return stop }
            stop += 1
        }
    }

    @inline(__always)
    func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// A field that begins with a quote: its text, and where the field ends.
    private mutating func quoted(
        from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, isAtEnd: Bool
    ) throws(TableError) -> (stop: UnsafePointer<UInt8>, content: UnsafeBufferPointer<UInt8>)? {
        let quote = UInt8(ascii: "\"")
        let quotes = Words(separator: quote)
        func closing(from first: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
            var position = first
            while position < end {
                let stops = quotes.matches(Words.load(position))
                if stops != 0 { return min(position + stops.trailingZeroBitCount / 8, end) }
                position += 8
            }
            return end
        }

        var piece = start + 1
        var close = closing(from: piece)
        if close + 1 < end && (close[1] == separator || isLineEnd(close[1])) {
            return (close + 1, UnsafeBufferPointer(start: piece, count: close - piece))
        }
        unquoted.removeAll()
        while true {
            guard close < end else {
                if isAtEnd { throw .unterminatedQuote(place) }
                return nil
            }
            unquoted.append(piece, close - piece)
            guard close + 1 < end else {
                return isAtEnd ? (end, unquoted.bytes) : nil
            }
            guard close[1] == quote else { break }
            unquoted.append(close + 1, 1)
            piece = close + 2
            close = closing(from: piece)
        }
        // Text behind the closing quote belongs to the field, as spreadsheet programs read it.
        let stop = min(fieldEnd(from: close + 1), end)
        unquoted.append(close + 1, stop - (close + 1))
        return (stop, unquoted.bytes)
    }

    /// The text of a field, at the place where it belongs.
    private mutating func take(_ content: UnsafeBufferPointer<UInt8>) throws(TableError) {
        filled |= content.count
        if column >= builder.width || builder.lanes[column] == nil { try check(content) }
        if column >= builder.limits.fields { throw .tooManyFields(sheetRow: sheetRow, limit: builder.limits.fields) }
        try builder.take(content, sheetRow: sheetRow, column: column)
    }

    /// Looks at a text that is not kept.
    @inline(never)
    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        try builder.judge.check(bytes, at: place)
    }
}
