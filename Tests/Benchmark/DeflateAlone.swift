import CZlib
import Glibc

/// What zlib alone needs to deflate a file that is in memory; the result is thrown away.
func deflateAlone(_ path: String, level: Int32) throws {
    struct Failure: Error {
        let what: String
        let code: Int32
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Failure(what: "open", code: errno) }
    let size = Int(status.st_size)
    guard let mapped = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0), mapped != MAP_FAILED
    else { throw Failure(what: "mmap", code: errno) }

    // On the heap, since zlib points back at it.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let opened = deflateInit2_(
        stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK else { throw Failure(what: "deflateInit2", code: opened) }
    stream.pointee.next_in = mapped.assumingMemoryBound(to: UInt8.self)
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    var left = size
    var packed = 0
    var code = Z_OK
    repeat {
        if stream.pointee.avail_in == 0 {
            stream.pointee.avail_in = UInt32(min(left, 1 << 16))
            left -= Int(stream.pointee.avail_in)
        }
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        code = deflate(stream, left == 0 ? Z_FINISH : Z_NO_FLUSH)
        packed += output.count - Int(stream.pointee.avail_out)
    } while code == Z_OK
    guard code == Z_STREAM_END else { throw Failure(what: "deflate", code: code) }
    deflateEnd(stream)
    print("\(size) -> \(packed) bytes")
}
