import Tabular

extension SPSSFault {
    /// What is wrong with an SPSS file, and what to do.
    var swedish: String {
        switch self {
        case .cutOff(let part): "SPSS-filen är avhuggen: \(part.swedish) tar slut för tidigt. \(copyAgain)"
        case .corrupt(let part, let offset):
            "SPSS-filen är skadad: \(part.swedish) följer inte formatet på byte \(offset). \(copyAgain)"
        case .doesNotFit(let part, let declared, let room):
            "SPSS-filen är skadad: \(part.swedish) sägs vara \(declared), men det finns bara plats för \(room). \(copyAgain)"
        case .unknownCodePage(let name):
            "SPSS-filen är i teckenkodningen \(quoted(name)), som inte läses. Spara den i UTF-8 (Unicode) från SPSS."
        case .dictionaryTooLong(let limit):
            "SPSS-filens beskrivning av variablerna är mer än \(limit) byte. Spara bara variablerna med svar i en ny fil."
        case .inflatesTooFar(let declared, let limit):
            "SPSS-filen packas upp till \(declared) byte, men högst \(limit) läses. Dela upp den i flera filer."
        case .refused(let code):
            "SPSS-filen kan inte läsas (libreadstat svarade \(code)). \(copyAgain)"
        }
    }
}

private let copyAgain = "Kopiera eller exportera den på nytt, eller spara svaren som CSV."

extension SPSSPart {
    fileprivate var swedish: String {
        switch self {
        case .header: "filhuvudet"
        case .variables: "listan över variabler"
        case .variableLabels: "variabeletiketterna"
        case .valueLabels: "värdeetiketterna"
        case .documents: "anteckningarna"
        case .extensions: "tilläggen"
        case .cases: "svaren"
        case .blocks: "de komprimerade blocken"
        }
    }
}
