import Testing
import Zip

/// Archives whose records lie or break a limit. Each is refused when it is opened.
@Suite struct HostileDirectoryTests {
    private static let two = [
        ForgedEntry("a", [1, 2, 3]), ForgedEntry("b", [UInt8](repeating: 4, count: 90), isDeflated: true),
    ]

    private static func refusal(
        _ entries: [ForgedEntry] = two, comment: [UInt8] = [], isZip64: Bool = false,
        limits: ArchiveLimits = ArchiveLimits(),
        _ lie: (inout ForgedArchive) -> Void = { _ in }
    ) throws -> ArchiveReadError? {
        var archive = try ForgedArchive(entries, comment: comment, isZip64: isZip64)
        lie(&archive)
        do {
            _ = try ArchiveReader(MemoryBytes(archive.bytes), limits: limits)
            return nil
        } catch {
            return error
        }
    }

    // MARK: The end

    @Test func `without a lie it is read`() throws {
        #expect(try Self.refusal() == nil)
        #expect(try Self.refusal(isZip64: true) == nil)
        #expect(try Self.refusal(comment: [UInt8](repeating: 0x50, count: 65_535), isZip64: true) == nil)
    }

    @Test func `a file cut off anywhere is refused`() throws {
        for isZip64 in [false, true] {
            let bytes = try ForgedArchive(Self.two, comment: [1, 2, 3], isZip64: isZip64).bytes
            for count in 0..<bytes.count {
                let error = count < 4 ? ArchiveReadError.notAnArchive : .noEndRecord
                #expect(throws: error) { try ArchiveReader(MemoryBytes(Array(bytes.prefix(count)))) }
            }
        }
    }

    @Test(arguments: ["", "P", "hej", "%PDF-1.7", String(repeating: "PK", count: 60_000)])
    func `what is not an archive is refused as such`(text: String) {
        #expect(throws: ArchiveReadError.notAnArchive) { try ArchiveReader(MemoryBytes(Array(text.utf8))) }
    }

    @Test func `bytes before and after the archive are refused with their number`() throws {
        let bytes = try ForgedArchive(Self.two).bytes
        for (archive, error) in [
            (Array("MZ".utf8) + bytes, ArchiveReadError.prefixed(count: 2)),
            (bytes + bytes, .prefixed(count: bytes.count)),
            (bytes + [0], .trailingBytes(count: 1)),
            (bytes + [UInt8](repeating: 0, count: 65_535), .trailingBytes(count: 65_535)),
            (bytes + [UInt8](repeating: 0, count: 65_536), .noEndRecord),
            // Everywhere an end record, with a comment of 0x4B50 bytes.
            (Array(String(repeating: "PK\u{5}\u{6}", count: 30_000).utf8), .trailingBytes(count: 2)),
        ] {
            #expect(throws: error) { try ArchiveReader(MemoryBytes(archive)) }
        }
    }

    @Test func `an end record that does not fit the directory is refused`() throws {
        let archive = try ForgedArchive(Self.two)
        let (start, end) = (archive.offset(of: .central(0)), archive.offset(of: .end))
        let size = end - start
        for (field, width, value, error) in [
            (4, 2, 1, ArchiveReadError.multipleDisks), (6, 2, 1, .multipleDisks), (8, 2, 1, .multipleDisks),
            (10, 2, 1, .multipleDisks),
            (12, 4, size - 1, .prefixed(count: 1)), (16, 4, start - 1, .prefixed(count: 1)),
            (12, 4, 0, .prefixed(count: size)),
            (16, 4, start + 1, .outOfBounds(.centralDirectory, offset: start + 1, size: size, fileSize: end)),
            (12, 4, 1 << 31, .outOfBounds(.centralDirectory, offset: start, size: 1 << 31, fileSize: end)),
            (16, 4, 0xFFFF_FFFF, .malformed(.endRecord, offset: end)),
        ] {
            #expect(try Self.refusal { $0.set(.end, field, width, value) } == error, "\(field) = \(value)")
        }
    }

