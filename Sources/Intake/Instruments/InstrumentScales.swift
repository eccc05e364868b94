import Survey
import Yams

private let classes = AnswerClass.allCases.map { ($0.swedish, $0) }
private let noAnswers = NoAnswer.allCases.map { ($0.swedish, $0) }

/// The scales of an instrument by id.
func scales(in root: YAMLMapping, _ problems: inout [Problem]) throws(Refusal) -> [String: Scale] {
    let mapping = try YAMLMapping(try root.node("skalor"), in: root.file, what: "skalor", keys: [])
    var scales: [String: Scale] = [:]
    for id in mapping.keys {
        let place = mapping.place(of: id)
        let categories = readAll(try mapping.list(id), &problems) { node throws(Refusal) in
            try category(node, file: root.file, scale: id)
        }
        guard (2...Scale.mostCategories).contains(categories.count) else {
            problems.append(
                Problem(
                    place,
                    .notOfKind(
                        key: id, found: "\(categories.count) svarsalternativ",
                        expected: "2 till \(Scale.mostCategories)"))
            )
            continue
        }
        let scale = Scale(id: id, categories: categories)
        if let (text, _) = AnswerMatch(scale).ambiguous {
            problems.append(Problem(place, .twice(what: "svarsalternativet", value: text)))
        }
        scales[id] = scale
    }
    return scales
}

private func category(_ node: Node, file: String, scale: String) throws(Refusal) -> Category {
    let mapping = try YAMLMapping(
        node, in: file, what: "ett svarsalternativ i skalan \(scale)",
        keys: ["kod", "text", "stavningar", "klass", "inget svar"])
    let meaning: Meaning =
        mapping.has("inget svar")
        ? .noAnswer(try mapping.word("inget svar", among: noAnswers))
        : .answer(try mapping.word("klass", among: classes))
    return Category(
        code: try mapping.text("kod"), label: try mapping.text("text"), spellings: try mapping.texts("stavningar"),
        meaning: meaning)
}
