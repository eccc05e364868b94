import Testing

@Suite("A broken questionnaire is refused with file, line, what is wrong and what would be right")
struct RefusedInstrumentTests {
    @Test(arguments: keys + questions + scales + yaml) func `a fault in a questionnaire is told with its line`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test(arguments: folders) func `a folder without questionnaires that can be used is told by name`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    private static let file = "Surveys/formular/samverkan.yaml"

    /// Each message is of the file and ends by telling that nothing was stored.
    private static func broken(_ name: String, _ text: String, with: String, _ messages: String...) -> Refused {
        let ending = messages.count == 1 ? "" : "\(messages.count) fel. "
        return Refused(
            name, [(file, Samverkan.formular.replacing(text, with: with))], ["formular"],
            messages.map { "\(file)\($0)\n" }.joined() + "\(ending)Inget har sparats.", Ending.badData)
    }

    private static let all =
        "id, namn, respondentgrupp, källa, minsta grupp, nästan alla, minsta osäkerhet, bara totalt, huvudfrågor, "
        + "lägsta svarsfrekvens, datum, slinga, versioner, skalor, bakgrund, frågor"

    private static let keys = [
        broken(
            "an unknown key", "frågor:", with: "fragor:",
            ", rad 21: nyckeln ”fragor” är okänd. Menade du frågor? Här får stå: \(all)."),
        broken(
            "a missing key", "id: samverkan\n", with: "",
            ", rad 1: ”id” saknas för formuläret. Lägg till en rad ”id: ...”."),
        broken(
            "a key without a value", "Enkät om samverkan", with: "", ", rad 2: ”namn” är tomt, men ska vara en text."),
        broken(
            "an unknown group of respondents", "Personal", with: "Personol",
            ", rad 3: ”respondentgrupp” är ”Personol”. Menade du Personal? Här får stå: Personal, Styrelse, Chefer, "
                + "Deltagare pågående, Deltagare avslut, Remittenter, Medarbetare."),
        broken(
            "a smallest group below what was promised", "minsta grupp: 5", with: "minsta grupp: 4",
            ", rad 4: ”minsta grupp” är 4, men får inte vara under 5. De som svarade har fått "
                + "löfte om att ingen ska kunna pekas ut."),
        broken(
            "a smallest group that is no number", "minsta grupp: 5", with: "minsta grupp: fåtal",
            ", rad 4: ”minsta grupp” är ”fåtal”, men ska vara ett heltal."),
        broken(
            "a period that is none", "gäller från: \"2021\"", with: "gäller från: i år",
            ", rad 6: ”i år” är ingen period. Skriv ett år (2021), två månader (2020-11--2021-10), en tertial "
                + "(2021-T1) eller ett halvår (2021-VT, 2021-HT)."),
        broken(
            "a version that stands twice", "skalor:", with: "  - { id: \"2021\", gäller från: \"2022\" }\nskalor:",
            ", rad 5: versionen ”2021” finns två gånger. Ändra eller ta bort på det ena stället."),
        broken(
            "two faults of different kinds", "minsta grupp: 5", with: "minsta grupp: 4\nfärg: blå",
            ", rad 5: nyckeln ”färg” är okänd. Här får stå: \(all)."),
    ]

    private static let questions = [
        broken(
            "a question that stands twice", "id: malen", with: "id: stod",
            ", rad 26: frågans id ”stod” finns två gånger. Ändra eller ta bort på det ena stället."),
        broken(
            "a number that stands twice", "nummer: 2", with: "nummer: 1",
            ", rad 29: frågans nummer i 2021 ”1” finns två gånger. Ändra eller ta bort på det ena stället."),
        broken(
            "a text that stands twice", "Går ni åt rätt håll?", with: "FÅR du stödet när du behöver det",
            ", rad 30: frågans text i 2021 ”FÅR du stödet när du behöver det” finns två gånger. Ändra eller ta bort "
                + "på det ena stället."),
        broken(
            "a scale that does not exist", "rätt håll?\"\n    skala: omfattning",
            with: "rätt håll?\"\n    skala: omfång",
            ", rad 32: ”skala” hänvisar till ”omfång”, som inte finns. Det som finns: omfattning."),
        broken(
            "a version that does not exist", "\"2021\": { nummer: 3 }", with: "\"2022\": { nummer: 3 }",
            ", rad 33: ”versioner” hänvisar till ”2022”, som inte finns. Menade du 2021? Det som finns: 2021."),
        broken(
            "a former question that does not exist", "nummer: 3", with: "nummer: 3, jämförbar med: rätt",
            ", rad 33: ”jämförbar med” hänvisar till ”rätt”, som inte finns. Det som finns: inget."),
        broken(
            "a number that is none", "nummer: 3", with: "nummer: tvåa",
            ", rad 33: ”nummer” är ”tvåa”, men ska vara ett heltal."),
        broken(
            "an unknown key of a question", "nummer: 3", with: "numer: 3",
            ", rad 33: nyckeln ”numer” är okänd. Menade du nummer? Här får stå: nummer, jämförbar med, ej jämförbar."),
    ]

