import Glibc
import Tabular

/// The file as a table, or the refusal that names it.
func open(_ path: String, as name: String) throws(Refusal) -> TableFile {
    do {
        return try TableFile(path: path)
    } catch .unreadable(let failure) where failure.code == ENOENT {
        throw Refusal(Place(file: name), .missing)
    } catch {
        throw Refusal(Place(file: name), .unreadable(error))
    }
}

/// The file's source, or the refusal that names it.
private func source(_ path: String, as name: String) throws(Refusal) -> FileSource {
    do {
        return try FileSource(path: path)
    } catch {
        throw Refusal(Place(file: name), error.code == ENOENT ? .missing : .unreadable(.unreadable(error)))
    }
}

/// A description file is read whole; one larger than this is something else.
private let mostDescriptionBytes = 1 << 20

/// All bytes of a small file.
func contents(of path: String, as name: String) throws(Refusal) -> [UInt8] {
    var source = try source(path, as: name)
    if let size = source.size, size > mostDescriptionBytes {
        throw Refusal(Place(file: name), .tooLarge(size: size, most: mostDescriptionBytes))
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: mostDescriptionBytes + 1, alignment: 1)
    defer { buffer.deallocate() }
    var count = 0
    while count < buffer.count {
        do {
            let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if read == 0 { return Array(buffer[..<count]) }
            count += read
        } catch {
            throw Refusal(Place(file: name), .unreadable(.unreadable(error)))
        }
    }
    throw Refusal(Place(file: name), .tooLarge(size: count, most: mostDescriptionBytes))
}
