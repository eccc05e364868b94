import Glibc
public import Tabular

extension Problem: CustomStringConvertible {
    /// One message in Swedish: place, what stands there, what was expected and what to do.
    public var description: String { "\(place): \(fact)" }
}

extension Place: CustomStringConvertible {
    /// "personal.csv, rad 7, kolumn D (”3. Upplever du ...”)".
    public var description: String {
        var text = file
        if let row { text += ", rad \(row)" }
        if let column { text += ", kolumn \(Self.letters(of: column))" }
        if let heading { text += " (\(quoted(heading)))" }
        return text
    }
}

extension Refusal: CustomStringConvertible {
    /// One line a problem.
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
        case .noQuestions(let instrument, let dialect, let headings):
            "ingen kolumn svarar mot någon fråga i formuläret \(instrument). Filen lästes som \(dialect.swedish), "
                + "med \(count(headings.count, "rubrik", "rubriker")): \(list(headings.prefix(12).map(quoted))). "
                + "Kontrollera att det är rätt enkät (--enkat) och rätt skiljetecken (--skiljetecken)."
        case .questionWithoutColumn(let number, let text):
            "ingen kolumn för fråga \(number), \(quoted(text)). Rubriken ska vara frågans id, nummer eller hela text."
        case .columnTwice(let question, let other):
            "\(question) finns redan i kolumn \(Place.letters(of: other)). Ta bort eller byt rubrik på den ena."
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
        case .tooManyValues(let variable, let found, let most):
            "\(found) olika värden för \(variable), men högst \(most) godtas. Kolumnen är nog något annat: byt rubrik på den."
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
        }
    }
}

private func suggestion(_ nearest: String?) -> String { nearest.map { " Menade du \($0)?" } ?? "" }

private func nearestHint(_ found: String, _ accepted: [String]) -> String {
    suggestion(nearest(to: found, among: accepted))
}

/// A value as it stands in the file, cut where it is long.
private func quoted(_ text: String) -> String {
    let longest = 80
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > longest ? "”\(line.prefix(longest))…”" : "”\(line)”"
}

private func list(_ texts: [String]) -> String { texts.isEmpty ? "inget" : texts.joined(separator: ", ") }

func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

extension String {
    /// A key is already quoted where it came from a summary.
    fileprivate var trimmedOfQuotes: String { hasPrefix("”") ? self : "”\(self)”" }
}

extension Dialect {
    /// "UTF-8 med semikolon mellan kolumnerna".
    public var swedish: String { "\(encoding.swedish) med \(separator.swedish) mellan kolumnerna" }
}

extension TextEncoding {
    fileprivate var swedish: String {
        switch self {
        case .utf8, .utf8WithMark: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .windows1252: "Windows-1252"
        }
    }
}

extension Separator {
    public var swedish: String {
        switch self {
        case .semicolon: "semikolon"
        case .comma: "komma"
        case .tab: "tabb"
        }
    }
}

extension TableError {
    fileprivate var swedish: String {
        switch self {
        case .unreadable(let failure):
            "filen kan inte läsas: \(failure.swedish)"
        case .empty:
            "filen är tom. Exportera svaren på nytt."
        case .nulByte(let place):
            "\(place.swedish): filen är ingen textfil (den har ett NUL-tecken). Spara eller exportera den som CSV."
        case .unterminatedQuote(let place):
            "\(place.swedish): cellen börjar med ett citattecken som aldrig avslutas. Rätta cellen eller exportera på nytt."
        case .rowTooLong(let row, let limit):
            "rad \(row) är längre än \(limit) byte. Filen är nog ingen CSV-fil, eller ett citattecken saknas."
        case .tooManyFields(let row, let limit):
            "rad \(row) har fler än \(limit) celler. Kontrollera skiljetecknet (--skiljetecken)."
        case .mixedEncodings(let place, let encoding, let other):
            "\(place.swedish): filen blandar \(encoding.swedish) och \(other.swedish). "
                + "Öppna den i ett kalkylprogram, kontrollera å, ä och ö och spara som CSV i UTF-8."
        case .undecodable(let place, let encoding):
            "\(place.swedish): tecknen är inte \(encoding.swedish), som filen säger sig vara. Spara om filen som UTF-8."
        case .tooManyValues(let column, let name, _, let limit):
            "kolumn \(Intake.Place.letters(of: column + 1)) (\(quoted(name))) har fler än \(limit) olika texter "
                + "och kan inte vara svar på en fråga. Byt rubrik på den så utelämnas den."
        case .tooMuchText(let place, let limit):
            "\(place.swedish): kolumnerna med svar innehåller mer än \(limit) byte olika text. Det är nog fritext."
        case .tooManyRows(let limit, let columns):
            "filen har fler än \(limit) rader (\(columns) kolumner läses). Dela upp den i flera filer."
        case .noSuchColumn(let index, let count):
            "kolumn \(index + 1) finns inte, filen har \(count)."
        }
    }
}

extension Tabular.Place {
    fileprivate var swedish: String { "rad \(sheetRow), kolumn \(Intake.Place.letters(of: column + 1))" }
}

extension ReadFailure {
    fileprivate var swedish: String {
        switch code {
        case EACCES, EPERM: "du har inte rätt att läsa den."
        case EISDIR: "det är en mapp, inte en fil."
        default: "systemet svarade fel \(code). Försök igen eller kopiera filen till en annan plats."
        }
    }
}
