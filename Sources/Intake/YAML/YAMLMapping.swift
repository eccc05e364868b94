import Survey
import Yams

/// A mapping of a description file, read key by key. Every problem is told with its line.
struct YAMLMapping {
    let file: String
    /// What the mapping describes, for messages: "frågan tid".
    let what: String
    private let line: Int
    private let entries: [(key: String, line: Int, value: Node)]

    /// - Parameter keys: those that may stand in it.
    init(_ node: Node, in file: String, what: String, keys: [String]) throws(Refusal) {
        guard let mapping = node.mapping else {
            throw Refusal(
                Place(file: file, row: node.line),
                .notOfKind(key: what, found: node.summary, expected: "rader av formen ”nyckel: värde”"))
        }
        self.file = file
        self.what = what
        line = node.line
        var entries: [(String, Int, Node)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string, keys.isEmpty || keys.contains(name) else {
                throw Refusal(
                    Place(file: file, row: key.line), .unknownKey(key.summary, accepted: keys))
            }
            entries.append((name, key.line, value))
        }
        self.entries = entries
    }

    func place(of key: String? = nil) -> Place {
        Place(file: file, row: entries.first { $0.key == key }?.line ?? line)
    }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// Keys in the order of the file.
    var keys: [String] { entries.map(\.key) }

    func node(_ key: String) throws(Refusal) -> Node {
        guard let entry = entries.first(where: { $0.key == key }) else {
            throw Refusal(place(), .missingKey(key, in: what))
        }
        return entry.value
    }

    func text(_ key: String) throws(Refusal) -> String {
        let node = try node(key)
        guard let text = node.scalar?.string, !text.isEmpty else { throw notOfKind(key, node, "en text") }
        return text
    }

    func textIfAny(_ key: String) throws(Refusal) -> String? { has(key) ? try text(key) : nil }

    func integer(_ key: String) throws(Refusal) -> Int {
        let node = try node(key)
        guard let number = node.scalar.flatMap({ Int($0.string) }) else { throw notOfKind(key, node, "ett heltal") }
        return number
    }

    func yesOrNo(_ key: String, default standard: Bool) throws(Refusal) -> Bool {
        guard has(key) else { return standard }
        return try word(key, among: [("ja", true), ("nej", false)])
    }

    /// One of a few words, with what each stands for.
    func word<Value>(_ key: String, among words: [(String, Value)]) throws(Refusal) -> Value {
        let found = try text(key)
        guard let word = words.first(where: { $0.0 == found }) else {
            throw Refusal(place(of: key), .unknownWord(key: key, found: found, accepted: words.map(\.0)))
        }
        return word.1
    }

    func list(_ key: String) throws(Refusal) -> [Node] {
        let node = try node(key)
        guard let list = node.sequence else {
            throw notOfKind(key, node, "en lista, med ett streck framför varje rad")
        }
        return Array(list)
    }

    func texts(_ key: String) throws(Refusal) -> [String] {
        guard has(key) else { return [] }
        var texts: [String] = []
        for node in try list(key) {
            guard let text = node.scalar?.string else { throw notOfKind(key, node, "en text") }
            texts.append(text)
        }
        return texts
    }

    /// The refusal of a key that holds nothing.
    func empty(_ key: String, expected: String) -> Refusal {
        Refusal(place(of: key), .notOfKind(key: key, found: "tomt", expected: expected))
    }

    private func notOfKind(_ key: String, _ node: Node, _ expected: String) -> Refusal {
        Refusal(
            Place(file: file, row: node.line), .notOfKind(key: key, found: node.summary, expected: expected))
    }
}

extension Node {
    /// From 1.
    var line: Int { mark?.line ?? 1 }

    /// What stands there, short enough for a message.
    var summary: String {
        switch self {
        case .scalar(let scalar): scalar.string.isEmpty ? "tomt" : "”\(scalar.string.prefix(60))”"
        case .mapping: "nycklar med värden"
        case .sequence: "en lista"
        case .alias: "en hänvisning"
        }
    }
}

/// Runs `read` on each node and gathers all that is wrong before it gives up.
func readAll<Value>(
    _ nodes: [Node], _ problems: inout [Problem], _ read: (Node) throws(Refusal) -> Value
) -> [Value] {
    var values: [Value] = []
    for node in nodes {
        do {
            values.append(try read(node))
        } catch {
            problems += error.problems
        }
    }
    return values
}
