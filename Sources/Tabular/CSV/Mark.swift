/// The first bytes of a file, where they declare an encoding.
struct Mark {
    let encoding: TextEncoding
    let length: Int

    init?(_ start: UnsafeBufferPointer<UInt8>) {
        if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            (encoding, length) = (.utf8WithMark, 3)
        } else if start.starts(with: [0xFF, 0xFE]) {
            (encoding, length) = (.utf16LittleEndian, 2)
        } else if start.starts(with: [0xFE, 0xFF]) {
            (encoding, length) = (.utf16BigEndian, 2)
        } else {
            // Without a mark: in UTF-16 every second byte of western text is zero, and no other one.
            var zeros = [0, 0]
            for index in start.indices where start[index] == 0 { zeros[index & 1] += 1 }
            length = 0
            let most = start.count / 4
            if most > 0 && zeros[0] == 0 && zeros[1] > most {
                encoding = .utf16LittleEndian
            } else if most > 0 && zeros[1] == 0 && zeros[0] > most {
                encoding = .utf16BigEndian
            } else {
                return nil
            }
        }
    }
}
