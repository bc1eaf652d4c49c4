private import CCodings
import Synchronization

/// The working memory of one packing: made once, used by one thread at a time, kept for the next.
///
/// ISA-L needs 100 KB to pack at all, far more than most records: what is given back is kept. Its
/// bytes are the same on every use, since each begins with empty tables.
@safe final class MemberPacker: @unchecked Sendable {
  // Sendable: whoever borrows a packer has it alone until it is given back (see `idle`).
  private let memory: UnsafeMutableRawPointer

  private static let idle = Mutex<[MemberPacker]>([])
  /// The codes of pages: what ISA-L has of its own knows no Chinese.
  private static let pageTables = PackingTables()
  /// From so many bytes on a member saves more by these tables than it takes to write them.
  private static let leastForTables = 3072
  /// How many are kept: more threads than that do not pack at once.
  private static let mostIdle = 16

  private init?() {
    guard let memory = unsafe mc_packer_make() else { return nil }
    unsafe self.memory = unsafe memory
  }

  deinit { unsafe free(memory) }

  /// A packer for the caller alone; nil when there is no memory.
  static func borrow() -> MemberPacker? {
    idle.withLock { $0.popLast() } ?? MemberPacker()
  }

  func giveBack() {
    Self.idle.withLock { idle in
      if idle.count < Self.mostIdle { idle.append(self) }
    }
  }

  /// The members of some runs of bytes, one behind another, and where each ends.
  ///
  /// Each run is shorter than 2 GiB; nil when the library gives up.
  func pack(_ runs: [GzipMember.Run]) -> (bytes: [UInt8], ends: [Int])? {
    var ends: [Int] = []
    let room = runs.reduce(0) { $0 + Self.room(for: $1.range.count) }
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, made in
      var position = 0
      for run in runs {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: output[position...])
        guard let length = unsafe member(of: run, in: rest) else { break }
        position += length
        ends.append(position)
      }
      made = position
    }
    return ends.count == runs.count ? (packed, ends) : nil
  }

  /// The most that a member takes: data that can't be packed are stored, with five bytes for each
  /// piece of up to 64 KiB.
  private static func room(for count: Int) -> Int { count + count / 4096 + 512 }

  private func member(
    of run: GzipMember.Run, in output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    // With more room data that can't be packed would grow instead of being stored.
    let room = UInt32(clamping: min(output.count, Self.room(for: run.range.count)))
    return unsafe run.bytes.withUnsafeBufferPointer { bytes in
      let input = unsafe UnsafeBufferPointer(rebasing: bytes[run.range])
      let count = UInt32(input.count)
      if run.effort == .packed {
        let length = unsafe mc_member_store(input.baseAddress, count, output.baseAddress, room)
        return length > 0 ? Int(length) : nil
      }
      var length: UInt32 = 0
      let tables = unsafe input.count < Self.leastForTables ? nil : Self.pageTables.memory
      let code = unsafe mc_packer_pack(
        memory, tables, input.baseAddress, count, output.baseAddress, room, &length)
      return code == COMP_OK ? Int(length) : nil
    }
  }
}

/// Code tables made from `PackingHistogram`, kept as long as the program runs.
@safe private struct PackingTables: @unchecked Sendable {
  // Sendable: ISA-L only reads them.
  let memory: UnsafeMutableRawPointer?

  init() {
    unsafe memory = unsafe PackingHistogram.literals.withUnsafeBufferPointer { literals in
      unsafe PackingHistogram.distances.withUnsafeBufferPointer { distances in
        guard literals.count == Int(ISAL_DEF_LIT_LEN_SYMBOLS),
          distances.count == Int(ISAL_DEF_DIST_SYMBOLS)
        else { return nil }
        return unsafe mc_packer_tables(literals.baseAddress, distances.baseAddress)
      }
    }
  }
}
