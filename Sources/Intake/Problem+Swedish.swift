extension Problem: CustomStringConvertible {
    /// One message in Swedish: place, what stands there, what was expected and what to do.
    public var description: String { "\(place): \(fact)" }
}

extension Place: CustomStringConvertible {
    /// "personal.xlsx, blad ”Svar”, rad 7, kolumn D (”3. Upplever du ...”)".
    public var description: String {
        var text = file
        if let sheet { text += ", blad \(quoted(sheet))" }
        if let row { text += ", rad \(row)" }
        if let column { text += ", kolumn \(Self.letters(of: column))" }
        if let heading { text += " (\(quoted(heading)))" }
        return text
    }
}

extension Refusal: CustomStringConvertible {
    /// One line a problem, and below one of a whole file its first rows.
    public var description: String {
        let more = further.map { further in
            let what =
                further.place.column == nil
                ? count(further.count, "rad med fel antal celler", "rader med fel antal celler")
                : count(further.count, "okänt värde", "okända värden")
            return "\(further.place): ytterligare \(what)."
        }
        return (problems.map(\.description) + more).joined(separator: "\n")
    }
}

extension Problem.Fact: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notYAML(let reason):
            "filen kan inte läsas som YAML: \(reason)."
        case .missingKey(let key, let what):
            "\(quoted(key)) saknas för \(what). Lägg till en rad ”\(key): ...”."
        case .unknownKey(let key, let accepted):
            "nyckeln \(key.trimmedOfQuotes) är okänd.\(nearestHint(key, accepted)) Här får stå: \(list(accepted))."
        case .notOfKind(let key, let found, let expected):
            "\(quoted(key)) är \(found), men ska vara \(expected)."
        case .unknownWord(let key, let found, let accepted):
            "\(quoted(key)) är \(quoted(found)).\(nearestHint(found, accepted)) Här får stå: \(list(accepted))."
        case .twice(let what, let value):
            "\(what) \(quoted(value)) finns två gånger. Ändra eller ta bort på det ena stället."
        case .refersToNothing(let key, let value, let accepted):
            "\(quoted(key)) hänvisar till \(quoted(value)), som inte finns."
                + "\(nearestHint(value, accepted)) Det som finns: \(list(accepted))."
        case .belowSmallestGroup(let found, let least):
            "”minsta grupp” är \(found), men får inte vara under \(least). De som svarade har fått löfte om att ingen ska kunna pekas ut."
        case .noInstruments:
            "här finns inget formulär. Lägg formulärens .yaml-filer i mappen, eller ange en annan mapp med --formular."
        case .unknownInstrument(let id, let accepted):
            "enkäten \(quoted(id)) finns inte.\(nearestHint(id, accepted)) De som finns: \(list(accepted))."
        case .noVersion(let instrument, let period, let first):
            "formuläret \(instrument) har ingen version för \(period), den första gäller från \(first). "
                + "Lägg till en version i formuläret eller rätta perioden."
        case .notAPeriod(let text):
            "\(quoted(text)) är ingen period. Skriv ett år (2021) eller två månader (2020-11--2021-10)."
        case .missing:
            "filen finns inte. Kontrollera namnet och mappen."
        case .unreadable(let error):
            error.swedish
        case .tooLarge(let size, let most):
            "filen är \(size) byte, men en beskrivning får vara högst \(most). Det är nog fel fil."
        case .oneColumn(let format, let first):
            "filen blev en enda kolumn. Den lästes som \(format.swedish). De första raderna blev:\n\(first)\n"
                + format.whatToCheck
        case .noQuestions(let instrument, let format, let others, let first):
            "ingen kolumn svarar mot någon fråga i formuläret \(instrument). Filen lästes som \(format.swedish)"
                + (others.isEmpty ? "" : ", och inget av bladen \(list(others.map(quoted))) svarar heller mot det")
                + ". De första raderna blev:\n\(first)\nKontrollera att det är rätt enkät (--enkat). \(format.whatToCheck)"
        case .questionWithoutColumn(let id, let number, let text):
            "ingen kolumn för fråga \(number), \(quoted(text)). Rubriken ska vara frågans id, nummer eller hela text; "
                + "heter kolumnen något annat, lägg till --kolumn \"rubrik=\(id)\"."
        case .columnTwice(let what, let other, let heading):
            "\(what) finns redan i kolumn \(Place.letters(of: other)), och innehållet är ett annat. Utelämna den ena, "
                + "till exempel med \(columnOption(heading, "-")), eller byt rubrik på den."
        case .columnInDoubt(let heading, let match, let candidates):
            doubt(heading, match, candidates)
        case .choiceWithoutColumn(let heading, let file, let nearest):
            "rubriken \(quoted(heading)) finns inte i \(file)."
                + (nearest.map { " Menade du \(quoted($0))?" } ?? "") + " Skriv den som den står i filen."
        case .targetOfNothing(let heading, let target, let accepted, let nearest):
            "kolumnen \(quoted(heading)) ska vara \(quoted(target)), men det är ingen fråga eller bakgrund i formuläret."
                + "\(suggestion(nearest)) Där får stå: \(list(accepted)), ett frågenummer, eller - för att utelämna kolumnen."
        case .headingOfSeveral(let heading, let columns, let choices):
            "rubriken \(quoted(heading)) står över kolumnerna \(letters(columns)), men vad den är har angetts "
                + "\(choices == 1 ? "bara en gång" : "\(choices) gånger"). Ange det en gång för varje kolumn, i kolumnernas "
                + "ordning; - utelämnar en kolumn."
        case .unknownOption(let variable, let option, let accepted, let nearest, let heading):
            "alternativet \(quoted(option)) är inget känt värde för \(variable).\(suggestion(nearest)) "
                + "Godtagna värden: \(list(accepted)). Lägg till stavningen i formuläret, eller utelämna kolumnen med "
                + "\(columnOption(heading, "-"))."
        case .optionWithoutName(let variable, let id, let heading):
            "kolumnen är ett av alternativen för \(variable), men det framgår inte vilket. Skriv det med "
                + "\(columnOption(heading, "\(id)=alternativets namn"))."
        case .moreCells(let found, let expected):
            "raden har \(found) celler, men rubrikraden \(expected). "
                + "Ofta står ett skiljetecken i en text utan citattecken: rätta raden eller exportera på nytt."
        case .unknownAnswer(let value, let accepted, let nearest):
            "svaret \(quoted(value)) är inget av svarsalternativen.\(suggestion(nearest)) "
                + "Godtagna svar: \(list(accepted)). Rätta cellen, eller lägg till stavningen i formuläret."
        case .unknownBackground(let variable, let value, let accepted, let nearest):
            "\(quoted(value)) är inget känt värde för \(variable).\(suggestion(nearest)) "
                + "Godtagna värden: \(list(accepted)). Rätta cellen, eller lägg till stavningen i formuläret."
        case .notABackground(let variable, let value):
            "\(quoted(value)) kan inte vara \(variable): fri text, e-postadresser och långa nummer sparas aldrig. "
                + "Rätta cellen, eller byt rubrik så att kolumnen utelämnas."
        case .errorValue(let value):
            "cellen innehåller kalkylprogrammets felvärde \(quoted(value)). Rätta formeln eller skriv in svaret."
        case .severalValues(let variable, let value):
            "\(quoted(value)) är flera värden för \(variable), men varje svarande har ett enda. Lägg till ”flerval: ja” för "
                + "\(variable) i formuläret om den som svarar kan ange flera, eller rätta cellen."
        case .notAnOption(let value, let variable, let option):
            "\(quoted(value)) säger varken ja eller nej till \(quoted(option)) för \(variable). Godtaget är 1, Ja, X eller "
                + "alternativets namn, och 0, Nej eller tomt. Rätta cellen."
        case .disagreement(let value, let other, let column):
            "här står \(quoted(value)) men i kolumn \(column) \(quoted(other)), fast kolumnerna är samma sak. Rätta den ena "
                + "cellen, eller utelämna den ena kolumnen med --kolumn."
        case .tooManyValues(let variable, let found, let most):
            "\(found) olika värden för \(variable), men högst \(most) godtas. Kolumnen är nog något annat: byt rubrik på den."
        case .tooManyChoices(let variable, let found, let most):
            "\(found) olika kombinationer av \(variable), men högst \(most) godtas. Kolumnen är nog något annat: byt rubrik på den."
        case .noAnswers:
            "filerna innehåller inga svar. Kontrollera att exporten är rätt och inte bara har rubriker."
        case .sameContent(let other):
            "filen har samma innehåll som \(other). Ta bort den ena."
        case .notANumber(let text):
            "\(quoted(text)) är inget antal. Skriv ett heltal, 0 eller större."
        case .notAnInvitedHeading(let variables):
            "rubrikraden ska ha ”antal” och en av: \(list(variables)). Skriv till exempel ”insats;antal”."
        case .unknownInvitedGroup(let value, let accepted):
            "\(quoted(value)) är ingen grupp.\(nearestHint(value, accepted)) Grupperna är: \(list(accepted))."
        case .moreAnswersThanInvited(let group, let answers, let invited):
            "för \(group) finns \(answers) svar men bara \(invited) tillfrågade. Rätta antalet tillfrågade eller filerna."
        case .invitedTotalMissing(let variable):
            "samma person kan ha tillfrågats för flera värden av \(variable), så gruppernas summa är inte antalet tillfrågade. "
                + "Lägg till raden ”totalt” med hur många personer som tillfrågades."
        case .invitedTotalBelowGroup(let group, let invited, let total):
            "raden ”totalt” är \(total), men för \(group) tillfrågades \(invited). "
                + "Totalt ska vara alla personer som tillfrågades."
        case .sameLayout(let other):
            "mappningen är för samma rubriker som \(other). Ta bort den ena, eller välj en med --mappning."
        case .otherLayout:
            "ingen av mappningens rubriker finns i filen. Välj en annan mappning, eller ta bort den: utan mappning tolkas "
                + "rubrikerna som vanligt."
        case .otherInstrument(let found, let asked):
            "mappningen är för enkäten \(found), men det är \(asked) som ska läsas in. Rätta --enkat, eller välj en annan "
                + "mappning med --mappning."
        case .notAColumnChoice(let text):
            "\(quoted(text)) säger inte vad en kolumn är. Skriv rubriken, ett likhetstecken och frågans id eller nummer, "
                + "en bakgrunds id eller ett streck: --kolumn \"Får du stöd?=3\"."
        case .questionnairesAlike(let matches):
            "rubrikerna passar lika bra till \(listed(matches)). Ange vilken enkät det är med --enkat."
        case .noQuestionnaire(let best, let all, let format, let first):
            "rubrikerna är inte hälften av frågorna i någon enkät."
                + (best.isEmpty ? "" : " Närmast är \(listed(best)).")
                + " Filen lästes som \(format.swedish). De första raderna blev:\n\(first)\n"
                + "Är det rätt fil, ange vilken enkät det är med --enkat: \(list(all)). \(format.whatToCheck)"
        case .filesOfSeveral(let files):
            "filerna hör till olika enkäter: \(list(files.map { "\($0.file) till \($0.instrument)" })). "
                + "Läs in en enkät i taget."
        case .cannotLookFirst:
            "det är ingen vanlig fil, så enkäten kan inte kännas igen innan den läses. Ange den med --enkat."
        }
    }
}

