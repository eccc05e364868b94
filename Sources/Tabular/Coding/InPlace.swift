/// A value that stays in one place, for a class to change at every element of a document: whether somebody else is changing
/// a class's own properties would be asked each time, which costs more than the change.
struct InPlace<Value: ~Copyable>: ~Copyable {
    let here: UnsafeMutablePointer<Value>

    init(_ value: consuming Value) {
        here = .allocate(capacity: 1)
        here.initialize(to: value)
    }

    deinit {
        here.deinitialize(count: 1)
        here.deallocate()
    }
}
