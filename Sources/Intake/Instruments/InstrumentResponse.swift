import Survey
import Yams

/// At most so many questions stand for a questionnaire where there is room for one or two.
private let mostMainQuestions = 2

/// "huvudfrågor": ids of questions of the newest version.
func mainQuestions(in root: YAMLMapping, _ versions: [Version]) throws(Refusal) -> [String] {
    guard root.has("huvudfrågor") else { return [] }
    let ids = try root.texts("huvudfrågor")
    guard (1...mostMainQuestions).contains(ids.count) else {
        throw Refusal(
            root.place(of: "huvudfrågor"),
            .notOfKind(
                key: "huvudfrågor", found: ids.isEmpty ? "tomt" : "\(ids.count) frågor",
                expected: "en eller två frågor, med id"))
    }
    let accepted = versions.last?.items.map(\.question.id) ?? []
    // Without versions something else is wrong, and is told.
    guard !accepted.isEmpty else { return [] }
    var problems: [Problem] = []
    for (place, id) in ids.enumerated() {
        if !accepted.contains(id) {
            problems.append(
                Problem(
                    root.place(of: "huvudfrågor"),
                    .refersToNothing(key: "huvudfrågor", value: id, accepted: accepted)))
        } else if ids[..<place].contains(id) {
            problems.append(Problem(root.place(of: "huvudfrågor"), .twice(what: "huvudfrågan", value: id)))
        }
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    return ids
}

/// "lägsta svarsfrekvens", in per cent.
func lowestResponseRate(in root: YAMLMapping) throws(Refusal) -> Int {
    let key = "lägsta svarsfrekvens"
    guard root.has(key) else { return Instrument.usualLowestResponseRate }
    let found = try root.integer(key)
    guard (1...100).contains(found) else {
        throw Refusal(
            root.place(of: key),
            .notOfKind(key: key, found: "\(found)", expected: "ett heltal från 1 till 100 (procent)"))
    }
    return found
}
