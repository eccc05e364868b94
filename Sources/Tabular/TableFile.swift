public import Zip

/// A file of rows in any of the formats that are read, recognised by its content.
public struct TableFile: Sendable {
    /// What it is; of a CSV file the dialect is found out when it is read.
    public let kind: Kind
    private let bytes: any RandomAccess

    public enum Kind: Sendable, CaseIterable {
        case csv, xlsx, ods, sav, zsav
    }

    /// Recognises the file. Nothing but its beginning is read, and of an archive its table of contents.
    ///
    /// - Throws: ``TableError/notATable(_:)`` for a format that is known and cannot be read.
    public init(_ bytes: any RandomAccess) throws(TableError) {
        self.bytes = bytes
        kind = try Recognition(bytes).kind
    }

    /// Opens the file at a path. What cannot be read at any place, such as a pipe, is read to its end first.
    public init(path: String) throws(TableError) {
        let file: FileBytes?
        do throws(AccessFailure) {
            file = try FileBytes(path: path)
        } catch {
            switch error {
            case .notRegular(_, .pipe), .notRegular(_, .device), .notRegular(_, .other): file = nil
            default: throw .unreadable(ReadFailure(error))
            }
        }
        // What the system makes up as it is read has no size either.
        if let file, file.size > 0 { try self.init(file) } else { try self.init(MemoryBytes(wholeFile(path))) }
    }

    /// The file's size in bytes.
    public var size: Int { bytes.size }

    /// Goes through the file once.
    ///
    /// - Parameters:
    ///   - options: what the user said of the file.
    ///   - choose: shown each sheet's first rows in order, until it chooses one. A file without sheets is one sheet.
    /// - Returns: the chosen sheet's table; nil where none was chosen.
    public func read(
        _ options: ReadingOptions = ReadingOptions(), choose: @escaping (Opening) -> Choice
    ) throws(TableError) -> Table? {
        switch kind {
        case .csv: try readCSV(options, choose)
        case .xlsx: try readXLSX(options, choose)
        case .ods: try readODS(options, choose)
        case .sav: try readSPSS(.sav, options, choose)
        case .zsav: try readSPSS(.zsav, options, choose)
        }
    }

    private func readCSV(_ options: ReadingOptions, _ choose: (Opening) -> Choice) throws(TableError) -> Table? {
        let reader = try CSVReader(SequentialBytes(bytes, observe: options.observe), separator: options.separator)
        guard case .read(let headings, let columns) = choose(reader.opening) else { return nil }
        return try reader.table(headings: headings, columns: columns, progress: options.progress)
    }

    private func readODS(
        _ options: ReadingOptions, _ choose: @escaping (Opening) -> Choice
    ) throws(TableError) -> Table? {
        try pass(options)
        var reader = try ODSReader(bytes)
        return try reader.table(sheet: options.sheet, progress: options.progress, choose: choose)
    }
}

extension TableFile {
    private func readXLSX(
        _ options: ReadingOptions, _ choose: @escaping (Opening) -> Choice
    ) throws(TableError) -> Table? {
        try pass(options)
        var reader = try XLSXReader(bytes)
        return try reader.table(options, choose: choose)
    }

    private func readSPSS(
        _ format: FileFormat, _ options: ReadingOptions, _ choose: (Opening) -> Choice
    ) throws(TableError) -> Table? {
        try pass(options)
        let file = try SPSSFile(bytes, format: format)
        guard case .read(let headings, let columns) = choose(file.opening) else { return nil }
        return try file.table(headings: headings, columns: columns, progress: options.progress)
    }

    /// Shows all bytes in order to whoever wants to see them: an archive is not read in their order.
    private func pass(_ options: ReadingOptions) throws(TableError) {
        guard options.observe != nil else { return }
        var all = SequentialBytes(bytes, observe: options.observe)
        do { try all.pass() } catch { throw .unreadable(error) }
    }
}

/// What is said of a file beside its bytes.
public struct ReadingOptions {
    /// Nil where it is to be found out.
    public var separator: Separator?
    /// The name of the sheet to read; nil for whichever is chosen.
    public var sheet: String?
    /// Told every byte of the file once, in order.
    public var observe: ((UnsafeRawBufferPointer) -> Void)?
    /// Told now and then how far the reading has come.
    public var progress: ((Progress) -> Void)?

    public init(
        separator: Separator? = nil, sheet: String? = nil,
        observe: ((UnsafeRawBufferPointer) -> Void)? = nil, progress: ((Progress) -> Void)? = nil
    ) {
        self.separator = separator
        self.sheet = sheet
        self.observe = observe
        self.progress = progress
    }
}
