/// What a number format makes of a number: a date, a time or a number (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat {
    /// The formats that need no code in the file. Those of East Asian languages are dates wherever they differ.
    static func kind(builtIn identifier: Int) -> NumberKind {
        switch identifier {
        case 14...17, 22, 27...36, 50...58: .date
        case 18...21, 45, 47: .time
        case 46: .elapsed
        default: .number
        }
    }

    /// Reads a format's code. Only its first section counts, that for positive numbers.
    static func kind(code: UnsafeBufferPointer<UInt8>) -> NumberKind {
        var scan = Scan(code: code)
        return scan.kind()
    }

    private struct Scan {
        let code: UnsafeBufferPointer<UInt8>
        private var place = 0
        private var hasDate = false
        private var hasTime = false
        private var hasElapsed = false
        private var hasDigits = false
        /// The `m` that were read last may be months or minutes: what stands behind decides.
        private var hasOpenMonths = false
        /// The last letter of a part of a date or a time.
        private var last: UInt8 = 0

        init(code: UnsafeBufferPointer<UInt8>) {
            self.code = code
        }

        mutating func kind() -> NumberKind {
            while place < code.count, code[place] != UInt8(ascii: ";") { step() }
            if hasOpenMonths { hasDate = true }
            if hasDigits { return .number }
            return hasDate ? .date : hasElapsed ? .elapsed : hasTime ? .time : .number
        }

        private mutating func step() {
            let byte = code[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                while place < code.count, code[place] != UInt8(ascii: "\"") { place += 1 }
                place += 1
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
                // One character that is shown, left blank or repeated.
                place += 1
                while place < code.count, code[place] & 0xC0 == 0x80 { place += 1 }
            case UInt8(ascii: "["):
                bracket()
            case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "0"):
                // Behind seconds they are parts of a second.
                if last != UInt8(ascii: "s") { hasDigits = true }
            default:
                word(byte | 0x20)
            }
        }

        /// A colour, a condition, a language or, as nothing but one letter, time that goes on beyond a day.
        private mutating func bracket() {
            let start = place
            while place < code.count, code[place] != UInt8(ascii: "]") { place += 1 }
            let inside = code[start..<min(place, code.count)]
            place += 1
            guard let letter = inside.first.map({ $0 | 0x20 }), "hms".utf8.contains(letter),
                inside.allSatisfy({ $0 | 0x20 == letter })
            else { return }
            hasElapsed = true
            (hasTime, last) = (true, letter)
        }

        private mutating func word(_ letter: UInt8) {
            switch letter {
            // Some programs write the word for a general format in their own language.
            case UInt8(ascii: "g") where takes("general"), UInt8(ascii: "s") where takes("standard"),
                UInt8(ascii: "a") where takes("am/pm") || takes("a/p"):
                if letter == UInt8(ascii: "a") { hasTime = true }
            case UInt8(ascii: "e") where place < code.count && "+-".utf8.contains(code[place]):
                // An exponent.
                hasDigits = true
            case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "b"):
                if hasOpenMonths { (hasDate, hasOpenMonths) = (true, false) }
                (hasDate, last) = (true, letter)
            case UInt8(ascii: "h"):
                if hasOpenMonths { (hasDate, hasOpenMonths) = (true, false) }
                (hasTime, last) = (true, letter)
            case UInt8(ascii: "s"):
                hasOpenMonths = false
                (hasTime, last) = (true, letter)
            case UInt8(ascii: "m"):
                if last == UInt8(ascii: "h") {
                    hasTime = true
                } else if last != letter {
                    hasOpenMonths = true
                }
                if last != UInt8(ascii: "h") { last = letter }
            default:
                break
            }
        }

        /// Whether the word stands here, its first letter already read. It is passed then.
        private mutating func takes(_ word: StaticString) -> Bool {
            let start = place - 1
            guard code.count - start >= word.utf8CodeUnitCount else { return false }
            for step in 0..<word.utf8CodeUnitCount where code[start + step] | 0x20 != word.utf8Start[step] | 0x20 {
                return false
            }
            place = start + word.utf8CodeUnitCount
            return true
        }
    }
}
