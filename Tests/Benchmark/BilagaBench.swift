import Glibc

/// The parts of Bilaga that a large input exercises, as a program of their own. `Tests/bench` runs it.
@main
enum BilagaBench {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        do {
            switch (arguments.first, Array(arguments.dropFirst())) {
            case ("w2", let paths) where paths.count == 2: try writeShares(of: paths[0], to: paths[1])
            case ("read", let paths) where paths.count == 1: try readAnswers(in: paths[0])
            case ("columns", let paths) where paths.count == 1: try readColumns(of: paths[0])
            case ("w3", let paths) where paths.count == 2: try writeCells(of: paths[0], to: paths[1])
            case ("w3", let rest) where rest.count == 3 && Int(rest[2]) != nil:
                try writeCells(of: rest[0], to: rest[1], threads: Int(rest[2]) ?? 1)
            case ("fields", let paths) where paths.count == 1: try readFields(of: paths[0])
            case ("table", let paths) where paths.count == 1: try readTable(of: paths[0])
            case ("sax", let paths) where paths.count == 2: try parseAlone(paths[0], entry: paths[1])
            case ("zlib", let rest) where rest.count == 2 && Int32(rest[1]) != nil:
                try deflateAlone(rest[0], level: Int32(rest[1]) ?? 6)
            default: end(usage, 64)
            }
        } catch {
            end("bilaga-bench: \(error)", 1)
        }
    }

    private static let usage = """
        bilaga-bench w2 CSV OUT     answers read as an import reads them; shares per question, förbund and grupp
        bilaga-bench read CSV       the reading of w2 alone
        bilaga-bench columns CSV    the same without questionnaire and SHA-256: the table reader alone
        bilaga-bench w3 CSV OUT [THREADS]   every field to a cell of an .ods at level 6
        bilaga-bench fields CSV     the reading of w3 alone
        bilaga-bench table FILE     a file of any format to a table; its rows and how many cells say Delvis
        bilaga-bench sax FILE ENTRY     an entry inflated and parsed with nobody listening: the floor of reading workbooks
        bilaga-bench zlib FILE LEVEL    a file deflated in memory: the floor of w3
        """

    private static func end(_ message: String, _ code: Int32) -> Never {
        var line = message + "\n"
        _ = line.withUTF8 { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        exit(code)
    }
}
