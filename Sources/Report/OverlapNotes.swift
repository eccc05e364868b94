import Analysis
import Survey

/// What is said of the figures of breakdowns whose groups can overlap: one text a variable, however many questionnaires
/// have it.
func overlapNotes(of breakdowns: [Breakdown]) -> [String] {
    var texts: [String] = []
    for breakdown in breakdowns where breakdown.canOverlap && breakdown.isShown {
        guard let variable = breakdown.variable else { continue }
        let text =
            "Den som har angett flera alternativ för \(variable.name.lowercased()) räknas i var och en av grupperna; summan "
            + "kan vara större än totalen."
        if !texts.contains(text) { texts.append(text) }
    }
    return texts
}
