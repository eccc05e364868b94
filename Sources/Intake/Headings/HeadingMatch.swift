import Survey

/// Which question or background a heading stands for beyond doubt: by code, by number, by the whole wording, or by a
/// heading that the instrument lists, in any of the forms in which survey tools write it.
struct HeadingMatch {
    let version: Version
    let instrument: Instrument
    /// What the questions of a loop are asked about; nil where there is none.
    let members: LoopMembers?
    private let exact: [TextKey: Recognised]
    private let beginnings: HeadingBeginnings
    /// Questions that only other versions have: which version.
    private let elsewhere: [TextKey: String]
    /// The headings of the date by which answers are placed, with their places in the instrument's list.
    private let dates: [TextKey: Int]

    /// Longer texts are looked up as they are, and never taken apart.
    private static let longestForm = 2_000
    private static let deepest = 3

    init(_ version: Version, of instrument: Instrument) {
        self.version = version
        self.instrument = instrument
        members = LoopMembers(version, of: instrument)
        var exact: [TextKey: Recognised] = [:]
        var folded: [TextKey: Recognised] = [:]
        for (place, variable) in instrument.background.enumerated() {
            for heading in [variable.name] + variable.headings {
                exact[TextKey(heading)] = Recognised(.background(place), .listed)
            }
            exact[TextKey(variable.id)] = Recognised(.background(place), .code)
            folded[TextKey(withoutMarks(variable.id))] = Recognised(.background(place), .code)
        }
        for (place, item) in version.items.enumerated() {
            for name in ["\(item.number)", "fråga \(item.number)", "q\(item.number)"] {
                exact[TextKey(name)] = Recognised(.question(place), .number)
            }
        }
        for (place, item) in version.items.enumerated() {
            exact[TextKey(item.question.id)] = Recognised(.question(place), .code)
            folded[TextKey(withoutMarks(item.question.id))] = Recognised(.question(place), .code)
        }
        // Last, so that a whole text is never taken for a code.
        for (place, item) in version.items.enumerated() {
            exact[TextKey(item.question.text)] = Recognised(.question(place), .text)
        }
        exact[TextKey("")] = nil
        // The codes of many tools are ASCII alone.
        self.exact = exact.merging(folded) { known, _ in known }
        beginnings = HeadingBeginnings(self.exact.keys)

        var elsewhere: [TextKey: String] = [:]
        for other in instrument.versions where other.id != version.id {
            for item in other.items where version.item(item.question.id) == nil {
                elsewhere[TextKey(item.question.id)] = other.id
                elsewhere[TextKey(item.question.text)] = other.id
            }
        }
        self.elsewhere = elsewhere
        dates = Dictionary((instrument.dating?.headings ?? []).enumerated().map { (TextKey($1), $0) }) { first, _ in
            first
        }
    }

    /// The place, among the headings of the date by which answers are placed, of the one that a text is.
    func dateHeading(_ text: String) -> Int? {
        guard !dates.isEmpty else { return nil }
        let plain = plainText(text)
        if let place = dates[TextKey(plain)] { return place }
        // "submitdate. Date submitted"
        return HeadingParts.behindCode(plain).flatMap { dates[TextKey($0.code)] ?? dates[TextKey($0.rest)] }
    }

    /// The version of another time that the heading is a question of.
    func otherVersion(_ text: String) -> String? {
        let plain = plainText(text)
        return elsewhere[TextKey(plain)] ?? HeadingParts.behindFront(plain).flatMap { elsewhere[TextKey($0)] }
    }

    /// The question or background that somebody names by its id, number or wording.
    func named(_ text: String) -> Recognised.Role? { exact[TextKey(text)]?.role }

    /// Whether a text may be the first of several that make a heading together.
    func beginsHeading(_ text: String) -> Bool {
        let key = TextKey(text)
        return key.isEmpty || beginnings.mayHave(key)
    }

