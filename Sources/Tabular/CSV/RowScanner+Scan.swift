extension RowScanner {
    /// Reads all rows of `input`.
    mutating func scan(_ input: inout BlockInput) throws(TableError) {
        rowStart = input.position
        while true {
            try scanBlock(&input)
            if input.isAtEnd { break }
            try checkLength(of: input)
            rowStart -= input.position
            do { try input.refill() } catch { throw .unreadable(error) }
        }
    }

    /// The bytes from `position` to the end of the block are a field that goes on in the next one.
    private func checkLength(of input: borrowing BlockInput) throws(TableError) {
        guard input.end - rowStart > builder.limits.rowBytes else { return }
        if input.position < input.end && input.base[input.position] == UInt8(ascii: "\"") {
            throw .unterminatedQuote(place)
        }
        throw .rowTooLong(sheetRow: sheetRow, limit: builder.limits.rowBytes)
    }

    var place: Place { Place(sheetRow: sheetRow, column: column) }

    /// Reads all fields that end in the buffer; the others too when it holds the file's end.
    private mutating func scanBlock(_ input: inout BlockInput) throws(TableError) {
        let base = UnsafePointer(input.base)
        let end = base + input.end
        let isAtEnd = input.isAtEnd
        let (separator, words) = (separator, Words(separator: separator))
        let (hash, lanes, width) = (builder.hash, builder.lanes, builder.width)
        var start = base + input.position

        while start < end || column > 0 && isAtEnd {
            let (first, second, third) = (Words.load(start), Words.load(start + 8), Words.load(start + 16))
            let (stops0, stops1, stops2) = (words.stops(first), words.stops(second), words.stops(third))
            var length = stops2.trailingZeroBitCount &>> 3 &+ 16
            if stops1 != 0 { length = stops1.trailingZeroBitCount &>> 3 &+ 8 }
            if stops0 != 0 { length = stops0.trailingZeroBitCount &>> 3 }
            var stop = start + length
            let isUsual =
                length < Key.shortest && UInt8(truncatingIfNeeded: first) != UInt8(ascii: "\"")
                && (stop.pointee == separator || isLineEnd(stop.pointee) && stop + 1 < end)

            if isUsual && column < width {
                if let coder = lanes[column] {
                    let key = Key(
                        first: first & Words.mask(length), second: second & Words.mask(length &- 8),
                        third: third & Words.mask(length &- 16), length: UInt32(truncatingIfNeeded: length), hash: hash)
                    let code: UInt32
                    if let known = coder.pointee.code(of: key) {
                        code = known
                    } else {
                        code = try builder.learn(
                            UnsafeBufferPointer(start: start, count: length), key, coder, sheetRow: sheetRow,
                            column: column)
                    }
                    coder.pointee.stage[builder.stagedRow] = UInt16(truncatingIfNeeded: code)
                } else if !Words.isASCII(first | second | third) {
                    try check(UnsafeBufferPointer(start: start, count: length))
                }
                filled |= length
            } else if let fieldEnd = try slowField(from: start, to: end, isAtEnd: isAtEnd) {
                stop = fieldEnd
            } else {
                break
            }

            if stop.pointee == separator {
                start = stop + 1
                column &+= 1
            } else {
                start = RowScanner.nextLine(after: stop, end)
                if try endRow(length: stop - base - rowStart) {
                    input.position = start - base
                    flush(input)
                }
                rowStart = start - base
            }
        }
        input.position = min(start, end) - base
    }

    @inline(__always)
    private static func nextLine(after stop: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>
    {
        let isPair = stop.pointee == UInt8(ascii: "\r") && stop[1] == UInt8(ascii: "\n")
        return min(stop + (isPair ? 2 : 1), end)
    }

    /// True where it is time to flush. A row with nothing in it is none.
    private mutating func endRow(length: Int) throws(TableError) -> Bool {
        let limit = builder.limits.rowBytes
        guard length <= limit else { throw .rowTooLong(sheetRow: sheetRow, limit: limit) }
        let isFull: Bool
        if filled != 0 {
            if column + 1 < builder.width { builder.blank(from: column + 1) }
            isFull = try builder.endRow(sheetRow: sheetRow)
        } else {
            isFull = false
        }
        sheetRow += 1
        column = 0
        filled = 0
        return isFull
    }

    private mutating func flush(_ input: borrowing BlockInput) {
        builder.flush(expected: input.expectedRows(after: builder.row).map { min($0, builder.rowLimit) })
        progress?(Progress(rows: builder.row, done: input.bytesDone, total: input.size))
    }

    /// What was read; the scanner is empty afterwards.
    mutating func table(columns: [Int]) -> Table {
        let separator = Separator(rawValue: separator) ?? .semicolon
        return builder.table(
            columns: columns,
            format: .csv(Dialect(encoding: builder.judge.encoding ?? .utf8, separator: separator)))
    }
}