    private static let scales = [
        broken(
            "an unknown class", "Inte alls, klass: negativ", with: "Inte alls, klass: dålig",
            ", rad 12: ”klass” är ”dålig”. Här får stå: negativ, varken eller, positiv, klart positiv."),
        broken(
            "no class", "Inte alls, klass: negativ", with: "Inte alls",
            ", rad 12: ”klass” saknas för ett svarsalternativ i skalan omfattning. Lägg till en rad ”klass: ...”."),
        broken(
            "an unknown kind of no answer", "inget svar: vet ej", with: "inget svar: vet inte",
            ", rad 13: ”inget svar” är ”vet inte”. Här får stå: ej besvarad, vet ej, ej aktuellt, kan ej bedöma."),
        broken(
            "a spelling of two categories", "Mestadels", with: "delvis",
            ", rad 8: svarsalternativet ”Delvis” finns två gånger. Ändra eller ta bort på det ena stället."),
        broken(
            "a word where a list should be", "stavningar: [K]", with: "stavningar: K",
            ", rad 18: ”stavningar” är ”K”, men ska vara en lista, med ett streck framför varje rad."),
        broken(
            "a spelling of two values of kön", "stavningar: [M]", with: "stavningar: [K]",
            ", rad 17: värdet ”K” finns två gånger. Ändra eller ta bort på det ena stället."),
        broken(
            "values that are neither free nor a list", "värden: fria", with: "värden: fritt",
            ", rad 15: ”värden” är ”fritt”. Menade du fria? Här får stå: fria."),
        broken(
            "several choices among values that nobody has listed", "värden: fria", with: "värden: fria, flerval: ja",
            ", rad 15: ”värden” är ”fria”, men ska vara en lista när ”flerval” är ja, så att flera val i samma cell kan "
                + "skiljas åt."),
        broken(
            "small groups that are neither hidden nor merged", "värden: fria", with: "värden: fria, små grupper: visa",
            ", rad 15: ”små grupper” är ”visa”. Här får stå: dölj, slå ihop, { slå ihop till: gruppens namn }."),
        broken(
            "a limit of a background that is below the questionnaire's", "värden: fria",
            with: "värden: fria, minsta grupp: 4",
            ", rad 15: ”minsta grupp” för insats är 4, men får inte vara under enkätens egen, som är 5. Höj den, eller ta bort "
                + "raden: då gäller 5."),
        broken(
            "a background that stands twice", "id: insats", with: "id: kön",
            ", rad 14: bakgrunden ”kön” finns två gånger. Ändra eller ta bort på det ena stället."),
    ]

    private static let yaml = [
        broken(
            "a colon too many", "\"Får du stödet när du behöver det?\"", with: "Får du: stödet?",
            ", rad 23: filen kan inte läsas som YAML: ett kolon för mycket: sätt texten inom citattecken."),
        broken(
            "a tab as indent", "rätt håll?\"\n    skala", with: "rätt håll?\"\n\tskala",
            ", rad 32: filen kan inte läsas som YAML: ett tabbtecken eller en ogiltig början: dra in med mellanslag."),
        broken(
            "a key that stands twice", "minsta grupp: 5", with: "minsta grupp: 5\nminsta grupp: 6",
            ", rad 4: filen kan inte läsas som YAML: nyckeln minsta grupp står två gånger: ta bort den ena."),
    ]

    private static let folders = [
        Refused(
            "a folder that does not exist", ["formular", "--formular", "får ej finnas"],
            "Mappen får ej finnas med formulär finns inte. Ange en annan med --formular.", Ending.missingFile),
        Refused(
            "a folder without questionnaires", [("tomt/läs.txt", "")], ["formular", "--formular", "tomt"],
            "tomt: här finns inget formulär. Lägg formulärens .yaml-filer i mappen, eller ange en annan mapp med "
                + "--formular.\nInget har sparats.", Ending.badData),
        Refused(
            "two files with one id", [("Surveys/formular/över.yaml", Samverkan.formular)], ["formular"],
            "Surveys/formular/över.yaml: formulärets id ”samverkan” finns två gånger. Ändra eller ta bort på det ena stället.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "a folder named as a file", [("Surveys/formular/över.yaml/x", "")], ["formular"],
            "Surveys/formular/över.yaml: filen kan inte läsas: det är en mapp, inte en fil.\nInget har sparats.",
            Ending.inputOutput),
        Refused(
            "an id that does not exist", ["formular", "samvärkan"],
            "Surveys/formular: enkäten ”samvärkan” finns inte. Menade du samverkan? De som finns: samverkan.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "a file too large to be a questionnaire",
            [("Surveys/formular/över.yaml", String(repeating: "# Å\n", count: 300_000))], ["formular"],
            "Surveys/formular/över.yaml: filen är 1500000 byte, men en beskrivning får vara högst 1048576. "
                + "Det är nog fel fil.\nInget har sparats.", Ending.badData),
    ]
}
