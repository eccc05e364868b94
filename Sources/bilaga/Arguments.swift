public import ArgumentParser
import Intake
public import Survey
public import Tabular

extension Period: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Separator: ExpressibleByArgument {
    public init?(argument: String) {
        guard let separator = Separator.allCases.first(where: { $0.swedish == argument }) else { return nil }
        self = separator
    }

    public static var allValueStrings: [String] { allCases.map(\.swedish) }
}
