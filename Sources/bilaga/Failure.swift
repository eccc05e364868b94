import Analysis
import Glibc
import Intake
import OpenDocument
import Register
import Survey
import Tabular
import Zip

/// Something that ends a command: what to tell and how to end.
struct Failure: Error {
    let message: String
    let code: ExitStatus

    init(_ message: String, _ code: ExitStatus) {
        self.message = message
        self.code = code
    }

    /// Nil for an error that is the argument parser's.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let refusal as Refusal: self.init(refused: refusal)
        case let error as RegisterError: self.init(error)
        case let error as AnalysisFailure: self.init(error)
        case let error as SinkError: self.init(error, writing: "Filen", option: "--till")
        case WorkbookError.archive(.sink(let error)): self.init(error, writing: "Filen", option: "--till")
        case let error as WorkbookError:
            self.init("Kalkylarket kunde inte skrivas. Det är ett fel i programmet: \(error)", .internal)
        default: return nil
        }
    }

    /// - Parameters:
    ///   - before: what is told first, and counts as one more.
    ///   - nothingSaved: how to tell that nothing came of it.
    init(refused refusal: Refusal, before: String? = nil, nothingSaved: String = "Inget har sparats.") {
        let facts = refusal.problems.map(\.fact)
        let code: ExitStatus =
            if facts.contains(.missing) {
                .missingFile
            } else if facts.contains(where: \.isReadFailure) {
                .inputOutput
            } else {
                .badData
            }
        let count = refusal.problems.count + (before == nil ? 0 : 1) + refusal.further.reduce(0) { $0 + $1.count }
        let summary = count == 1 ? nothingSaved : "\(count) fel. \(nothingSaved)"
        self.init("\(before.map { $0 + "\n" } ?? "")\(refusal)\n\(summary)", code)
    }

    private init(_ error: RegisterError) {
        switch error {
        case .alreadyImported(let stored):
            self.init(
                "Det finns redan svar för \(stored.instrument) \(stored.period.label): \(stored.summary). "
                    + "Lägg till --ersatt för att byta ut dem. Inget har sparats.", .badData)
        case .newerVersion(let path):
            self.init(
                "Registret \(path) är skrivet av en nyare version av programmet. Uppdatera programmet, eller ange ett "
                    + "annat register med --register.", .badData)
        case .missing(let path):
            self.init(
                "Registret \(path) finns inte. Läs in svar med ”bilaga importera”, eller ange ett annat register med "
                    + "--register.", .missingFile)
        case .unusable(let path, let trouble):
            self.init(
                "Registret \(path) kan inte användas: \(trouble.swedish)",
                trouble == .notARegister || trouble == .damaged ? .badData : .inputOutput)
        case .damaged(let path, let what):
            self.init(
                "Registret \(path) stämmer inte: \(what). Läs in filerna på nytt med --ersatt, eller återställ en "
                    + "säkerhetskopia.", .badData)
        }
    }

    /// - Parameters:
    ///   - what: what was to be written: "Filen".
    ///   - option: the option by which another place is chosen.
    init(_ error: SinkError, writing what: String, option: String) {
        switch error {
        case .system(_, let path, let code):
            self.init(
                "\(what) \(path) kan inte skrivas: \(reason(of: code)). Ange en annan fil med \(option).",
                .cannotCreate)
        case .outOfBounds:
            self.init("\(what) kan inte skrivas. Det är ett fel i programmet.", .internal)
        }
    }

    private init(_ error: AnalysisFailure) {
        switch error {
        case .unknownVersion(let instrument, let version, let period):
            self.init(
                "Svaren för \(instrument) \(period.label) hör till formulärets version \(version), som inte finns längre. "
                    + "Lägg tillbaka den i formuläret.", .badData)
        }
    }
}

extension Problem.Fact {
    fileprivate var isReadFailure: Bool {
        if case .unreadable(.unreadable) = self { true } else { false }
    }
}

extension StoredImport {
    /// "personal.csv (32 svar)".
    var summary: String {
        "\(files.map(\.name).joined(separator: ", ")) (\(respondents) svar\(erased ? ", gallrade" : ""))"
    }
}

extension Trouble {
    fileprivate var swedish: String {
        let check = "Kontrollera att mappen finns, att du får skriva i den och att disken inte är full."
        let another = "Ange ett annat med --register, eller återställ en säkerhetskopia."
        return switch self {
        case .noFolder: "mappen finns inte eller får inte skrivas i. \(check)"
        case .isFolder: "det är en mapp, inte en fil. \(another)"
        case .notARegister: "filen är inget register. \(another)"
        case .damaged: "filen är skadad. \(another)"
        case .diskFull: "disken är full. \(check)"
        case .mayNotWrite: "filen får inte läsas eller skrivas. \(check)"
        case .inUse: "ett annat program har det öppet och skriver. Vänta en stund och försök igen."
        case .other(let code): "SQLite svarade med fel \(code). \(check)"
        }
    }
}

/// Why a file could not be written, by the system's number.
private func reason(of code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR: "mappen finns inte"
    case EACCES, EPERM: "du har inte rätt att skriva där"
    case EISDIR, EEXIST, ENOTEMPTY: "det finns en mapp med det namnet"
    case ENOSPC, EFBIG, EDQUOT: "disken är full"
    case EROFS: "disken är skrivskyddad"
    default: "systemet svarade med fel \(code)"
    }
}
