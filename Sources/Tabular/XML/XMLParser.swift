internal import CLibXML2

/// Reads one XML document that arrives in blocks, and tells a handler what is in it.
///
/// A thin layer over libxml2's push parser (SAX2), closed to everything that is not elements and text: no document type,
/// so no entities of its own; no files and no network; limits on depth, attributes and the length of a tag. What is wrong
/// is thrown as ``TableError/xml(part:line:_:)``, and nothing is printed.
struct XMLParser: ~Copyable {
    /// Blocks are handed on in pieces of so many bytes: what the parser keeps because a tag is not complete is looked at
    /// between them, before a long tag costs anything.
    private static let piece = 32 << 10

    private let part: String
    private let context: xmlParserCtxtPtr
    private let session: UnsafeMutablePointer<XMLSession>
    /// The document's first bytes, until they are enough to know the encoding.
    private var start: [UInt8] = []
    private var isStarted = false

    /// - Parameters:
    ///   - part: the document's path in its archive, for errors.
    ///   - names: the names that the handler compares with.
    init(_ part: String, names: XMLNames, limits: XMLLimits = XMLLimits(), handler: XMLHandler) throws(TableError) {
        session = .allocate(capacity: 1)
        session.initialize(to: XMLSession(handler: handler, limits: limits))
        var functions = XMLSession.functions
        guard let context = xmlCreatePushParserCtxt(&functions, session, nil, 0, nil) else {
            session.deinitialize(count: 1)
            session.deallocate()
            throw .xml(part: part, line: 0, .malformed(code: Int(XML_ERR_NO_MEMORY.rawValue)))
        }
        self.part = part
        self.context = context
        session.pointee.context = context
        // The declared encoding has been looked at by then and is the one that the first bytes show. `NOENT` replaces
        // `&amp;` in attributes as well; there are no other entities, because none can be declared.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
        _ = xmlCtxtUseOptions(context, Int32(bitPattern: options))
        xmlDictFree(context.pointee.dict)
        context.pointee.dict = names.dictionary
        xmlDictReference(names.dictionary)
    }

    deinit {
        xmlFreeParserCtxt(context)
        session.deinitialize(count: 1)
        session.deallocate()
    }

    /// Hands on the document's next bytes.
    /// - Returns: false where the handler wants no more of them.
    @discardableResult
    mutating func feed(_ block: UnsafeRawBufferPointer) throws(TableError) -> Bool {
        guard !isStarted else { return try parse(block) }
        start.append(contentsOf: block)
        return start.count < XMLDeclaration.looked ? true : try begin()
    }

    /// Says that the document ends here.
    mutating func finish() throws(TableError) {
        if !isStarted, try !begin() { return }
        try check()
        // The parser would tell of the beginning of a tag that is cut off as if it were all of it.
        if kept > 0, context.pointee.input?.pointee.cur?.pointee == UInt8(ascii: "<") { throw failure(.incomplete) }
        _ = xmlParseChunk(context, nil, 0, 1)
        try check()
        guard context.pointee.wellFormed == 1, context.pointee.nameNr == 0 else { throw failure(.incomplete) }
    }

    private mutating func begin() throws(TableError) -> Bool {
        isStarted = true
        let first = start
        start = []
        if let fault = first.withUnsafeBytes({ XMLDeclaration($0).fault }) {
            throw .xml(part: part, line: 1, fault)
        }
        return try first.withUnsafeBufferPointer { bytes throws(TableError) in try parse(UnsafeRawBufferPointer(bytes))
        }
    }

    private func parse(_ block: UnsafeRawBufferPointer) throws(TableError) -> Bool {
        let limit = session.pointee.limits.tagBytes
        var rest = block
        while !rest.isEmpty {
            let count = min(XMLParser.piece, rest.count)
            let bytes = rest.baseAddress?.assumingMemoryBound(to: CChar.self)
            session.pointee.mayHoldLongTag = kept > limit / 2
            _ = xmlParseChunk(context, bytes, Int32(truncatingIfNeeded: count), 0)
            try check()
            guard kept <= limit + XMLParser.piece else { throw failure(.tagTooLong(limit: limit)) }
            if session.pointee.isDone { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
    }

    /// Elements and attributes so far.
    var elements: Int { session.pointee.elements }

    /// Bytes that the parser waits for the rest of.
    private var kept: Int {
        guard let input = context.pointee.input, let current = input.pointee.cur, let end = input.pointee.end else {
            return 0
        }
        return end - current
    }

    private func check() throws(TableError) {
        if let error = session.pointee.error { throw error }
        if let fault = session.pointee.fault { throw failure(fault) }
        // Whatever stopped the parser without a word.
        guard context.pointee.disableSAX == 0 else { throw failure(.malformed(code: Int(context.pointee.errNo))) }
    }

    private func failure(_ fault: XMLFault) -> TableError {
        let line = session.pointee.line ?? Int(context.pointee.input?.pointee.line ?? 0)
        return .xml(part: part, line: line, fault)
    }
}
