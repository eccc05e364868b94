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