    @Test func `a count that is not the number of entries is refused`() throws {
        let archive = try ForgedArchive(Self.two)
        for (count, offset) in [(1, archive.offset(of: .central(1))), (3, archive.offset(of: .end))] {
            let error = try Self.refusal {
                $0.set(.end, 8, 2, count)
                $0.set(.end, 10, 2, count)
            }
            #expect(error == .malformed(.centralDirectory, offset: offset))
        }
    }

    @Test func `a zip64 end record that lies is refused`() throws {
        let archive = try ForgedArchive(Self.two, isZip64: true)
        let (record, locator) = (archive.offset(of: .zip64End), archive.offset(of: .locator))
        let (start, end) = (archive.offset(of: .central(0)), archive.offset(of: .end))
        let tooMany = ArchiveReadError.tooManyEntries(count: .max, limit: 10_000)
        for (field, value, error) in [
            (0, 0, ArchiveReadError.malformed(.zip64EndRecord, offset: record)),
            (4, 45, .malformed(.zip64EndRecord, offset: record)), (4, -1, .malformed(.zip64EndRecord, offset: record)),
            (16, 1, .multipleDisks), (20, 1, .multipleDisks), (24, 1, .multipleDisks),
            (40, -1, .outOfBounds(.centralDirectory, offset: start, size: .max, fileSize: record)),
            (48, -1, .outOfBounds(.centralDirectory, offset: .max, size: record - start, fileSize: record)),
            (48, .max, .outOfBounds(.centralDirectory, offset: .max, size: record - start, fileSize: record)),
        ] {
            let width = [0: 4, 16: 4, 20: 4][field] ?? 8
            #expect(try Self.refusal(isZip64: true) { $0.set(.zip64End, field, width, value) } == error)
        }
        for count in [-1, .max, 1 << 62] {
            let error = try Self.refusal(isZip64: true) {
                $0.set(.zip64End, 24, 8, count)
                $0.set(.zip64End, 32, 8, count)
            }
            #expect(error == (count == 1 << 62 ? .tooManyEntries(count: 1 << 62, limit: 10_000) : tooMany))
        }
        for (field, width, value, error) in [
            (0, 4, 0, ArchiveReadError.malformed(.endRecord, offset: end)), (4, 4, 1, .multipleDisks),
            (16, 4, 2, .multipleDisks),
            (8, 8, -1, .outOfBounds(.zip64EndRecord, offset: .max, size: 56, fileSize: locator)),
            (8, 8, record + 1, .outOfBounds(.zip64EndRecord, offset: record + 1, size: 56, fileSize: locator)),
            (8, 8, 0, .malformed(.zip64EndRecord, offset: 0)),
        ] {
            #expect(try Self.refusal(isZip64: true) { $0.set(.locator, field, width, value) } == error)
        }
        // The end record may say the same, but nothing else.
        #expect(try Self.refusal(isZip64: true) { $0.set(.end, 10, 2, 2) } == nil)
        #expect(try Self.refusal(isZip64: true) { $0.set(.end, 10, 2, 3) } == .malformed(.endRecord, offset: end))
        #expect(try Self.refusal(isZip64: true) { $0.set(.end, 16, 4, 3) } == .malformed(.endRecord, offset: end))
        #expect(try Self.refusal(isZip64: true) { $0.set(.end, 4, 2, 1) } == .multipleDisks)
    }

    // MARK: Limits

    @Test func `more than ten thousand entries are refused with both numbers`() throws {
        for count in [10_000, 10_001] {
            var writer = ArchiveWriter(to: MemorySink())
            for number in 0..<count { try writer.add("\(number)", RawSpan(), as: .stored) }
            let bytes = try writer.finish().bytes
            let error = count > 10_000 ? ArchiveReadError.tooManyEntries(count: 10_001, limit: 10_000) : nil
            #expect(ZipTests.refusal(of: bytes) == error)
        }
    }

