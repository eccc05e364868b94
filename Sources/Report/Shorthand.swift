/// What stands in a cell that has no figure. Each is explained on the sheet Anmärkningar.
enum Shorthand: String, CaseIterable {
    case protected = "[skyddad]"
    case notComparable = "[ej jämförbar]"
    case unknown = "[uppgift saknas]"
    case noEarlier = "[tidigare saknas]"
    case comparedPeriod = "[jämförelseår]"
    case notApplicable = "[ej tillämpligt]"
    case noMeasurement = "[ingen mätning]"
    case notStored = "[ej sparad]"

    var explanation: String {
        switch self {
        case .protected:
            "Visas inte, så att ingens svar kan räknas ut: för få har svarat, alla eller nästan alla har svarat lika, eller så "
                + "skulle siffran avslöja en annan som är skyddad, ensam eller tillsammans med fler, här eller i en tidigare bilaga. "
                + "Vilket av dem det är sägs inte, för det kunde vara ett svar i sig."
        case .notComparable:
            "Frågan är ny eller omformulerad och kan inte jämföras mellan de två mätningarna. Skälet står i en anmärkning."
        case .unknown:
            "Uppgiften har inte lämnats, eller har inte sparats. Är antalet tillfrågade okänt kan ingen svarsfrekvens räknas ut, "
                + "och ingen lägsta eller högsta möjliga andel."
        case .noEarlier:
            "Gruppen eller frågan har ingen tidigare mätning att jämföra med."
        case .comparedPeriod:
            "Raden visar den tidigare perioden. Förändringen, och om den är större än vad slumpen ger, står på raden för den nyare, "
                + "om gruppen svarade då också."
        case .notApplicable:
            "Det finns ingen sådan uppgift. Ett antal svar är till exempel ingen andel av något, alla frågor har inte svaret ”kan "
                + "ej bedöma”, och alla formulär har inte en huvudfråga."
        case .noMeasurement:
            "Enkäten skickades inte ut den perioden, eller så svarade ingen."
        case .notStored:
            "Svaren lästes direkt ur filerna och har inte sparats i något register."
        }
    }
}
