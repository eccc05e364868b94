import Survey

/// The candidate that `text` was probably meant to be, if one is near: at most a third of it would have to change.
func nearest(to text: String, among candidates: [String]) -> String? {
    let wanted = Array(TextKey(text).text.prefix(longestCompared))
    guard !wanted.isEmpty else { return nil }
    let most = max(2, wanted.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let key = Array(TextKey(candidate).text.prefix(longestCompared))
        guard abs(key.count - wanted.count) <= most else { continue }
        let distance = editDistance(wanted, key)
        if distance <= most, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
}

/// Characters; the cost grows with the square.
private let longestCompared = 200

/// The least number of characters to insert, delete or replace (Levenshtein).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !b.isEmpty else { return a.count }
    var previous = Array(0...b.count)
    for (i, left) in a.enumerated() {
        var current = [i + 1]
        current.reserveCapacity(b.count + 1)
        for (j, right) in b.enumerated() {
            let replaced = previous[j] + (left == right ? 0 : 1)
            current.append(min(replaced, previous[j + 1] + 1, current[j] + 1))
        }
        previous = current
    }
    return previous[b.count]
}