    @Test func `a large directory is refused with both numbers`() throws {
        var entries = (0..<257).map { ForgedEntry("\($0)") }
        for index in entries.indices { entries[index].comment = [UInt8](repeating: 0, count: 65_535) }
        let archive = try ForgedArchive(entries)
        let size = archive.offset(of: .end) - archive.offset(of: .central(0))
        #expect(try Self.refusal(entries) == .directoryTooLarge(size: size, limit: 16 << 20))
        #expect(try Self.refusal(Array(entries.prefix(255))) == nil)
    }

    @Test func `a long name is refused with both numbers`() throws {
        let name = String(repeating: "n", count: 1_025)
        let entries = [ForgedEntry("a"), ForgedEntry(name)]
        let offset = try ForgedArchive(entries).offset(of: .central(1))
        #expect(try Self.refusal(entries) == .nameTooLong(length: 1_025, limit: 1_024, offset: offset))
        #expect(try Self.refusal([ForgedEntry("a"), ForgedEntry(String(name.dropLast()))]) == nil)
    }

    // MARK: Names

    @Test(arguments: [
        "", "/", "/rot", "..", "../a", "a/../b", "a/..", "a/../", "./a", "a//b", "a//", "a\\b", "a\0b", "a\u{1B}[2J",
        "a\n",
    ])
    func `a name that could harm is refused`(name: String) throws {
        #expect(try Self.refusal([ForgedEntry("först"), ForgedEntry(name)]) == .badName(name))
    }

