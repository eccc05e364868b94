internal import Synchronization

/// Deflates the blocks of an entry on several threads and gives them back in their order.
///
/// The thread that hands over the blocks is one of the threads: it deflates blocks itself when enough of them wait, so that
/// memory is bounded and no core is idle. Blocks are values; threads share nothing but a queue behind a lock.
struct BlockPipeline: ~Copyable {
    let level: Int32
    private let queue = BlockQueue()
    private let own: BlockDeflater
    private let threads: Int
    private var workers: [Worker] = []
    private var submitted = 0
    private var delivered = 0

    /// - Parameter threads: how many threads deflate at most, this one among them.
    init(level: Int32, threads: Int) throws(ArchiveError) {
        self.level = level
        self.threads = max(1, threads)
        own = try BlockDeflater(level: level)
    }

    deinit {
        queue.close()
        for worker in workers { worker.join() }
    }

    /// A block to fill.
    func block(after previous: Block?) -> Block {
        Block(after: previous, reusing: queue.state.withLock { $0.spareInputs.popLast() } ?? [])
    }

    /// Hands over a block to be deflated.
    /// - Returns: the next blocks that are ready, in order; all of them if this is the last of an entry.
    mutating func submit(_ block: Block) throws(ArchiveError) -> [PackedBlock] {
        // The first block of a small entry is also its last: nobody is needed to help.
        if submitted > delivered || !block.isLast { startWorkers() }
        let number = submitted
        queue.state.withLock { $0.waiting.append((number, block)) }
        submitted += 1
        if !workers.isEmpty { queue.work.signal() }
        var ready: [PackedBlock] = []
        let limit = block.isLast ? 0 : threads == 1 ? 0 : 2 * threads
        try collect(into: &ready)
        while submitted - delivered > limit {
            if let (number, block) = queue.next() {
                queue.finish(number, own, block)
            } else {
                queue.awaitBlock(delivered)
            }
            try collect(into: &ready)
        }
        return ready
    }

    /// Gives back the memory of a block that has been written.
    func recycle(_ block: PackedBlock) {
        queue.state.withLock { $0.spareOutputs.append(block.bytes) }
    }

    private mutating func collect(into ready: inout [PackedBlock]) throws(ArchiveError) {
        while true {
            let number = delivered
            guard let result = queue.state.withLock({ $0.ready.removeValue(forKey: number) }) else { return }
            delivered += 1
            ready.append(try result.get())
        }
    }

    private mutating func startWorkers() {
        while workers.count < threads - 1 {
            let (queue, level) = (queue, level)
            // Where there can be no more threads, the others do the work.
            guard let worker = Worker({ queue.work(level: level) }) else { return }
            workers.append(worker)
        }
    }
}

/// What the threads share: blocks that wait and blocks that are ready.
private final class BlockQueue: Sendable {
    struct State {
        var waiting: [(number: Int, block: Block)] = []
        var ready: [Int: Result<PackedBlock, ArchiveError>] = [:]
        /// The block that somebody sleeps for.
        var awaited: Int?
        var isClosed = false
        var spareInputs: [[UInt8]] = []
        var spareOutputs: [[UInt8]] = []
    }

    let state = Mutex(State())
    let work = Signal()
    private let done = Signal()

    /// The first of the waiting blocks, if there is one.
    func next() -> (number: Int, block: Block)? {
        state.withLock { $0.isClosed || $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    /// Deflates a block and puts it where it is collected.
    func finish(_ number: Int, _ deflater: borrowing BlockDeflater, _ block: Block) {
        let buffer = state.withLock { $0.spareOutputs.popLast() } ?? []
        var result: Result<PackedBlock, ArchiveError>
        do { result = .success(try deflater.pack(block, into: buffer)) } catch { result = .failure(error) }
        put(result, number, sparing: block.bytes)
    }

    /// Sleeps until the block is ready.
    func awaitBlock(_ number: Int) {
        let isReady = state.withLock { state in
            if state.ready[number] != nil { return true }
            state.awaited = number
            return false
        }
        if !isReady { _ = done.wait() }
    }

    /// What a helping thread does, until there will be no more blocks.
    func work(level: Int32) {
        let deflater: BlockDeflater
        do { deflater = try BlockDeflater(level: level) } catch {
            // The others do the work.
            return
        }
        while work.wait() {
            if let (number, block) = next() { finish(number, deflater, block) }
        }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        work.end()
    }

    private func put(_ result: Result<PackedBlock, ArchiveError>, _ number: Int, sparing input: [UInt8]) {
        let isAwaited = state.withLock { state in
            state.ready[number] = result
            state.spareInputs.append(input)
            guard state.awaited == number else { return false }
            state.awaited = nil
            return true
        }
        if isAwaited { done.signal() }
    }
}
