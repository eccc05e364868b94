import Survey

/// A category that was chosen and that a scale does not have.
struct LostCategory: Error {
    let label: String
}

extension Scale {
    /// Codes that were places among other categories: they follow their labels to their places in this scale.
    func recoded(_ codes: [AnswerCode], from labels: [String]) -> Result<[AnswerCode], LostCategory> {
        if categories.map(\.label) == labels { return .success(codes) }
        let places = labels.map { label in categories.firstIndex { $0.label == label } }
        var recoded: [AnswerCode] = []
        recoded.reserveCapacity(codes.count)
        for code in codes {
            if code == 0 {
                recoded.append(0)
                continue
            }
            guard places.indices.contains(Int(code) - 1), let place = places[Int(code) - 1] else {
                let isKnown = labels.indices.contains(Int(code) - 1)
                return .failure(LostCategory(label: isKnown ? labels[Int(code) - 1] : "\(code)"))
            }
            recoded.append(AnswerCode(place + 1))
        }
        return .success(recoded)
    }
}
