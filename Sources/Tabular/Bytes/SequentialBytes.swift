import Glibc
import Zip

/// A file's bytes from front to back, told to an observer as they pass.
struct SequentialBytes: ByteSource {
    private let bytes: any RandomAccess
    private let observe: ((UnsafeRawBufferPointer) -> Void)?
    private var position = 0

    init(_ bytes: any RandomAccess, observe: ((UnsafeRawBufferPointer) -> Void)?) {
        self.bytes = bytes
        self.observe = observe
    }

    var expectedSize: Int? { bytes.size }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        do {
            let count = try bytes.read(at: position, into: buffer)
            position += count
            observe?(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            return count
        } catch {
            throw ReadFailure(error)
        }
    }

    /// Reads to the end, for the observer alone.
    mutating func pass() throws(ReadFailure) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while try read(into: buffer) > 0 {}
    }
}

extension ReadFailure {
    init(_ failure: AccessFailure) {
        switch failure {
        case .system(let operation, let path, let code):
            self.init(operation: operation == "open" ? .open : .read, path: path, code: code)
        case .notRegular(let path, let kind):
            self.init(operation: .open, path: path, code: kind == .folder ? EISDIR : ENXIO)
        // What is read while it is written ends where it should not.
        case .shrank(let path, _, _): self.init(operation: .read, path: path, code: EIO)
        }
    }
}
