import Glibc
import Zip

/// A file that is to be written.
struct StagedFile: Sendable {
    let bytes: [UInt8]
    let path: String
}

/// Files that appear together: all have been written beside their places before the first gets its name.
final class StagedFiles {
    private var files: [StagedFile] = []

    func add(_ bytes: [UInt8], as path: String) throws {
        guard !isFolder(path) else {
            throw Failure(
                "Filen \(path) kan inte skrivas: det finns en mapp med det namnet. Ange en annan.", .cannotCreate)
        }
        files.append(StagedFile(bytes: bytes, path: path))
    }

    /// Where a file cannot be written no other is either, and what was there before is left as it was.
    func commit() async throws {
        let written = files.enumerated().map { place, file in
            (temporary: "\(folder(of: file.path))/.\(getpid())-\(place).klar", file: file)
        }
        do {
            // Each waits for the disk, so several are written at once.
            _ = try await concurrently(written) { temporary, file in
                var atomic = try AtomicFile(at: temporary)
                try atomic.write(file.bytes.span.bytes)
                try atomic.commit()
            }
        } catch {
            for (temporary, _) in written { _ = unlink(temporary) }
            throw error
        }
        for (temporary, file) in written {
            guard rename(temporary, file.path) == 0 else {
                let code = errno
                for (temporary, _) in written { _ = unlink(temporary) }
                throw SinkError.system(operation: "rename", path: file.path, code: code)
            }
        }
    }

    private func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "" : String(path[..<slash])
    }
}
