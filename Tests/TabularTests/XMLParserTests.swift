import Testing

@testable import Tabular

/// Writes down what it is told.
private final class Recorder: XMLHandler {
    private(set) var events: [String] = []
    private var isInText = false

    override func start(_ element: XMLElement) {
        isInText = false
        let attributes = element.attributes.map { attribute in
            " \(Self.text(attribute.name))=\(String(decoding: attribute.value, as: UTF8.self))"
        }
        let namespace = element.namespace.address == nil ? "" : "{\(Self.text(element.namespace))}"
        events.append("<\(namespace)\(Self.text(element.name))\(attributes.joined())>")
    }

    override func end(_ name: XMLName, _ namespace: XMLName) {
        isInText = false
        events.append("</\(Self.text(name))>")
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        if isInText { events[events.count - 1] += text } else { events.append(text) }
        isInText = true
    }

    private static func text(_ name: XMLName) -> String {
        name.address.map { String(cString: $0) } ?? ""
    }
}

private func events(
    _ bytes: [UInt8], blockSize: Int = .max, limits: XMLLimits = XMLLimits()
) throws(TableError) -> [String] {
    let recorder = Recorder()
    var parser = try XMLParser("a.xml", names: XMLNames(), limits: limits, handler: recorder)
    var place = 0
    while place < bytes.count {
        let end = place + min(blockSize, bytes.count - place)
        _ = try Array(bytes[place..<end]).withUnsafeBufferPointer { block throws(TableError) in
            try parser.feed(UnsafeRawBufferPointer(block))
        }
        place = end
    }
    try parser.finish()
    return recorder.events
}

private func events(_ text: String, limits: XMLLimits = XMLLimits()) throws(TableError) -> [String] {
    try events(Array(text.utf8), limits: limits)
}

private func fault(_ bytes: [UInt8], blockSize: Int = .max, limits: XMLLimits = XMLLimits()) -> TableError? {
    do {
        _ = try events(bytes, blockSize: blockSize, limits: limits)
        return nil
    } catch {
        return error
    }
}

private func fault(_ text: String, limits: XMLLimits = XMLLimits()) -> TableError? {
    fault(Array(text.utf8), limits: limits)
}

private func wrong(_ line: Int, _ fault: XMLFault) -> TableError {
    .xml(part: "a.xml", line: line, fault)
}

@Suite struct `An XML document that streams by` {
    @Test func `elements, attributes and text are told in order`() throws {
        let told = try events(
            "<?xml version=\"1.0\"?><a xmlns=\"urn:x\" xmlns:p=\"urn:y\"><p:b c='1&amp;2' p:d=\"å\"/>x&lt;<![CDATA[<y>]]>&#229; </a>"
        )
        #expect(told == ["<{urn:x}a>", "<{urn:y}b c=1&2 d=å>", "</b>", "x<<y>å ", "</a>"])
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func `blocks may end anywhere`(_ blockSize: Int) throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- it's <\"a\" > --><a><?pi > '?>"
            + "<b c=\"å > ä\">" + String(repeating: "ö&amp;", count: 400)
            + "</b><!--'<--><![CDATA[]]]]><d\n/>\r\n</a>\n"
        let told = [
            "<a>", "<b c=å > ä>", String(repeating: "ö&", count: 400), "</b>", "]]", "<d>", "</d>", "\n", "</a>",
        ]
        #expect(try events(Array(text.utf8), blockSize: blockSize) == told)
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], [true, false])
    func `UTF-16 is read with or without a mark`(_ encoding: TextEncoding, _ isMarked: Bool) throws {
        let text =
            "<?xml version='1.0' encoding='UTF-16'?><a b='å'>€😀" + String(repeating: "lång ", count: 1_000) + "</a>"
        let told = ["<a b=å>", "€😀" + String(repeating: "lång ", count: 1_000), "</a>"]
        for blockSize in [1, 3, 1_000] {
            #expect(try events(encoding.bytes(text, marked: isMarked), blockSize: blockSize) == told)
        }
    }
}

@Suite struct `An XML document that is refused` {
    @Test(arguments: [1, 5, 4_000])
    func `document types are, before anything is declared`(_ blockSize: Int) {
        let texts = [
            "<!DOCTYPE a><a/>", "<?xml version='1.0'?>\n<!-- - -->\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY b 'b'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/'>%p;]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>",
        ]
        for text in texts {
            let line = text.hasPrefix("<?") ? 3 : 1
            #expect(fault(Array(text.utf8), blockSize: blockSize) == wrong(line, .doctype))
        }
    }

