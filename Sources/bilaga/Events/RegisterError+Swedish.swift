import Register
import Survey

extension Failure {
    init(_ error: RegisterError) {
        switch error {
        case .alreadyImported(let stored):
            self.init(
                "Det finns redan svar för \(stored.place): \(stored.summary). "
                    + "Lägg till --ersatt för att byta ut dem. Inget har sparats.", .badData)
        case .nationalAlreadyImported(let stored):
            self.init(
                "Det finns redan siffror för riket \(stored.period.label): \(stored.summary). Lägg till --ersatt för att byta "
                    + "ut dem. Inget har sparats.", .badData)
        case .alreadyCounted(let stored):
            self.init(
                "Svaren är redan inlästa för \(stored.place) (inläsning \(stored.id): \(stored.summary)), och samma svar räknas "
                    + "aldrig två gånger. Ta tillbaka den inläsningen med ”bilaga angra” om den är fel. Ska svaren räknas i en "
                    + "senare period, ange --period \(stored.period.label) och den senare med --over-till. Inget har sparats.",
                .badData)
        case .countedTwice(let instrument, let file, let periods):
            self.init(
                "\(file): samma svar på \(instrument) skulle räknas i flera perioder: \(listed(periods.map(\.label))). Ange en "
                    + "fil för varje period. Inget har sparats.", .badData)
        case .notLater(let from, let to):
            self.init(
                "--over-till \(to.label) måste vara senare än --period \(from.label), som svaren samlades in för.",
                .usage)
        case .versionsDiffer(let instrument, let question, let from, let to):
            self.init(
                "Svaren på \(instrument) version \(from) kan inte räknas ihop med version \(to): frågan \(question) har ingen "
                    + "motsvarighet att jämföras med. Redovisa dem i sin egen period. Inget har sparats.", .badData
            )
        case .nothingToUndo:
            self.init("Det finns ingen inläsning att ta tillbaka.", .badData)
        case .answersErased(let stored):
            self.init(
                "Inläsningen kan inte tas tillbaka: svaren i inläsning \(stored.id) (\(stored.place)) är gallrade. Inget har "
                    + "ändrats.", .badData)
        case .newerVersion(let path):
            self.init(
                "Registret \(path) är skrivet av en nyare version av programmet. Uppdatera programmet, eller ange ett "
                    + "annat register med --register.", .badData)
        case .missing(let path):
            self.init(
                "Registret \(path) finns inte. Läs in svar med ”bilaga importera”, eller ange ett annat register med "
                    + "--register.", .missingFile)
        case .exists(let path):
            self.init(
                "Filen \(path) finns redan. Lägg till --ersatt för att skriva över den. Inget har ändrats.", .badData)
        case .unusable(let path, let trouble):
            self.init(
                "Registret \(path) kan inte användas: \(trouble.swedish)",
                trouble.isOfContent ? .badData : .inputOutput)
        case .damaged(let path, let damage):
            self.init(
                "Registret \(path) stämmer inte: \(damage.swedish). Läs in filerna på nytt med --ersatt, eller återställ en "
                    + "säkerhetskopia.", .badData)
        }
    }
}

extension Trouble {
    fileprivate var swedish: String {
        let check = "Kontrollera att mappen finns, att du får skriva i den och att disken inte är full."
        let another = "Ange ett annat med --register, eller återställ en säkerhetskopia."
        let advice =
            switch self {
            case .noFolder, .diskFull, .mayNotWrite, .other: check
            case .isFolder, .notARegister, .damaged: another
            case .inUse: "Vänta en stund och försök igen."
            }
        return "\(reason). \(advice)"
    }

    var reason: String {
        switch self {
        case .noFolder: "mappen finns inte eller får inte skrivas i"
        case .isFolder: "det är en mapp, inte en fil"
        case .notARegister: "filen är inget register"
        case .damaged: "filen är skadad"
        case .diskFull: "disken är full"
        case .mayNotWrite: "filen får inte läsas eller skrivas"
        case .inUse: "ett annat program har det öppet och skriver"
        case .other(let code): "SQLite svarade med fel \(code)"
        }
    }

    /// Whether it is the file's own fault, and not the system's.
    var isOfContent: Bool { self == .notARegister || self == .damaged }
}

extension Damage {
    fileprivate var swedish: String {
        switch self {
        case .answers(let question, let period): "svaren på \(question) \(period.label)"
        case .group(let variable, let period): "\(variable) \(period.label)"
        case .loop(let variable, let period): "svaren per \(variable) \(period.label)"
        case .invited(let period): "antalet tillfrågade \(period.label)"
        case .period(let text): "perioden \(text)"
        case .time(let text): "tiden \(text)"
        case .lostQuestion(let question): "frågan \(question) finns inte längre i formuläret"
        case .lostCategory(let label, let question):
            "svarsalternativet \(label) för \(question) finns inte längre i formuläret"
        case .event(let number): "händelse \(number)"
        case .publication(let file): "siffrorna som \(file) gav ut"
        case .nationalFigure(let question): "rikets siffror för frågan \(question)"
        }
    }
}
