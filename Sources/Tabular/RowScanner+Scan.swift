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
        flush(expected: nil)
    }

    /// The bytes from `position` to the end of the block are a field that goes on in the next one.
    private func checkLength(of input: borrowing BlockInput) throws(TableError) {
        guard input.end - rowStart > limits.rowBytes else { return }
        if input.position < input.end && input.base[input.position] == UInt8(ascii: "\"") {
            throw .unterminatedQuote(place)
        }
        throw .rowTooLong(sheetRow: sheetRow, limit: limits.rowBytes)
    }

    var place: Place { Place(sheetRow: sheetRow, column: column) }

    /// Reads all fields that end in the buffer; the others too when it holds the file's end.
    private mutating func scanBlock(_ input: inout BlockInput) throws(TableError) {
        let base = UnsafePointer(input.base)
        let end = base + input.end
        let isAtEnd = input.isAtEnd
        let (separator, words, hash, lanes, width) = (separator, Words(separator: separator), hash, lanes, width)
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
                        code = try learn(UnsafeBufferPointer(start: start, count: length), key, coder)
                    }
                    coder.pointee.stage[stagedRow] = UInt16(truncatingIfNeeded: code)
                } else if !Words.isASCII(first | second | third) {
                    try check(UnsafeBufferPointer(start: start, count: length))
                }
            } else if let fieldEnd = try slowField(from: start, to: end, isAtEnd: isAtEnd) {
                stop = fieldEnd
            } else {
                break
            }

            filled |= stop - start
            if stop.pointee == separator {
                start = stop + 1
                column &+= 1
            } else {
                let isEmptyLine = column == 0 && stop == start
                start = RowScanner.nextLine(after: stop, end)
                if isEmptyLine {
                    sheetRow += 1
                } else {
                    try endRow(length: stop - base - rowStart)
                    if stagedRow == stageRows {
                        input.position = start - base
                        flush(expected: input.expectedRows(after: row).map { min($0, rowLimit) })
                    }
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

    private mutating func endRow(length: Int) throws(TableError) {
        guard length <= limits.rowBytes else { throw .rowTooLong(sheetRow: sheetRow, limit: limits.rowBytes) }
        guard row < rowLimit else { throw .tooManyRows(limit: rowLimit, columns: chosen.count) }
        if column + 1 < width {
            for missing in chosen {
                if missing <= column { break }
                lanes[missing]?.pointee.stage[stagedRow] = 0
            }
        }
        if lastExtra > 0 {
            malformedCount += 1
            if malformed.count < limits.malformedRows {
                malformed.append(MalformedRow(sheetRow: sheetRow, found: lastExtra, expected: width))
            }
            lastExtra = 0
        }
        sheetRows.note(row: row, isSheetRow: sheetRow)
        row += 1
        stagedRow += 1
        sheetRow += 1
        column = 0
        if filled != 0 { filledRows = row }
        filled = 0
    }

    private mutating func flush(expected: Int?) {
        for column in chosen { lanes[column]?.pointee.flush(rows: stagedRow, expected: expected) }
        stagedRow = 0
    }

    /// What was read; the scanner is empty afterwards. Rows of nothing but separators at the end, as spreadsheet programs
    /// write them, are left out.
    mutating func table(columns: [Int], separator: Separator) -> Table {
        var finished: [Int: Column] = [:]
        for index in columns where finished[index] == nil {
            finished[index] = lanes[index]?.pointee.column(named: header[index], index: index, rows: filledRows)
        }
        return Table(
            dialect: Dialect(encoding: judge.encoding ?? .utf8, separator: separator), rowCount: filledRows,
            columns: columns.compactMap { finished[$0] }, malformed: malformed, malformedCount: malformedCount,
            sheetRows: sheetRows)
    }
}
