import Survey
import Yams

/// The background variables of an instrument. Kön is always one of them: könsuppdelad statistik is a duty.
///
/// - Parameter smallestGroup: the instrument's, below which none of them may have its own.
func background(
    in root: YAMLMapping, smallestGroup: Int, _ problems: inout [Problem]
) throws(Refusal) -> [BackgroundVariable] {
    var variables: [BackgroundVariable] = []
    if root.has("bakgrund") {
        variables = readAll(try root.list("bakgrund"), &problems) { node throws(Refusal) in
            try variable(node, file: root.file, smallestGroup: smallestGroup)
        }
    }
    for (place, variable) in variables.enumerated() where variables[..<place].contains(where: { $0.id == variable.id })
    {
        problems.append(Problem(root.place(of: "bakgrund"), .twice(what: "bakgrunden", value: variable.id)))
    }
    return variables.contains { $0.id == gender.id } ? variables : variables + [gender]
}

private let gender = BackgroundVariable(
    id: "kön", name: "kön",
    values: [
        BackgroundValue(label: "Kvinna", spellings: ["Kvinnor", "K"]),
        BackgroundValue(label: "Man", spellings: ["Män", "M"]),
        BackgroundValue(label: "Annat", spellings: ["Annat eller ej angivet", "Vill inte ange", "Ej angivet"]),
    ], smallGroups: .merge(as: nil))

private func variable(_ node: Node, file: String, smallestGroup: Int) throws(Refusal) -> BackgroundVariable {
    let mapping = try YAMLMapping(
        node, in: file, what: "en bakgrund",
        keys: ["id", "namn", "rubriker", "värden", "små grupper", "minsta grupp", "flerval"])
    let id = try mapping.text("id")
    let values = try values(in: mapping)
    let isMultiple = try mapping.yesOrNo("flerval", default: false)
    // Several choices in one cell are told apart by their texts alone: a comma may be part of one.
    if isMultiple, values == nil {
        throw Refusal(
            mapping.place(of: "värden"),
            .notOfKind(
                key: "värden", found: "”fria”",
                expected: "en lista när ”flerval” är ja, så att flera val i samma cell kan skiljas åt"))
    }
    let name = try mapping.textIfAny("namn") ?? id
    return BackgroundVariable(
        id: id, name: name, headings: try mapping.texts("rubriker"),
        values: values, smallGroups: try smallGroups(in: mapping), isMultiple: isMultiple,
        smallestGroup: try Intake.smallestGroup(of: name, in: mapping, least: smallestGroup))
}

/// Nil where each file brings its own.
private func values(in mapping: YAMLMapping) throws(Refusal) -> [BackgroundValue]? {
    if try mapping.node("värden").scalar != nil {
        return try mapping.word("värden", among: [("fria", nil)])
    }
    var values: [BackgroundValue] = []
    for node in try mapping.list("värden") {
        if let label = node.scalar?.string, !label.isEmpty {
            values.append(BackgroundValue(label: label))
        } else {
            let value = try YAMLMapping(node, in: mapping.file, what: "ett värde", keys: ["text", "stavningar"])
            values.append(
                BackgroundValue(label: try value.text("text"), spellings: try value.texts("stavningar")))
        }
    }
    if let text = BackgroundMatch(values).ambiguous {
        throw Refusal(mapping.place(of: "värden"), .twice(what: "värdet", value: text))
    }
    return values
}

private func smallGroups(in mapping: YAMLMapping) throws(Refusal) -> SmallGroups {
    let key = "små grupper"
    guard mapping.has(key) else { return .hide }
    if try mapping.node(key).mapping != nil {
        let merge = try YAMLMapping(try mapping.node(key), in: mapping.file, what: key, keys: ["slå ihop till"])
        return .merge(as: try merge.text("slå ihop till"))
    }
    switch try mapping.text(key) {
    case "dölj": return .hide
    case "slå ihop": return .merge(as: nil)
    case let found:
        throw Refusal(
            mapping.place(of: key),
            .unknownWord(
                key: key, found: found, accepted: ["dölj", "slå ihop", "{ slå ihop till: gruppens namn }"]))
    }
}
