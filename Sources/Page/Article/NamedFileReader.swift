import Markup
import Texts
import Web

/// Finds attachments that an article names without giving an address: the file is offered by a
/// script that can't be followed, or not at all.
struct NamedFileReader {
  let document: Document
  let lines: PageLines
  let outline: PageOutline
  let part: MainPart
  /// What has an address.
  let attachments: [Link]

  private static let most = 100

  /// The names in document order, each once; those that have an address are left out.
  func read() -> [String] {
    guard part.headline != nil else { return [] }
    var known = Set(attachments.map { Self.plain(Array($0.text.utf8)[...]) })
    var out: [String] = []
    func add(_ text: String) {
      let key = Self.plain(Array(text.utf8)[...])
      // `可下载附件：名单.xlsx` names the file that the link below it offers as 名单.xlsx.
      guard out.count < Self.most, key.count >= 6,
        !known.contains(where: { $0.count >= 6 && ByteText.ends(key[...], with: $0) })
      else { return }
      known.insert(key)
      out.append(text)
    }
    let end = min(lines.facts.count, part.end)
    for line in part.body.lowerBound..<max(part.body.lowerBound, end) {
      for link in links(of: line) where isDead(link) {
        let text = document.text(of: link)
        if Self.namesFile(Array(text.utf8)[...]) { add(text) }
      }
      guard lines.flow.lines[line].linkBytes == 0 else { continue }
      let text = lines.flow.text(line)
      if text.count <= 300, let name = Self.fileLine(text) { add(name) }
    }
    return out
  }

  private func links(of line: Int) -> [NodeIndex] {
    var out: [NodeIndex] = []
    for piece in lines.flow.lines[line].pieces {
      let link = lines.flow.pieces[piece].link
      if link != 0, out.last != link { out.append(link) }
    }
    return out
  }

  /// A link that leads nowhere: no address, `#`, or a script.
  private func isDead(_ link: NodeIndex) -> Bool {
    let href = (document.attribute(link, "href") ?? []).drop { $0 <= 0x20 }
    return href.isEmpty || href.first == UInt8(ascii: "#")
      || ByteText.lowered(href.prefix(11)).elementsEqual("javascript:".utf8)
  }

  /// `附件1：…`, or a name that ends like a file.
  private static func namesFile(_ text: ArraySlice<UInt8>) -> Bool {
    AttachmentReader.isFile(text) || text.starts(with: word) && text.count > word.count
  }

  /// A line that is a file's name, with 附件 and numbers before it apart.
  private static func fileLine(_ text: ArraySlice<UInt8>) -> String? {
    guard AttachmentReader.isFile(text) else { return nil }
    let name = WhiteSpace.folded(text)
    // A sentence that ends with an address of a file is no name.
    return name.contains("。") || name.contains("://") ? nil : name
  }

  /// What tells two names of one file to be the same: without 附件, numbers and white space.
  private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = ByteText.squeezed(text)[...]
    if bytes.starts(with: word) { bytes = bytes.dropFirst(word.count) }
    while let first = bytes.first,
      (0x30...0x39).contains(first) || first == 0x3A || first == 0x2E
        || bytes.starts(with: "：".utf8) || bytes.starts(with: "、".utf8)
    {
      bytes = bytes.dropFirst(first >= 0x80 ? 3 : 1)
    }
    return Array(bytes)
  }

  private static let word = Array("附件".utf8)
}
