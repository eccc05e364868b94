import Survey

/// What a cell, or a heading, says of the measure.
enum WrittenMeasure: Equatable {
    /// - Parameter categories: how many of the scale's categories it is said to be of.
    case one(Measure, categories: Int?)
    /// Positive and clearly positive answers in one: "Positivt (Klart positivt)".
    case both

    /// Nil where it names no measure.
    init?(_ text: String) {
        var words = TextKey(text).text.split(separator: " ").map(String.init)
        words.removeAll { ["andel", "andelen", "svar", "i", "procent", "endast", "bara", "riket"].contains($0) }
        var categories: Int?
        if words.count >= 2, let last = words.last,
            last.hasPrefix("kategori") || last.hasPrefix("alternativ")
                || last.hasPrefix("svarsalternativ") || last.hasPrefix("svarskategori"),
            let number = Self.numbers[words[words.count - 2]]
        {
            categories = number
            words.removeLast(2)
        }
        let names = words.map { Self.stem($0) }
        switch names {
        case ["positiv"]: self = .one(.positive, categories: categories)
        case ["klart", "positiv"]: self = .one(.clearlyPositive, categories: categories)
        case ["negativ"]: self = .one(.negative, categories: categories)
        case ["varken", "eller"]: self = .one(.neither, categories: categories)
        default:
            // "positivt (klart positivt)", "positivt och klart positivt", "klart positivt / positivt"
            guard names.count(where: { $0 == "positiv" }) > 1 else { return nil }
            self = .both
        }
    }

    private static func stem(_ word: String) -> String {
        switch word {
        case "positiv", "positivt", "positiva": "positiv"
        case "negativ", "negativt", "negativa": "negativ"
        case "klart", "klar", "klara": "klart"
        default: word
        }
    }

    private static let numbers = ["1": 1, "en": 1, "ett": 1, "2": 2, "två": 2, "3": 3, "tre": 3, "4": 4, "fyra": 4]
}