    @Test func `encodings other than UTF-8 and UTF-16 are, and those that are not the document's`() {
        for name in ["ISO-8859-1", "windows-1252", "UTF-16", "UTF-7", "ASCII", "utf8", "ISO-2022-CN-EXT", ""] {
            #expect(fault("<?xml version=\"1.0\" encoding=\"\(name)\"?><a/>") == wrong(1, .encoding(name)))
            #expect(fault("<?xml version='1.0'\n encoding = '\(name)' ?><a/>") == wrong(1, .encoding(name)))
        }
        let utf16 = TextEncoding.utf16LittleEndian
        #expect(fault(utf16.bytes("<?xml version='1.0' encoding='UTF-8'?><a/>")) == wrong(1, .encoding("UTF-8")))
        #expect(fault([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0]) == wrong(1, .encoding("UTF-32")))
        #expect(fault([0, 0, 0, 0x3C, 0, 0, 0, 0x61]) == wrong(1, .encoding("UTF-32")))
        #expect(fault("\u{FEFF}<?xml version='1.0' encoding='utf-8'?><a/>") == nil)
        let late = "<?xml version='1.0'" + String(repeating: " ", count: 2_000) + "encoding='ISO-8859-1'?><a/>"
        #expect(fault(late) == wrong(1, .tagTooLong(limit: 1_024)))
    }

    @Test func `bytes that are no text are, with the line`() {
        let broken: [[UInt8]] = [
            [0xE5], [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82],
        ]
        for bytes in broken {
            let document = Array("<a>\n<b>å".utf8) + bytes + Array("ä</b></a>".utf8)
            let told = fault(document)
            guard case .xml("a.xml", 2, let reason) = told else {
                Issue.record("\(bytes): \(String(describing: told))")
                continue
            }
            #expect(reason == .undecodable || reason == .malformed(code: 9))
            #expect(fault(Array("<a\nb='å".utf8) + bytes + Array("'/>".utf8)) != nil)
        }
        #expect(fault("<a>\n\u{1}</a>") == wrong(2, .malformed(code: 9)))
        #expect(fault("<a>\0</a>") != nil)
        let lone = TextEncoding.utf16LittleEndian.bytes(Array("<a>".utf16) + [0xD800] + Array("b</a>".utf16))
        #expect(fault(lone) != nil)
    }

    @Test func `what is not well-formed is, with the line`() {
        #expect(fault("<a>\n</b>") == wrong(2, .malformed(code: 76)))
        #expect(fault("<a b='1' b='2'/>") == wrong(1, .malformed(code: 42)))
        #expect(fault("<a>\n\n&e;</a>") == wrong(3, .malformed(code: 26)))
        #expect(fault("<x:a/>") == wrong(1, .malformed(code: 201)))
        for text in ["", " ", "<", "<a", "<a>", "<a><b></b>", "<?xml version='1.0'?>", "<!-- a"] {
            #expect(fault(text) == wrong(text == "" ? 1 : 1, .incomplete), "\(text)")
        }
        for text in ["<a/><b/>", "<a/>b", "a<b/>", "<a>&lt</a>", "<a b=c/>", "<a b='<'/>"] {
            #expect(fault(text) != nil, "\(text)")
        }
    }

