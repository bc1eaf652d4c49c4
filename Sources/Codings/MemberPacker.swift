private import CCodings
import Synchronization

/// The working memory of one packing: made once, used by one thread at a time, kept for the next.
///
/// ISA-L needs 350 KB to pack at all, far more than most records: what is given back is kept. Its
/// bytes are the same on every use, since each begins with empty tables.
@safe final class MemberPacker: @unchecked Sendable {
  // Sendable: whoever borrows a packer has it alone until it is given back (see `idle`).
  private let memory: UnsafeMutableRawPointer

  private static let idle = Mutex<[MemberPacker]>([])
  /// How many are kept: more threads than that do not pack at once.
  private static let mostIdle = 16
  /// Below this, tables made for the run do not pay: ISA-L's fixed ones are used.
  private static let shortRun = 2048

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

  /// The member of `bytes`, of which there are less than 2 GiB.
  func pack(_ bytes: [UInt8], _ effort: GzipMember.Effort) -> [UInt8]? {
    // Data that can't be packed are stored, with five bytes for each piece of up to 64 KiB.
    let room = bytes.count + bytes.count / 4096 + 512
    let level: UInt32 = effort == .packed || bytes.count < Self.shortRun ? 0 : 2
    var code = STATELESS_OVERFLOW
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, made in
      var length: UInt32 = 0
      code = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe mc_packer_pack(
          memory, level, input.baseAddress, UInt32(input.count), output.baseAddress, UInt32(room),
          &length)
      }
      made = code == COMP_OK ? Int(length) : 0
    }
    return code == COMP_OK ? packed : nil
  }
}
