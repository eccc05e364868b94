/// Why a document is not read further.
public enum XMLFault: Hashable, Sendable {
    /// A document type declaration. Entities would be declared there.
    case doctype
    /// Declared or by its first bytes in another encoding than UTF-8 or UTF-16, or in another than it is in.
    case encoding(String)
    /// Bytes that are no text in the document's encoding.
    case undecodable
    /// The end comes before the last element's.
    case incomplete
    /// Not well-formed. `code` is libxml2's `xmlParserErrors`.
    case malformed(code: Int)
    case tooDeep(limit: Int)
    case tooManyAttributes(found: Int, limit: Int)
    /// Namespaces declared by an element and those around it.
    case tooManyNamespaces(limit: Int)
    /// Different names came to more than `limit` bytes.
    case tooManyNames(limit: Int)
    /// More than `limit` elements and attributes in all.
    case tooManyElements(limit: Int)
    /// The values of an element's attributes came to more than `limit` bytes, or a tag, a comment, a processing instruction
    /// or a CDATA section did.
    case tagTooLong(limit: Int)
}

/// What a document may hold at most. The library's own limits hold as well: a name is at most 50,000 bytes, a text
/// between two tags 10 MB.
struct XMLLimits: Sendable {
    var depth = 256
    var attributes = 128
    /// Bytes; the longest text of a cell, 32,767 characters, fits in an attribute.
    var tagBytes = 128 << 10
    var namespaces = 64
    /// Elements and attributes together. A full sheet of 20 columns has some 100 million.
    var elements = 128_000_000
}
