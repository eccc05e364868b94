extension AnswerClass {
    /// As an instrument file writes it.
    public var swedish: String {
        switch self {
        case .negative: "negativ"
        case .neither: "varken eller"
        case .positive: "positiv"
        case .clearlyPositive: "klart positiv"
        }
    }
}

extension NoAnswer {
    /// As an instrument file writes it.
    public var swedish: String {
        switch self {
        case .unanswered: "ej besvarad"
        case .dontKnow: "vet ej"
        case .notApplicable: "ej aktuellt"
        case .cannotJudge: "kan ej bedöma"
        }
    }
}
