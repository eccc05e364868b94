import FoundationEssentials
import Glibc

/// The folders of the installation and of the user.
struct Workplace {
    /// The project's folder, as the launcher tells it; else where the command was given.
    private let home: String

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        home = environment["BILAGA_HEM"] ?? "."
        dataHome = environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? ".") + "/.local/share"
        registerPath = environment["BILAGA_REGISTER"]
    }

    private let dataHome: String
    /// From the environment.
    private let registerPath: String?

    var instruments: String { shown("\(home)/Surveys/formular") }

    /// The folder of saved mappings, beside that of the instruments.
    ///
    /// - Parameter instruments: the folder of instruments that was chosen.
    func mappings(beside instruments: String?) -> String {
        var folder = Substring(instruments ?? self.instruments)
        while folder.count > 1, folder.hasSuffix("/") { folder = folder.dropLast() }
        let name = folder.split(separator: "/").last
        // "." and ".." do not tell the folder that they lie in.
        if name == nil || name == "." || name == ".." { return "\(folder)/../mappningar" }
        guard let slash = folder.lastIndex(of: "/") else { return "mappningar" }
        return "\(folder[..<slash])/mappningar"
    }

    var example: String { shown("\(home)/Surveys/exempel") }
    var output: String { shown("\(home)/Output") }

    /// The register's file. Its folder is made where it is missing.
    func register(_ chosen: String?) throws -> String {
        if let path = chosen ?? registerPath { return path }
        let folder = "\(dataHome)/bilaga"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(
                "Mappen \(folder) för registret kan inte skapas. Ange en annan fil med --register.", .inputOutput)
        }
        return "\(folder)/register.sqlite"
    }

    /// A path below the folder where the command was given is told without it.
    private func shown(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        if path.hasPrefix(here) { return String(path.dropFirst(here.count)) }
        return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    }
}

/// The time now in UTC, ISO 8601 to the second.
func timestamp() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
}

func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
}

/// What can be read once and not again, such as a pipe.
func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG && !isFolder(path)
}
