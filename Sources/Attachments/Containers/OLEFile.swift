import Page

/// An OLE compound file ([MS-CFB]): its streams by name.
///
/// Every chain is at most as long as the file; what leads outside of it ends the chain.
struct OLEFile {
  private struct Entry {
    var name: String
    var type: UInt8
    var start: Int
    var size: Int
  }

  private static let endOfChain = 0xFFFF_FFFA
  private static let mostEntries = 20_000

  private let bytes: [UInt8]
  private let sectorSize: Int
  /// The next sector of each sector.
  private var table: [Int] = []
  private var entries: [Entry] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let shift = bytes.count >= 512 ? bytes.word16(30) : 0
    sectorSize = shift == 12 ? 4096 : 512
    guard shift == 9 || shift == 12 else { return }
    readTable()
    let directory = chain(from: bytes.word32(48), most: Self.mostEntries * 128)
    for place in stride(from: 0, to: directory.count - 127, by: 128) {
      let length = directory.word16(place + 64)
      guard (4...64).contains(length), directory[place + 66] != 0 else { continue }
      let units = stride(from: place, to: place + length - 2, by: 2).map {
        UInt16(directory.word16($0))
      }
      entries.append(
        Entry(
          name: String(decoding: units, as: UTF16.self), type: directory[place + 66],
          start: directory.word32(place + 116), size: directory.word32(place + 120)))
    }
  }

  /// The names of all streams and storages.
  var names: Set<String> { Set(entries.map(\.name)) }

  /// The sectors of the allocation table: 109 in the header, more in a chain of their own.
  private mutating func readTable() {
    var sectors = (0..<109).map { bytes.word32(76 + $0 * 4) }
    var next = bytes.word32(68)
    var visited = 0
    let most = bytes.count / sectorSize
    while next < Self.endOfChain, visited <= most, let part = sector(next) {
      visited += 1
      for place in stride(from: 0, to: sectorSize - 4, by: 4) { sectors.append(part.word32(place)) }
      next = part.word32(sectorSize - 4)
    }
    for number in sectors where number < Self.endOfChain && table.count <= most + sectorSize {
      guard let part = sector(number) else { continue }
      for place in stride(from: 0, to: sectorSize, by: 4) { table.append(part.word32(place)) }
    }
  }

  private func sector(_ number: Int) -> [UInt8]? {
    let start = (number + 1) * sectorSize
    guard number >= 0, start < bytes.count else { return nil }
    let part = Array(bytes[start..<min(start + sectorSize, bytes.count)])
    // The last sector of a file may end early.
    return part + Array(repeating: 0, count: sectorSize - part.count)
  }

  private func chain(from first: Int, most: Int) -> [UInt8] {
    var found: [UInt8] = []
    var next = first
    var left = bytes.count / sectorSize + 1
    while next < Self.endOfChain, left > 0, found.count < most, let part = sector(next) {
      found += part
      left -= 1
      guard table.indices.contains(next) else { break }
      next = table[next]
    }
    return found
  }

  /// The bytes of a stream; nil when there is none of that name.
  func stream(_ name: String) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name && $0.type == 2 }) else { return nil }
    let size = min(entry.size, bytes.count)
    guard entry.size < bytes.word32(56), let root = entries.first(where: { $0.type == 5 }) else {
      return Array(chain(from: entry.start, most: size).prefix(size))
    }
    // Small streams lie in 64-byte sectors within the root's own stream.
    let store = chain(from: root.start, most: bytes.count)
    let links = chain(from: bytes.word32(60), most: bytes.count)
    var found: [UInt8] = []
    var next = entry.start
    while next < Self.endOfChain, found.count < size, next * 64 + 64 <= store.count {
      found += store[(next * 64)..<(next * 64 + 64)]
      guard next * 4 + 4 <= links.count else { break }
      next = links.word32(next * 4)
    }
    return Array(found.prefix(size))
  }

  /// OOXML behind a password lies in an OLE file.
  var isEncryptedPackage: Bool {
    names.contains("EncryptedPackage") || names.contains("EncryptionInfo")
  }

  /// The kind by the streams; WPS Office writes Word's and Excel's and adds a mark of its own, so
  /// that otherwise the name's ending tells them apart.
  func kind(ending: String) -> AttachmentFacts.Kind {
    let names = names
    if names.contains("WordDocument") {
      return ending == "wps" || ending == "wpt" ? .wps : .doc
    }
    if names.contains("Workbook") || names.contains("Book") {
      return ending == "et" || ending == "ett" || names.contains("ETExtData") ? .et : .xls
    }
    if names.contains("PowerPoint Document") { return .ppt }
    if isEncryptedPackage { return ending.hasPrefix("xls") ? .xlsx : .docx }
    // A damaged directory tells nothing: the name is the best guess left.
    switch ending {
    case "xls", "xlt": return .xls
    case "et", "ett": return .et
    case "wps", "wpt": return .wps
    case "ppt", "dps", "pps": return .ppt
    default: return .doc
    }
  }
}

extension Array<UInt8> {
  /// Two bytes, the low one first; 0 beyond the end.
  func word16(_ place: Int) -> Int {
    guard place >= 0, place + 2 <= count else { return 0 }
    return Int(self[place]) | Int(self[place + 1]) << 8
  }

  /// Four bytes, the lowest first; 0 beyond the end.
  func word32(_ place: Int) -> Int { word16(place) | word16(place + 2) << 16 }
}
