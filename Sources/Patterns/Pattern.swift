private import CPCRE2

/// A regular expression over UTF-8 bytes, compiled once (PCRE2, JIT where the machine has it).
///
/// Syntax: pcre2pattern(3), UTF mode. Matching is bounded: a pattern that runs wild on hostile
/// text ends with "no match" instead of hanging.
@safe package final class Pattern: Sendable {
  /// Why a pattern can't be compiled: message and byte offset in the source.
  package struct Fault: Error, Equatable, CustomStringConvertible {
    package let source: String
    package let offset: Int
    package let message: String

    package var description: String { "bad pattern \"\(source)\" at \(offset): \(message)" }
  }

  /// Where a pattern matched, in bytes of the text, with its groups.
  package struct Match: Sendable {
    /// Group 0 is the whole match; nil for a group that took no part.
    package let groups: [Range<Int>?]

    package var range: Range<Int> { groups.first.flatMap { $0 } ?? 0..<0 }
  }

  package let source: String
  // PCRE2 code is read-only once compiled and JIT'ed (pcre2api(3), "Multithreading").
  private nonisolated(unsafe) let code: OpaquePointer
  private nonisolated(unsafe) let context: OpaquePointer?

  package init(_ source: String) throws(Fault) {
    var number: Int32 = 0
    var offset = 0
    let bytes = Array(source.utf8)
    let compiled = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(
        buffer.baseAddress, buffer.count, mc_pcre2_utf | mc_pcre2_never_backslash_c, &number,
        &offset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw Fault(source: source, offset: offset, message: Self.message(number))
    }
    self.source = source
    unsafe code = compiled
    unsafe context = pcre2_match_context_create_8(nil)
    if let context = unsafe context {
      _ = unsafe pcre2_set_match_limit_8(context, 1_000_000)
      // The interpreter keeps its depth on the heap, which PCRE2 holds below 20 MB.
      _ = unsafe pcre2_set_depth_limit_8(context, 200_000)
    }
    // No JIT on this machine is no fault: matching is slower, not different.
    _ = unsafe pcre2_jit_compile_8(code, mc_pcre2_jit_complete)
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_code_free_8(code)
  }

  private static func message(_ number: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe pcre2_get_error_message_8(number, $0.baseAddress, $0.count)
    }
    return String(decoding: buffer.prefix(Int(max(0, length))), as: UTF8.self)
  }

  /// The first match at or after `start`, or nil.
  package func firstMatch(in text: [UInt8], from start: Int = 0) -> Match? {
    guard start <= text.count, let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil)
    else { return nil }
    defer { unsafe pcre2_match_data_free_8(data) }
    let count = unsafe match(text, from: start, isText: false, into: data)
    guard count > 0, let vector = unsafe pcre2_get_ovector_pointer_8(data) else { return nil }
    let total = Int(unsafe pcre2_get_ovector_count_8(data))
    var groups: [Range<Int>?] = []
    groups.reserveCapacity(total)
    for index in 0..<total {
      let from = unsafe vector[2 * index]
      let to = unsafe vector[2 * index + 1]
      let isSet = index < Int(count) && from >= 0 && from <= to
      groups.append(isSet ? from..<to : nil)
    }
    return Match(groups: groups)
  }

  /// Where the first match at or after `start` lies, without its groups; nil without one.
  ///
  /// PCRE2 looks through the whole text for bytes that are no UTF-8 before each match. `isText`
  /// spares that, and is only for bytes that are known to be UTF-8.
  package func firstRange(
    in text: [UInt8], from start: Int = 0, isText: Bool = false
  ) -> Range<Int>? {
    guard start <= text.count, let data = unsafe pcre2_match_data_create_8(1, nil) else {
      return nil
    }
    defer { unsafe pcre2_match_data_free_8(data) }
    // 0: it matches, and has more groups than were asked for.
    guard unsafe match(text, from: start, isText: isText, into: data) >= 0,
      let vector = unsafe pcre2_get_ovector_pointer_8(data), unsafe vector[0] <= vector[1]
    else { return nil }
    return unsafe vector[0]..<vector[1]
  }

  /// The number of groups set and one more; 0 when `data` holds fewer; below it no match.
  private func match(
    _ text: [UInt8], from start: Int, isText: Bool, into data: OpaquePointer
  ) -> Int32 {
    let checks = isText ? mc_pcre2_no_utf_check : 0
    return unsafe text.withUnsafeBufferPointer { buffer in
      let count = unsafe pcre2_match_8(
        code, buffer.baseAddress, buffer.count, start, checks, data, context)
      // Compiled code has 32 KiB of stack; long text may need more, which is not "no match".
      guard count == PCRE2_ERROR_JIT_STACKLIMIT else { return count }
      return unsafe pcre2_match_8(
        code, buffer.baseAddress, buffer.count, start, checks | mc_pcre2_no_jit, data, context)
    }
  }

  /// Says whether the pattern matches anywhere in `text`.
  package func matches(_ text: String) -> Bool { firstRange(in: Array(text.utf8)) != nil }
}
