/// The written form of dates in a column, found out from its first values so that the user is told what the column is.
enum DateForm: Equatable {
    /// 2021-10-04, 2021/10/04, 2021.10.04.
    case yearMonthDay
    /// 4/10/2021, 4.10.2021, 4-10-21.
    case dayMonthYear
    /// 10/4/21.
    case monthDayYear
    /// 4/10/2021, where no value tells which is the day.
    case dayOrMonth
    /// 4 oktober 2021.
    case wordedMonth

    /// Nil where some value is no date, or where they are of different forms.
    init?(_ values: some Sequence<String>) {
        var forms: Set<DateForm> = []
        for value in values {
            guard let form = WrittenDate(value).flatMap(Self.form) else { return nil }
            forms.insert(form)
        }
        // One that tells which is the day tells it for all.
        if forms.count == 2 { forms.remove(.dayOrMonth) }
        guard forms.count == 1, let form = forms.first else { return nil }
        self = form
    }

    var swedish: String {
        switch self {
        case .yearMonthDay: "år-månad-dag"
        case .dayMonthYear: "dag/månad/år"
        case .monthDayYear: "månad/dag/år"
        case .dayOrMonth: "dag och månad i okänd ordning"
        case .wordedMonth: "dag månad år"
        }
    }

    private static func form(of date: WrittenDate) -> DateForm? {
        guard case .numbers(let parts, _) = date else { return .wordedMonth }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if parts[0].utf8.count == 4 {
            return WrittenDate.year(parts[0]) != nil && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
                ? .yearMonthDay : nil
        }
        guard WrittenDate.year(parts[2]) != nil else { return nil }
        let mayBeDayFirst = (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
        let mayBeMonthFirst = (1...12).contains(numbers[0]) && (1...31).contains(numbers[1])
        return switch (mayBeDayFirst, mayBeMonthFirst) {
        case (true, true): .dayOrMonth
        case (true, false): .dayMonthYear
        case (false, true): .monthDayYear
        case (false, false): nil
        }
    }
}
