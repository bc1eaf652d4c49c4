import Texts

/// Holds an index against the file that it is of.
enum IndexCheck {
  /// The faults of a stored index; none where there is no index or an old one, which nothing uses.
  ///
  /// `count` is the number of lines that were compared.
  static func problems(
    _ segment: ArchiveReader.Segment, folder: String
  ) throws(ArchiveError) -> (count: Int, problems: [ArchiveError]) {
    let name = SegmentIndex.name(of: segment.name)
    let path = "\(folder)/\(name)"
    guard let mark = FileMark(path), let source = FileMark(segment.path),
      mark.modified >= source.modified
    else { return (0, []) }
    let stored = try SegmentFile(reading: path).all()
    let made = try SegmentIndex.made(of: segment.path, file: segment.name)
    let wanted = made.bytes.split(separator: 0x0A)
    let found = stored.split(separator: 0x0A)
    var problems: [ArchiveError] = []
    var position = 0
    for (number, line) in found.enumerated() {
      if number >= wanted.count || line != wanted[number] {
        problems.append(fault(name, position, number))
        break
      }
      position += line.count + 1
    }
    if problems.isEmpty, found.count < wanted.count {
      problems.append(fault(name, position, found.count))
    }
    return (found.count, problems)
  }

  private static func fault(_ name: String, _ offset: Int, _ line: Int) -> ArchiveError {
    ArchiveError(
      code: .index, file: name, offset: offset,
      message: Bilingual(
        zh: "索引从第 \(line + 1) 行起与存档不符；删除该索引即可，用到时会自动重建",
        en: "from line \(line + 1) on the index does not agree with the archive; delete it, it is "
          + "made anew when needed"))
  }
}