    /// What a single text stands for.
    ///
    /// - Parameter isTakenApart: whether it is looked for behind what tools put around it, which takes some microseconds.
    func recognise(_ text: String, isTakenApart: Bool = true) -> Recognised? {
        guard !text.isEmpty else { return nil }
        if let found = exact[TextKey(text)] { return found }
        guard isTakenApart, mayHaveParts(text) else { return nil }
        let plain = plainText(text)
        if let found = exact[TextKey(plain)] { return found }
        return looped(plain) ?? taken(plain, 0)
    }

    /// What a column stands for by its texts in the heading rows, from the top.
    func recognise(_ cells: [HeadingCell], by look: (String) -> Recognised?) -> Recognised? {
        if cells.count == 1 { return look(cells[0].text) }
        if members != nil, let found = looped(cells, cells.map { look($0.text) }) { return found }
        let filled = cells.filter { !$0.text.isEmpty }
        let tellsCodes = filled.contains { HeadingParts.tellsCodesFromLabels($0.text) }
        var found: [Recognised?] = []
        for (place, cell) in cells.enumerated() {
            let recognised = look(cell.text)
            // The tool's own number above a wording says nothing: the wording does.
            let isWorded = cells[(place + 1)...].contains {
                !$0.text.isEmpty && look($0.text)?.role != recognised?.role
            }
            found.append(recognised?.match == .number && isWorded && !tellsCodes ? nil : recognised)
        }
        var best: Recognised?
        for (cell, found) in zip(cells, found) {
            guard let found, case .question = found.role, !cell.isFilled || tellsCodes else { continue }
            if found.weight >= best?.weight ?? 0 { best = found }
        }
        if let best { return best }
        if filled.count > 1, let joined = exact[TextKey(filled.map(\.text).joined(separator: " "))] { return joined }
        if let option = option(cells, found) { return option }
        return found.compactMap { $0 }.max { $0.weight < $1.weight }
    }

    private func option(_ cells: [HeadingCell], _ found: [Recognised?]) -> Recognised? {
        let unrecognised = zip(cells, found).filter { $1 == nil && !$0.text.isEmpty }.map(\.0.text)
        if let named = found.first(where: { if case .option = $0?.role { true } else { false } }) { return named }
        for (place, found) in found.enumerated() {
            switch found?.role {
            case .unnamedOption(let background, _):
                guard let name = unrecognised.last else { continue }
                let inner = name.hasPrefix("[") ? HeadingParts.bracketed(name)?.inner : nil
                return Recognised(.option(ofBackground: background, text: inner ?? name), .code)
            case .background(let background):
                let below = cells[(place + 1)...].last { !$0.text.isEmpty && unrecognised.contains($0.text) }
                guard let below, let match = found?.match, !HeadingParts.tellsCodesFromLabels(below.text) else {
                    continue
                }
                return Recognised(.below(background: background, text: below.text), match)
            default: continue
            }
        }
        return nil
    }

    /// Whether a text may be a heading with something of a tool's around it.
    func mayHaveParts(_ text: String) -> Bool {
        text.utf8.count <= Self.longestForm && text.utf8.contains(where: Self.partsForms)
    }

