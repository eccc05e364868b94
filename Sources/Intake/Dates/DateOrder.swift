import Survey

/// The order of day, month and year in a date of digits whose year does not stand first with all its four.
public enum DateOrder: String, CaseIterable, Sendable {
    case dayMonthYear = "dag/månad/år"
    case monthDayYear = "månad/dag/år"
    /// With two digits for the year and hyphens between.
    case yearMonthDay = "år/månad/dag"

    /// What is written after "datum=" to say so.
    public var swedish: String { rawValue }
}

extension DateOrder {
    /// The months that a date may be of, by the order in which it is read. Orders in which there is no such day are left
    /// out; where the order is plain, as in 2021-10-04, all of them give the same.
    static func readings(of date: WrittenDate) -> [DateOrder: Month] {
        let (parts, hyphened): ([String], Bool)
        switch date {
        case .worded(let day, let month, let year):
            guard let month = Self.month(year, month, day) else { return [:] }
            return Dictionary(uniqueKeysWithValues: allCases.map { ($0, month) })
        case .numbers(let numbers, let isHyphened): (parts, hyphened) = (numbers, isHyphened)
        }
        if parts[0].utf8.count == 4 {
            guard let month = month(WrittenDate.year(parts[0]), Int(parts[1]), Int(parts[2])) else { return [:] }
            return Dictionary(uniqueKeysWithValues: allCases.map { ($0, month) })
        }
        var readings: [DateOrder: Month] = [:]
        for order in allCases {
            switch order {
            case .dayMonthYear:
                readings[order] = month(WrittenDate.year(parts[2]), Int(parts[1]), Int(parts[0]))
            case .monthDayYear:
                readings[order] = month(WrittenDate.year(parts[2]), Int(parts[0]), Int(parts[1]))
            case .yearMonthDay:
                guard hyphened, parts.allSatisfy({ $0.utf8.count == 2 }) else { continue }
                readings[order] = month(WrittenDate.year(parts[0]), Int(parts[1]), Int(parts[2]))
            }
        }
        return readings
    }

    /// Nil where there is no such day.
    private static func month(_ year: Int?, _ month: Int?, _ day: Int?) -> Month? {
        guard let year, let month, let day, let found = Month(year: year, month: month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days =
            switch month {
            case 2: isLeap ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        return day <= days ? found : nil
    }
}
