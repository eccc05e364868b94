internal import CLibXML2

/// What libxml2's functions are given: who is told, and why it ended.
struct XMLSession {
    let limits: XMLLimits
    var context: xmlParserCtxtPtr?
    /// Elements and attributes so far.
    private(set) var elements = 0
    /// Whether the next tag may be longer than the limit: the parser has kept that much.
    var mayHoldLongTag = false

    /// What the handler threw.
    private(set) var error: TableError?
    /// What is wrong with the document, and the line.
    private(set) var fault: XMLFault?
    private(set) var line: Int?

    private let handler: XMLHandler
    /// The same without counting references on each call.
    private let told: Unmanaged<XMLHandler>

    init(handler: XMLHandler, limits: XMLLimits) {
        self.handler = handler
        self.limits = limits
        told = .passUnretained(handler)
    }

    var isDone: Bool { handler.isDone }

    /// Everything else is nil: nothing is done with declarations, entities, comments and processing instructions.
    static var functions: xmlSAXHandler {
        var functions = xmlSAXHandler()
        functions.initialized = UInt32(XML_SAX2_MAGIC)
        functions.internalSubset = { session, _, _, _ in XMLSession.at(session)?.pointee.stop(.doctype) }
        functions.startElementNs = { session, name, _, namespace, namespaces, _, count, _, words in
            guard let session = XMLSession.at(session) else { return }
            let attributes = XMLAttributes(words: words, count: Int(count))
            if let fault = session.pointee.fault(namespaces: Int(namespaces), attributes) {
                return session.pointee.stop(fault)
            }
            let element = XMLElement(
                name: XMLName(address: name), namespace: XMLName(address: namespace), attributes: attributes)
            session.pointee.told._withUnsafeGuaranteedRef { handler in
                do throws(TableError) { try handler.start(element) } catch { session.pointee.stop(error) }
            }
        }
        functions.endElementNs = { session, name, _, namespace in
            guard let session = XMLSession.at(session) else { return }
            session.pointee.told._withUnsafeGuaranteedRef { handler in
                do throws(TableError) {
                    try handler.end(XMLName(address: name), XMLName(address: namespace))
                } catch {
                    session.pointee.stop(error)
                }
            }
        }
        functions.characters = XMLSession.characters
        // The same function, or the parser would ponder over each white space whether it means anything.
        functions.ignorableWhitespace = XMLSession.characters
        functions.serror = { session, error in
            // A prefix without a namespace is only an error to the parser, and not fatal.
            guard let session = XMLSession.at(session), let error,
                error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
            else { return }
            session.pointee.note(code: error.pointee.code, line: Int(error.pointee.line))
        }
        return functions
    }

    private static let characters: charactersSAXFunc = { session, bytes, count in
        guard let session = XMLSession.at(session) else { return }
        session.pointee.told._withUnsafeGuaranteedRef { handler in
            do throws(TableError) {
                try handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
            } catch {
                session.pointee.stop(error)
            }
        }
    }

    @inline(__always)
    private static func at(_ session: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession>? {
        session?.assumingMemoryBound(to: XMLSession.self)
    }

    @inline(__always)
    private mutating func fault(namespaces: Int, _ attributes: XMLAttributes) -> XMLFault? {
        guard let context else { return nil }
        elements &+= 1 &+ attributes.count
        if elements > limits.elements { return .tooManyElements(limit: limits.elements) }
        if context.pointee.nameNr >= limits.depth { return .tooDeep(limit: limits.depth) }
        if attributes.count > limits.attributes {
            return .tooManyAttributes(found: attributes.count, limit: limits.attributes)
        }
        if namespaces > 0, context.pointee.nsNr > 2 * limits.namespaces {
            return .tooManyNamespaces(limit: limits.namespaces)
        }
        if mayHoldLongTag, attributes.reduce(0, { $0 + $1.value.count }) > limits.tagBytes {
            return .tagTooLong(limit: limits.tagBytes)
        }
        return nil
    }

    private mutating func stop(_ error: TableError) {
        if self.error == nil, fault == nil { self.error = error }
        xmlStopParser(context)
    }

    private mutating func stop(_ fault: XMLFault) {
        if error == nil, self.fault == nil {
            self.fault = fault
            line = context.map { Int(xmlSAX2GetLineNumber($0)) }
        }
        xmlStopParser(context)
    }

    /// Notes the first thing that libxml2 found wrong.
    private mutating func note(code: Int32, line: Int) {
        guard error == nil, fault == nil else { return }
        context?.pointee.disableSAX = 1
        self.line = line
        switch UInt32(bitPattern: code) {
        case XML_ERR_NO_MEMORY.rawValue: fault = .tooManyNames(limit: XMLNames.limit)
        case XML_ERR_INVALID_ENCODING.rawValue, XML_I18N_CONV_FAILED.rawValue: fault = .undecodable
        case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_DOCUMENT_EMPTY.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue:
            fault = .incomplete
        default: fault = .malformed(code: Int(code))
        }
    }
}
