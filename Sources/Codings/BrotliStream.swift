private import CCodings

/// One brotli stream (RFC 7932): made once, freed exactly once.
///
/// The window is at most 16 MiB; larger ones ("large window") are refused by the library.
@safe struct BrotliStream: ~Copyable {
  private static let chunk = 65_536
  private let state: OpaquePointer
  private let scratch: UnsafeMutablePointer<UInt8>

  /// Nil when there is no memory.
  init?() {
    guard let state = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
    unsafe self.state = state
    unsafe scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.chunk)
  }

  deinit {
    unsafe BrotliDecoderDestroyInstance(state)
    unsafe scratch.deallocate()
  }

  /// Decodes `input`, appending at most `room` bytes to `output`.
  func decode(_ input: [UInt8], into output: inout [UInt8], room: Int) -> Inflater.Status {
    var left = room
    return unsafe input.withUnsafeBufferPointer { buffer in
      var available = buffer.count
      var next = buffer.baseAddress
      while true {
        guard left > 0 else { return .full }
        let size = min(left, Self.chunk)
        var space = size
        var target: UnsafeMutablePointer<UInt8>? = unsafe scratch
        let result = unsafe BrotliDecoderDecompressStream(
          state, &available, &next, &space, &target, nil)
        let made = size - space
        left -= made
        unsafe output.append(contentsOf: UnsafeBufferPointer(start: scratch, count: made))
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return .ended
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return .hungry
        default: return .corrupt
        }
      }
    }
  }
}
