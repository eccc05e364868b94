import Survey
import Yams

/// The versions of an instrument with the questions of each, in order of time.
func versions(
    in root: YAMLMapping, scales: [String: Scale], _ problems: inout [Problem]
) throws(Refusal) -> [Version] {
    let nodes = try root.list("versioner")
    guard !nodes.isEmpty else { throw root.empty("versioner", expected: "minst en version") }
    let headers = readAll(nodes, &problems) { node throws(Refusal) in try versionHeader(node, file: root.file) }
        .sorted { $0.from < $1.from }
    // Questions that name a version which could not be read would only add to the list.
    guard headers.count == nodes.count else { return [] }
    for (place, header) in headers.enumerated() where headers[..<place].contains(where: { $0.id == header.id }) {
        problems.append(Problem(root.place(of: "versioner"), .twice(what: "versionen", value: header.id)))
    }
    for (former, header) in zip(headers, headers.dropFirst()) where former.from == header.from {
        problems.append(
            Problem(root.place(of: "versioner"), .twice(what: "”gäller från”", value: header.from.label)))
    }
    guard try !root.list("frågor").isEmpty else { throw root.empty("frågor", expected: "minst en fråga") }
    let questions = readAll(try root.list("frågor"), &problems) { node throws(Refusal) in
        try question(node, file: root.file, scales: scales, versions: headers.map(\.id))
    }
    check(questions, in: root, &problems)
    return headers.enumerated().map { place, header in
        let former = place == 0 ? [] : questions.filter { $0.entries[headers[place - 1].id] != nil }.map(\.question.id)
        let items = questions.compactMap { question -> Item? in
            guard let entry = question.entries[header.id] else { return nil }
            if case .comparable(let id) = entry.comparability, !former.contains(id) {
                problems.append(
                    Problem(entry.place, .refersToNothing(key: "jämförbar med", value: id, accepted: former)))
            }
            return Item(number: entry.number, question: question.question, comparability: entry.comparability)
        }
        return Version(id: header.id, from: header.from, items: items.sorted { $0.number < $1.number })
    }
}

private struct VersionHeader {
    let id: String
    let from: Period
}

private struct QuestionEntry {
    let question: Question
    let place: Place
    /// By version.
    let entries: [String: VersionEntry]
}

private struct VersionEntry {
    let place: Place
    let number: Int
    let comparability: Comparability
}

private func versionHeader(_ node: Node, file: String) throws(Refusal) -> VersionHeader {
    let mapping = try YAMLMapping(node, in: file, what: "en version", keys: ["id", "gäller från"])
    let from = try mapping.text("gäller från")
    guard let period = Period(from) else { throw Refusal(mapping.place(of: "gäller från"), .notAPeriod(from)) }
    return VersionHeader(id: try mapping.text("id"), from: period)
}

private func question(
    _ node: Node, file: String, scales: [String: Scale], versions: [String]
) throws(Refusal) -> QuestionEntry {
    let mapping = try YAMLMapping(
        node, in: file, what: "en fråga",
        keys: ["id", "text", "skala", "osäkert", "slinga", "bara totalt", "versioner"])
    let id = try mapping.text("id")
    let scale = try mapping.text("skala")
    guard let found = scales[scale] else {
        throw Refusal(
            mapping.place(of: "skala"), .refersToNothing(key: "skala", value: scale, accepted: scales.keys.sorted()))
    }
    let listed = try YAMLMapping(
        try mapping.node("versioner"), in: file, what: "versioner för frågan \(id)", keys: [])
    var entries: [String: VersionEntry] = [:]
    for version in listed.keys {
        guard versions.contains(version) else {
            throw Refusal(
                listed.place(of: version), .refersToNothing(key: "versioner", value: version, accepted: versions))
        }
        entries[version] = try versionEntry(
            try listed.node(version), file: file, question: id, isFirst: version == versions.first)
    }
    return QuestionEntry(
        question: Question(
            id: id, text: try mapping.text("text"), scale: found, uncertainty: try mapping.textIfAny("osäkert"),
            isLooped: try mapping.yesOrNo("slinga", default: false), isOnlyTotal: try onlyTotal(in: mapping)),
        place: mapping.place(), entries: entries)
}

private func versionEntry(
    _ node: Node, file: String, question: String, isFirst: Bool
) throws(Refusal) -> VersionEntry {
    let mapping = try YAMLMapping(
        node, in: file, what: "frågan \(question)", keys: ["nummer", "jämförbar med", "ej jämförbar"])
    let comparability: Comparability =
        if let reason = try mapping.textIfAny("ej jämförbar") {
            .notComparable(reason: reason)
        } else if isFirst, !mapping.has("jämförbar med") {
            .first
        } else {
            .comparable(with: try mapping.text("jämförbar med"))
        }
    return VersionEntry(place: mapping.place(), number: try mapping.integer("nummer"), comparability: comparability)
}

/// An id, and within a version a number and a text, must tell questions apart.
private func check(_ questions: [QuestionEntry], in root: YAMLMapping, _ problems: inout [Problem]) {
    let keys = questions.map { TextKey($0.question.text) }
    for (place, question) in questions.enumerated() {
        for (otherPlace, other) in questions[..<place].enumerated() {
            if other.question.id == question.question.id {
                problems.append(Problem(question.place, .twice(what: "frågans id", value: question.question.id)))
            }
            for (version, entry) in question.entries.sorted(by: { $0.key < $1.key }) {
                guard let others = other.entries[version] else { continue }
                if entry.number == others.number {
                    problems.append(
                        Problem(entry.place, .twice(what: "frågans nummer i \(version)", value: "\(entry.number)")))
                }
                if keys[place] == keys[otherPlace] {
                    problems.append(
                        Problem(
                            question.place, .twice(what: "frågans text i \(version)", value: question.question.text)))
                }
            }
        }
    }
}