    @Test func `elements within one another are beyond 256`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth - 1) + "<b/>" + String(repeating: "</a>", count: depth - 1)
        }
        #expect(fault(nested(256)) == nil)
        #expect(fault(nested(257)) == wrong(1, .tooDeep(limit: 256)))
        #expect(fault(String(repeating: "<a>", count: 1_000_000)) == wrong(1, .tooDeep(limit: 256)))
    }

    @Test func `attributes without end are`() {
        func attributes(_ count: Int) -> String { (0..<count).map { " a\($0)='1'" }.joined() }
        #expect(fault("<a\(attributes(128))/>") == nil)
        #expect(fault("<a\n\(attributes(129))/>") == wrong(2, .tooManyAttributes(found: 129, limit: 128)))
        // Given up long before the tag ends, or its names are compared with one another.
        let clock = ContinuousClock()
        let endless = Array("<a\(attributes(1_000_000))/>".utf8)
        let time = clock.measure {
            #expect(fault(endless, blockSize: 1 << 18) == wrong(1, .tagTooLong(limit: 131_072)))
        }
        #expect(time < .seconds(5))
    }

    @Test func `tags, comments and instructions that are too long are`() {
        let long = String(repeating: "b", count: 131_073)
        let fits = String(long.dropLast())
        #expect(fault("<a c='\(fits)'/>") == nil)
        #expect(fault("<a c='\(long)'/>") == wrong(1, .tagTooLong(limit: 131_072)))
        #expect(fault("<a c='\(fits)' d='e'/>") == wrong(1, .tagTooLong(limit: 131_072)))
        for text in ["<!--\(long)\(long)", "<?a \(long)\(long)", "<\(long)\(long)", "<a><![CDATA[\(long)\(long)"] {
            #expect(fault(text) == wrong(1, .tagTooLong(limit: 131_072)))
        }
        // Text may be as long as it wants; its reader decides.
        #expect(fault("<a>\(long)\(long)<![CDATA[b]]></a>") == nil)
    }

    @Test func `namespaces without end are`() {
        func declared(_ count: Int, _ letter: String) -> String {
            (0..<count).map { " xmlns:\(letter)\($0)='urn:\($0)'" }.joined()
        }
        #expect(fault("<a\(declared(32, "n"))><b\(declared(32, "m"))/><b\(declared(32, "o"))/></a>") == nil)
        #expect(fault("<a\(declared(32, "n"))><b\(declared(33, "m"))/></a>") == wrong(1, .tooManyNamespaces(limit: 64)))
    }

    @Test func `names and elements without end are`() {
        let names = (0..<200_000).map { "<name\($0)/>" }.joined()
        #expect(fault("<a>\(names)</a>") == wrong(1, .tooManyNames(limit: 1 << 20)))
        var limits = XMLLimits()
        limits.elements = 4
        #expect(fault("<a><b c=''/><d/></a>", limits: limits) == nil)
        #expect(fault("<a><b c=''/><d/>\n<e/></a>", limits: limits) == wrong(2, .tooManyElements(limit: 4)))
    }
}

@Suite struct `A handler of an XML document` {
    private final class Picky: XMLHandler {
        var count = 0
        override var isDone: Bool { count > 2 }

        override func start(_ element: XMLElement) throws(TableError) {
            count += 1
            if element.attributes.count == 1 { throw .empty }
        }
    }

    private func feed(_ text: String, to handler: XMLHandler) throws(TableError) -> Bool {
        var parser = try XMLParser("a.xml", names: XMLNames(), handler: handler)
        let bytes = Array((text + String(repeating: " ", count: 2_000)).utf8)
        return try bytes.withUnsafeBufferPointer { bytes throws(TableError) in
            try parser.feed(UnsafeRawBufferPointer(bytes))
        }
    }

    @Test func `may throw, and hears no more then`() {
        let handler = Picky()
        #expect(throws: TableError.empty) { try feed("<a><b c='d'/><b/><b/></a>", to: handler) }
        #expect(handler.count == 2)
    }

    @Test func `may have had enough`() throws {
        #expect(try feed("<a><b/>", to: Picky()))
        #expect(try !feed("<a><b/><b/>", to: Picky()))
    }

    @Test func `finds attributes by name and namespace`() throws {
        final class Finder: XMLHandler {
            let name, namespace: XMLName
            var found: [String?] = []

            init(_ names: XMLNames) {
                (name, namespace) = (names["b"], names["urn:x"])
            }

            override func start(_ element: XMLElement) {
                for value in [element.attributes[name], element.attributes[name, in: namespace]] {
                    found.append(value.map { String(decoding: $0, as: UTF8.self) })
                }
            }
        }
        let names = XMLNames()
        let handler = Finder(names)
        var parser = try XMLParser("a.xml", names: names, handler: handler)
        try Array("<a xmlns:x='urn:x' x:b='1' b='2' c='3'/>".utf8).withUnsafeBufferPointer { bytes throws(TableError) in
            _ = try parser.feed(UnsafeRawBufferPointer(bytes))
        }
        try parser.finish()
        #expect(handler.found == ["2", "1"])
    }
}
