import Survey
import Yams

/// "datum": the column by which answers are placed in periods, and which these are.
func dating(in root: YAMLMapping, _ background: [BackgroundVariable]) throws(Refusal) -> Dating? {
    guard root.has("datum") else { return nil }
    let mapping = try YAMLMapping(
        try root.node("datum"), in: root.file, what: "datum", keys: ["rubriker", "perioden börjar", "månader"])
    _ = try mapping.node("rubriker")
    let headings = try mapping.texts("rubriker")
    guard !headings.isEmpty, headings.allSatisfy({ !TextKey($0).isEmpty }) else {
        throw mapping.empty("rubriker", expected: "minst en rubrik, till exempel [Svarsdatum]")
    }
    for heading in headings {
        let key = TextKey(heading)
        for variable in background
        where ([variable.id, variable.name] + variable.headings).contains(where: { TextKey($0) == key }) {
            throw Refusal(
                mapping.place(of: "rubriker"),
                .twice(what: "rubriken, för datum och för \(variable.name),", value: heading))
        }
    }
    let first =
        mapping.has("perioden börjar")
        ? try mapping.word("perioden börjar", among: Month.names.enumerated().map { ($1, $0 + 1) }) : 1
    return Dating(headings: headings, firstMonth: first, months: try months(in: mapping))
}

/// How long a period is. One that is no part of a year would begin in another month each year.
private func months(in mapping: YAMLMapping) throws(Refusal) -> Int {
    guard mapping.has("månader") else { return 12 }
    let found = try mapping.integer("månader")
    guard [1, 2, 3, 4, 6, 12].contains(found) else {
        throw Refusal(
            mapping.place(of: "månader"),
            .notOfKind(
                key: "månader", found: "\(found)", expected: "1, 2, 3, 4, 6 eller 12, så att ett år är hela perioder"))
    }
    return found
}
