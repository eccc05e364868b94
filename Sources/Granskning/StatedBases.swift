/// How many answers a heading says there are: "(32 svar 2021, 27 svar 2020)", "(n=32)".
struct StatedBases: Hashable, Sendable {
    private var ofYear: [Int: Int] = [:]
    private var ofAny: Int?

    var isEmpty: Bool { ofYear.isEmpty && ofAny == nil }

    init() {}

    init(_ heading: String) {
        let words = plainWords(heading).split(separator: " ").map(String.init)
        func number(_ place: Int) -> Int? { words.indices.contains(place) ? StatedNumber(words[place])?.count : nil }
        func isYear(_ place: Int) -> Bool { number(place).map { (1990...2099).contains($0) } ?? false }
        var found: [(place: Int, count: Int)] = []
        for (place, word) in words.enumerated() {
            guard let count = number(place) else {
                // "n32" is "n=32" without anything between.
                if word.hasPrefix("n"), let count = StatedNumber(word.dropFirst())?.count {
                    found.append((place, count))
                }
                continue
            }
            let isBefore = words.indices.contains(place + 1) && Self.answers.contains(words[place + 1])
            let isBehind = place > 0 && (words[place - 1] == "n" || words[place - 1] == "svar" && !isYear(place))
            if isBefore || isBehind && !isYear(place) { found.append((place, count)) }
        }
        guard let first = found.first else { return }
        let years = words.indices.filter { place in isYear(place) && !found.contains { $0.place == place } }
        let isBehind = years.first.map { $0 > first.place } ?? true
        for (index, base) in found.enumerated() {
            let next = found.indices.contains(index + 1) ? found[index + 1].place : words.count
            let former = index > 0 ? found[index - 1].place : -1
            let year = years.last { isBehind ? $0 > base.place && $0 < next : $0 < base.place && $0 > former }
            if let year, let year = number(year) { ofYear[year] = base.count } else { ofAny = ofAny ?? base.count }
        }
    }

    private static let answers: Set = ["svar", "svarande", "svaranden", "respondenter", "enkätsvar"]

    subscript(year: Int?) -> Int? {
        guard let year else { return ofAny ?? (ofYear.count == 1 ? ofYear.values.first : nil) }
        return ofYear[year] ?? (ofYear.isEmpty ? ofAny : nil)
    }
}