    /// Whether a byte may be of what tools put around a text.
    private static func partsForms(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "_"),
            UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            // The first byte of – and —.
            0xE2:
            true
        default: false
        }
    }

    private func taken(_ text: String, _ depth: Int) -> Recognised? {
        guard depth < Self.deepest else { return nil }
        if let rest = HeadingParts.behindFront(text), let found = whole(rest) ?? taken(rest, depth + 1) { return found }
        if let found = codeAndBeginning(text) { return found }
        if let pair = HeadingParts.bracketed(text), let found = bracketed(pair, depth) { return found }
        if let pair = HeadingParts.inParentheses(text), HeadingParts.tellsCodesFromLabels(pair.inner),
            let found = exact[TextKey(pair.outer)] ?? taken(pair.outer, depth + 1)
        {
            return found
        }
        if let pair = HeadingParts.underscored(text), let found = coded(pair) { return found }
        for pair in HeadingParts.separated(text) {
            if let found = separated(pair) { return found }
        }
        return nil
    }

    /// "insats. Vilken insats a.. ": a code, and behind it the beginning of what has that code.
    private func codeAndBeginning(_ text: String) -> Recognised? {
        guard let (code, rest) = HeadingParts.behindCode(text), rest.hasSuffix("..") || rest.hasSuffix("…"),
            let found = exact[TextKey(code)], found.match == .code
        else { return nil }
        let wordings: [String]
        switch found.role {
        case .question(let place): wordings = [version.items[place].question.text]
        case .background(let place): wordings = instrument.background[place].headings
        default: return nil
        }
        let beginning = TextKey(rest).text
        return !beginning.isEmpty && wordings.contains { TextKey($0).text.hasPrefix(beginning) } ? found : nil
    }

    /// A text that something stood before: a wording or a background, but no code or number of a question's, since
    /// "2. Tid" is most often a time.
    private func whole(_ text: String) -> Recognised? {
        guard let found = exact[TextKey(text)] else { return nil }
        if case .question = found.role, found.match != .text { return nil }
        return found
    }

    private func bracketed(_ pair: HeadingParts.Pair, _ depth: Int) -> Recognised? {
        if let found = whole(pair.inner) ?? taken(pair.inner, depth + 1), case .question = found.role {
            return HeadingParts.isFreeText(pair.outer) ? Recognised(.freeText, found.match) : found
        }
        if HeadingParts.isCode(pair.outer), let found = coded(pair) { return found }
        guard let outer = exact[TextKey(pair.outer)] ?? taken(pair.outer, depth + 1) else { return nil }
        return inside(outer, pair.inner)
    }

    /// "Q1[SQ001]" and "Q1_SQ001".
    private func coded(_ pair: HeadingParts.Pair) -> Recognised? {
        if HeadingParts.isQuestionCode(pair.outer), let found = exact[TextKey(pair.inner)], found.match == .code {
            return found
        }
        return exact[TextKey(pair.outer)].flatMap { inside($0, pair.inner) }
    }

    /// What the text within, or behind, a recognised one makes of it.
    private func inside(_ outer: Recognised, _ inner: String) -> Recognised? {
        if HeadingParts.isFreeText(inner) { return Recognised(.freeText, outer.match) }
        switch outer.role {
        case .question(let place):
            if HeadingParts.tellsCodesFromLabels(inner) { return outer }
            return HeadingParts.isSubcode(inner) ? Recognised(.part(ofQuestion: place), outer.match) : nil
        case .background(let place):
            if exact[TextKey(inner)]?.role == outer.role || HeadingParts.tellsCodesFromLabels(inner) { return outer }
            return HeadingParts.isSubcode(inner)
                ? Recognised(.unnamedOption(ofBackground: place, code: inner), outer.match)
                : Recognised(.option(ofBackground: place, text: inner), outer.match)
        default: return nil
        }
    }

    private func separated(_ pair: HeadingParts.Pair) -> Recognised? {
        let inner = whole(pair.inner) ?? HeadingParts.behindFront(pair.inner).flatMap(whole)
        if let inner, case .question = inner.role {
            return HeadingParts.isFreeText(pair.outer) ? Recognised(.freeText, inner.match) : inner
        }
        guard let outer = whole(pair.outer) ?? HeadingParts.behindFront(pair.outer).flatMap(whole) else { return nil }
        return inside(outer, pair.inner)
    }
}

/// The letters of a code as tools write them that have ASCII alone: å, ä and ö are a, a and o.
func withoutMarks(_ text: String) -> String {
    String(
        text.lowercased().map { letter -> Character in
            switch letter {
            case "å", "ä": "a"
            case "ö": "o"
            case "é", "è": "e"
            case "ü": "u"
            default: letter
            }
        })
}
