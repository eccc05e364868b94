public import Survey
import Yams

/// Reads an instrument from its YAML text. Every problem of the file is told, each with its line.
///
/// - Parameter file: as the user named it, for messages.
public func instrument(from bytes: [UInt8], file: String) throws(Refusal) -> Instrument {
    let root = try YAMLMapping(
        try yamlRoot(bytes, file: file), in: file, what: "formuläret",
        keys: [
            "id", "namn", "respondentgrupp", "källa", "minsta grupp", "versioner", "skalor", "bakgrund", "frågor",
        ])
    var problems: [Problem] = []
    let scales = try scales(in: root, &problems)
    let background = try background(in: root, &problems)
    let versions = try versions(in: root, scales: scales, &problems)
    let smallest = try smallestGroup(in: root, &problems)
    let group = try root.word("respondentgrupp", among: RespondentGroup.allCases.map { ($0.rawValue, $0) })
    guard problems.isEmpty else { throw Refusal(problems) }
    return Instrument(
        id: try root.text("id"), name: try root.text("namn"), group: group,
        source: try root.textIfAny("källa"), versions: versions, background: background, smallestGroup: smallest)
}

private func smallestGroup(in root: YAMLMapping, _ problems: inout [Problem]) throws(Refusal) -> Int {
    let least = Instrument.leastSmallestGroup
    guard root.has("minsta grupp") else { return least }
    let found = try root.integer("minsta grupp")
    if found < least {
        problems.append(
            Problem(root.place(of: "minsta grupp"), .belowSmallestGroup(found: found, least: least)))
    }
    return found
}
