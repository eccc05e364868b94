/// Reads `sharedStrings.xml` (ECMA-376 part 1, 18.4).
final class SharedStringsPart: XMLHandler {
    private enum State {
        case outside, strings, string
    }

    private let strings = InPlace(SharedStrings())
    private let part: String
    private let limits: Limits
    private let names: SpreadsheetNames
    private let namespaces: [XMLName]
    private var namespace = XMLName(address: nil)
    private var state = State.outside
    private var skipped = 0
    private let text = InPlace(RichText())
    /// Where the text of the run begins in the string.
    private var runStart = 0

    init(_ part: String, _ names: XMLNames, limits: Limits) {
        self.part = part
        self.limits = limits
        self.names = SpreadsheetNames(names)
        namespaces = [names[SpreadsheetNamespace.transitional], names[SpreadsheetNamespace.strict]]
    }

    /// The strings by number, while the part lives.
    var texts: SharedStrings.Texts { SharedStrings.Texts(strings.here.pointee) }

    override func start(_ element: XMLElement) throws(TableError) {
        switch state {
        case .string:
            text.here.pointee.start(element, names, namespace)
            runStart = strings.here.pointee.openCount
        case .strings:
            if skipped == 0, element.name == names.si, element.namespace == namespace {
                state = .string
                text.here.pointee = RichText()
            } else {
                skipped += 1
            }
        case .outside:
            guard element.name == names.sst, namespaces.contains(element.namespace) else { throw .wrongPart(part) }
            namespace = element.namespace
            state = .strings
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        guard state == .string, text.here.pointee.isInText else { return }
        guard strings.here.pointee.append(bytes, limit: limits.sharedBytes) else {
            throw .tooMuchSharedText(limit: limits.sharedBytes)
        }
        guard strings.here.pointee.openCount <= limits.cellBytes else {
            throw .sharedStringTooLong(index: strings.here.pointee.count, limit: limits.cellBytes)
        }
    }

    override func end(_ name: XMLName, _ namespace: XMLName) throws(TableError) {
        guard state == .string else {
            skipped = max(0, skipped - 1)
            return
        }
        switch text.here.pointee.end() {
        case .nothing: break
        case .text: if !text.here.pointee.keepsSpace { strings.here.pointee.edit(from: runStart, StringEscapes.trim) }
        case .string:
            strings.here.pointee.edit(from: 0, StringEscapes.decode)
            guard strings.here.pointee.close(limit: limits.sharedStrings) else {
                throw .tooManySharedStrings(limit: limits.sharedStrings)
            }
            state = .strings
        }
    }
}
