import Survey

/// What an instrument says of a block of questions that is asked once for each value of a background variable.
///
/// - Returns: nil where it has no such block.
func loop(
    in root: YAMLMapping, _ background: [BackgroundVariable], _ versions: [Version]
) throws(Refusal) -> Loop? {
    let isAsked = versions.contains { $0.items.contains { $0.question.isLooped } }
    guard root.has("slinga") else {
        if isAsked { throw Refusal(root.place(), .missingKey("slinga", in: root.what)) }
        return nil
    }
    let mapping = try YAMLMapping(
        try root.node("slinga"), in: root.file, what: "slinga", keys: ["över", "ingen", "flertal", "svarsid"])
    let id = try mapping.text("över")
    // Who knows several things has several blocks, and the list tells which columns are about the same.
    let possible = background.filter { $0.isMultiple && $0.values != nil }
    guard let variable = possible.first(where: { $0.id == id }), let values = variable.values else {
        throw Refusal(
            mapping.place(of: "över"),
            background.contains { $0.id == id }
                ? .notOfKind(
                    key: "över", found: "”\(id)”", expected: "en bakgrund med ”flerval: ja” och en lista av värden")
                : .refersToNothing(key: "över", value: id, accepted: possible.map(\.id)))
    }
    let none = try mapping.textIfAny("ingen")
    if let none, !values.contains(where: { $0.label == none }) {
        throw Refusal(
            mapping.place(of: "ingen"),
            .refersToNothing(key: "ingen", value: none, accepted: values.map(\.label)))
    }
    // Versions that could not be read have been told of.
    guard isAsked || versions.isEmpty else {
        throw Refusal(
            mapping.place(),
            .notOfKind(key: "slinga", found: "utan frågor", expected: "för minst en fråga med ”slinga: ja”"))
    }
    return Loop(
        variable: id, respondentHeadings: try mapping.texts("svarsid"), none: none,
        plural: try mapping.textIfAny("flertal") ?? variable.name)
}
