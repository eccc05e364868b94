/// Whom a questionnaire asks, in the order in which a bilaga shows them. The raw value is the name in Swedish.
public enum RespondentGroup: String, CaseIterable, Sendable {
    case staff = "Personal"
    case board = "Styrelse"
    case managers = "Chefer"
    case currentParticipants = "Deltagare pågående"
    case formerParticipants = "Deltagare avslut"
    case referrers = "Remittenter"
    case employees = "Medarbetare"
}
