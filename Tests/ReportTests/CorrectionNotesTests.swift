import Analysis
import OpenDocument
import Survey
import Testing

@testable import Report

@Suite struct `What is said of figures that have changed since they were given out` {
    private static let insats = BackgroundVariable(id: "insats", name: "insats")

    private func correction(
        _ question: Int?, _ change: FigureChange, of group: String? = nil, _ when: String = "2020"
    ) throws -> Correction {
        Correction(
            instrument: "personal", respondents: .staff, period: try #require(Period(when)),
            variable: group.map { _ in Self.insats }, group: group ?? "Totalt",
            question: question.map { CorrectedQuestion(id: "fråga\($0)", number: $0) }, change: change,
            publication: PublicationOrigin(file: "bilaga-2020.ods", publishedAt: "2021-02-03T04:05:06Z"))
    }

    private static let counts = FigureChange.counts(
        from: PublishedCounts(negative: 4, neither: 3, positive: 12, clearlyPositive: 6),
        to: PublishedCounts(negative: 4, neither: 3, positive: 17, clearlyPositive: 6))

    private func cause(_ kind: CorrectionCause.Kind, by: String? = nil) throws -> CorrectionCause {
        CorrectionCause(
            instrument: "personal", period: try #require(Period("2020")), at: "2021-03-04T05:06:07Z", by: by, kind: kind
        )
    }

