import Survey
import TestSupport

/// An instrument and one or two periods of answers made up from a seed.
struct RandomCase {
    let instrument: Instrument
    let piles: [Pile]
    let measurements: [Measurement]

    init(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        let versions = Self.versions(&random)
        let smallestGroup = Int.random(in: 5...8, using: &random)
        let instrument = Instrument(
            id: "e", name: "En enkät", group: .staff, versions: versions,
            background: Self.background(smallestGroup, &random), smallestGroup: smallestGroup,
            attributeRule: AttributeRule.allCases.randomElement(using: &random),
            isOnlyTotal: Int.random(in: 0...15, using: &random) == 0)
        let periods = [2020, 2021].prefix(Int.random(in: 1...2, using: &random)).compactMap { Period("\($0)") }
        let piles = periods.compactMap { period -> Pile? in
            versions.randomElement(using: &random).map { Self.pile(period, $0, instrument, &random) }
        }
        self.instrument = instrument
        self.piles = piles.sorted { $0.period > $1.period }
        measurements = piles.map { Self.measurement($0, instrument, &random) }
    }

    private static func scale(_ random: inout SeededGenerator) -> Scale {
        let meanings = AnswerClass.allCases.map(Meaning.answer) + NoAnswer.allCases.map(Meaning.noAnswer)
        let categories = (0..<Int.random(in: 1...9, using: &random)).map { place in
            Category(
                code: "\(place)", label: "\(place)",
                meaning: meanings.randomElement(using: &random) ?? .noAnswer(.unanswered))
        }
        return Scale(id: "s", categories: categories)
    }

    private static func versions(_ random: inout SeededGenerator) -> [Version] {
        let ids = ["a", "b", "c", "d"]
        return ["2019", "2021"].compactMap { name -> Version? in
            var items: [Item] = []
            for id in ids.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)) {
                let comparability: Comparability =
                    switch Int.random(in: 0...5, using: &random) {
                    case 0: .first
                    case 1: .notComparable(reason: "omformulerad \(name)")
                    case 2: .comparable(with: ids.randomElement(using: &random) ?? id)
                    default: .comparable(with: id)
                    }
                items.append(item(id, comparability, on: scale(&random), number: items.count + 1))
            }
            return Period(name).map { Version(id: name, from: $0, items: items) }
        }
    }

    private static let insatser = ["Ädel", "Öst", "Norr", "Alma", "Zorn", "Åby", "Övriga"]

    private static func background(
        _ smallestGroup: Int, _ random: inout SeededGenerator
    ) -> [BackgroundVariable] {
        func smallGroups() -> SmallGroups {
            [.hide, .hide, .merge(as: "Övriga"), .merge(as: nil)].randomElement(using: &random) ?? .hide
        }
        func limit() -> Int? {
            [nil, nil, smallestGroup + 3, smallestGroup - 2].randomElement(using: &random) ?? nil
        }
        return [
            BackgroundVariable(
                id: "insats", name: "insats", smallGroups: smallGroups(), isMultiple: Bool.random(using: &random),
                smallestGroup: limit()),
            BackgroundVariable(
                id: "kön", name: "kön", values: ["Kvinna", "Man", "Annat"].map { BackgroundValue(label: $0) },
                smallGroups: smallGroups(), isMultiple: Int.random(in: 0...3, using: &random) == 0,
                smallestGroup: limit()),
        ]
    }

    private static func pile(
        _ period: Period, _ version: Version, _ instrument: Instrument, _ random: inout SeededGenerator
    ) -> Pile {
        // Columns that the period's file lacks: nobody has the answer or the value.
        let asked = version.items.filter { _ in Int.random(in: 0..<10, using: &random) > 0 }
        let known = instrument.background.filter { _ in Int.random(in: 0..<6, using: &random) > 0 }
        let insatser = insatser.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random))
        let size = Int.random(in: 0...3, using: &random) * Int.random(in: 1...20, using: &random)
        let people = (0..<size).map { _ in
            var person = Person()
            for item in asked where Int.random(in: 0..<8, using: &random) > 0 {
                let last = item.question.scale.categories.count
                let isOutside = Int.random(in: 0..<30, using: &random) == 0
                person.answers[item.question.id] =
                    isOutside
                    ? AnswerCode.random(in: AnswerCode(last + 1)...(.max), using: &random)
                    : AnswerCode.random(in: 0...AnswerCode(last), using: &random)
            }
            for variable in known where Int.random(in: 0..<10, using: &random) > 0 {
                let values = variable.values?.map(\.label) ?? Array(insatser)
                for _ in 0..<(variable.isMultiple ? Int.random(in: 1...3, using: &random) : 1) {
                    // The first ones more often, so that there are large and small groups.
                    let place = min(
                        Int.random(in: 0..<values.count, using: &random), Int.random(in: 0..<6, using: &random))
                    person.values[variable.id, default: []].insert(values[place])
                }
            }
            return person
        }
        return Pile(period: period, version: version, people: people, invited: invited(people, &random))
    }

    private static func invited(_ people: [Person], _ random: inout SeededGenerator) -> Invited? {
        guard Bool.random(using: &random) else { return nil }
        var byGroup: [String: [String: Int]] = [:]
        for variable in ["insats", "kön"] where Bool.random(using: &random) {
            for value in insatser + ["Kvinna", "Man", "Annat"] where Int.random(in: 0..<5, using: &random) > 0 {
                let answers = people.filter { $0.values[variable]?.contains(value) == true }.count
                byGroup[variable, default: [:]][value] = answers + Int.random(in: 0...5, using: &random)
            }
        }
        return Invited(total: people.count + Int.random(in: 0...20, using: &random), byGroup: byGroup)
    }

    /// The pile as columns. One that is blank throughout may be left out, and a value may be named that nobody has.
    private static func measurement(
        _ pile: Pile, _ instrument: Instrument, _ random: inout SeededGenerator
    ) -> Measurement {
        var questions: [QuestionColumn] = []
        for id in pile.version.items.map(\.question.id).shuffled(using: &random) {
            let codes = pile.people.map { $0.answers[id] ?? 0 }
            let isBlank = codes.allSatisfy { $0 == 0 }
            if !isBlank || Bool.random(using: &random) { questions.append(QuestionColumn(question: id, codes: codes)) }
        }
        var groups: [GroupColumn] = []
        for variable in instrument.background {
            let given = pile.people.map { $0.values[variable.id] ?? [] }
            let met = Set(given.joined())
            let values = met.union(["Ingen"]).sorted().shuffled(using: &random)
            if !met.isEmpty || Bool.random(using: &random) {
                groups.append(column(variable, values, given, &random))
            }
        }
        return Measurement(
            instrument: instrument.id, version: pile.version.id, period: pile.period,
            answers: Answers(respondents: pile.people.count, questions: questions, groups: groups),
            invited: pile.invited, files: [])
    }

    private static func column(
        _ variable: BackgroundVariable, _ values: [String], _ given: [Set<String>], _ random: inout SeededGenerator
    ) -> GroupColumn {
        let places = given.map { set in set.compactMap { values.firstIndex(of: $0) }.map { UInt16($0 + 1) }.sorted() }
        guard variable.isMultiple else {
            return GroupColumn(variable: variable.id, values: values, codes: places.map { $0.first ?? 0 })
        }
        let sets = Set(places).subtracting([[]]).sorted { $0.lexicographicallyPrecedes($1) }.shuffled(using: &random)
        return GroupColumn(
            variable: variable.id, values: values,
            codes: places.map { set in UInt16((sets.firstIndex(of: set) ?? -1) + 1) }, choices: sets)
    }
}
