internal import Zip

extension TableError {
    /// What an archive's fault is to whoever reads a table from it.
    init(_ error: ArchiveReadError) {
        switch error {
        case .access(let failure): self = .unreadable(ReadFailure(failure))
        default: self = .archive(error)
        }
    }
}
