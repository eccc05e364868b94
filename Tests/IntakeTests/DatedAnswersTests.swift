import Foundation
import Intake
import Survey
import Tabular
import TestSupport
import Testing

/// Answers that are placed in periods by their date.
struct DatedAnswersTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The sample with a date: years from November, and a version from November 2021.
    static func dated(_ dating: String = "perioden börjar: november") throws -> Instrument {
        let text = instrumentText.replacing(
            "minsta grupp: 5", with: "datum: { rubriker: [Svarsdatum, submitdate], \(dating) }"
        )
        .replacing("gäller från: \"2020\"", with: "gäller från: 2019-11--2020-10")
        .replacing("gäller från: \"2021\"", with: "gäller från: 2021-11--2022-10")
        return try instrument(from: Array(text.utf8), file: "prov.yaml")
    }

    private func read(
        _ texts: [String], period: String? = nil, of instrument: Instrument? = nil,
        choices: ColumnChoices = ColumnChoices(), invited: InvitedSource? = nil
    ) throws -> Reading {
        let files = try texts.enumerated().map { place, text in
            let name = "\(["a", "b", "c"][place]).csv"
            try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
            return (path: folder.file(name), name: name)
        }
        return try Intake.read(
            ImportRequest(
                instrument: try instrument ?? Self.dated(), period: period.flatMap { Period($0) }, files: files,
                invited: invited.map { ($0, nil) }, choices: choices, place: Place(file: "a.csv")))
    }

    private func refusal(
        _ text: String, period: String? = nil, of instrument: Instrument? = nil,
        choices: ColumnChoices = ColumnChoices(), invited: InvitedSource? = nil
    ) -> String? {
        #expect(throws: Refusal.self) {
            _ = try read([text], period: period, of: instrument, choices: choices, invited: invited)
        }?.description
    }

    /// "2020-11--2021-10: stod=[1, 2] insats=[A B]", one a measurement.
    private func told(_ reading: Reading) -> [String] {
        reading.measurements.map { measurement in
            let answers = measurement.answers
            let insats = answers.group("insats").map { column in
                column.codes.map { $0 == 0 ? "-" : column.values[Int($0) - 1] }
            }
            return "\(measurement.period.label) \(measurement.version): \(answers.question("stod")?.codes ?? []) "
                + "\(insats ?? [])"
        }
    }

    private static let three =
        "Svarsdatum;stod;planering;insats\n2021-11-01;Delvis;Delvis;A\n2022-10-31;Vet ej;Delvis;B\n"
        + "2022-11-01;Inte alls;Delvis;A\n2023-10-05;Delvis;;C\n"

    // MARK: Which period

    @Test func `without a period every answer goes into that of its date`() throws {
        let reading = try read([Self.three])
        #expect(
            told(reading) == [
                #"2021-11--2022-10 2021: [2, 4] ["A", "B"]"#, #"2022-11--2023-10 2021: [3, 2] ["A", "C"]"#,
            ])
        #expect(reading.measurement == reading.measurements.last)
        #expect(reading.measurements.map { $0.answers.group("insats")?.values } == [["A", "B"], ["A", "C"]])
        #expect(
            reading.remarks.map(\.description) == [
                "svaren placerades efter datum: november 2021–oktober 2022 (2 svar), november 2022–oktober 2023 (2 svar)."
            ])
    }

    @Test func `with a period the answers dated otherwise go into their own, and that is told`() throws {
        let reading = try read([Self.three], period: "2021-11--2022-10", invited: .number(9))
        #expect(reading.measurement.period.label == "2021-11--2022-10")
        #expect(reading.measurement == reading.measurements.first)
        #expect(reading.measurements.map { $0.invited?.total } == [9, nil])
        #expect(reading.remarks.count == 1)
        let alone = try read(["Svarsdatum;stod;planering\n2022-01-01;Delvis;Delvis\n"], period: "2021-11--2022-10")
        #expect(alone.remarks.isEmpty && alone.measurements.count == 1)
    }

    @Test func `the file tells in every period that the date decided and how many answers are in others`() throws {
        let reading = try read([Self.three])
        #expect(
            reading.measurements.map { $0.files.map(\.leftOut) }
                == Array(
                    repeating: [
                        [
                            LeftOutColumn(
                                heading: "Svarsdatum",
                                reason:
                                    "avgör perioden och sparas aldrig; filen har också svar som hör till andra perioder"
                            )
                        ]
                    ], count: 2))
        let one = try read(["Svarsdatum;stod;planering\n2022-01-01;Delvis;Delvis\n"])
        #expect(
            one.measurement.files.map(\.leftOut) == [
                [LeftOutColumn(heading: "Svarsdatum", reason: "avgör perioden och sparas aldrig")]
            ])
    }

    @Test func `each period's answers are read to its own version`() throws {
        let text =
            "Svarsdatum;stod;planering\n2020-11-01;Delvis;Helt skevt\n2021-10-31;Vet ej;\n2021-11-01;Inte alls;Delvis\n"
        let reading = try read([text])
        #expect(
            reading.measurements.map { "\($0.period.label) \($0.version) \($0.answers.questions.map(\.question))" } == [
                #"2020-11--2021-10 2020 ["stod"]"#, #"2021-11--2022-10 2021 ["stod", "planering"]"#,
            ])
        #expect(reading.measurements.map { $0.answers.question("stod")?.codes } == [[2, 4], [3]])
        #expect(
            refusal(text.replacing("Inte alls;Delvis", with: "Inte alls;Helt skevt"))
                == "a.csv, rad 4, kolumn C (”planering”): svaret ”Helt skevt” är inget av svarsalternativen. Godtagna svar: Helt "
                + "och hållet, Delvis, Inte alls, Vet ej. Rätta cellen, eller lägg till stavningen i formuläret.")
        #expect(
            refusal(text.replacing("Delvis;Helt skevt", with: "Skevt;Helt skevt"))
                == "a.csv, rad 2, kolumn B (”stod”): svaret ”Skevt” är inget av svarsalternativen. Godtagna svar: Helt och "
                + "hållet, Delvis, Inte alls, Vet ej. Rätta cellen, eller lägg till stavningen i formuläret.")
    }

    @Test func `a choice for a question that an older version lacks holds where the version has it`() throws {
        let text = "Svarsdatum;stod;plan nu\n2020-11-01;Delvis;\n2021-11-01;Inte alls;Delvis\n"
        let reading = try read([text], choices: said(("plan nu", "planering")))
        #expect(
            reading.measurements.map { $0.answers.questions.map(\.question) } == [["stod"], ["stod", "planering"]])
    }

    @Test func `several files give one measurement a period, of the files that have answers in it`() throws {
        let reading = try read([
            "Svarsdatum;stod;planering;insats\n2022-01-01;Delvis;;a\n2023-01-01;Vet ej;;ön\n",
            "submitdate;stod;planering;insats\n2022-02-01;Inte alls;;A\n",
        ])
        #expect(
            told(reading) == [
                #"2021-11--2022-10 2021: [2, 3] ["a", "a"]"#, #"2022-11--2023-10 2021: [4] ["ön"]"#,
            ])
        #expect(reading.measurements.map { $0.files.map(\.name) } == [["a.csv", "b.csv"], ["a.csv"]])
    }

    @Test func `empty rows are nobody, whatever their date`() throws {
        let reading = try read(["Svarsdatum;stod;planering\n2022-01-01;Delvis;\n1899;;\n;;\n2030-01-01;;\n"])
        #expect(told(reading) == ["2021-11--2022-10 2021: [2] []"])
    }

    @Test func `a row of a set that only another period has leaves no trace of it`() throws {
        let text = instrumentText.replacing(
            "minsta grupp: 5", with: "datum: { rubriker: [Svarsdatum] }"
        )
        .replacing("värden: fria", with: "värden: [A, B, C]\n    flerval: ja")
        let reading = try read(
            ["Svarsdatum;stod;planering;insats\n2021-01-01;Delvis;;A, B\n2022-01-01;Delvis;;C\n2022-01-02;Delvis;;A\n"],
            of: try instrument(from: Array(text.utf8), file: "prov.yaml"))
        #expect(
            reading.measurements.map { $0.answers.group("insats") } == [
                GroupColumn(variable: "insats", values: ["A", "B", "C"], codes: [1], choices: [[1, 2]]),
                GroupColumn(variable: "insats", values: ["A", "B", "C"], codes: [1, 2], choices: [[3], [1]]),
            ])
    }

    // MARK: How a date is written

    static let forms: [(dates: [String], months: [String])] = [
        (["2022-03-04", "2022/03/04 09:12", "2022.3.4", "2022-03-04T09:12:33Z"], ["2022-03"]),
        (["4 mars 2022", "fredag den 4 mars 2022", "4 mar. 2022 kl. 09:12"], ["2022-03"]),
        (["4/3/2022", "13/3/2022", "4.3.22"], ["2022-03"]),
        (["3/4/22 9:12:33", "3/13/22 10:00 PM"], ["2022-03"]), (["2022-03-04", "3/13/2022", "3/4/2022"], ["2022-03"]),
        (["4/4/2022", "4/4/22"], ["2022-04"]), (["13/3/2022", "3/14/2022"], ["2022-03"]),
        (["2024-02-29"], ["2024-02"]), (["2022/03/04 9:12:33 AM GMT+2"], ["2022-03"]),
    ]

    @Test(arguments: forms)
    func `a date is read in any form in which one cell tells which is the day`(
        _ form: (dates: [String], months: [String])
    ) throws {
        let instrument = try Self.dated("månader: 1")
        let rows = form.dates.map { "\"\($0)\";Delvis;\n" }.joined()
        let reading = try read(["Svarsdatum;stod;planering\n" + rows], of: instrument)
        #expect(reading.measurements.map(\.period.label) == form.months.map { "\($0)--\($0)" })
        #expect(reading.measurement.answers.respondents == form.dates.count)
    }

    @Test func `where both orders give the same period there is nothing to ask`() throws {
        let reading = try read(
            ["Svarsdatum;stod;planering\n4/5/2022;Delvis;\n12/1/2021;Delvis;\n"], of: try Self.dated("månader: 12"))
        #expect(reading.measurements.map(\.period.label) == ["2021", "2022"])
    }

    @Test func `a date that may be of two periods is asked about, and the answer is taken`() throws {
        let text = "Svarsdatum;stod;planering\n4/11/2022;Delvis;\n11/4/2022;Vet ej;\n1/1/2022;Vet ej;\n"
        let message =
            "a.csv, kolumn A (”Svarsdatum”): ”4/11/2022” kan läsas som dag/månad/år eller månad/dag/år, och perioden beror på "
            + "vilket (2 svar). Lägg till --kolumn \"Svarsdatum=datum=dag/månad/år\" eller --kolumn "
            + "\"Svarsdatum=datum=månad/dag/år\", eller exportera med datum som 2021-10-04."
        #expect(refusal(text) == message)
        #expect(refusal(text, period: "2021-11--2022-10") == message)
        for (said, codes) in [
            ("datum=dag/månad", [[4, 4], [2]]), ("datum=dag/månad/år", [[4, 4], [2]]),
            ("Datum=Månad/dag", [[2, 4], [4]]),
        ] {
            let reading = try read([text], choices: IntakeTests.said(("Svarsdatum", said)))
            #expect(reading.measurements.map { $0.answers.question("stod")?.codes.map(Int.init) } == codes, "\(said)")
        }
        #expect(
            refusal(
                text.replacing("1/1/2022", with: "1/13/2022"),
                choices: IntakeTests.said(("Svarsdatum", "datum=dag/månad")))
                == "a.csv, rad 4, kolumn A (”Svarsdatum”): ”1/13/2022” är inget datum, så det går inte att se vilken period svaret "
                + "hör till. Skriv datumet som 2021-10-04, eller ange --period: då räknas svar utan datum till den perioden."
        )
    }

    @Test func `two digits for a year that may stand first are asked about too`() throws {
        #expect(
            refusal("Svarsdatum;stod;planering\n21-12-04;Delvis;\n")
                == "a.csv, kolumn A (”Svarsdatum”): ”21-12-04” kan läsas som dag/månad/år eller år/månad/dag, och perioden beror "
                + "på vilket (1 svar). Lägg till --kolumn \"Svarsdatum=datum=dag/månad/år\" eller --kolumn "
                + "\"Svarsdatum=datum=år/månad/dag\", eller exportera med datum som 2021-10-04.")
        let reading = try read(
            ["Svarsdatum;stod;planering\n21-12-04;Delvis;\n"], choices: said(("Svarsdatum", "datum=år/månad/dag")))
        #expect(reading.measurement.period.label == "2021-11--2022-10")
    }

    // MARK: Rows without a date

    @Test(arguments: ["i våras", "2022-02-30", "44621", "31/2/2022", "0", "12:30"])
    func `a row whose date cannot be read is an error with its place, unless a period is given`(_ cell: String) throws {
        let text = "Svarsdatum;stod;planering\n2022-01-01;Delvis;\n\(cell);Vet ej;\n"
        #expect(
            refusal(text)
                == "a.csv, rad 3, kolumn A (”Svarsdatum”): ”\(cell)” är inget datum, så det går inte att se vilken period svaret "
                + "hör till. Skriv datumet som 2021-10-04, eller ange --period: då räknas svar utan datum till den perioden."
        )
        let reading = try read([text], period: "2021-11--2022-10")
        #expect(told(reading) == ["2021-11--2022-10 2021: [2, 4] []"])
        #expect(
            reading.files[0].remarks.contains(
                .undatedCounted(file: "a.csv", count: 1, period: reading.measurement.period)))
    }

    @Test(arguments: ["", "1980-01-01 00:00:00"])
    func `a row without a date is an error with its place, unless a period is given`(_ cell: String) throws {
        let text = "Svarsdatum;stod;planering\n2022-01-01;Delvis;\n\(cell);Vet ej;\n;;\n"
        #expect(
            refusal(text)
                == "a.csv, rad 3, kolumn A (”Svarsdatum”): datumet saknas, så det går inte att se vilken period svaret hör till. "
                + "Fyll i datumet, eller ange --period: då räknas svar utan datum till den perioden.")
        let reading = try read([text], period: "2021-11--2022-10")
        #expect(reading.measurement.answers.respondents == 2)
        #expect(
            reading.files[0].remarks.map(\.description).contains(
                "a.csv: 1 svar utan läsbart datum räknas till november 2021–oktober 2022."))
    }

    @Test func `what stands in place of a date is not repeated where it may name a person`() {
        #expect(
            refusal("Svarsdatum;stod;planering\nanna@exempel.invalid;Delvis;\n")?
                .hasPrefix("a.csv, rad 2, kolumn A (”Svarsdatum”): ”(dolt)” är inget datum") == true)
    }

    @Test func `a file without a column of dates needs a period`() throws {
        let text = "Datum;stod;planering\n2022-01-01;Delvis;\n"
        #expect(
            refusal(text)
                == "a.csv, rad 1: ingen kolumn har datumet som svaren ska placeras efter. Formuläret väntar en av rubrikerna: "
                + "Svarsdatum, submitdate. Ange perioden med --period, eller säg vilken kolumn det är med --kolumn "
                + "\"rubrik=datum\".")
        let reading = try read([text], period: "2021-11--2022-10")
        #expect(reading.measurement.answers.respondents == 1)
        #expect(
            reading.files[0].remarks.map(\.description).contains(
                "a.csv: ingen kolumn har datum, så alla svar räknas till november 2021–oktober 2022."))
        let said = try read([text], choices: IntakeTests.said(("Datum", "datum")))
        #expect(said.measurement.period.label == "2021-11--2022-10")
    }

    @Test func `of several columns of dates the one that the instrument lists first decides`() throws {
        let reading = try read(["submitdate;Svarsdatum;stod;planering\n2023-01-01;2022-01-01;Delvis;\n"])
        #expect(reading.measurement.period.label == "2021-11--2022-10")
        #expect(
            reading.files[0].columns.map(\.meaning) == [
                .leftOut(reason: "tidpunkt (år-månad-dag), används inte"), .date,
                .question(id: "stod", number: 1, text: "Får du stöd?"),
                .question(id: "planering", number: 2, text: "Finns en ”plan”?"),
            ])
        #expect(
            refusal("Svarsdatum;svarsdatum;stod;planering\n2023-01-01;2022-01-01;Delvis;\n")
                == "a.csv, kolumn B (”svarsdatum”): datum finns redan i kolumn A, och innehållet är ett annat. Utelämna den ena, "
                + "till exempel med --kolumn \"svarsdatum=-\", eller byt rubrik på den.")
    }

    @Test func `a trial shows the periods, never a date`() throws {
        let reading = try read([Self.three])
        #expect(
            reading.files[0].columns[0].values == [
                UnderstoodValue(
                    text: "november 2021–oktober 2022", meaning: "november 2021–oktober 2022", count: 2),
                UnderstoodValue(
                    text: "november 2022–oktober 2023", meaning: "november 2022–oktober 2023", count: 2),
            ])
    }

    // MARK: Periods that cannot be

    @Test func `a period that answers are not placed in is refused with those that they are`() {
        #expect(
            refusal(Self.three, period: "2022")
                == "a.csv: formuläret placerar svaren efter datum, och 2022 är ingen av dess perioder. Ange 2021-11--2022-10 eller "
                + "2022-11--2023-10, eller ta bort ”datum” ur formuläret.")
    }

    @Test func `a period in which no answer is dated is refused with those that have some`() {
        #expect(
            refusal(Self.three, period: "2023-11--2024-10")
                == "a.csv: inget svar är daterat i november 2023–oktober 2024. Svaren hör till: november 2021–oktober 2022 (2 "
                + "svar), november 2022–oktober 2023 (2 svar). Ange rätt period, eller utelämna --period.")
    }

    @Test func `an answer from before the first version is refused`() {
        #expect(
            refusal("Svarsdatum;stod;planering\n2018-01-01;Delvis;\n2022-01-01;Delvis;\n")
                == "a.csv: 1 svar är daterat i november 2017–oktober 2018, men formuläret prov har ingen version för den "
                + "perioden; den första gäller från november 2019–oktober 2020. Rätta datumen, ta bort raderna eller lägg till "
                + "en version i formuläret.")
    }

    @Test func `the number of those asked is for one period, and which is asked for`() throws {
        #expect(
            refusal(Self.three, invited: .number(40))
                == "a.csv: antalet tillfrågade gäller en period, men svaren hör till flera: november 2021–oktober 2022 (2 svar), "
                + "november 2022–oktober 2023 (2 svar). Ange med --period vilken det gäller.")
        let one = try read(["Svarsdatum;stod;planering\n2022-01-01;Delvis;\n"], invited: .number(40))
        #expect(one.measurement.invited?.total == 40)
    }

    @Test func `a questionnaire without dates needs a period as before`() throws {
        #expect(
            refusal(Self.three, of: try sampleInstrument())
                == "a.csv: ange perioden med --period, till exempel --period 2021. Enkätens svar placeras inte efter datum."
        )
    }

    // MARK: Any file

    @Test func `every answer is in one period, that of its date`() throws {
        var generator = SeededGenerator(state: 20_211_101)
        let instrument = try Self.dated("perioden börjar: november, månader: 6")
        let dating = try #require(instrument.dating)
        for _ in 0..<60 {
            var naive: [Period: [AnswerCode]] = [:]
            var text = "stod;planering;Svarsdatum\n"
            for _ in 0..<Int.random(in: 1...30, using: &generator) {
                let month = try #require(
                    Month(
                        year: Int.random(in: 2022...2024, using: &generator),
                        month: Int.random(in: 1...12, using: &generator)))
                let answer = Int.random(in: 0...3, using: &generator)
                let label = ["Helt och hållet", "Delvis", "Inte alls", "Vet ej"][answer]
                text += "\(label);;\(month.label)-\(["01", "15", "28"].randomElement(using: &generator) ?? "")\n"
                naive[try #require(dating.period(of: month)), default: []].append(AnswerCode(answer + 1))
            }
            let reading = try read([text], of: instrument)
            let found = Dictionary(
                uniqueKeysWithValues: reading.measurements.map { ($0.period, $0.answers.question("stod")?.codes ?? []) }
            )
            #expect(found == naive)
        }
    }

    // MARK: Real tools

    /// The date's heading in the export, and how it may have to be said.
    static let exports: [(file: String, heading: String)] = [
        ("msforms-svenska.xlsx", "Slutförandetid"), ("msforms-engelska.xlsx", "Completion time"),
        ("google-formular.csv", "Tidstämpel"), ("limesurvey-full-svarskod.csv", "Date submitted"),
        ("limesurvey.sav", "Svarsdatum"), ("datumformer.csv", "Svarsdatum"), ("datumformer.csv", "Påbörjad"),
        ("datumformer.csv", "Avslutad"), ("datumformer.csv", "Sparad"), ("datumformer.csv", "Sparad UTC"),
        ("datumformer.csv", "Läst"),
        ("qualtrics-text.csv", "EndDate"),
    ]

    @Test(arguments: exports)
    func `the dates of real exports place their answers`(_ export: (file: String, heading: String)) throws {
        let path = FixtureTests.folder.appending(path: export.file).path
        let text = try String(
            contentsOf: FixtureTests.folder.appending(path: "../../../Surveys/formular/personal.yaml"), encoding: .utf8
        )
        .replacing(
            "minsta grupp: 5",
            with: "minsta grupp: 5\ndatum: { rubriker: [\"\(export.heading)\"], perioden börjar: oktober, månader: 1 }")
        let reading = try Intake.read(
            ImportRequest(
                instrument: try instrument(from: Array(text.utf8), file: "personal.yaml"),
                period: Period("oktober 2021"),
                files: [(path, export.file)], place: Place(file: export.file)))
        let known = try FixtureTests.personal(several: false)
        let plain = try answers(
            in: TableFile(path: path), name: export.file, to: try #require(known.versions.last), of: known)
        #expect(reading.measurements.reduce(0) { $0 + $1.answers.respondents } == plain.answers.respondents)
        #expect(reading.measurement.period.label == "2021-10--2021-10")
        #expect(reading.files[0].columns.contains { $0.meaning == .date })
        #expect(!reading.files[0].remarks.contains { if case .noDateColumn = $0 { true } else { false } })
    }
}
