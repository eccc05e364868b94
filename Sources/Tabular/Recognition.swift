import Zip

/// What a file is by its first bytes, and for an archive by what it holds. The name plays no part.
struct Recognition {
    let kind: TableFile.Kind

    /// Bytes.
    private static let looked = 4_096

    init(_ bytes: any RandomAccess) throws(TableError) {
        let start = try Self.read(bytes, at: 0, Self.looked)
        if start.starts(with: Array("PK".utf8)), start.count >= 4, [[3, 4], [5, 6]].contains(Array(start[2..<4])) {
            kind = try Self.archived(bytes)
        } else if start.starts(with: Array("$FL2".utf8)) {
            kind = .sav
        } else if start.starts(with: Array("$FL3".utf8)) {
            kind = .zsav
        } else if let foreign = try Self.foreign(start, bytes) {
            throw .notATable(foreign)
        } else {
            kind = .csv
        }
    }

    /// Ordinary workbooks, templates, and workbooks with macros.
    private static let workbookTypes = [
        "spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml", "ms-excel.sheet.macroEnabled.main+xml",
    ]

    private static func archived(_ bytes: any RandomAccess) throws(TableError) -> TableFile.Kind {
        do {
            var archive = try ArchiveReader(bytes)
            if archive.entry(named: "xl/workbook.xml") != nil { return .xlsx }
            if archive.entry(named: "xl/workbook.bin") != nil { throw TableError.notATable(.binaryExcel) }
            if let mimetype = archive.entry(named: "mimetype") {
                let type = String(decoding: try archive.contents(of: mimetype, atMost: 256), as: UTF8.self)
                let document = "application/vnd.oasis.opendocument."
                if type.hasPrefix(document + "spreadsheet") { return .ods }
                if type.hasPrefix(document) { throw TableError.notATable(.otherDocument) }
            }
            if archive.entry(named: "content.xml") != nil, archive.entry(named: "META-INF/manifest.xml") != nil {
                return .ods
            }
            guard let types = archive.entry(named: "[Content_Types].xml") else { throw TableError.notATable(.archive) }
            // The workbook may be elsewhere, and the types tell that there is one.
            let contents = try archive.contents(of: types, atMost: 1 << 20)
            if workbookTypes.contains(where: { contents[...].contains(Array($0.utf8)) }) { return .xlsx }
            throw TableError.notATable(.otherDocument)
        } catch let error as TableError {
            throw error
        } catch let error as ArchiveReadError {
            throw .archive(error)
        } catch {
            // Nothing else is thrown above; the compiler cannot see it through two kinds of error.
            throw .notATable(.archive)
        }
    }

    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// First bytes that say all.
    private static let magics: [(bytes: [UInt8], format: ForeignFormat)] = [
        (Array("%PDF".utf8), .pdf),
        ([0xFF, 0xD8, 0xFF], .picture), ([0x89] + Array("PNG".utf8), .picture), (Array("GIF8".utf8), .picture),
        ([0x1F, 0x8B], .archive), (Array("7z".utf8) + [0xBC, 0xAF], .archive), (Array("Rar!".utf8), .archive),
        (Array("SQLite format 3".utf8), .database),
        // Workbooks of Excel 2 to 4, before they were laid in a Compound File.
        ([0x09, 0x00, 0x04, 0x00], .oldExcel), ([0x09, 0x02, 0x06, 0x00], .oldExcel),
        ([0x09, 0x04, 0x06, 0x00], .oldExcel),
        (Array("<stata_dta>".utf8), .otherStatistics),
        ([UInt8](repeating: 0, count: 12) + [0xC2, 0xEA, 0x81, 0x60], .otherStatistics),
    ]

    private static func foreign(_ start: [UInt8], _ bytes: any RandomAccess) throws(TableError) -> ForeignFormat? {
        if start.starts(with: compoundFile) {
            return try isEncryptedPackage(start, bytes) ? .encryptedWorkbook : .oldExcel
        }
        if let magic = magics.first(where: { start.starts(with: $0.bytes) }) { return magic.format }
        if start.prefix(512).contains(Array("SPSS PORT FILE".utf8)) { return .otherStatistics }
        return markup(start)
    }

    private static func markup(_ start: [UInt8]) -> ForeignFormat? {
        let text = start.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard text.first == UInt8(ascii: "<") else { return nil }
        let lower = text.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        func begins(_ word: String) -> Bool { lower.starts(with: Array(word.utf8)) }
        func has(_ word: String) -> Bool { lower[...].contains(Array(word.utf8)) }
        if begins("<!doctype html") || begins("<html") || begins("<table") || begins("<head") || has("<html") {
            return .html
        }
        guard begins("<?xml") || begins("<office:") else { return nil }
        return has("<office:document") ? .flatOpenDocument : .xml
    }

    /// An encrypted workbook of Office Open XML is a Compound File with a stream of this name ([MS-OFFCRYPTO] 2.3.4.4);
    /// the names stand in the directory ([MS-CFB] 2.2 and 2.6).
    private static func isEncryptedPackage(_ start: [UInt8], _ bytes: any RandomAccess) throws(TableError) -> Bool {
        guard start.count >= 52 else { return false }
        let sectorSize = start[30] == 12 ? 4_096 : 512
        let sector = start[48..<52].reversed().reduce(0) { $0 << 8 | Int($1) }
        let directory = try read(bytes, at: (sector + 1) * sectorSize, 4_096)
        let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        return directory[...].contains(name)
    }

    private static func read(_ bytes: any RandomAccess, at offset: Int, _ count: Int) throws(TableError) -> [UInt8] {
        guard offset < bytes.size else { return [] }
        var failure: AccessFailure?
        let read = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            do throws(AccessFailure) {
                initialized = try bytes.read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw .unreadable(ReadFailure(failure)) }
        return read
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(_ word: [UInt8]) -> Bool {
        guard let first = word.first, count >= word.count else { return false }
        return indices.dropLast(word.count - 1).contains { self[$0] == first && self[$0...].starts(with: word) }
    }
}
