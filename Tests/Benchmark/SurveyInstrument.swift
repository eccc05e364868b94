import Survey

/// The questionnaire that the large file holds answers to: 16 questions on one scale, and four background variables.
func surveyInstrument(questions texts: [String]) -> Instrument {
    let scale = Scale(
        id: "omfattning",
        categories: [
            Category(code: "6", label: "Helt och hållet", meaning: .answer(.clearlyPositive)),
            Category(code: "5", label: "Till mycket stor del", meaning: .answer(.clearlyPositive)),
            Category(code: "4", label: "Till stor del", meaning: .answer(.positive)),
            Category(code: "3", label: "Delvis", meaning: .answer(.neither)),
            Category(code: "2", label: "Till liten del", meaning: .answer(.negative)),
            Category(code: "1", label: "Inte alls", meaning: .answer(.negative)),
            Category(code: "8", label: "Vet ej", spellings: ["Vet inte"], meaning: .noAnswer(.dontKnow)),
        ])
    let items = texts.enumerated().map { place, text in
        Item(
            number: place + 1, question: Question(id: "f\(place + 1)", text: text, scale: scale), comparability: .first)
    }
    return Instrument(
        id: "stor", name: "Stor mätning", group: .currentParticipants,
        versions: [Version(id: "2021", from: surveyPeriod, items: items)],
        background: [
            BackgroundVariable(id: "förbund", name: "förbund"),
            BackgroundVariable(id: "grupp", name: "grupp"),
            BackgroundVariable(id: "insats", name: "insats"),
            BackgroundVariable(
                id: "kön", name: "kön", values: ["Kvinna", "Man", "Annat"].map { BackgroundValue(label: $0) }),
        ])
}

let surveyPeriod: Period = {
    guard let period = Period("2021") else { preconditionFailure("2021 is a year") }
    return period
}()

/// How many columns of background stand before the questions.
let surveyBackground = 4