    @Test(arguments: [[0x66, 0x86], [0xC0, 0xAE, 0x2F], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func `a name that is not UTF-8 is refused`(bytes: [UInt8]) throws {
        var entry = ForgedEntry("")
        entry.name = bytes
        #expect(try Self.refusal([entry]) == .badName(String(decoding: bytes, as: UTF8.self)))
    }

    @Test(arguments: ["a", "...", "..a", "a/.b", "mapp/", "å/ä.xml", "[Content_Types].xml", "🙂"])
    func `an odd name that does no harm is read`(name: String) throws {
        #expect(try readAll(ForgedArchive([ForgedEntry(name, [1])]).bytes) == [name: [1]])
    }

    @Test func `a name that occurs twice is refused`() throws {
        #expect(try Self.refusal([ForgedEntry("å"), ForgedEntry("å")]) == .duplicateName("å"))
    }

    @Test func `names are the same when their bytes are`() throws {
        let names = ["\u{E5}", "a\u{30A}", "A", "a", "a/"]
        let reader = try ArchiveReader(MemoryBytes(ForgedArchive(names.map { ForgedEntry($0) }).bytes))
        #expect(names.map { reader.entry(named: $0)?.offset } == reader.entries.map(\.offset))
    }

    // MARK: Headers

    @Test func `encryption of any kind is refused as such`() throws {
        for bit in [0, 6, 13] {
            #expect(try Self.refusal { $0.setBoth(1, local: 6, 2, 1 << bit) } == .encrypted(entry: "b"))
        }
        #expect(try Self.refusal { $0.setBoth(1, local: 8, 2, 99) } == .encrypted(entry: "b"))
    }

    @Test(arguments: [1, 6, 9, 12, 14, 93, 95, 0xFFFF])
    func `another method is refused`(code: Int) throws {
        #expect(try Self.refusal { $0.setBoth(0, local: 8, 2, code) } == .unsupportedMethod(entry: "a", code: code))
    }

    @Test func `a stored entry of two sizes is refused`() throws {
        let error = try Self.refusal { $0.setBoth(0, local: 22, 4, 4) }
        #expect(error == .storedSizesDiffer(entry: "a", compressed: 3, size: 4))
    }

    @Test func `a local header that says something else is refused`() throws {
        for (field, width, value, difference) in [
            (30, 1, 0x63, HeaderField.name), (26, 2, 0, .name), (26, 2, 2, .name), (8, 2, 8, .method),
            (6, 2, 1, .flags),
            (6, 2, 8, .flags), (6, 2, 64, .flags), (14, 4, 0, .checksum), (18, 4, 2, .sizes), (22, 4, 0, .sizes),
        ] {
            let error = try Self.refusal { $0.set(.local(0), field, width, value) }
            #expect(error == .headersDiffer(entry: "a", difference), "\(field) = \(value)")
        }
        // How hard deflate tried, and that the name, which is the same, is UTF-8.
        for bits in [2, 4, 6, 0x800] { #expect(try Self.refusal { $0.set(.local(0), 6, 2, bits) } == nil) }
        #expect(try Self.refusal { $0.set(.local(1), 0, 4, 0) } == .malformed(.localHeader, offset: 34))
    }

    @Test func `a central header that is none or reaches too far is refused`() throws {
        let archive = try ForgedArchive(Self.two)
        let places = [archive.offset(of: .central(0)), archive.offset(of: .central(1))]
        let reachesTooFar = try Self.refusal { $0.set(.central(1), 32, 2, 1) }
        #expect(reachesTooFar == .malformed(.centralDirectory, offset: places[1]))
        for (field, value) in [(0, 0), (28, 0xFFFF), (30, 0xFFFF)] {
            let error = try Self.refusal { $0.set(.central(0), field, 2, value) }
            #expect(error == .malformed(.centralDirectory, offset: places[0]))
        }
        #expect(try Self.refusal { $0.set(.central(0), 34, 2, 1) } == .multipleDisks)
    }

    // MARK: Places

    @Test func `entries that share bytes are refused`() throws {
        // Both at the same place; the second inside the first; the first reaching a byte into the second or the directory.
        #expect(try Self.refusal { $0.set(.central(1), 42, 4, 0) } == .overlap(entry: "a", other: "b"))
        #expect(try Self.refusal { $0.set(.central(1), 42, 4, 33) } == .overlap(entry: "a", other: "b"))
        let longer = try Self.refusal {
            $0.setBoth(0, local: 18, 4, 4)
            $0.setBoth(0, local: 22, 4, 4)
        }
        #expect(longer == .overlap(entry: "a", other: "b"))
        #expect(try Self.refusal { $0.set(.local(0), 28, 2, 1) } == .overlap(entry: "a", other: "b"))
        #expect(try Self.refusal { $0.set(.local(1), 28, 2, 1) } == .overlap(entry: "b", other: nil))
        let packed = try Packed.make(Self.two[1].content).deflated.count
        #expect(try Self.refusal { $0.setBoth(1, local: 18, 4, packed + 1) } == .overlap(entry: "b", other: nil))
    }

    @Test func `an entry beyond the file is refused`() throws {
        #expect(try Self.refusal { $0.set(.central(1), 42, 4, 0xFFFF_FFFE) } == .overlap(entry: "b", other: nil))
        #expect(try Self.refusal { $0.setBoth(1, local: 18, 4, 0xFFFF_FFFE) } == .overlap(entry: "b", other: nil))
        let alone = try Self.refusal([ForgedEntry("a")]) { $0.set(.central(0), 42, 4, 0xFFFF_FFFE) }
        #expect(alone == .overlap(entry: "a", other: nil))
    }

    @Test func `bytes that no entry uses do no harm`() throws {
        var entries = Self.two
        entries[0].afterwards = [9, 9, 9]
        #expect(try readAll(ForgedArchive(entries).bytes) == ["a": entries[0].content, "b": entries[1].content])
    }

    // MARK: zip64 fields

    /// A zip64 extra field with the numbers.
    private static func zip64(_ numbers: [Int]) -> [UInt8] {
        // A field that does not matter comes first.
        little(0x5455, 2) + little(1, 2) + [7] + little(1, 2) + little(8 * numbers.count, 2)
            + numbers.flatMap { little($0, 8) }
    }

    @Test func `sizes and places may stand in zip64 fields`() throws {
        var entries = [ForgedEntry("a", [1, 2, 3]), ForgedEntry("b", [4])]
        entries[0].localExtra = Self.zip64([3, 3])
        entries[0].centralExtra = Self.zip64([3])
        entries[1].centralExtra = Self.zip64([1, 1, 31 + 3 + entries[0].localExtra.count])
        var archive = try ForgedArchive(entries)
        for field in [18, 22] { archive.set(.local(0), field, 4, 0xFFFF_FFFF) }
        archive.set(.central(0), 24, 4, 0xFFFF_FFFF)
        for field in [20, 24, 42] { archive.set(.central(1), field, 4, 0xFFFF_FFFF) }
        #expect(try readAll(archive.bytes) == ["a": [1, 2, 3], "b": [4]])
    }

    @Test func `zip64 fields that lack or lie are refused`() throws {
        for (numbers, error) in [
            ([], ArchiveReadError.malformed(.centralDirectory, offset: 35)),
            ([1], .malformed(.centralDirectory, offset: 35)),
            ([1, 1], .malformed(.centralDirectory, offset: 35)),
            ([1, 2, 0], .storedSizesDiffer(entry: "aaaa", compressed: 2, size: 1)),
            ([-1, -1, 0], .overlap(entry: "aaaa", other: nil)),
            ([.max, .max, 0], .overlap(entry: "aaaa", other: nil)),
            ([1, 1, -1], .overlap(entry: "aaaa", other: nil)),
            ([1, 1, 0], nil),
        ] {
            var entry = ForgedEntry("aaaa", [4])
            entry.centralExtra = Self.zip64(numbers)
            let found = try Self.refusal([entry]) { archive in
                for field in [20, 24, 42] { archive.set(.central(0), field, 4, 0xFFFF_FFFF) }
            }
            #expect(found == error, "\(numbers)")
        }
        let local = try Self.refusal { $0.set(.local(0), 22, 4, 0xFFFF_FFFF) }
        #expect(local == .malformed(.localHeader, offset: 0))
    }

    @Test(arguments: [[1], [1, 0, 0], [1, 0, 9, 0, 1, 2], [1, 0, 0xFF, 0xFF]] as [[UInt8]])
    func `an extra field that reaches too far is none`(extra: [UInt8]) throws {
        var entry = ForgedEntry("a", [4])
        entry.centralExtra = extra
        entry.localExtra = extra
        #expect(try Self.refusal([entry]) == nil)
        let error = try Self.refusal([entry]) { $0.set(.central(0), 24, 4, 0xFFFF_FFFF) }
        #expect(error == .malformed(.centralDirectory, offset: 32 + extra.count))
    }

    // MARK: Data descriptors

    @Test(arguments: [false, true], [4, 8])
    func `a data descriptor tells what the local header does not`(isSigned: Bool, width: Int) throws {
        let content = Array("hej hej hej hej".utf8)
        let (checksum, packed) = try Packed.make(content)
        let signature = isSigned ? little(0x0807_4B50, 4) : []
        let right = signature + little(checksum, 4) + little(packed.count, width) + little(content.count, width)
        for (descriptor, isRight) in [
            (right, true), (right + [0], true), (Array(right.dropLast()), false), ([], false),
            (right.map { $0 ^ 0x10 }, false),
        ] {
            var entry = ForgedEntry("a", content, isDeflated: true)
            entry.afterwards = descriptor
            var archive = try ForgedArchive([entry, ForgedEntry("b")])
            archive.setBoth(0, local: 6, 2, 8)
            for field in [14, 18, 22] { archive.set(.local(0), field, 4, 0) }
            if isRight {
                #expect(try readAll(archive.bytes) == ["a": content, "b": []])
            } else {
                #expect(ZipTests.refusal(of: archive.bytes) == .malformed(.dataDescriptor, offset: 31 + packed.count))
            }
        }
    }

    @Test func `a local header that knows is held to it, descriptor or not`() throws {
        #expect(try Self.refusal { $0.setBoth(0, local: 6, 2, 8) } == nil)
        for (field, difference) in [(14, HeaderField.checksum), (18, .sizes), (22, .sizes)] {
            let error = try Self.refusal {
                $0.setBoth(0, local: 6, 2, 8)
                $0.set(.local(0), field, 4, 77)
            }
            #expect(error == .headersDiffer(entry: "a", difference))
        }
    }
}
