import Glibc
import Tabular
import Zip

extension TableError {
    var swedish: String {
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
        case .noSuchHeadings(let rows, let count):
            "rubrikraderna \(rows.lowerBound + 1) till \(rows.upperBound) finns inte, filen har \(count) rader."
        case .notATable(let format):
            format.swedish
        case .archive(let error):
            error.swedish
        case .xml(let part, let line, let fault):
            "kalkylarkets del \(part), rad \(line): \(fault.swedish) \(saveAgain)"
        case .missingPart(let part):
            "kalkylarkets del \(part) saknas i filen. \(saveAgain)"
        case .wrongPart(let part):
            "kalkylarkets del \(part) är något annat än kalkylarket säger. \(saveAgain)"
        case .tooManySheets(let limit):
            "kalkylarket har fler än \(limit) blad. Spara bladet med svaren som en egen fil."
        case .tooManyRelationships(let part, let limit):
            "kalkylarkets del \(part) hänvisar till fler än \(limit) delar. \(saveAgain)"
        case .tooManyStyles(let limit):
            "kalkylarket har fler än \(limit) cellformat. Kopiera svaren till ett nytt kalkylark och spara det."
        case .tooManySharedStrings(let limit):
            "kalkylarket har fler än \(limit) texter. Spara bladet med svaren som en egen fil."
        case .tooMuchSharedText(let limit):
            "kalkylarkets texter är tillsammans mer än \(limit) byte. Spara bladet med svaren som en egen fil."
        case .sharedStringTooLong(let index, let limit):
            "kalkylarkets text nummer \(index + 1) är längre än \(limit) byte. \(saveAgain)"
        case .rowOutOfOrder(let sheet, let found, let after):
            "blad \(quoted(sheet)): efter rad \(after) kommer \(found.map { "rad \($0)" } ?? "en rad utan nummer"). "
                + saveAgain
        case .tooManySheetRows(let sheet, let found, let limit):
            "blad \(quoted(sheet)): rad \(found) finns inte, ett blad har högst \(limit) rader. \(saveAgain)"
        case .cell(let place, let fault):
            "\(place.swedish): \(fault.swedish)"
        case .malformedRepeat(let place):
            "\(place.swedish): cellen eller raden ska upprepas, men antalet är inget tal. \(saveAgain)"
        case .spss(let fault):
            fault.swedish
        case .noSuchSheet(let name, let existing):
            "det finns inget blad \(quoted(name)). Bladen är: \(list(existing.map(quoted))). Ange ett av dem med --blad."
        case .pipeTooLong(let limit):
            "det som kom genom röret är mer än \(limit) byte. Spara det som en fil och läs in den."
        case .tooMuchCellText(let limit):
            "cellerna innehåller mer än \(limit) byte text tillsammans. Dela upp filen, eller ta bort fritext."
        case .tooManyCells(let limit):
            "filen har fler än \(limit) celler med innehåll. Dela upp den i flera filer."
        }
    }
}

extension Tabular.Place {
    var swedish: String {
        (sheet.map { "blad \(quoted($0)), " } ?? "")
            + "rad \(sheetRow), kolumn \(Intake.Place.letters(of: column + 1))"
    }
}

extension ReadFailure {
    var swedish: String {
        switch code {
        case EACCES, EPERM: "du har inte rätt att läsa den."
        case EISDIR: "det är en mapp, inte en fil."
        default: "systemet svarade fel \(code). Försök igen eller kopiera filen till en annan plats."
        }
    }
}

extension ForeignFormat {
    /// What the file is, and what to do instead.
    var swedish: String {
        switch self {
        case .oldExcel:
            "filen är en gammal Excel-fil (.xls). Öppna den i Excel eller LibreOffice och spara som .xlsx eller .ods."
        case .encryptedWorkbook:
            "kalkylarket är skyddat med lösenord. Öppna det, ta bort lösenordet och spara som .xlsx eller .ods."
        case .binaryExcel:
            "filen är ett binärt Excel-kalkylark (.xlsb). Öppna den i Excel och spara som .xlsx eller .ods."
        case .otherDocument:
            "filen är ett dokument, inget kalkylark. Exportera svaren som .xlsx, .ods, .csv eller .sav."
        case .flatOpenDocument:
            "filen är ett OpenDocument-kalkylark i en enda XML-fil (.fods). Öppna den i LibreOffice och spara som .ods."
        case .pdf:
            "filen är en PDF. Svaren går inte att läsa ur den: exportera dem som .xlsx, .ods, .csv eller .sav."
        case .picture:
            "filen är en bild. Exportera svaren som .xlsx, .ods, .csv eller .sav."
        case .html:
            "filen är en webbsida. Öppna den i Excel eller LibreOffice och spara som .xlsx eller .ods, eller exportera på nytt."
        case .xml:
            "filen är XML. Exportera svaren som .xlsx, .ods, .csv eller .sav."
        case .archive:
            "filen är ett arkiv, inget kalkylark. Packa upp det och läs in filerna i det."
        case .otherStatistics:
            "filen är från ett statistikprogram i ett format som inte läses. Spara den som SPSS (.sav) eller CSV."
        case .database:
            "filen är en databas. Exportera svaren som .xlsx, .ods, .csv eller .sav."
        }
    }
}

/// What to do with a workbook that another program can most likely mend.
let saveAgain = "Öppna kalkylarket i Excel eller LibreOffice och spara det på nytt, eller exportera svaren igen."

extension CellFault {
    var swedish: String {
        switch self {
        case .notANumber: "cellen ska vara ett tal, men är inget. \(saveAgain)"
        case .notABoolean: "cellen ska vara sant eller falskt, men är inget av dem. \(saveAgain)"
        case .notADate: "cellen ska vara ett datum, men är inget. \(saveAgain)"
        case .unknownType: "cellen är av ett okänt slag. \(saveAgain)"
        case .noSharedString(let index, let count):
            "cellen hänvisar till text nummer \(index), men kalkylarket har bara \(count). \(saveAgain)"
        case .badReference: "cellens adress hör inte till raden. \(saveAgain)"
        case .outOfOrder: "cellen står inte till höger om den förra. \(saveAgain)"
        case .beyondLastColumn(let limit): "cellen ligger bortom den sista kolumnen, nummer \(limit). \(saveAgain)"
        case .notComputed:
            "cellen är en formel som aldrig har räknats ut. Öppna kalkylarket i Excel eller LibreOffice, som räknar ut den, "
                + "och spara det."
        case .tooLong(let limit): "cellen är längre än \(limit) byte. Korta den eller ta bort kolumnen."
        }
    }
}

extension XMLFault {
    var swedish: String {
        switch self {
        case .doctype: "där finns en dokumenttypsdeklaration (DOCTYPE), som inte läses."
        case .encoding(let name): "texten är i en annan kodning (\(name)) än UTF-8 eller UTF-16."
        case .undecodable: "tecknen är inte i den kodning som delen säger sig ha."
        case .incomplete: "delen är avhuggen."
        case .malformed(let code): "XML-koden är felaktig (fel \(code))."
        case .tooDeep(let limit): "elementen ligger i varandra mer än \(limit) gånger."
        case .tooManyAttributes(let found, let limit): "ett element har \(found) attribut, men högst \(limit) läses."
        case .tooManyNamespaces(let limit): "fler än \(limit) namnrymder gäller samtidigt."
        case .tooManyNames(let limit): "de olika namnen är tillsammans mer än \(limit) byte."
        case .tooManyElements(let limit): "delen har fler än \(limit) element och attribut."
        case .tagTooLong(let limit): "en tagg är längre än \(limit) byte."
        }
    }
}
