/// The start of an element. It is there only while the handler looks at it: all its bytes lie in the parser's own memory.
struct XMLElement {
    /// Without prefix.
    let name: XMLName
    let namespace: XMLName
    let attributes: XMLAttributes
}

/// The attributes of an element, in the document's order.
struct XMLAttributes: RandomAccessCollection {
    /// Five words an attribute: local name, prefix, namespace, first byte of the value, first byte behind it.
    let words: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let count: Int

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(_ index: Int) -> XMLAttribute {
        XMLAttribute(words: words.map { $0 + 5 * index })
    }

    /// The value of the attribute without a namespace of that name.
    @inline(__always)
    subscript(_ name: XMLName) -> UnsafeBufferPointer<UInt8>? {
        for attribute in self where attribute.name == name && attribute.namespace.address == nil {
            return attribute.value
        }
        return nil
    }

    @inline(__always)
    subscript(_ name: XMLName, in namespace: XMLName) -> UnsafeBufferPointer<UInt8>? {
        for attribute in self where attribute.name == name && attribute.namespace == namespace {
            return attribute.value
        }
        return nil
    }
}

struct XMLAttribute {
    let words: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    @inline(__always)
    var name: XMLName { XMLName(address: words?[0]) }

    @inline(__always)
    var namespace: XMLName { XMLName(address: words?[2]) }

    /// The value in UTF-8, references replaced. There is no room to load words behind it.
    @inline(__always)
    var value: UnsafeBufferPointer<UInt8> {
        guard let words, let start = words[3], let end = words[4], end >= start else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: start, count: end - start)
    }
}
