public import Survey
import Yams

/// Reads an instrument from its YAML text. Every problem of the file is told, each with its line.
///
/// - Parameters:
///   - bytes: the file, UTF-8.
///   - file: as the user named it, for messages.
public func instrument(from bytes: [UInt8], file: String) throws(Refusal) -> Instrument {
    let root = try YAMLMapping(
        try yamlRoot(bytes, file: file), in: file, what: "formuläret",
        keys: [
            "id", "namn", "respondentgrupp", "källa",
        ] + InstrumentProtection.keys + [
            "huvudfrågor", "lägsta svarsfrekvens",
            "datum", "slinga",
            "versioner", "skalor", "bakgrund", "frågor",
        ])
    var problems: [Problem] = []
    let id = told(&problems) { () throws(Refusal) in try root.text("id") }
    let name = told(&problems) { () throws(Refusal) in try root.text("namn") }
    let group = told(&problems) { () throws(Refusal) in
        try root.word("respondentgrupp", among: RespondentGroup.allCases.map { ($0.rawValue, $0) })
    }
    let source = told(&problems) { () throws(Refusal) in try root.textIfAny("källa") }
    let protection = protection(in: root, &problems)
    let scales = try scales(in: root, &problems)
    let background = try background(
        in: root, smallestGroup: protection?.smallestGroup ?? Instrument.leastSmallestGroup, &problems)
    let versions = try versions(in: root, scales: scales, &problems)
    let asked = told(&problems) { () throws(Refusal) in try loop(in: root, background, versions) }
    let main = told(&problems) { () throws(Refusal) in try mainQuestions(in: root, versions) }
    let lowest = told(&problems) { () throws(Refusal) in try lowestResponseRate(in: root) }
    let dates = told(&problems) { () throws(Refusal) in try dating(in: root, background) }
    guard problems.isEmpty, let id, let name, let group, let protection, let main, let lowest else {
        throw Refusal(problems)
    }
    return Instrument(
        id: id, name: name, group: group, source: source ?? nil, versions: versions, background: background,
        smallestGroup: protection.smallestGroup, attributeRule: protection.attributeRule,
        uncertainty: protection.uncertainty, isOnlyTotal: protection.isOnlyTotal, mainQuestions: main,
        lowestResponseRate: lowest, dating: dates ?? nil, loop: asked ?? nil)
}

/// Reads a value, or notes why it cannot be read and lets the rest of the file be read.
func told<Value>(_ problems: inout [Problem], _ read: () throws(Refusal) -> Value) -> Value? {
    do {
        return try read()
    } catch {
        problems += error.problems
        return nil
    }
}
