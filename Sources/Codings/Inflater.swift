private import CCodings

/// One zlib inflate stream: made once, fed by chunks, freed exactly once.
///
/// Holds 64 KiB beside zlib's own 40 KiB, whatever the data are.
@safe struct Inflater: ~Copyable {
  /// What wraps the deflate data (zlib.h, `inflateInit2`).
  enum Format: Int32, Sendable {
    /// RFC 1952.
    case gzip = 31
    /// RFC 1950.
    case zlib = 15
    /// RFC 1951, bare.
    case raw = -15
  }

  /// What a call came to.
  enum Status: Sendable {
    /// All input is used up and the stream has not ended.
    case hungry
    /// The room for output is filled; there may be more.
    case full
    /// The stream has ended, its checksum agrees.
    case ended
    /// The data are damaged, or no such stream.
    case corrupt
  }

  private static let chunk = 65_536
  private let stream: UnsafeMutablePointer<z_stream>
  private let scratch: UnsafeMutablePointer<UInt8>

  /// Nil when there is no memory.
  init?(_ format: Format) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe mc_inflate_init(stream, format.rawValue) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
    unsafe self.stream = stream
    unsafe scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.chunk)
  }

  deinit {
    _ = unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe scratch.deallocate()
  }

  /// Makes the stream ready for the next one of the same format.
  func reset() -> Bool { unsafe inflateReset(stream) == Z_OK }

  /// Inflates `input` from `start`, appending at most `room` bytes to `output`.
  ///
  /// Gives the number of input bytes used and how it ended. Linear in input and output.
  func inflate(
    _ input: [UInt8], from start: Int, into output: inout [UInt8], room: Int
  ) -> (used: Int, status: Status) {
    var used = start
    var left = room
    while true {
      guard left > 0 else { return (used - start, .full) }
      let step = inflateOnce(input, from: used, into: &output, room: min(left, Self.chunk))
      used += step.used
      left -= step.made
      switch step.code {
      case Z_STREAM_END: return (used - start, .ended)
      case Z_OK where step.used > 0 || step.made > 0: continue
      case Z_OK, Z_BUF_ERROR:
        return (used - start, used >= input.count ? .hungry : .corrupt)
      default: return (used - start, .corrupt)
      }
    }
  }

  private func inflateOnce(
    _ input: [UInt8], from start: Int, into output: inout [UInt8], room: Int
  ) -> (used: Int, made: Int, code: Int32) {
    unsafe input.withUnsafeBufferPointer { buffer in
      let given = min(buffer.count - start, 1 << 30)
      if let base = buffer.baseAddress {
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: base + start)
      }
      unsafe stream.pointee.avail_in = UInt32(given)
      unsafe stream.pointee.next_out = scratch
      unsafe stream.pointee.avail_out = UInt32(room)
      let code = unsafe CCodings.inflate(stream, Z_NO_FLUSH)
      let used = given - Int(unsafe stream.pointee.avail_in)
      let made = room - Int(unsafe stream.pointee.avail_out)
      unsafe stream.pointee.next_in = nil
      unsafe output.append(contentsOf: UnsafeBufferPointer(start: scratch, count: made))
      return (used, made, code)
    }
  }
}
