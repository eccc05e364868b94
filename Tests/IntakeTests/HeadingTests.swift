import Intake
import Survey
import Testing

/// What single headings are taken for, and how.
struct HeadingTests {
    /// The instrument with insats as a variable with several choices from a list.
    static let several = instrumentText.replacing(
        "    rubriker: [Verksamhet]\n    värden: fria\n",
        with: "    rubriker: [Verksamhet]\n    flerval: ja\n    värden: [SamMA, \"Unga, vuxna\", MIA]\n")

    private static let support = UnderstoodColumn.Meaning.question(id: "stod", number: 1, text: "Får du stöd?")
    private static let plan = UnderstoodColumn.Meaning.question(id: "planering", number: 2, text: "Finns en ”plan”?")
    private static let project = UnderstoodColumn.Meaning.background(id: "insats", name: "insats")
    private static let gender = UnderstoodColumn.Meaning.background(id: "kön", name: "kön")

    /// A heading beside columns for both questions, what it is and by what.
    static let background: [(heading: String, meaning: UnderstoodColumn.Meaning, match: Match)] = [
        ("insats", project, .code), ("INSATS:", project, .code), ("Verksamhet", project, .listed),
        ("1. Verksamhet", project, .listed), ("Q7. Verksamhet", project, .listed), ("v1_1. Insats", project, .code),
        ("<p>Verksamhet</p>", project, .listed), ("kon", gender, .code),
        ("3) Kön", gender, .code), ("K&ouml;n", gender, .code), ("Insats/Verksamhet", project, .code),
        ("insats. Verksam.. ", project, .code), ("Insats (text)", project, .code),
    ]

    @Test(arguments: background)
    func `a background is recognised by id, name or listed heading, with what tools put around it`(
        _ expected: (heading: String, meaning: UnderstoodColumn.Meaning, match: Match)
    ) throws {
        let file = try read("stod;planering;\"\(expected.heading)\"\nDelvis;Delvis;K\n")
        let column = try #require(file.columns.last)
        #expect(column.meaning == expected.meaning)
        #expect(column.match == expected.match)
    }

    /// Two headings for the two questions, and by what they are recognised.
    static let questions: [(headings: [String], match: Match)] = [
        (["stod", "planering"], .code), (["1", "2."], .number), (["Fråga 1:", "fråga 2"], .number),
        (["Q1", "q2"], .number),
        (["Får du stöd?", "Finns en \"plan\"?"], .text),
        // LimeSurvey: full, code and text, with _ for spaces, and subquestions by code.
        (["Hur är det? [Får du stöd?]", "Hur är det? [Finns en ”plan”?]"], .text),
        (["Q5. Får du stöd?", "Q6[SQ001]. Hur är det? [Finns en plan?]"], .text),
        (["Får_du_stöd?", "Finns_en_”plan”?"], .text),
        (["Q1[stod]", "Q1[planering]"], .code), (["Q1_stod", "Q1_planering"], .code),
        (["Q1[SQ001]", "Q2[SQ001]"], .number), (["stod[SQ001]", "planering_SQ001"], .code),
        (["[Får du stöd?] Hur är det?", "[Finns en plan?] Hur är det?"], .text),
        // The tool's own number in front; it need not be the questionnaire's.
        (["1. Får du stöd?", "2) Finns en plan?"], .text), (["7. Får du stöd?", "8. Finns en plan?"], .text),
        (["3.1 Får du stöd?", "3.2 Finns en plan?"], .text), (["3a. Får du stöd?", "3b. Finns en plan?"], .text),
        (["Fråga 4: Får du stöd?", "Fråga 5. Finns en plan?"], .text),
        (["1 - Får du stöd?", "2 – Finns en plan?"], .text),
        // Qualtrics and others: question - statement.
        (["Hur är det? - Får du stöd?", "Hur är det?: Finns en plan?"], .text),
        (["Hur är det? / Får du stöd?", "Hur är det? | 2. Finns en plan?"], .text),
        (["<p>Får <b>du</b>&nbsp;st&ouml;d?</p>", "Finns<br/>en &quot;plan&quot;?"], .text),
        (["Får du\n  stöd?\u{A0}", " Finns en\nplan? "], .text),
        (["Får du stöd? *", "Finns en plan? (text)"], .text),
    ]