    @Test func `one figure is told with what it was, what it is and why`() throws {
        let notes = correctionNotes(
            [try correction(3, Self.counts)], causes: [try cause(.replaced(3, by: 7), by: "Anna")])
        #expect(
            notes == [
                "2020 års siffror har ändrats sedan de publicerades (bilaga-2020.ods, 2021-02-03): Personal, fråga 3: "
                    + "63\u{A0}% positiva (12 av 19) publicerades, nu 71\u{A0}% (17 av 24). "
                    + "Skäl: 2021-03-04 inläsning 7 ersatte inläsning 3 av personal, Anna."
            ])
    }

    @Test(arguments: [
        (
            FigureChange.changedByFew,
            "andra siffror nu (skillnaden visas inte, så att ingens svar kan räknas ut)"
        ),
        (.nowProtected, "visades då, nu [skyddad]"), (.nowShown, "[skyddad] då, visas nu"),
        (.vanished, "fanns då men inte nu"), (.new, "finns nu men inte då"),
    ])
    func `of a figure that may not be told it is only said that it changed`(
        _ change: FigureChange, _ said: String
    ) throws {
        let lines = correctionLines(
            try [1, 2, 3, 5].map { try correction($0, change, of: "SamMA") } + [try correction(1, change)], causes: [])
        #expect(
            lines == [
                "2020 års siffror har ändrats sedan de publicerades (bilaga-2020.ods, 2021-02-03).",
                "Personal per insats, SamMA, frågorna 1–3 och 5: \(said).", "Personal, fråga 1: \(said).",
                "Registret har ingen ändring av svaren sedan dess: formuläret eller programmet kan vara ändrat.",
            ])
    }

    @Test(arguments: [
        (Response.answered(19, 40), Response.answered(24, 40), "19 svar publicerades, nu 24"),
        (.answered(19, 40), .answered(19, 41), "40 tillfrågade publicerades, nu 41"),
        (
            .answered(19, nil), .answered(24, 30),
            "19 svar publicerades, nu 24, okänt antal tillfrågade publicerades, nu 30"
        ),
        (.answered(19, 40), .answered(19, nil), "40 tillfrågade publicerades, nu okänt antal"),
    ])
    func `the number who answered and were asked`(_ from: Response, _ to: Response, _ said: String) throws {
        let lines = correctionLines([try correction(nil, .response(from: from, to: to))], causes: [])
        #expect(lines[1] == "Personal: \(said).")
    }

    @Test func `the measure that is told is one that differs`() throws {
        func line(_ from: PublishedCounts, _ to: PublishedCounts) throws -> String {
            correctionLines([try correction(1, .counts(from: from, to: to))], causes: [])[1]
        }
        let then = PublishedCounts(negative: 6, neither: 4, positive: 10, clearlyPositive: 2)
        #expect(
            try line(then, PublishedCounts(negative: 6, neither: 4, positive: 10, clearlyPositive: 8))
                == "Personal, fråga 1: 10\u{A0}% klart positiva (2 av 20) publicerades, nu 40\u{A0}% (8 av 20).")
        #expect(
            try line(then, PublishedCounts(negative: 1, neither: 9, positive: 10, clearlyPositive: 2))
                == "Personal, fråga 1: 30\u{A0}% negativa (6 av 20) publicerades, nu 5\u{A0}% (1 av 20).")
    }

    @Test func `many are counted in the note and told one by one in the lines`() throws {
        let many =
            try (1...6).map { try correction($0, Self.counts) }
            + (1...3).map { try correction($0, .changedByFew, of: "SamMA") }
        let figure = "63\u{A0}% positiva (12 av 19) publicerades, nu 71\u{A0}% (17 av 24)"
        #expect(
            correctionNotes(many, causes: []) == [
                "2020 års siffror har ändrats sedan de publicerades (bilaga-2020.ods, 2021-02-03): bland annat Personal, "
                    + "fråga 1: \(figure); Personal, fråga 2: \(figure); Personal, fråga 3: \(figure); sammanlagt 9 "
                    + "uppgifter (6 i Personal och 3 i Personal per insats), alla på bladet Källor. Registret har ingen "
                    + "ändring av svaren sedan dess: formuläret eller programmet kan vara ändrat."
            ])
        #expect(correctionLines(many, causes: []).count == 9)
    }

    @Test func `of a group where few answers differ the number of answers and its questions are told together`() throws
    {
        let lines = correctionLines(
            try [nil, 1, 2, 4].map { try correction($0, .changedByFew, of: "SamMA") }
                + [try correction(nil, .changedByFew)], causes: [])
        let said = "andra siffror nu (skillnaden visas inte, så att ingens svar kan räknas ut)"
        #expect(
            lines[1...2] == [
                "Personal per insats, SamMA, antal svar och frågorna 1, 2 och 4: \(said).",
                "Personal, antal svar: \(said).",
            ])
    }

    @Test func `each period and workbook has a note of its own`() throws {
        let notes = correctionNotes(
            [try correction(1, .new), try correction(1, .new, "2020-11--2021-10")],
            causes: [try cause(.undone(4)), try cause(.imported(5), by: "Åsa")])
        #expect(
            notes == [
                "2020 års siffror har ändrats sedan de publicerades (bilaga-2020.ods, 2021-02-03): Personal, fråga 1: "
                    + "finns nu men inte då. Skäl: 2021-03-04 inläsning 4 av personal togs tillbaka; 2021-03-04 inläsning "
                    + "5 av personal tillkom, Åsa.",
                "Siffrorna för 2020-11--2021-10 har ändrats sedan de publicerades (bilaga-2020.ods, 2021-02-03): Personal, "
                    + "fråga 1: finns nu men inte då. Registret har ingen ändring av svaren sedan dess: formuläret eller "
                    + "programmet kan vara ändrat.",
            ])
    }

    @Test func `carried over answers are a reason`() throws {
        let note = correctionNotes(
            [try correction(1, .new)],
            causes: [
                try cause(.carriedIn(5, from: #require(Period("2019")))),
                try cause(.carriedOut(6, to: #require(Period("2021")))),
            ])
        #expect(
            note.first?.hasSuffix(
                "Skäl: 2021-03-04 svar från 2019 räknas här (inläsning 5 av personal); 2021-03-04 svar räknas till 2021 "
                    + "(inläsning 6 av personal).") == true)
    }

    @Test func `the workbook has the note on Förändringar and Anmärkningar and the lines on Källor`() throws {
        let plain = try Sample.bilaga()
        let changed = [try correction(3, Self.counts)]
        let bilaga = Bilaga(
            forbund: plain.forbund, period: plain.period, compared: plain.compared, results: plain.results,
            corrections: changed)
        var notes = Notes()
        let said = try #require(correctionNotes(changed, causes: []).first)
        let sheet = bilaga.changesSheet(&notes)
        #expect(sheet.leads.last == "Anmärkningar till hela tabellen: [not 1].")
        #expect(sheet.notes.first == "[not 1] \(said)")
        #expect(bilaga.notesSheet(notes).rows.contains { $0.map(\.text) == ["[not 1]", "Förändringar", said] })
        #expect(bilaga.sourcesSheet().notes == correctionLines(changed, causes: []))
        #expect(plain.sourcesSheet().notes.isEmpty)
    }
}

extension Response {
    fileprivate static func answered(_ answers: Int, _ invited: Int?) -> Response {
        Response(answers: answers, invited: invited)
    }
}
