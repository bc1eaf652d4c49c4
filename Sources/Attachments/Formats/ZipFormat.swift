import Page

/// A ZIP file as an archive of documents: each member is read, archives in it are not.
struct ZipFormat {
  let tools: Toolbox

  /// The most members that are read.
  private static let mostMembers = 50

  func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.zip)
    var wanted = 0
    let archive = ZipArchive(bytes) { _ in
      wanted += 1
      return wanted <= Self.mostMembers
    }
    var sheet = TextSheet()
    for entry in archive.entries.prefix(200) {
      let member = read(entry)
      facts.members.append(
        .init(name: entry.name, kind: member.kind, unreadable: member.unreadable))
      sheet.line(Self.fileName(entry.name))
      sheet.line(member.text)
      for table in member.tables { sheet.add(table, from: Self.fileName(entry.name)) }
      if member.isCut || member.unreadable != nil { sheet.cut() }
    }
    if archive.isCut || archive.isDamaged || archive.entries.count > Self.mostMembers {
      sheet.cut()
    }
    let readable = facts.members.filter { $0.unreadable == nil }
    if readable.isEmpty {
      facts.isEncrypted = archive.isEncrypted
      facts.unreadable = Self.reason(facts.members, archive)
      return facts
    }
    sheet.fill(&facts)
    facts.title = Headline.find(sheet.text, property: nil)
    return facts
  }

  /// Why no member could be read: what they have in common, else that the kinds are not read.
  private static func reason(
    _ members: [AttachmentFacts.Member], _ archive: ZipArchive
  ) -> AttachmentFacts.Unreadable {
    if archive.isDamaged { return .damaged }
    if archive.isCut { return .tooLarge }
    let reasons = Set(members.map(\.unreadable))
    if reasons.count == 1, let only = reasons.first, let only { return only }
    return members.isEmpty ? .empty : .unsupported
  }

  private func read(_ entry: ZipArchive.Entry) -> AttachmentFacts {
    guard let bytes = entry.bytes else {
      let kind = FileMagic.kind([], name: entry.name)
      switch entry.fault {
      case .encrypted: return AttachmentFacts(kind, unreadable: .encrypted)
      case .damaged: return AttachmentFacts(kind, unreadable: .damaged)
      case .tooLarge, nil: return AttachmentFacts(kind, unreadable: .tooLarge)
      }
    }
    return DocumentReading(tools: tools, depth: 1).read(bytes, name: entry.name)
  }

  /// The last part of a path, whichever slashes it has.
  static func fileName(_ path: String) -> String {
    path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
  }
}
