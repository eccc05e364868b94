import ArgumentParser
import FoundationEssentials

/// Who changes something, for the events of the register.
struct ActorOption: ParsableArguments {
    @Option(help: ArgumentHelp("Vem som gör det, som det ska stå i registret; annars BILAGA_AV.", valueName: "namn"))
    var av: String?

    /// Nil where it was not said.
    var name: String? {
        let said = av ?? ProcessInfo.processInfo.environment["BILAGA_AV"] ?? ""
        let words = harmless(said).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : String(words.prefix(Self.longest))
    }

    private static let longest = 200
}
