import Analysis

extension ChanceVerdict {
    /// As it stands in a table. Never "statistiskt säkerställd": everybody was asked and no sample was drawn.
    var swedish: String {
        switch self {
        case .beyondChance: "större än vad slumpen ger"
        case .withinChance: "inom vad slumpen ger"
        case .tooFewAnswers: "för få svar att bedöma"
        }
    }
}

extension ChanceJudgement {
    /// "Av 16 jämförda frågor väntas 0,8 se ut som förändringar av slumpen allena. …"; nil where not even two were tested.
    ///
    /// - Parameter compared: what was compared: "jämförda frågor".
    func expectation(of compared: String) -> String? {
        guard tested > 1 else { return nil }
        return
            "Av \(tested) \(compared) väntas \(oneDecimal(expectedByChance)) se ut "
            + "som en förändring av slumpen allena, om var och en bedöms för sig. Bedömningen under Slumpen tar hänsyn till "
            + "hur många de är (Holms metod)."
    }
}

/// "0,8": with the Swedish decimal comma.
func oneDecimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10),\(tenths % 10)"
}
