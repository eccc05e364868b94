/// What stands in a cell that has no figure. Each is explained on the sheet Anmärkningar.
enum Shorthand: String, CaseIterable {
    case tooFew = "[för få svar]"
    case notComparable = "[ej jämförbar]"
    case unknown = "[uppgift saknas]"
    case noEarlier = "[tidigare saknas]"
    case comparedPeriod = "[jämförelseår]"
    case notApplicable = "[ej tillämpligt]"
    case notStored = "[ej sparad]"

    var explanation: String {
        switch self {
        case .tooFew:
            "Färre har svarat än den minsta grupp som visas. De som svarade har fått löfte om att ingen ska kunna pekas ut, "
                + "och därför visas ingen av gruppens eller frågans siffror."
        case .notComparable:
            "Frågan är ny eller omformulerad och kan inte jämföras med tidigare. Skälet står i en anmärkning."
        case .unknown:
            "Uppgiften har inte lämnats. Är antalet tillfrågade okänt kan ingen svarsfrekvens räknas ut."
        case .noEarlier:
            "Gruppen eller frågan har ingen tidigare mätning att jämföra med."
        case .comparedPeriod:
            "Raden visar den tidigare perioden. Förändringen står på raden för den nyare, om gruppen svarade då också."
        case .notApplicable:
            "Måttet har ingen sådan uppgift. Ett antal svar är till exempel ingen andel av något."
        case .notStored:
            "Svaren lästes direkt ur filerna och har inte sparats i något register."
        }
    }
}
