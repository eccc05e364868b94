import CReadStat
import Glibc

/// The dictionary of an SPSS file as libreadstat reads it, texts as their raw bytes.
struct ReadStatDictionary {
    struct Variable {
        let name: [UInt8]
        let label: [UInt8]
        let isText: Bool
        /// As SPSS writes it: `F8.2`, `DATE11`.
        let format: String
        /// The name of its set of value labels.
        let labelSet: String?
        /// User-missing numbers, from and to.
        let missingNumbers: [(lowest: Double, highest: Double)]
        let missingTexts: [[UInt8]]
    }

    struct LabelSet {
        var numbers: [Double: [UInt8]] = [:]
        var texts: [[UInt8]: [UInt8]] = [:]
    }

    private(set) var variables: [Variable] = []
    private(set) var labelSets: [String: LabelSet] = [:]

    /// - Parameter bytes: the file as far as the dictionary goes, gone through by ``DictionaryOutline``.
    init(_ bytes: [UInt8]) throws(TableError) {
        guard let parser = readstat_parser_init() else {
            throw .spss(.refused(code: Int(READSTAT_ERROR_MALLOC.rawValue)))
        }
        defer { readstat_parser_free(parser) }
        let code = bytes.withUnsafeBytes { bytes in
            withUnsafeMutablePointer(to: &self) { dictionary in
                var image = MemoryImage(bytes: bytes)
                return withUnsafeMutablePointer(to: &image) { image in
                    MemoryImage.install(image, in: parser)
                    readstat_set_value_label_handler(parser) { set, value, label, context in
                        ReadStatDictionary.at(context)?.pointee.take(label, of: value, in: set)
                        return Int32(READSTAT_HANDLER_OK)
                    }
                    readstat_set_variable_handler(parser) { _, variable, set, context in
                        ReadStatDictionary.at(context)?.pointee.take(variable, labelSet: set)
                        return Int32(READSTAT_HANDLER_OK)
                    }
                    return readstat_parse_sav(parser, "", dictionary)
                }
            }
        }
        guard code == READSTAT_OK else { throw .spss(.refused(code: Int(code.rawValue))) }
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ReadStatDictionary>? {
        context?.assumingMemoryBound(to: ReadStatDictionary.self)
    }

    private mutating func take(
        _ label: UnsafePointer<CChar>?, of value: readstat_value_t, in set: UnsafePointer<CChar>?
    ) {
        guard let set = set.map({ String(cString: $0) }) else { return }
        let label = bytes(label)
        if value.type == READSTAT_TYPE_STRING {
            labelSets[set, default: LabelSet()].texts[bytes(value.v.string_value)] = label
        } else if readstat_value_is_system_missing(value) == 0 {
            labelSets[set, default: LabelSet()].numbers[value.v.double_value] = label
        }
    }

    private mutating func take(_ variable: UnsafeMutablePointer<readstat_variable_t>?, labelSet: UnsafePointer<CChar>?)
    {
        guard let variable else { return }
        let isText = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING
        var numbers: [(Double, Double)] = []
        var texts: [[UInt8]] = []
        for index in 0..<readstat_variable_get_missing_ranges_count(variable) {
            let lowest = readstat_variable_get_missing_range_lo(variable, index)
            let highest = readstat_variable_get_missing_range_hi(variable, index)
            if isText {
                texts.append(bytes(lowest.v.string_value))
                texts.append(bytes(highest.v.string_value))
            } else {
                numbers.append((lowest.v.double_value, highest.v.double_value))
            }
        }
        variables.append(
            Variable(
                name: bytes(readstat_variable_get_name(variable)), label: bytes(readstat_variable_get_label(variable)),
                isText: isText, format: readstat_variable_get_format(variable).map { String(cString: $0) } ?? "",
                labelSet: labelSet.map { String(cString: $0) }, missingNumbers: numbers, missingTexts: texts))
    }

    /// Without the blanks behind, which pad a value up to its variable's width.
    private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text else { return [] }
        let bytes = UnsafeBufferPointer(start: text, count: strlen(text)).map(UInt8.init(bitPattern:))
        return Array(bytes[..<((bytes.lastIndex { $0 != 0x20 } ?? -1) + 1)])
    }
}

/// Bytes in memory that the library reads as its file. It never opens one.
private struct MemoryImage {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    static func install(_ image: UnsafeMutablePointer<MemoryImage>, in parser: UnsafeMutablePointer<readstat_parser_t>)
    {
        // Texts stay as they are: the library would give up the file for one byte that is out of place.
        readstat_set_handler_character_encoding(parser, nil)
        readstat_set_open_handler(parser) { _, _ in 0 }
        readstat_set_close_handler(parser) { _ in 0 }
        readstat_set_update_handler(parser) { _, _, _, _ in READSTAT_OK }
        readstat_set_seek_handler(parser) { offset, origin, context in
            readstat_off_t(MemoryImage.at(context)?.pointee.seek(Int(offset), origin) ?? -1)
        }
        readstat_set_read_handler(parser) { buffer, count, context in
            MemoryImage.at(context)?.pointee.read(UnsafeMutableRawBufferPointer(start: buffer, count: count)) ?? 0
        }
        readstat_set_io_ctx(parser, image)
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MemoryImage>? {
        context?.assumingMemoryBound(to: MemoryImage.self)
    }

    private mutating func seek(_ offset: Int, _ origin: readstat_io_flags_t) -> Int {
        let base = origin == READSTAT_SEEK_SET ? 0 : origin == READSTAT_SEEK_CUR ? position : bytes.count
        let (target, overflow) = base.addingReportingOverflow(offset)
        guard !overflow, (0...bytes.count).contains(target) else { return -1 }
        position = target
        return target
    }

    private mutating func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
        position += count
        return count
    }
}
