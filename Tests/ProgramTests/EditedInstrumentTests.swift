import Testing

@Suite("A questionnaire that has been edited since its answers were stored does not change what they mean")
struct EditedInstrumentTests {
    private static let file = "Surveys/formular/samverkan.yaml"

    private static func edited(_ name: String, _ text: String, with: String, _ message: String) -> Refused {
        Refused(
            name, [(file, Samverkan.formular.replacing(text, with: with))],
            ["rapport", "--period", "2021", "--till", "bilaga.ods"], message, Ending.badData)
    }

    @Test(arguments: [
        edited(
            "a category that is no longer there", "    - { kod: 2, text: Delvis, klass: varken eller }\n", with: "",
            "Registret register.sqlite stämmer inte: svarsalternativet Delvis för stod finns inte längre i formuläret. "
                + "Läs in filerna på nytt med --ersatt, eller återställ en säkerhetskopia."),
        edited(
            "a version that is no longer there", "\"2021\"", with: "\"2020\"",
            "Svaren för samverkan 2021 hör till formulärets version 2021, som inte finns längre. Lägg tillbaka den i "
                + "formuläret."),
        edited(
            "a question that is no longer there", "id: ratt", with: "id: rakt",
            "Registret register.sqlite stämmer inte: frågan ratt finns inte längre i formuläret. "
                + "Läs in filerna på nytt med --ersatt, eller återställ en säkerhetskopia."),
        edited(
            "a questionnaire that is no longer there", "id: samverkan", with: "id: samsyn",
            "Svaren för samverkan 2021 hör till ett formulär som inte finns längre. Lägg tillbaka det, eller ange en "
                + "annan mapp med --formular."),
    ])
    func `answers whose meaning is gone are never reported`(_ refused: Refused) async throws {
        try await refused.check()
    }

    @Test(arguments: [
        // The order of the categories, their codes and spellings.
        ("kod: 2, text: Delvis", "kod: 22, text: Delvis, stavningar: [Ibland]"),
        (
            "    - { kod: 1, text: Inte alls, klass: negativ }\n",
            "    - { kod: 1, text: Inte alls, klass: negativ }\n    - { kod: 0, text: Åh nej, klass: negativ }\n"
        ),
        ("    - { kod: 4,", "    - { kod: 5, text: Än mer, klass: klart positiv }\n    - { kod: 4,"),
    ])
    func `what is added to a scale leaves the figures as they were`(_ text: String, _ new: String) async throws {
        let bench = try await Workbench.imported()
        let before = try await Python.sheet("Data", of: "Output/bilaga-2021.ods", in: bench)
        let changed = Samverkan.formular.replacing(text, with: new)
        #expect(changed != Samverkan.formular)
        try bench.write(changed, to: Self.file)
        #expect(try await bench.run("rapport", "--period", "2021", "--till", "bilaga.ods").code == 0)
        #expect(try await Python.sheet("Data", of: "bilaga.ods", in: bench) == before)
    }
}
