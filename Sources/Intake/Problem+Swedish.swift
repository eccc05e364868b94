import Survey

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
        case .belowInstrumentsSmallestGroup(let variable, let found, let least):
            "”minsta grupp” för \(variable) är \(found), men får inte vara under enkätens egen, som är \(least). Höj den, eller ta "
                + "bort raden: då gäller \(least)."
        case .noInstruments:
            "här finns inget formulär. Lägg formulärens .yaml-filer i mappen, eller ange en annan mapp med --formular."
        case .unknownInstrument(let id, let accepted):
            "enkäten \(quoted(id)) finns inte.\(nearestHint(id, accepted)) De som finns: \(list(accepted))."
        case .noVersion(let instrument, let period, let first):
            "formuläret \(instrument) har ingen version för \(period), den första gäller från \(first). "
                + "Lägg till en version i formuläret eller rätta perioden."
        case .notAPeriod(let text):
            "\(quoted(text)) är ingen period. Skriv ett år (2021), två månader (2020-11--2021-10), en tertial (2021-T1) eller "
                + "ett halvår (2021-VT, 2021-HT)."
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
        case .loopedQuestionWithoutColumn(let id, let number, let text, let example):
            "ingen kolumn för fråga \(number), \(quoted(text)). Den ställs en gång för varje insats eller liknande: rubriken ska "
                + "ha båda, ”\(example): \(text)”, eller så har filen en rad för varje svarande och insats. Heter kolumnen något "
                + "annat, lägg till --kolumn \"rubrik=\(id)=\(example)\"."
        case .loopedColumnWithoutMember(let id, let number, let variable, let accepted, let heading):
            "kolumnen är fråga \(number), men det framgår inte vilken \(variable) den gäller. Godtagna: \(list(accepted)). "
                + "Skriv det med \(columnOption(heading, "\(id)=\(accepted.first ?? "namn")")), eller lägg till namnet i "
                + "formuläret."
        case .loopedColumnMissing(let id, let number, let text, let member):
            "ingen kolumn för fråga \(number), \(quoted(text)), om \(member), fast andra frågor om \(member) finns. Heter "
                + "kolumnen något annat, lägg till --kolumn \"rubrik=\(id)=\(member)\"."
        case .loopRowsWithoutRespondent(let accepted):
            "filen har en rad för varje svarande och svar, men ingen kolumn som säger vilka rader som är samma person. Utan den "
                + "kan personer inte räknas. Exportera med svarsid (rubriken \(list(accepted))), eller ange kolumnen med "
                + "--kolumn \"rubrik=\(HeadingMatch.respondentTarget)\". Svarsid sparas aldrig."
        case .loopRowsWithoutMember(let variable):
            "filen har en rad för varje svarande och \(variable), men ingen kolumn säger vilken \(variable) raden gäller. Ange den "
                + "med --kolumn \"rubrik=\(variable)\"."
        case .rowWithoutRespondent(let heading):
            "raden har svar men inget i kolumnen \(quoted(heading)), så det framgår inte vems de är. Fyll i den, eller ta bort "
                + "raden."
        case .rowWithoutMember(let variable):
            "raden har svar men säger inte vilken \(variable) de gäller. Fyll i den, eller ta bort svaren."
        case .rowOfSeveralMembers(let variable, let value):
            "raden har svar om en \(variable), men här står flera: \(quoted(value)). Dela raden i en för varje."
        case .sameBlockTwice(let member, let row):
            "samma svarande har redan svarat om \(member) på rad \(row). Ta bort den ena raden."
        case .rowsDisagree(let what, let value, let other, let row):
            "samma svarande har \(quoted(value)) här men \(quoted(other)) på rad \(row), i \(what). En person har ett svar: rätta "
                + "den ena raden, eller svarsid."
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
        case .published(let fault): fault.swedish
        case .noDateColumn(let headings):
            "ingen kolumn har datumet som svaren ska placeras efter. Formuläret väntar en av rubrikerna: \(list(headings)). "
                + "Ange perioden med --period, eller säg vilken kolumn det är med --kolumn \"rubrik=datum\"."
        case .noDate:
            "datumet saknas, så det går inte att se vilken period svaret hör till. Fyll i datumet, eller ange --period: då "
                + "räknas svar utan datum till den perioden."
        case .notADate(let text):
            "\(quoted(text)) är inget datum, så det går inte att se vilken period svaret hör till. Skriv datumet som "
                + "2021-10-04, eller ange --period: då räknas svar utan datum till den perioden."
        case .doubtfulDate(let example, let orders, let rows, let heading):
            "\(quoted(example)) kan läsas som \(alternatives(orders.map(\.swedish))), och perioden beror på vilket "
                + "(\(count(rows, "svar", "svar"))). Lägg till "
                + "\(alternatives(orders.map { columnOption(heading, DateTarget(order: $0).text) })), eller exportera med datum "
                + "som 2021-10-04."
        case .periodNotOfDating(let asked, let nearest):
            "formuläret placerar svaren efter datum, och \(asked.words) är ingen av dess perioder. Ange "
                + "\(alternatives(nearest.map(\.label))), eller ta bort ”datum” ur formuläret."
        case .nothingInPeriod(let asked, let found):
            "inget svar är daterat i \(asked.words). Svaren hör till: \(list(found)). Ange rätt period, eller utelämna --period."
        case .datedBeforeFirstVersion(let instrument, let first, let found):
            "\(count(found.count, "svar är daterat", "svar är daterade")) i \(found.period.words), men formuläret \(instrument) har "
                + "ingen version för den perioden; den första gäller från \(first). Rätta datumen, ta bort raderna eller lägg "
                + "till en version i formuläret."
        case .invitedOfSeveralPeriods(let found):
            "antalet tillfrågade gäller en period, men svaren hör till flera: \(list(found)). Ange med --period vilken det "
                + "gäller."
        case .periodMissing:
            "ange perioden med --period, till exempel --period 2021. Enkätens svar placeras inte efter datum."
        case .notANumber(let text):
            "\(quoted(text)) är inget antal. Skriv ett heltal, 0 eller större."
        case .notAnInvitedHeading(let variables):
            "rubrikraden ska ha ”antal” och en av: \(list(variables)). Skriv till exempel ”insats;antal”. En fil med en rad för "
                + "varje tillfrågad ska i stället ha ”svarat”."
        case .unknownInvitedGroup(let value, let accepted):
            "\(quoted(value)) är ingen grupp.\(nearestHint(value, accepted)) Grupperna är: \(list(accepted))."
        case .moreAnswersThanInvited(let group, let answers, let invited):
            "för \(group) finns \(answers) svar men bara \(invited) tillfrågade. Rätta antalet tillfrågade eller filerna."
        case .invitedTotalMissing(let variable):
            "samma person kan ha tillfrågats för flera värden av \(variable), så gruppernas summa är inte antalet tillfrågade. "
                + "Lägg till raden ”totalt” med hur många personer som tillfrågades."
        case .invitedOfTwoOverlaps(let variables):
            "samma person kan ha flera värden av både \(variables.joined(separator: " och ")), så antalen kan inte läggas ihop. "
                + "Skriv ”totalt” i den ena kolumnen på varje rad."
        case .neitherAnsweredNorNot(let text):
            "\(quoted(text)) säger inte om personen har svarat. Godtaget är Ja, X eller 1, och Nej, 0 eller tomt. Rätta cellen."
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
        case .national(let fault):
            fault.swedish
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

/// "november 2020–oktober 2021 (32 svar)".
func list(_ periods: [PeriodCount]) -> String { list(periods.map { "\($0.period.words) (\($0.count) svar)" }) }

func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

extension String {
    /// A key is already quoted where it came from a summary.
    fileprivate var trimmedOfQuotes: String { hasPrefix("”") ? self : "”\(self)”" }
}
