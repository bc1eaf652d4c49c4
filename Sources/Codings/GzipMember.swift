private import CCodings

/// Writes one gzip member (RFC 1952): a whole run of bytes, packed at level 6.
///
/// Modification time 0, no name: the same bytes give the same member.
package enum GzipMember {
  /// The member of `bytes`; nil when there is no memory for it.
  ///
  /// Cost: zlib's level 6, some 30 to 60 MB a second on text.
  package static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer { unsafe stream.deallocate() }
    guard unsafe mc_deflate_init(stream, 6, 31) == Z_OK else { return nil }
    defer { _ = unsafe deflateEnd(stream) }
    guard bytes.count < Int(UInt32.max) / 2 else { return nil }
    let bound = Int(unsafe deflateBound(stream, UInt(bytes.count)))
    var code: Int32 = Z_OK
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, made in
      unsafe bytes.withUnsafeBufferPointer { input in
        if let base = input.baseAddress {
          unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: base)
        }
        unsafe stream.pointee.avail_in = UInt32(input.count)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(bound)
        code = unsafe deflate(stream, Z_FINISH)
        made = bound - Int(unsafe stream.pointee.avail_out)
      }
    }
    return code == Z_STREAM_END ? packed : nil
  }
}
