import Survey

/// The candidate that `text` was probably meant to be, if one is near: at most a third of it would have to change.
func nearest(to text: String, among candidates: [String]) -> String? {
    let wanted = ComparedText(text)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let most = min(wanted.mostChanges, best.map { $0.distance - 1 } ?? .max)
        if let distance = wanted.distance(to: ComparedText(candidate), atMost: most) { best = (distance, candidate) }
    }
    return best?.candidate
}

/// A text as it is compared with others that may be meant.
struct ComparedText {
    /// The scalars of its key; the cost of a comparison grows with the square of their number.
    let scalars: [Unicode.Scalar]
    private static let longest = 200

    init(_ text: String) {
        self.init(TextKey(text))
    }

    init(_ key: TextKey) {
        scalars = Array(key.text.unicodeScalars.prefix(Self.longest))
    }

    /// A third of it may change, or two letters.
    var mostChanges: Int { scalars.isEmpty ? -1 : max(2, scalars.count / 3) }

    /// The least number of letters to insert, delete or replace (Levenshtein); nil where it is more than `most`.
    func distance(to other: ComparedText, atMost most: Int) -> Int? {
        let (a, b) = (scalars, other.scalars)
        guard most >= 0, abs(a.count - b.count) <= most else { return nil }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var previous = Array(0...b.count)
        var current = previous
        for (i, left) in a.enumerated() {
            current[0] = i + 1
            var least = current[0]
            for (j, right) in b.enumerated() {
                let replaced = previous[j] + (left == right ? 0 : 1)
                let distance = min(replaced, previous[j + 1] + 1, current[j] + 1)
                current[j + 1] = distance
                if distance < least { least = distance }
            }
            if least > most { return nil }
            swap(&previous, &current)
        }
        return previous[b.count] <= most ? previous[b.count] : nil
    }
}
