import Analysis
import Survey

/// A row of Data that only questionnaires with a loop have.
struct LoopData {
    enum Figure {
        case share(Int, of: Int)
        case count(Int)
        case missing(Shorthand)
    }

    let measure: String
    let figure: Figure

    /// Of a group: how many know something that the loop is about, and how many answers about it that makes.
    static func rows(of wave: GroupWave, _ loop: Loop) -> [LoopData] {
        let response = wave.response.figure
        let known = wave.loop?.figure
        let missing: Figure = .missing(wave.loop == nil && response != nil ? .unknown : .protected)
        return [
            LoopData(
                measure: "känner till \(loop.variable)",
                figure: known.flatMap { known in response.map { .share(known.people, of: $0.answers) } } ?? missing),
            LoopData(measure: "svar om \(loop.variable)", figure: known.map { .count($0.blocks) } ?? missing),
        ]
    }

    /// Of a question of the loop: how many people the answers are from, and the shares of all answers.
    static func rows(of result: QuestionResult) -> [LoopData] {
        let counts = result.counts.figure
        // What was given out of a period whose answers are deleted does not tell who could not judge.
        let known = counts.flatMap { $0.people == nil ? nil : $0 }
        let missing: Figure = .missing(counts == nil ? .protected : .unknown)
        func row(_ measure: String, _ figure: (ClassCounts) -> Figure?) -> LoopData {
            LoopData(measure: measure, figure: known.flatMap(figure) ?? missing)
        }
        return [
            row("personer") { $0.people.map { .count($0) } },
            row("personer av alla svar") { $0.peopleWithCannotJudge.map { .count($0) } },
        ]
            + Measure.allCases.map { measure in
                row("\(measure.swedish) av alla svar") { .share($0[measure], of: $0.baseWithCannotJudge) }
            } + [
                row("kan ej bedöma av alla svar") { .share($0.count(.cannotJudge), of: $0.baseWithCannotJudge) }
            ]
    }
}
