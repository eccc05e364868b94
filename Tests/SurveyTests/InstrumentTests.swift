import Survey
import Testing

@Suite struct `Versions of an instrument` {
    private let scale = Scale(id: "ja", categories: [Category(code: "1", label: "Ja", meaning: .answer(.positive))])

    private func item(_ id: String, _ comparability: Comparability) -> Item {
        Item(number: 1, question: Question(id: id, text: id, scale: scale), comparability: comparability)
    }

    private func version(_ id: String, from period: String, _ items: [Item]) throws -> Version {
        Version(id: id, from: try #require(Period(period)), items: items)
    }

    private func instrument(_ versions: [Version]) -> Instrument {
        Instrument(id: "e", name: "En enkät", group: .staff, versions: versions, background: [])
    }

    /// stöd -> stöd -> hjälp, planering reworded in 2020, ny new in 2021, borta told to be comparable with nothing.
    private func fourVersions() throws -> Instrument {
        instrument([
            try version("2017", from: "2017", [item("stöd", .first), item("planering", .first)]),
            try version(
                "2019", from: "2018-11--2019-10",
                [item("stöd", .comparable(with: "stöd")), item("planering", .comparable(with: "planering"))]),
            try version(
                "2020", from: "2020",
                [
                    item("hjälp", .comparable(with: "stöd")),
                    item("planering-2", .notComparable(reason: "omformulerad 2020")),
                ]),
            try version(
                "2021", from: "2021",
                [
                    item("hjälp", .comparable(with: "hjälp")), item("planering-2", .comparable(with: "planering-2")),
                    item("ny", .first), item("borta", .comparable(with: "finns inte")),
                ]),
        ])
    }

    private func lineage(_ question: String, _ version: String, _ earlier: String) throws -> Instrument.Lineage {
        let instrument = try fourVersions()
        let start = try #require(instrument.version(version))
        return instrument.lineage(
            of: try #require(start.item(question)), in: start, backTo: try #require(instrument.version(earlier)))
    }

    @Test(arguments: [
        ("2016", nil), ("2017", "2017"), ("2018", "2017"), ("2018-10--2018-12", "2017"), ("2018-11--2018-11", "2019"),
        ("2018-11--2019-10", "2019"), ("2019", "2019"), ("2020", "2020"), ("2020-12--2021-11", "2020"),
        ("2021", "2021"),
        ("2035", "2021"),
    ])
    func `a period is answered with the version that was in use when it began`(_ period: String, _ id: String?) throws {
        #expect(try fourVersions().version(in: try #require(Period(period)))?.id == id)
    }

    @Test func `an instrument without versions has none in any period`() throws {
        #expect(instrument([]).version(in: try #require(Period("2021"))) == nil)
        #expect(instrument([]).version("2021") == nil)
    }

    @Test func `a question is followed over several versions and under other names`() throws {
        #expect(try lineage("hjälp", "2021", "2017") == .comparable(item("stöd", .first)))
        #expect(try lineage("hjälp", "2021", "2020") == .comparable(item("hjälp", .comparable(with: "stöd"))))
    }

    @Test func `within one version a question is comparable with itself, new or not`() throws {
        #expect(try lineage("ny", "2021", "2021") == .comparable(item("ny", .first)))
    }

    @Test func `the step that breaks the chain gives its reason, however far back it is`() throws {
        let reworded = Instrument.Lineage.notComparable(reason: "omformulerad 2020")
        #expect(try lineage("planering-2", "2020", "2019") == reworded)
        #expect(try lineage("planering-2", "2021", "2017") == reworded)
        #expect(
            try lineage("planering-2", "2021", "2020")
                == .comparable(item("planering-2", .notComparable(reason: "omformulerad 2020"))))
    }

    @Test func `a new question is told to be new, with the version that brought it`() throws {
        #expect(try lineage("ny", "2021", "2020") == .notComparable(reason: "ny 2021"))
    }

    @Test func `a predecessor that is not there is told`() throws {
        #expect(try lineage("borta", "2021", "2017") == .notComparable(reason: "fanns inte i version 2020"))
    }

    @Test func `nothing is followed forwards or to a version that the instrument does not have`() throws {
        let unknown = Instrument.Lineage.notComparable(reason: "enkätens version är okänd")
        #expect(try lineage("hjälp", "2020", "2021") == unknown)
        let instrument = try fourVersions()
        let foreign = try version("2030", from: "2030", [item("hjälp", .first)])
        let first = try #require(instrument.versions.first)
        #expect(instrument.lineage(of: item("hjälp", .first), in: foreign, backTo: first) == unknown)
    }

    @Test func `the smallest group is five unless the instrument says more`() {
        #expect(instrument([]).smallestGroup == 5)
        #expect(Instrument.leastSmallestGroup == 5)
    }

    @Test func `a code outside the scale, like a blank, is no answer`() {
        #expect(scale.meaning(of: 0) == .noAnswer(.unanswered))
        #expect(scale.meaning(of: 1) == .answer(.positive))
        #expect(scale.meaning(of: 2) == .noAnswer(.unanswered))
        #expect(scale.meaning(of: .max) == .noAnswer(.unanswered))
        #expect(Scale(id: "tom", categories: []).meaning(of: 1) == .noAnswer(.unanswered))
    }

    @Test func `the largest scale leaves a code for the blank and one beside the scale`() {
        #expect(Scale.mostCategories == Int(AnswerCode.max) - 1)
    }
}
