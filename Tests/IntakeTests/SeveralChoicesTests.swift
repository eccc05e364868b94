import Intake
import Survey
import Testing

/// Background variables of which a respondent may have several values.
struct SeveralChoicesTests {
    private static let expected = GroupColumn(
        variable: "insats", values: ["SamMA", "Unga, vuxna", "MIA"], codes: [1, 2, 0, 3], choices: [[1], [1, 2], [3]])

    private func read(_ text: String, listed: Bool = true) throws -> AnswerFile {
        let text2 =
            listed
            ? HeadingTests.several
            : instrumentText.replacing("    värden: fria\n", with: "    värden: fria\n    flerval: ja\n")
        let instrument = listed ? try instrument(from: Array(text2.utf8), file: "prov.yaml") : try Self.open()
        return try IntakeTests.read(text, of: instrument)
    }

    /// With values that each file brings. An instrument file needs a list, so that cells can be divided by it.
    private static func open() throws -> Instrument {
        let sample = try sampleInstrument()
        let background = sample.background.map { variable in
            BackgroundVariable(
                id: variable.id, name: variable.name, headings: variable.headings, values: variable.values,
                smallGroups: variable.smallGroups, isMultiple: variable.id == "insats")
        }
        return Instrument(
            id: sample.id, name: sample.name, group: sample.group, versions: sample.versions, background: background)
    }

    static let columns: [(yes: [String], no: String)] = [
        (["1", "1", "1", "1"], "0"), (["Ja", "ja", "JA", "Ja"], "Nej"), (["Ja", "Ja", "Ja", "Ja"], ""),
        (["X", "x", "X", "x"], ""), (["TRUE", "True", "Sant", "1"], "FALSE"), (["1,0", "1.0", "1", "1"], "0,0"),
        (["SamMA", "samma", "Unga, vuxna", "MIA"], ""), (["1. SamMA", "SamMA (1)", "2 = Unga, vuxna", "3 MIA"], ""),
        (["Vald", "Markerad", "✓", "Selected"], "Ej vald"),
    ]

    @Test(arguments: columns)
    func `a column for each value says yes, no or the value itself`(_ cells: (yes: [String], no: String)) throws {
        let (yes, no) = (cells.yes.map { "\"\($0)\"" }, cells.no)
        let file = try read(
            "stod;planering;Verksamhet [SamMA];Verksamhet [Unga, vuxna];Verksamhet [MIA]\n"
                + "Delvis;;\(yes[0]);\(no);\(no)\nDelvis;;\(yes[1]);\(yes[2]);\(no)\nDelvis;;;;\nDelvis;;\(no);\(no);\(yes[3])\n"
        )
        #expect(file.answers.group("insats") == Self.expected)
    }

    static let cells = [
        ["SamMA", "SamMA, Unga, vuxna", "", "MIA"], ["SamMA", "Unga, vuxna,SamMA", "", "MIA"],
        ["SamMA;", "SamMA;Unga, vuxna;", "", "MIA;"], ["SamMA", "SamMA\nUnga, vuxna", "", "MIA"],
        ["samma", "Samma / unga vuxna", "", "mia"], ["SamMA", "SamMA | Unga, vuxna", "", "MIA"],
        ["1. SamMA", "1. SamMA; 2. Unga, vuxna", "", "3. MIA"], ["SamMA, SamMA", "Unga vuxna, SamMA", "", "MIA, mia"],
    ]

    @Test(arguments: cells)
    func `several labels in a cell are divided by the known labels, one of which has a comma`(_ cells: [String]) throws
    {
        let rows = cells.map { "Delvis;;\"\($0)\"\n" }.joined()
        let file = try read("stod;planering;insats\n\(rows)")
        #expect(file.answers.group("insats") == Self.expected)
    }

