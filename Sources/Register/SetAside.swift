import GRDB
import Glibc

/// Copies of a register as it was before it was brought up to date, beside it.
enum SetAside {
    /// - Parameter version: how many steps the register had taken.
    static func name(of path: String, version: Int) -> String { "\(path)\(mark)\(version)" }

    private static let mark = ".fore-version-"

    /// Copies what is committed. An earlier copy of that name gives way: what the file holds now is what may be lost.
    static func copy(_ path: String, to name: String) throws {
        var configuration = Register.configuration
        configuration.readonly = true
        let source = try DatabaseQueue(path: path, configuration: configuration)
        try source.copyFinished(to: name, replacing: true)
        try source.close()
    }

    static func all(of path: String) -> [String] {
        let folder = Part.folder(of: path)
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return Part.names(in: folder).filter { name in
            name.hasPrefix(file + mark) && name.dropFirst(file.count + mark.count).allSatisfy(\.isNumber)
        }.sorted().map { path.contains("/") ? "\(folder == "/" ? "" : folder)/\($0)" : $0 }
    }

    /// Overwrites them before they are taken away, and takes away what processes that were killed left of others.
    static func removeAll(of path: String) throws(RegisterError) {
        Part.removeAbandoned(in: Part.folder(of: path))
        for copy in all(of: path) {
            let descriptor = open(copy, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .unusable(path: copy, Part.trouble(errno)) }
            defer { _ = close(descriptor) }
            var left = lseek(descriptor, 0, SEEK_END)
            _ = lseek(descriptor, 0, SEEK_SET)
            let zeros = [UInt8](repeating: 0, count: 1 << 16)
            while left > 0 {
                let written = write(descriptor, zeros, min(zeros.count, left))
                guard written > 0 || errno == EINTR else { throw .unusable(path: copy, Part.trouble(errno)) }
                left -= max(written, 0)
            }
            guard fsync(descriptor) == 0, unlink(copy) == 0 else { throw .unusable(path: copy, Part.trouble(errno)) }
        }
    }
}
