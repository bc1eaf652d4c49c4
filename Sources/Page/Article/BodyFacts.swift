private import Glibc
import Markup
import Texts

/// The body as facts: text, length, headings, pictures.
struct BodyFacts {
  let document: Document
  let lines: PageLines
  let outline: PageOutline
  var part: MainPart
  /// The line belongs to menus, breadcrumb or foot; asked on pages without a body of their own.
  var isApart: (Int) -> Bool = { _ in false }

  /// The same for a page that is no article: all that stands between its head, menus and foot, since
  /// what looks like a headline there may be the first of several.
  func whole(apart isApart: @escaping (Int) -> Bool) -> BodyFacts {
    var other = self
    other.part.container = 0
    other.part.body = 0..<lines.facts.count
    other.isApart = isApart
    return other
  }

  /// The most text that is kept, in bytes.
  private static let mostText = 65_536

  /// Blocks on lines of their own.
  func text() -> KeptText {
    let most = mostBytes
    let out = unsafe [UInt8](unsafeUninitializedCapacity: most) { out, count in
      unsafe lines.flow.bytes.withUnsafeBufferPointer { bytes in
        for line in part.body where isOwn(line) {
          let range = lines.flow.lines[line].range
          guard count + range.count + 1 <= most else { break }
          if count > 0 {
            unsafe out[count] = 0x0A
            count += 1
          }
          guard let from = bytes.baseAddress, let to = out.baseAddress else { break }
          unsafe (to + count).update(from: from + range.lowerBound, count: range.count)
          // A wide gap within a line is a tab there.
          var place = count
          count += range.count
          while let tab = unsafe memchr(to + place, 0x09, count - place) {
            place = unsafe UnsafeRawPointer(tab) - UnsafeRawPointer(to)
            unsafe out[place] = 0x20
          }
        }
      }
    }
    return KeptText(out.fitted())
  }

  /// As many bytes as the body's lines have, those of menus among them.
  private var mostBytes: Int {
    guard let first = part.body.first, let last = part.body.last else { return 0 }
    let start = lines.flow.lines[first].range.lowerBound
    return min(Self.mostText, lines.flow.lines[last].range.upperBound - start + part.body.count)
  }

  /// Characters of the whole body, white space not counted.
  func length() -> Int {
    let flow = lines.flow
    var length = 0
    for line in part.body where isOwn(line) {
      // White space of a flow is a blank or a tab.
      length += unsafe flow.withText(line) { unsafe ByteText.shown($0) }
    }
    return length
  }

  /// A page without a body of its own is what stands between its head, menus and foot.
  private func isOwn(_ line: Int) -> Bool {
    part.container != 0
      || !outline.isInFrame(lines.flow.lines[line].node) && !isApart(line)
  }

  /// Headings and captions of the body, in order.
  func headings() -> [String] {
    let region = region
    return outline.headings.filter { region.contains($0) && Self.isHeading(document.tag($0)) }
      .prefix(200).compactMap { node in
        let text = document.text(of: node)
        return text.isEmpty || text.utf8.count > 600 ? nil : text
      }
  }

  private static func isHeading(_ tag: Tag) -> Bool {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6, .caption: true
    default: false
    }
  }

  /// Pictures in the body; icons of file types and emoticons are none.
  func images() -> Int {
    let region = region
    return outline.images.lazy.filter { region.contains($0) && isPicture($0) }.count
  }

  /// Pictures that stand like a text, where `isMain` says that the main part is: in a paragraph or
  /// block, no link, and no part of the template by its name.
  func loneImages(_ isMain: (NodeIndex) -> Bool) -> Int {
    outline.images.count {
      isMain($0) && isPicture($0) && standsLikeText($0)
        && document.ancestor(of: $0, tagged: .a) == nil
    }
  }

  private func standsLikeText(_ node: NodeIndex) -> Bool {
    let width = document.attribute(node, "width").flatMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    if let width, width < 200 { return false }
    let source = ByteText.lowered((document.attribute(node, "src") ?? []).prefix(300))
    let file = source.split(separator: 0x2F).last ?? []
    if ByteText.containsAny(file, of: Self.fixtures) { return false }
    var parent = document.parent(of: node)
    while document.tag(parent) == .span || document.tag(parent) == .strong {
      parent = document.parent(of: parent)
    }
    switch document.tag(parent) {
    case .p, .center, .figure, .div, .section: return true
    case .td: return (width ?? 0) >= 300
    default: return false
    }
  }

  /// What files of a template are called.
  private static let fixtures = ByteText.words(
    "top", "banner", "logo", "bg", "line", "dot", "head", "title", "bar", "nav", "btn", "arrow",
    "ico",
    "qr", "ewm", "weixin", "foot", "bottom", "blank", "space", "loading", "none", "nodata", "empty")

  private func isPicture(_ node: NodeIndex) -> Bool {
    let source = ByteText.lowered((document.attribute(node, "src") ?? []).prefix(300))
    return !source.isEmpty && !ByteText.containsAny(source[...], of: Self.icons)
  }

  /// The nodes of the body: from the particulars' end to the end of the article.
  private var region: Range<NodeIndex> {
    if part.container != 0 {
      let end = document.nodes[Int(part.container)].end
      return max(part.container, part.headline?.node ?? 0)..<max(end, part.headline?.node ?? 0)
    }
    guard part.headline != nil else { return 0..<0 }
    let after = part.head.isEmpty ? part.headline?.lines.last : part.head.last
    guard let after, after < lines.flow.lines.count else { return 0..<0 }
    let start = lines.flow.lines[after].node
    let end = part.end < lines.flow.lines.count ? lines.flow.lines[part.end].node : document.count
    return start..<max(start, end)
  }

  private static let icons = ByteText.words("icon", "filetype", "emotion", "spacer", "blank.gif")
}
