internal import CLibXML2

/// The names of one document, each kept once, so that two names are the same where their addresses are.
///
/// libxml2 keeps the names it meets in the same place (`xmlDict`), seeded against collisions.
final class XMLNames {
    /// Bytes of different names. Each look-up takes longer where there are many more.
    static let limit = 1 << 20

    let dictionary: xmlDictPtr?

    init() {
        XMLLibrary.start()
        dictionary = xmlDictCreate()
        _ = xmlDictSetLimit(dictionary, XMLNames.limit)
    }

    deinit {
        xmlDictFree(dictionary)
    }

    subscript(_ name: StaticString) -> XMLName {
        XMLName(address: xmlDictLookup(dictionary, name.utf8Start, Int32(clamping: name.utf8CodeUnitCount)))
    }
}

/// A local name, a prefix or a namespace: equal only to the same one of the same document.
struct XMLName: Equatable {
    /// Nil for no prefix and no namespace.
    let address: UnsafePointer<UInt8>?
}

enum XMLLibrary {
    private static let isStarted: Bool = {
        xmlInitParser()
        return true
    }()

    /// Sets the library's own tables up, once, whatever the thread.
    static func start() {
        precondition(isStarted)
    }
}
