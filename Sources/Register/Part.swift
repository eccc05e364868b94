import Glibc

/// A register that is being written under a name of its own, until it is finished and takes the name it is to have.
///
/// A process that is killed leaves its part behind; the next one in the same folder takes it away.
struct Part: ~Copyable {
    let path: String
    private let folder: String
    private static let suffix = ".register-part"

    /// An empty file that its owner alone can read, in the same folder as `target`.
    init(beside target: String) throws(RegisterError) {
        folder = Self.folder(of: target)
        Self.removeAbandoned(in: folder)
        var attempt = 0
        while true {
            let candidate = "\(folder)/.\(getpid())-\(attempt)\(Self.suffix)"
            let descriptor = open(candidate, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor >= 0 {
                _ = close(descriptor)
                path = candidate
                return
            }
            guard errno == EEXIST, attempt < 1_000 else {
                throw .unusable(path: target, Self.trouble(errno))
            }
            attempt += 1
        }
    }

    deinit {
        _ = unlink(path)
        _ = unlink(path + "-journal")
    }

    /// Gives it its name, once it is safely on the disk.
    ///
    /// - Throws: `exists` where there is a file with that name and it is not to be replaced.
    consuming func place(at target: String, replacing: Bool) throws(RegisterError) {
        try Self.sync(path, as: target)
        if !replacing {
            // A second name, which cannot be given where the name is taken; the first goes with this value.
            if link(path, target) == 0 {
                try Self.sync(folder, as: target)
                return
            }
            // A disk that knows no second names.
            guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else {
                throw errno == EEXIST ? .exists(path: target) : .unusable(path: target, Self.trouble(errno))
            }
            var status = stat()
            if lstat(target, &status) == 0 { throw .exists(path: target) }
        }
        guard rename(path, target) == 0 else { throw .unusable(path: target, Self.trouble(errno)) }
        try Self.sync(folder, as: target)
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func sync(_ path: String, as target: String) throws(RegisterError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unusable(path: target, trouble(errno)) }
        defer { _ = close(descriptor) }
        // Some file systems cannot sync a folder; then there is nothing more to do.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .unusable(path: target, trouble(errno)) }
    }

    static func trouble(_ code: Int32) -> Trouble {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: .diskFull
        case EISDIR: .isFolder
        case ENOENT, ENOTDIR: .noFolder
        default: .mayNotWrite
        }
    }

    static func removeAbandoned(in folder: String) {
        for name in names(in: folder) where name.hasSuffix(suffix) || name.hasSuffix(suffix + "-journal") {
            guard name.hasPrefix("."), let process = pid_t(name.dropFirst().prefix { $0 != "-" }), process > 0
            else { continue }
            if kill(process, 0) != 0, errno == ESRCH { _ = unlink("\(folder)/\(name)") }
        }
    }

    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }
}
