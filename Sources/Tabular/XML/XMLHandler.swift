/// What is told of a document as it streams by. Each kind of document has a handler of its own.
///
/// A class and not a protocol: libxml2 calls through C functions, which know no generic types.
class XMLHandler {
    /// Whether nothing more needs to be told. It is asked now and then, and more may come until then.
    var isDone: Bool { false }

    func start(_ element: XMLElement) throws(TableError) {}

    /// Also told of an element without content, right after its start.
    func end(_ name: XMLName, _ namespace: XMLName) throws(TableError) {}

    /// A piece of text in UTF-8, references replaced. Where an element's text is cut into pieces is up to the parser.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {}
}
