/// Who wrote, edited or supplied an article, as its particulars name them.
package struct Credit: Sendable, Hashable {
  /// What the named person or body did.
  package enum Role: String, Sendable, CaseIterable {
    /// 作者, 记者, 通讯员.
    case author
    /// 撰稿, 供稿, 文字.
    case writer
    /// 责任编辑, 编辑.
    case editor
    /// 审核, 初审, 终审, 校对.
    case reviewer
    /// 摄影, 图片.
    case photographer
  }

  package var role: Role
  package var name: String

  package init(role: Role, name: String) {
    self.role = role
    self.name = name
  }
}

/// Reads credits from labelled particulars.
struct CreditReader {
  let source: SourceReader
  let part: MainPart

  private static let most = 20

  /// The credits in order of place, each once; labels in the body's sentences are none.
  func read() -> [Credit] {
    var out: [Credit] = []
    for value in source.values where out.count < Self.most {
      guard let role = Self.roles[Array(value.label.utf8)],
        part.headline.map({ value.line >= $0.lines.lowerBound }) ?? false,
        value.line <= part.end + 12, let name = source.text(value), name.utf8.count <= 90,
        !Placeholder.isPlaceholder(name), !name.contains("。")
      else { continue }
      let credit = Credit(role: role, name: name)
      if !out.contains(credit) { out.append(credit) }
    }
    return out
  }

  private static let roles: [[UInt8]: Credit.Role] = {
    let table: [(Credit.Role, [String])] = [
      (.author, ["作者", "记者", "通讯员", "文章作者", "本报记者"]),
      (.writer, ["撰稿", "撰稿人", "供稿", "供稿人", "供稿单位", "文字", "撰写", "文", "信息提供", "拟稿", "拟稿人"]),
      (.editor, ["责任编辑", "编辑", "责编", "主编", "编辑人", "信息编辑", "网络编辑"]),
      (.reviewer, ["审核", "审核人", "初审", "复审", "终审", "校对", "审稿", "二审", "三审", "一审", "签发", "信息审核"]),
      (.photographer, ["摄影", "图片", "摄", "图", "摄像"]),
    ]
    var out: [[UInt8]: Credit.Role] = [:]
    for (role, words) in table { for word in words { out[Array(word.utf8)] = role } }
    return out
  }()
}

/// The keywords of a page: its meta Keywords, and 关键词 or 主题词 among its particulars.
enum KeywordReader {
  private static let most = 60

  /// In order, each once.
  static func read(_ metas: PageMetas, _ fields: [Field]) -> [String] {
    var out: [String] = []
    let shown = fields.filter { ["关键词", "关键字", "主题词", "文章关键词"].contains($0.label) }.map(\.value)
    for text in [metas.value("keywords")].compactMap({ $0 }) + shown {
      for word in text.split(whereSeparator: { ",，;；、|\t ".contains($0) }) {
        let plain = String(word)
        guard out.count < most, plain.utf8.count <= 120, !Placeholder.isPlaceholder(plain),
          !out.contains(plain)
        else { continue }
        out.append(plain)
      }
    }
    return out
  }
}
