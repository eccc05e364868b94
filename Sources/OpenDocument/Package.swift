internal import Zip

/// The archive that the parts are written to, one at a time.
///
/// A class, because the row writer's way out (a closure) and the loop over the parts share it; it never outlives the call
/// that owns the sink.
final class Package<Sink: ByteSink & ~Copyable> {
    private var archive: ArchiveWriter<BorrowedSink<Sink>>?
    private let level: Int32

    init(sink: UnsafeMutablePointer<Sink>, level: Int32, threads: Int) {
        archive = ArchiveWriter(to: BorrowedSink(sink: sink), threads: threads)
        self.level = level
    }

    func stored(_ name: String, _ content: StaticString) throws(WorkbookError) {
        let bytes = UnsafeRawBufferPointer(start: content.utf8Start, count: content.utf8CodeUnitCount)
        do { try archive?.add(name, bytes.bytes, as: .stored) } catch { throw .archive(error) }
    }

    func part(_ name: String, _ body: (inout XMLWriter) throws(WorkbookError) -> Void) throws(WorkbookError) {
        try begin(name)
        var xml = XMLWriter { bytes throws(WorkbookError) in try self.write(bytes) }
        try xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        try body(&xml)
        try xml.flush()
        try end()
    }

    func begin(_ name: String) throws(WorkbookError) {
        do { try archive?.begin(name, as: .deflated(level: level)) } catch { throw .archive(error) }
    }

    func write(_ bytes: RawSpan) throws(WorkbookError) {
        do { try archive?.write(bytes) } catch { throw .archive(error) }
    }

    func end() throws(WorkbookError) {
        do { try archive?.end() } catch { throw .archive(error) }
    }

    func finish() throws(WorkbookError) {
        guard let archive = archive.take() else { return }
        do { _ = try archive.finish() } catch { throw .archive(error) }
    }
}

/// The caller's sink, which stays the caller's while an archive is written to it.
private struct BorrowedSink<Sink: ByteSink & ~Copyable>: ByteSink {
    let sink: UnsafeMutablePointer<Sink>

    mutating func write(_ bytes: RawSpan) throws(SinkError) {
        try sink.pointee.write(bytes)
    }

    mutating func overwrite(at offset: Int, _ bytes: RawSpan) throws(SinkError) {
        try sink.pointee.overwrite(at: offset, bytes)
    }
}
