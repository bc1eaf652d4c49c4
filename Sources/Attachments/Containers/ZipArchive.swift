private import CArchive
import Markup

/// Unpacks a ZIP file in memory through libarchive, within limits.
///
/// Nothing is written anywhere: names are only words, whatever paths they pretend to be.
struct ZipArchive {
  /// One file in it.
  struct Entry {
    /// In the archive's words; GBK where it does not say UTF-8.
    var name: String
    /// Nil when it was not wanted, is encrypted, damaged or too large.
    var bytes: [UInt8]?
    var fault: Fault?
  }

  /// Why an entry has no bytes.
  enum Fault { case encrypted, damaged, tooLarge }

  /// The most entries that are looked at.
  static let mostEntries = 5000
  /// The most bytes of one entry, unpacked.
  static let mostOfOne = 48 << 20
  /// The most bytes of all entries together, unpacked.
  static let mostOfAll = 128 << 20

  private(set) var entries: [Entry] = []
  /// The list of entries could not be read to its end.
  private(set) var isDamaged = false
  /// There are more entries or bytes than are read.
  private(set) var isCut = false

  /// Reads the list, and the bytes of those entries that `wants` names.
  init(_ bytes: [UInt8], wants: (String) -> Bool) {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let archive = unsafe archive_read_new() else {
        isDamaged = true
        return
      }
      defer { unsafe archive_read_free(archive) }
      unsafe archive_read_support_format_zip(archive)
      guard
        unsafe archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
      else {
        isDamaged = true
        return
      }
      unsafe read(archive, wants)
    }
  }

  private mutating func read(_ archive: OpaquePointer, _ wants: (String) -> Bool) {
    var total = 0
    while true {
      var entry: OpaquePointer?
      let code = unsafe archive_read_next_header(archive, &entry)
      if code == ARCHIVE_EOF { return }
      guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry = unsafe entry else {
        isDamaged = true
        return
      }
      guard entries.count < Self.mostEntries else {
        isCut = true
        return
      }
      let name = unsafe Self.name(entry)
      guard !name.hasSuffix("/"), wants(name) else {
        if !name.hasSuffix("/") { entries.append(Entry(name: name)) }
        continue
      }
      if unsafe archive_entry_is_encrypted(entry) != 0 {
        entries.append(Entry(name: name, fault: .encrypted))
        continue
      }
      let (bytes, fault) = unsafe Self.bytes(
        archive, most: min(Self.mostOfOne, Self.mostOfAll - total))
      total += bytes.count
      if fault == .tooLarge { isCut = true }
      entries.append(Entry(name: name, bytes: fault == nil ? bytes : nil, fault: fault))
    }
  }

  private static func bytes(
    _ archive: OpaquePointer, most: Int
  ) -> (bytes: [UInt8], fault: Fault?) {
    var found: [UInt8] = []
    while true {
      var count = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, filled in
        count = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
        filled = max(0, count)
      }
      guard count >= 0 else { return (found, .damaged) }
      if count == 0 { return (found, nil) }
      found += part
      guard found.count <= most else { return ([], .tooLarge) }
    }
  }

  /// Bytes as they stand in the archive: UTF-8 when they are that, else GBK, as Windows writes.
  private static func name(_ entry: OpaquePointer) -> String {
    guard let raw = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
    else { return "" }
    var bytes: [UInt8] = []
    var place = 0
    while bytes.count < 1024, unsafe raw[place] != 0 {
      bytes.append(UInt8(bitPattern: unsafe raw[place]))
      place += 1
    }
    let text = CharsetReader.read(bytes, contentType: nil).bytes
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of an entry, whatever the case of its name and the slash before it.
  subscript(_ name: String) -> [UInt8]? {
    entries.first { $0.name == name && $0.bytes != nil }?.bytes
      ?? entries.first { Self.key($0.name) == Self.key(name) && $0.bytes != nil }?.bytes
  }

  private static func key(_ name: String) -> String {
    let bare = name.hasPrefix("/") ? String(name.dropFirst()) : name
    return bare.split(separator: "\\").joined(separator: "/").lowercased()
  }

  /// An entry that is needed is encrypted.
  var isEncrypted: Bool { entries.contains { $0.fault == .encrypted } }
}
