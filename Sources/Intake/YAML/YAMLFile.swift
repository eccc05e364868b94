import Yams

/// The root of a YAML text.
///
/// - Parameter file: as the user named it, for messages.
func yamlRoot(_ bytes: [UInt8], file: String) throws(Refusal) -> Node {
    guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Refusal(Place(file: file), .notYAML(reason: "filen är inte UTF-8"))
    }
    do {
        // Without rules every scalar is text: what it should be is decided where it is read.
        guard let node = try Yams.compose(yaml: text, .basic) else {
            throw Refusal(Place(file: file), .notYAML(reason: "filen är tom"))
        }
        return node
    } catch let refusal as Refusal {
        throw refusal
    } catch {
        throw Refusal(Place(file: file, row: line(of: error)), .notYAML(reason: reason(of: error)))
    }
}

private func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
}

private func reason(of error: any Error) -> String {
    switch error as? YamlError {
    case .duplicatedKeysInMapping(let keys, _):
        return "nyckeln \(keys.joined(separator: ", ")) står två gånger: ta bort den ena"
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
        return swedish(problem)
    default:
        return "tecken som inte får stå i en YAML-fil"
    }
}

/// The parser's own words for the slips that people make, in Swedish and with what to do.
private func swedish(_ problem: String) -> String {
    let slips = [
        ("mapping values are not allowed", "ett kolon för mycket: sätt texten inom citattecken"),
        ("cannot start any token", "ett tabbtecken eller en ogiltig början: dra in med mellanslag"),
        ("found unexpected end of stream", "ett citattecken eller en parentes som inte avslutas"),
        ("did not find expected", "indraget stämmer inte, eller ett citattecken, komma eller en parentes saknas"),
        ("could not find expected ':'", "ett kolon saknas efter nyckeln"),
        ("block sequence entries are not allowed", "ett streck för mycket: sätt det inom citattecken"),
        ("undefined alias", "en hänvisning (*) till något som inte finns: sätt texten inom citattecken"),
    ]
    return slips.first { problem.contains($0.0) }?.1 ?? "indrag, kolon och citattecken stämmer inte"
}