    @Test(arguments: questions)
    func `a question is recognised in every form in which tools write its heading`(
        _ expected: (headings: [String], match: Match)
    ) throws {
        let row = expected.headings.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";")
        let file = try read("\(row)\nDelvis;Inte alls\n")
        #expect(file.columns.map(\.meaning) == [Self.support, Self.plan])
        #expect(file.columns.map(\.match) == [expected.match, expected.match])
        #expect(file.answers.questions.map(\.codes) == [[2], [3]])
    }

    /// Headings that look like a question's or a background's and are none.
    @Test(arguments: [
        "2. stod", "Kommentar - stod", "Kommentar: planering", "Svar_stod", "stod om stöd", "3 stöd", "Insats - ort",
        "Totalt/planering", "Q1[SQ001][1]", "stöd?", "Får du",
    ])
    func `a word of a question's is no heading of it`(_ heading: String) throws {
        let file = try read("stod;planering;\"\(heading)\"\nDelvis;Delvis;något\n")
        #expect(
            file.columns.last?.meaning == .leftOut(reason: "svarar inte mot någon fråga eller bakgrund i formuläret"))
    }

    @Test(arguments: [
        "Insats [SamMA];Insats [Unga, vuxna]", "Verksamhet - SamMA;Verksamhet - Unga, vuxna",
        "insats/SamMA;insats/Unga, vuxna",
        "2. Verksamhet [SamMA];2. Verksamhet [Unga, vuxna]", "insats_SamMA;insats[Unga, vuxna]",
        "Q4. Verksamhet [SamMA];Q4. Verksamhet [Unga, vuxna]", "Verksamhet: SamMA;Verksamhet | unga vuxna",
    ])
    func `a column for each value of a background is recognised`(_ headings: String) throws {
        let instrument = try instrument(from: Array(Self.several.utf8), file: "prov.yaml")
        let file = try read("stod;planering;\(headings)\nDelvis;Delvis;1;0\n", of: instrument)
        #expect(
            file.columns.dropFirst(2).map(\.meaning) == [
                .option(of: "insats", name: "insats", value: "SamMA"),
                .option(of: "insats", name: "insats", value: "Unga, vuxna"),
            ])
    }

    static let leftOut: [(heading: String, cell: String, reason: String)] = [
        ("Tidstämpel", "2021-10-04 09.12", "tidpunkt (år-månad-dag), används inte"),
        ("Timestamp", "2021/10/04 9:12:33 AM GMT+2", "tidpunkt (år-månad-dag), används inte"),
        ("Start time", "10/14/21 9:12:33", "tidpunkt (månad/dag/år), används inte"),
        ("Slutförandetid", "", "tidpunkt, används inte"), ("submitdate. Date submitted", "x", "tidpunkt, används inte"),
        ("RecordedDate", "snart", "tidpunkt, används inte"), ("ID", "7", "verktygets egna uppgifter"),
        ("Response ID", "R_1", "verktygets egna uppgifter"), ("lastpage. Last page", "3", "verktygets egna uppgifter"),
        ("Duration (in seconds)", "60", "verktygets egna uppgifter"),
        ("UserLanguage", "SV", "verktygets egna uppgifter"),
        ("Points - Får du stöd?", "1", "poäng i ett prov, används inte"),
        ("Feedback – Finns en ”plan”?", "", "omdöme i ett prov, används inte"),
        ("E-post", "a@b.se", "kan peka ut en person och sparas aldrig"),
        ("Email", "anonymous", "kan peka ut en person och sparas aldrig"),
        ("Namn", "Åsa", "kan peka ut en person och sparas aldrig"),
        ("ipaddr", "", "kan peka ut en person och sparas aldrig"),
        ("token", "abc", "kan peka ut en person och sparas aldrig"),
        ("Vad är din e-post om du vill vara med?", "", "kan peka ut en person och sparas aldrig"),
        ("Påbörjad", "den 4 oktober 2021 kl. 09.12", "datum (dag månad år), används inte"),
        ("Påbörjad", "4 okt. 2021", "datum (dag månad år), används inte"),
        ("Påbörjad", "2021-10-04T09:12:33+02:00", "datum (år-månad-dag), används inte"),
        ("Påbörjad", "14/10 2021", "datum (dag/månad/år), används inte"),
        ("Påbörjad", "4.10.2021 09.12", "datum (dag och månad i okänd ordning), används inte"),
        ("Påbörjad", "2021", "svarar inte mot någon fråga eller bakgrund i formuläret"),
        ("Påbörjad", "i oktober", "svarar inte mot någon fråga eller bakgrund i formuläret"),
        ("Påbörjad", "2021-13-04", "svarar inte mot någon fråga eller bakgrund i formuläret"),
        ("stod[other]", "fritt", "fri text, som aldrig sparas"),
        ("Kommentar: Får du stöd?", "Bra", "fri text, som aldrig sparas"),
        ("Motivera gärna - Finns en ”plan”?", "Bra", "fri text, som aldrig sparas"),
        ("Q3. Får du stöd? [Kommentar]", "Bra", "fri text, som aldrig sparas"),
        ("", "något", "saknar rubrik"),
    ]

    @Test(arguments: leftOut)
    func `what tools add is left out with the reason`(_ column: (heading: String, cell: String, reason: String)) throws
    {
        let file = try read("\"\(column.heading)\";stod;planering\n\"\(column.cell)\";Delvis;Delvis\n")
        #expect(file.source.leftOut == [LeftOutColumn(heading: column.heading, reason: column.reason)])
    }

    @Test func `one value that tells day from month tells it for the whole column`() throws {
        let file = try read("när;stod;planering\n4/10/2021;Delvis;Delvis\n14/10/2021;Delvis;Delvis\n")
        #expect(file.source.leftOut.map(\.reason) == ["datum (dag/månad/år), används inte"])
    }
}
