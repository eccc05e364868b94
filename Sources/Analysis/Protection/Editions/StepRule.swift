import Survey

/// What two editions of a figure tell when they are laid side by side: of those who came, went or changed in between.
struct StepRule {
    let row: RowRule

    func tellsOfFew(from then: Int, to now: Int) -> Bool { (1..<row.smallestGroup).contains(abs(now - then)) }

    /// The classes that grew are answers that came, those that shrank are answers that went. Too few of them must not be
    /// told; nor, where nothing but one of the two happened, that they were alike.
    func tellsOfFew(from then: RowCounts, to now: RowCounts) -> Bool {
        let (came, went) = (now.grown(since: then), then.grown(since: now))
        if came.base == 0, went.base == 0 { return false }
        if came.base > 0, went.base > 0 { return max(came.base, went.base) < row.smallestGroup }
        return row.reason(toHide: came.base > 0 ? came : went) != nil
    }
}

extension RowCounts {
    /// By how much each class is greater; none where it is not.
    fileprivate func grown(since other: RowCounts) -> RowCounts {
        let step = self - other
        return RowCounts(
            negative: max(0, step.negative), neither: max(0, step.neither), positive: max(0, step.positive),
            clearlyPositive: max(0, step.clearlyPositive))
    }

    /// Whether every class has as many as in the other, or more.
    func holds(_ other: RowCounts) -> Bool { other.grown(since: self).base == 0 }

    init(_ published: PublishedCounts) {
        self.init(
            negative: published.negative, neither: published.neither,
            positive: max(0, published.positive - published.clearlyPositive),
            clearlyPositive: published.clearlyPositive)
    }
}
