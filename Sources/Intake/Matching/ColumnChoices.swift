import Survey

/// What the user, or a saved mapping, says that columns are: heading -> question, background or nothing.
public struct ColumnChoices: Equatable, Sendable {
    public struct Choice: Equatable, Sendable {
        /// The heading as it was written.
        public let heading: String
        /// What the column is.
        public let target: Target
        /// How it will be told that the column was recognised: by the command line or by a mapping.
        public let match: Match
        /// Where it was said: the option, or a line of a mapping or a `matning.yaml`.
        public let place: Place

        public init(heading: String, target: Target, match: Match, place: Place = Place(file: "--kolumn")) {
            self.heading = heading
            self.target = target
            self.match = match
            self.place = place
        }
    }

    public enum Target: Equatable, Sendable {
        /// A question's id or number, or a background variable's id, as written; of one option of a variable with
        /// several choices "insats=SamMA".
        case named(String)
        case leftOut
    }

    public let choices: [Choice]

    public init(_ choices: [Choice] = []) {
        self.choices = choices
    }
}
