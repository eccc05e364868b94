import Intake
import Survey
import Testing

struct InstrumentFileTests {
    @Test func `an instrument is read whole`() throws {
        let instrument = try sampleInstrument()
        #expect(instrument.group == .staff)
        #expect(instrument.versions.map(\.id) == ["2020", "2021"])
        #expect(instrument.versions.map { $0.items.map(\.number) } == [[1], [1, 2]])
        #expect(instrument.versions[1].items[0].comparability == .comparable(with: "stod"))
        #expect(instrument.versions[1].items[1].comparability == .notComparable(reason: "ny 2021"))
        #expect(instrument.background.map(\.id) == ["insats", "kön"])
        #expect(instrument.background[0].values == nil)
        let scale = instrument.versions[0].items[0].question.scale
        #expect(
            scale.categories.map(\.meaning) == [
                .answer(.clearlyPositive), .answer(.neither), .answer(.negative), .noAnswer(.dontKnow),
            ])
    }

    @Test func `kön is always there`() throws {
        var text = instrumentText
        let from = try #require(text.firstRange(of: "  - id: kön"))
        let to = try #require(text.firstRange(of: "frågor:"))
        text.removeSubrange(from.lowerBound..<to.lowerBound)
        let instrument = try instrument(from: Array(text.utf8), file: "prov.yaml")
        #expect(instrument.background.map(\.id) == ["insats", "kön"])
        #expect(instrument.background.last?.values?.map(\.label) == ["Kvinna", "Man", "Annat"])
        #expect(instrument.background.map(\.smallGroups) == [.hide, .merge(as: nil)])
    }

    private func read(_ changes: (String, String)...) throws -> Instrument {
        let text = changes.reduce(instrumentText) { $0.replacing($1.0, with: $1.1, maxReplacements: 1) }
        return try instrument(from: Array(text.utf8), file: "prov.yaml")
    }

    @Test func `an instrument that says nothing of protection protects as its respondents need`() throws {
        let rules: [(String, AttributeRule)] = [
            ("Personal", .unfavourable), ("Styrelse", .none), ("Chefer", .none), ("Deltagare pågående", .unfavourable),
            ("Deltagare avslut", .unfavourable), ("Remittenter", .unfavourable), ("Medarbetare", .unfavourable),
        ]
        #expect(rules.map(\.0) == RespondentGroup.allCases.map(\.rawValue))
        for (group, rule) in rules {
            let usual = try read(("Personal", group), ("minsta grupp: 5\n", ""))
            #expect(usual.attributeRule == rule, "\(group)")
            #expect(usual.smallestGroup == 5 && usual.uncertainty == 2 && !usual.isOnlyTotal)
            #expect(usual.versions.allSatisfy { $0.items.allSatisfy { !usual.isOnlyTotal($0.question) } })
            #expect(usual.background.map(usual.smallestGroup(of:)) == [5, 5])
        }
    }

    @Test func `an instrument says which unanimous answers are protected, and how uncertain the protected is`() throws {
        for rule in AttributeRule.allCases {
            let read = try read(
                ("minsta grupp: 5", "minsta grupp: 7\nnästan alla: \(rule.rawValue)\nminsta osäkerhet: 4"))
            #expect(read.attributeRule == rule && read.smallestGroup == 7 && read.uncertainty == 4)
        }
    }

    @Test func `a questionnaire or a question may be shown for the whole of the respondents alone`() throws {
        let whole = try read(("minsta grupp: 5", "minsta grupp: 5\nbara totalt: ja"))
        #expect(whole.isOnlyTotal)
        #expect(whole.versions[1].items.map { whole.isOnlyTotal($0.question) } == [true, true])
        let one = try read(("text: \"Finns", "bara totalt: ja\n    text: \"Finns"))
        #expect(!one.isOnlyTotal)
        #expect(one.versions[1].items.map { one.isOnlyTotal($0.question) } == [false, true])
    }

    static let smallGroups: [(String, SmallGroups)] = [
        ("", .hide), ("\n    små grupper: dölj", .hide), ("\n    små grupper: slå ihop", .merge(as: nil)),
        ("\n    små grupper: { slå ihop till: Övriga }", .merge(as: "Övriga")),
    ]

    @Test(arguments: smallGroups)
    func `a background says what becomes of small groups, and may have a higher limit`(
        _ line: String, _ expected: SmallGroups
    ) throws {
        let usual = try read(("värden: fria", "värden: fria\(line)"))
        #expect(usual.background.map(\.smallGroups) == [expected, .hide])
        #expect(usual.background.map(\.smallestGroup) == [nil, nil])
        let higher = try read(
            ("minsta grupp: 5", "minsta grupp: 6"), ("värden: fria", "värden: fria\n    minsta grupp: 10\(line)"))
        #expect(higher.background.map(\.smallGroups) == [expected, .hide])
        #expect(higher.background.map(higher.smallestGroup(of:)) == [10, 6])
        #expect(try read(("värden: fria", "värden: fria\n    minsta grupp: 5")).background[0].smallestGroup == 5)
    }

    /// What is changed in the sample, and the whole message that must follow.
    static let faults: [(change: (String, String), message: String)] = [
        (
            ("klass: negativ ", "klass: negtiv "),
            "prov.yaml, rad 12: ”klass” är ”negtiv”. Menade du negativ? "
                + "Här får stå: negativ, varken eller, positiv, klart positiv."
        ),
        (
            ("namn: Provenkät", "nman: Provenkät"),
            "prov.yaml, rad 2: nyckeln ”nman” är okänd. Menade du namn? Här får stå: id, namn, respondentgrupp, källa, "
                + "minsta grupp, nästan alla, minsta osäkerhet, bara totalt, huvudfrågor, lägsta svarsfrekvens, datum, slinga, "
                + "versioner, skalor, bakgrund, frågor."
        ),
        (
            ("minsta grupp: 5", "minsta grupp: 3"),
            "prov.yaml, rad 4: ”minsta grupp” är 3, men får inte vara under 5. De som svarade har fått löfte om att ingen "
                + "ska kunna pekas ut."
        ),
        (
            ("minsta grupp: 5", "minsta grupp: fem"),
            "prov.yaml, rad 4: ”minsta grupp” är ”fem”, men ska vara ett heltal."
        ),
        (
            ("minsta grupp: 5", "minsta grupp: 8\nnästan alla: ogynsam"),
            "prov.yaml, rad 5: ”nästan alla” är ”ogynsam”. Menade du ogynnsam? Här får stå: ingen, ogynnsam, alla."
        ),
        (
            ("minsta grupp: 5", "minsta osäkerhet: 1"),
            "prov.yaml, rad 4: ”minsta osäkerhet” är 1, men ska vara ett heltal från 2 till 100: så många svar ska det minst "
                + "skilja mellan det minsta och det största som ett skyddat antal kan vara."
        ),
        (
            ("minsta grupp: 5", "minsta osäkerhet: 101"),
            "prov.yaml, rad 4: ”minsta osäkerhet” är 101, men ska vara ett heltal från 2 till 100: så många svar ska det minst "
                + "skilja mellan det minsta och det största som ett skyddat antal kan vara."
        ),
        (
            ("minsta grupp: 5", "minsta osäkerhet: liten"),
            "prov.yaml, rad 4: ”minsta osäkerhet” är ”liten”, men ska vara ett heltal."
        ),
        (
            ("minsta grupp: 5", "bara totalt: alltid"),
            "prov.yaml, rad 4: ”bara totalt” är ”alltid”. Här får stå: ja, nej."
        ),
        (
            ("text: \"Finns", "bara totalt: kanske\n    text: \"Finns"),
            "prov.yaml, rad 30: ”bara totalt” är ”kanske”. Här får stå: ja, nej."
        ),
        (
            ("värden: fria", "värden: fria\n    minsta grupp: 4"),
            "prov.yaml, rad 18: ”minsta grupp” för insats är 4, men får inte vara under enkätens egen, som är 5. Höj den, eller "
                + "ta bort raden: då gäller 5."
        ),
        (
            ("värden: fria", "värden: fria\n    minsta grupp: hög"),
            "prov.yaml, rad 18: ”minsta grupp” är ”hög”, men ska vara ett heltal."
        ),
        (
            ("värden: fria", "värden: fria\n    små grupper: slå samman"),
            "prov.yaml, rad 18: ”små grupper” är ”slå samman”. Här får stå: dölj, slå ihop, "
                + "{ slå ihop till: gruppens namn }."
        ),
        (
            ("värden: fria", "värden: fria\n    små grupper: { slå ihop: Övriga }"),
            "prov.yaml, rad 18: nyckeln ”slå ihop” är okänd. Här får stå: slå ihop till."
        ),
        (
            ("värden: fria", "värden: fria\n    små grupper: [slå ihop]"),
            "prov.yaml, rad 18: ”små grupper” är en lista, men ska vara en text."
        ),
        (
            ("skala: grad\n    versioner:\n      \"2021\"", "skala: gard\n    versioner:\n      \"2021\""),
            "prov.yaml, rad 31: ”skala” hänvisar till ”gard”, som inte finns. Menade du grad? Det som finns: grad."
        ),
        (
            ("jämförbar med: stod", "jämförbar med: stöd"),
            "prov.yaml, rad 28: ”jämförbar med” hänvisar till ”stöd”, som inte finns. Menade du stod? Det som finns: stod."
        ),
        (
            ("nummer: 2, ej", "nummer: 1, ej"),
            "prov.yaml, rad 33: frågans nummer i 2021 ”1” finns två gånger. Ändra eller ta bort på det ena stället."
        ),
        (
            ("gäller från: \"2020\"", "gäller från: \"20\""),
            "prov.yaml, rad 6: ”20” är ingen period. Skriv ett år (2021), två månader (2020-11--2021-10), en tertial "
                + "(2021-T1) eller ett halvår (2021-VT, 2021-HT)."
        ),
        (
            ("stavningar: [Aldrig]", "stavningar: [Delvis]"),
            "prov.yaml, rad 9: svarsalternativet ”Delvis” finns två gånger. Ändra eller ta bort på det ena stället."
        ),
        (
            ("respondentgrupp: Personal", "respondentgrupp: Anställda"),
            "prov.yaml, rad 3: ”respondentgrupp” är ”Anställda”. Här får stå: Personal, Styrelse, Chefer, "
                + "Deltagare pågående, Deltagare avslut, Remittenter, Medarbetare."
        ),
        (
            ("id: prov\n", "id: prov\nid: prov\n"),
            "prov.yaml, rad 1: filen kan inte läsas som YAML: nyckeln id står två gånger: ta bort den ena."
        ),
        (
            ("    text: \"Får du stöd?\"\n", ""),
            "prov.yaml, rad 23: ”text” saknas för en fråga. Lägg till en rad ”text: ...”."
        ),
        (
            ("värden: fria", "värden: fria\n    flerval: ja"),
            "prov.yaml, rad 17: ”värden” är ”fria”, men ska vara en lista när ”flerval” är ja, så att flera val i samma "
                + "cell kan skiljas åt."
        ),
        (
            ("värden: fria", "värden: [Öst, Väst]\n    flerval: många"),
            "prov.yaml, rad 18: ”flerval” är ”många”. Här får stå: ja, nej."
        ),
        (
            ("minsta grupp: 5", "huvudfrågor: [stöd]"),
            "prov.yaml, rad 4: ”huvudfrågor” hänvisar till ”stöd”, som inte finns. Menade du stod? Det som finns: stod, "
                + "planering."
        ),
        (
            ("minsta grupp: 5", "huvudfrågor: [stod, stod]"),
            "prov.yaml, rad 4: huvudfrågan ”stod” finns två gånger. Ändra eller ta bort på det ena stället."
        ),
        (
            ("minsta grupp: 5", "huvudfrågor: [stod, planering, tid]"),
            "prov.yaml, rad 4: ”huvudfrågor” är 3 frågor, men ska vara en eller två frågor, med id."
        ),
        (
            ("minsta grupp: 5", "huvudfrågor: []"),
            "prov.yaml, rad 4: ”huvudfrågor” är tomt, men ska vara en eller två frågor, med id."
        ),
        (
            ("minsta grupp: 5", "huvudfrågor: stod"),
            "prov.yaml, rad 4: ”huvudfrågor” är ”stod”, men ska vara en lista, med ett streck framför varje rad."
        ),
        (
            ("minsta grupp: 5", "lägsta svarsfrekvens: 0"),
            "prov.yaml, rad 4: ”lägsta svarsfrekvens” är 0, men ska vara ett heltal från 1 till 100 (procent)."
        ),
        (
            ("minsta grupp: 5", "lägsta svarsfrekvens: 101"),
            "prov.yaml, rad 4: ”lägsta svarsfrekvens” är 101, men ska vara ett heltal från 1 till 100 (procent)."
        ),
        (
            ("minsta grupp: 5", "lägsta svarsfrekvens: 50 %"),
            "prov.yaml, rad 4: ”lägsta svarsfrekvens” är ”50 %”, men ska vara ett heltal."
        ),
        (
            ("minsta grupp: 5", "datum: Svarsdatum"),
            "prov.yaml, rad 4: ”datum” är ”Svarsdatum”, men ska vara rader av formen ”nyckel: värde”."
        ),
        (
            ("minsta grupp: 5", "datum: { rubrik: [Svarsdatum] }"),
            "prov.yaml, rad 4: nyckeln ”rubrik” är okänd. Menade du rubriker? Här får stå: rubriker, perioden börjar, månader."
        ),
        (
            ("minsta grupp: 5", "datum: { månader: 12 }"),
            "prov.yaml, rad 4: ”rubriker” saknas för datum. Lägg till en rad ”rubriker: ...”."
        ),
        (
            ("minsta grupp: 5", "datum: { rubriker: [] }"),
            "prov.yaml, rad 4: ”rubriker” är tomt, men ska vara minst en rubrik, till exempel [Svarsdatum]."
        ),
        (
            ("minsta grupp: 5", "datum: { rubriker: [Datum, verksamhet] }"),
            "prov.yaml, rad 4: rubriken, för datum och för insats, ”verksamhet” finns två gånger. Ändra eller ta bort på det "
                + "ena stället."
        ),
        (
            ("minsta grupp: 5", "datum: { rubriker: [Datum], perioden börjar: nov }"),
            "prov.yaml, rad 4: ”perioden börjar” är ”nov”. Här får stå: januari, februari, mars, april, maj, juni, juli, augusti, "
                + "september, oktober, november, december."
        ),
        (
            ("minsta grupp: 5", "datum: { rubriker: [Datum], månader: 5 }"),
            "prov.yaml, rad 4: ”månader” är 5, men ska vara 1, 2, 3, 4, 6 eller 12, så att ett år är hela perioder."
        ),
        (
            ("namn: Provenkät", "namn: Prov: enkät"),
            "prov.yaml, rad 2: filen kan inte läsas som YAML: ett kolon för mycket: sätt texten inom citattecken."
        ),
    ]

    @Test(arguments: faults)
    func `a broken instrument is refused with file, line, what is wrong and what would be right`(
        _ fault: (change: (String, String), message: String)
    ) throws {
        let text = instrumentText.replacing(fault.change.0, with: fault.change.1, maxReplacements: 1)
        try #require(text != instrumentText)
        let refusal = #expect(throws: Refusal.self) {
            try instrument(from: Array(text.utf8), file: "prov.yaml")
        }
        #expect(refusal?.description == fault.message)
    }

    @Test func `main questions, the lowest response rate and the date are read, and have their usual values`() throws {
        let usual = try sampleInstrument()
        #expect(usual.mainQuestions.isEmpty && usual.lowestResponseRate == 50 && usual.dating == nil)
        let text = instrumentText.replacing(
            "minsta grupp: 5",
            with:
                "huvudfrågor: [planering, stod]\nlägsta svarsfrekvens: 65\ndatum:\n  rubriker: [Svarsdatum, Slutförd]\n"
                + "  perioden börjar: november\n  månader: 6")
        let read = try instrument(from: Array(text.utf8), file: "prov.yaml")
        #expect(read.mainQuestions == ["planering", "stod"] && read.lowestResponseRate == 65)
        #expect(read.dating == Dating(headings: ["Svarsdatum", "Slutförd"], firstMonth: 11, months: 6))
        let short = instrumentText.replacing("minsta grupp: 5", with: "datum: { rubriker: [Datum] }")
        #expect(
            try instrument(from: Array(short.utf8), file: "prov.yaml").dating
                == Dating(headings: ["Datum"], firstMonth: 1, months: 12))
    }

    @Test(arguments: [("", false), ("\n    flerval: nej", false), ("\n    flerval: ja", true)])
    func `a background says whether several of its values may be chosen`(_ line: String, _ isMultiple: Bool) throws {
        let text = instrumentText.replacing("värden: fria", with: "värden: [Öst, Väst]\(line)")
        let instrument = try instrument(from: Array(text.utf8), file: "prov.yaml")
        #expect(instrument.background.map(\.isMultiple) == [isMultiple, false])
    }

    @Test func `all faults of a file are told at once`() {
        let text = instrumentText.replacing("minsta grupp: 5", with: "minsta grupp: 1")
            .replacing("klass: negativ ", with: "klass: dålig ").replacing("värden: fria", with: "värden: öppna")
        let refusal = #expect(throws: Refusal.self) {
            try instrument(from: Array(text.utf8), file: "prov.yaml")
        }
        #expect(refusal?.problems.count == 3)
    }
}