/// What the column probably is, and what to write to say so.
private func doubt(_ heading: String, _ match: Match, _ candidates: [ProbableMeaning]) -> String {
    let why =
        switch match {
        case .nearest(let distance): "\(count(distance, "tecken", "tecken")) skiljer"
        case .abbreviated: "texten är avkortad"
        default: "efter kolumnernas ordning"
        }
    let names = candidates.map { candidate in
        candidate.number.map { "fråga \($0), \(quoted(candidate.text))" } ?? candidate.text
    }
    let answers = candidates.map { columnOption(heading, $0.target) }
    let probably =
        names.count == 1
        ? "är troligen \(names[0]) (\(why)). Lägg till \(answers[0]) om det stämmer"
        : "kan vara \(alternatives(names)) (\(why)). Lägg till \(alternatives(answers))"
    return "kolumnen \(probably), annars rätt fråga efter likhetstecknet (- utelämnar kolumnen). "
        + "--spara-mappning minns svaret till nästa gång."
}

private func alternatives(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " eller " + last
}

/// --kolumn "rubrik=fråga", as it can be written in a shell.
public func columnOption(_ heading: String, _ target: String) -> String {
    let text = heading.split(whereSeparator: \.isNewline).map(\.withoutOuterSpace).joined(separator: " ") + "=" + target
    let isPlain = !text.contains { "\"$`\\!".contains($0) }
    return isPlain ? "--kolumn \"\(text)\"" : "--kolumn '\(text.replacing("'", with: "'\\''"))'"
}

private func listed(_ matches: [QuestionnaireMatch]) -> String {
    matches.map { "\($0.instrument) (\($0.swedish))" }.joined(separator: " och ")
}

private func letters(_ columns: [Int]) -> String { columns.map { Place.letters(of: $0) }.joined(separator: ", ") }

private func suggestion(_ nearest: String?) -> String { nearest.map { " Menade du \($0)?" } ?? "" }

private func nearestHint(_ found: String, _ accepted: [String]) -> String {
    suggestion(nearest(to: found, among: accepted))
}

/// A value as it stands in the file, cut where it is long.
func quoted(_ text: String) -> String {
    let longest = 80
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > longest ? "”\(line.prefix(longest))…”" : "”\(line)”"
}

func list(_ texts: [String]) -> String { texts.isEmpty ? "inget" : texts.joined(separator: ", ") }

func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

extension String {
    /// A key is already quoted where it came from a summary.
    fileprivate var trimmedOfQuotes: String { hasPrefix("”") ? self : "”\(self)”" }
}