    @Test func `labels that hold each other are told apart as long as there is a way`() throws {
        let text = instrumentText.replacing(
            "    värden: fria\n", with: "    flerval: ja\n    värden: [A, \"A, B\", \"B, C\", \"C/D\"]\n")
        let instrument = try instrument(from: Array(text.utf8), file: "prov.yaml")
        let file = try IntakeTests.read(
            "stod;planering;insats\nDelvis;;\"A, B, C\"\nDelvis;;\"A, B\"\nDelvis;;\"C/D;A\"\n", of: instrument)
        #expect(file.answers.group("insats")?.choices == [[1, 3], [2], [1, 4]])
        let refusal = #expect(throws: Refusal.self) {
            _ = try IntakeTests.read("stod;planering;insats\nDelvis;;\"A, C\"\n", of: instrument)
        }
        #expect(refusal?.problems.count == 1)
    }

    @Test func `a part that is no value is told`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;planering;insats\nDelvis;;SamMA\nDelvis;;\"SamMA; Mias\"\nDelvis;;#N/A\n")
        }
        #expect(
            refusal?.problems.map(\.fact) == [
                .unknownBackground(
                    variable: "insats", value: "Mias", accepted: ["SamMA", "Unga, vuxna", "MIA"], nearest: "MIA"),
                .errorValue("#N/A"),
            ])
    }

    @Test func `cells of a variable without a list are divided at semicolons and line breaks only, and that is told`()
        throws
    {
        let file = try read(
            "stod;planering;insats\nDelvis;;\"Unga, vuxna\"\nDelvis;;\"MIA;SamMA;\"\nDelvis;;\"samma\nUnga, vuxna\"\nDelvis;;\n",
            listed: false)
        #expect(
            file.answers.group("insats")
                == GroupColumn(
                    variable: "insats", values: ["Unga, vuxna", "MIA", "SamMA"], codes: [1, 2, 3, 0],
                    choices: [[1], [2, 3], [1, 3]]))
        #expect(
            file.remarks.map(\.description).contains(
                "svar.csv: 2 celler för insats delades i flera värden vid semikolon eller radbrytning."))
    }

    @Test func `values of columns come in the order in which they are met, and those that nobody chose not at all`()
        throws
    {
        let file = try read(
            "stod;planering;insats [Ö];insats [B];insats [A]\nDelvis;;0;0;0\nDelvis;;0;1;1\nDelvis;;0;0;1\n",
            listed: false)
        #expect(
            file.answers.group("insats")
                == GroupColumn(variable: "insats", values: ["A", "B"], codes: [0, 1, 2], choices: [[1, 2], [1]]))
    }

    @Test func `a cell that says neither yes nor no, and a value that the list does not have, are told`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read(
                "stod;planering;insats [SamMA];insats [Mio]\nDelvis;;kanske;1\nDelvis;;2;\nDelvis;;#REF!;\n")
        }
        #expect(
            refusal?.problems.map(\.description) == [
                "svar.csv, kolumn D (”insats [Mio]”): alternativet ”Mio” är inget känt värde för insats. Menade du MIA? Godtagna "
                    + "värden: SamMA, Unga, vuxna, MIA. Lägg till stavningen i formuläret, eller utelämna kolumnen med --kolumn "
                    + "\"insats [Mio]=-\".",
                "svar.csv, rad 2, kolumn C (”insats [SamMA]”): ”kanske” säger varken ja eller nej till ”SamMA” för insats. "
                    + "Godtaget är 1, Ja, X eller alternativets namn, och 0, Nej eller tomt. Rätta cellen.",
                "svar.csv, rad 3, kolumn C (”insats [SamMA]”): ”2” säger varken ja eller nej till ”SamMA” för insats. Godtaget är "
                    + "1, Ja, X eller alternativets namn, och 0, Nej eller tomt. Rätta cellen.",
                "svar.csv, rad 4, kolumn C (”insats [SamMA]”): cellen innehåller kalkylprogrammets felvärde ”#REF!”. Rätta "
                    + "formeln eller skriv in svaret.",
            ])
    }

    @Test func `columns named by a code get their name from the row below or from the cells`() throws {
        for file in [
            try read(
                "insats_1;insats_2;stod;planering\nMIA;SamMA;Får du stöd?;Finns en plan?\n1;0;Delvis;\n0;1;Delvis;\n"),
            try read(
                "insats[SQ001];insats[SQ002];stod;planering\n[MIA] Vilken?;[SamMA] Vilken?;Får du stöd?;Finns en plan?\n1;0;Delvis;\n0;1;Delvis;\n"
            ),
            try read("insats[SQ001];insats[SQ002];stod;planering\nMIA;;Delvis;\n;SamMA;Delvis;\n"),
        ] {
            let column = file.answers.group("insats")
            #expect(column?.codes == [1, 2])
            #expect(column?.choices == [[3], [1]])
        }
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("insats[SQ001];insats[SQ002];stod;planering\n1;0;Delvis;\n")
        }
        #expect(
            refusal?.problems.first?.description
                == "svar.csv, kolumn A (”insats[SQ001]”): kolumnen är ett av alternativen för insats, men det framgår inte "
                + "vilket. Skriv det med --kolumn \"insats[SQ001]=insats=alternativets namn\".")
    }

    @Test func `a value that is called as one says no is taken from figures and crosses alone`() throws {
        let text = instrumentText.replacing("    värden: fria\n", with: "    flerval: ja\n    värden: [MIA, Nej]\n")
        let instrument = try instrument(from: Array(text.utf8), file: "prov.yaml")
        let top = "stod;planering;insats [MIA];insats [Nej]\n"
        let file = try IntakeTests.read("\(top)Delvis;;0;1\nDelvis;;X;\n", of: instrument)
        #expect(file.answers.group("insats")?.choices == [[2], [1]])
        let refusal = #expect(throws: Refusal.self) {
            _ = try IntakeTests.read("\(top)Delvis;;Ja;Nej\n", of: instrument)
        }
        #expect(refusal?.problems.map(\.fact) == [.notAnOption(value: "Nej", variable: "insats", option: "Nej")])
    }

    @Test func `a text beside the variable's own column is none of its values`() throws {
        let file = try IntakeTests.read("stod;planering;Insats;\n;;;Hur länge?\nDelvis;;MIA;ett år\n")
        #expect(file.answers.group("insats")?.values == ["MIA"])
        #expect(
            file.source.leftOut == [
                LeftOutColumn(
                    heading: "Insats / Hur länge?", reason: "är ett alternativ till insats, som har en egen kolumn")
            ])
    }

    @Test func `one cell with all values beside a column for each is accepted where they agree`() throws {
        let top = "stod;planering;insats;insats/SamMA;insats/Unga, vuxna;insats/MIA\n"
        let file = try read(
            "\(top)Delvis;;SamMA;1;0;0\nDelvis;;\"SamMA;Unga, vuxna\";1;1;0\nDelvis;;;;;\nDelvis;;;0;0;1\n")
        #expect(file.answers.group("insats") == Self.expected)
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("\(top)Delvis;;SamMA;1;0;0\nDelvis;;\"SamMA;MIA\";1;1;0\n")
        }
        #expect(
            refusal?.problems.map(\.fact)
                == [.disagreement(value: "SamMA + Unga, vuxna", other: "SamMA + MIA", column: "C")])
    }

    @Test func `a variable with one value may have a column for each, but nobody several values`() throws {
        let top = "stod;planering;insats [SamMA];insats [MIA]\n"
        let file = try IntakeTests.read("\(top)Delvis;;0;1\nDelvis;;1;0\nDelvis;;;\n")
        #expect(
            file.answers.group("insats")
                == GroupColumn(variable: "insats", values: ["MIA", "SamMA"], codes: [1, 2, 0]))
        let refusal = #expect(throws: Refusal.self) { _ = try IntakeTests.read("\(top)Delvis;;1;1\n") }
        #expect(
            refusal?.description
                == "svar.csv, rad 2, kolumn C (”insats [SamMA]”): ”SamMA + MIA” är flera värden för insats, men varje svarande "
                + "har ett enda. Lägg till ”flerval: ja” för insats i formuläret om den som svarar kan ange flera, eller rätta "
                + "cellen.")
    }

    @Test func `several values in a cell of a variable with one value are a fault`() {
        for cells in ["\"A;B;\"\nDelvis;;A;", "\"A; B\"\nDelvis;;A\nDelvis;;B", "\"A\nB\"\nDelvis;;A\nDelvis;;B"] {
            let refusal = #expect(throws: Refusal.self) {
                _ = try IntakeTests.read("stod;planering;insats\nDelvis;;\(cells)\n")
            }
            guard case .severalValues("insats", _) = refusal?.problems.first?.fact else {
                Issue.record("\(cells): \(refusal?.description ?? "")")
                continue
            }
            #expect(refusal?.problems.count == 1)
        }
        let listed = #expect(throws: Refusal.self) {
            _ = try IntakeTests.read("stod;planering;kön\nDelvis;;\"Kvinna, Man\"\n")
        }
        #expect(listed?.problems.map(\.fact) == [.severalValues(variable: "kön", value: "Kvinna, Man")])
    }

    @Test func `a semicolon that divides no values is part of the name`() throws {
        let file = try IntakeTests.read("stod;planering;insats\nDelvis;;\"Norr; söder\"\nDelvis;;Norr\n")
        #expect(file.answers.group("insats")?.values == ["Norr; söder", "Norr"])
    }

    @Test func `columns beside one of the variable's own are left out with the reason`() throws {
        let file = try IntakeTests.read("stod;planering;insats;insats [A];insats [B]\nDelvis;;A;1;0\n")
        #expect(
            file.source.leftOut
                == ["insats [A]", "insats [B]"].map {
                    LeftOutColumn(heading: $0, reason: "är ett alternativ till insats, som har en egen kolumn")
                })
    }

    @Test func `more different sets of values than can be real are refused`() {
        let options = (1...15).map { "insats [I\($0)]" }.joined(separator: ";")
        let rows = (0..<10_002).map { row in
            "Delvis;;" + (0..<15).map { row >> $0 & 1 == 1 ? "1" : "0" }.joined(separator: ";") + "\n"
        }
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;planering;\(options)\n\(rows.joined())", listed: false)
        }
        #expect(refusal?.problems.map(\.fact) == [.tooManyChoices(variable: "insats", found: 10_001, most: 10_000)])
    }
}
