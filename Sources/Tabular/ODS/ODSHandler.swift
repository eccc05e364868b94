/// Tells a workbook's content what the parser tells.
final class ODSHandler: XMLHandler {
    /// Behind a pointer, because access to a class's variables is checked each time.
    private let content: UnsafeMutablePointer<ODSContent>

    init(_ content: consuming ODSContent) {
        self.content = .allocate(capacity: 1)
        self.content.initialize(to: content)
    }

    deinit {
        content.deinitialize(count: 1)
        content.deallocate()
    }

    override func start(_ element: XMLElement) throws(TableError) {
        try content.pointee.start(element)
    }

    override func end(_ name: XMLName, _ namespace: XMLName) throws(TableError) {
        try content.pointee.end()
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        try content.pointee.text(bytes)
    }

    override var isDone: Bool { content.pointee.isFinished }

    // MARK: How far it has come

    var done: Int {
        get { content.pointee.sink.done }
        set { content.pointee.sink.done = newValue }
    }

    var total: Int? {
        get { content.pointee.sink.total }
        set { content.pointee.sink.total = newValue }
    }

    // MARK: What came of it

    var hasSpreadsheet: Bool { content.pointee.hasSpreadsheet }
    var sheets: ODSSheets { content.pointee.sheets }
    /// Whether any sheet that was looked at has anything in it.
    var hasCells: Bool { content.pointee.sink.hasCells }
    /// Whether a sheet was chosen; it has been read to its end then.
    var isChosen: Bool { content.pointee.sink.isFinished }

    func table() -> Table? { content.pointee.sink.table() }
}
