import ArgumentParser
import FoundationEssentials

/// For people or for programs.
enum OutputForm: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The value as JSON, keys in order.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
