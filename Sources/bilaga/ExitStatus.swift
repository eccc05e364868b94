/// How the program ends, by the numbers of sysexits.h.
enum ExitStatus: Int32 {
    case usage = 64
    case badData = 65
    case missingFile = 66
    case `internal` = 70
    case cannotCreate = 73
    case inputOutput = 74
}
