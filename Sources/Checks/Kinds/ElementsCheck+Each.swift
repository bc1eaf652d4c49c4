import Rules
package import Texts
import YAML

extension ElementsCheck {
  /// Pages of one kind, each held by itself against what it must show: guides, catalogues,
  /// explanations, drafts (`each: true`).
  package struct EachPage: Sendable {
    /// Whose pages count for a unit that is judged for itself.
    package enum Publisher: String, Sendable, CaseIterable { case unit, district }

    /// What it means that there is no such page, when all was read.
    package enum Absence: String, Sendable, CaseIterable {
      case fail, undetermined
      /// Another rule asks for the page itself.
      case notApplicable = "not-applicable"
    }

    /// What it means that a page does not show a piece.
    package enum Lacking: String, Sendable, CaseIterable {
      case fail, undetermined
      /// Undetermined where a script, a picture without words, a field or a frame may show it; a fact
      /// where no page of the territory has or says anything of the kind.
      case hidden = "undetermined-if-hidden"
    }

    /// Of when a page must be.
    package enum Dating: String, Sendable, CaseIterable { case period, any }

    /// Something that a page must show; any of its signs will do.
    package struct Piece: Sendable {
      package var name: Bilingual
      /// Titles of items that show it by themselves.
      package var titles: TitlePatterns
      /// Labels with a value that is no placeholder, in normal form.
      package var labels: [[UInt8]]
      /// Words anywhere on the page, in normal form.
      package var words: [[UInt8]]
      /// Texts or addresses of links.
      package var links: TitlePatterns
      /// A picture, sound or film in the page's body.
      package var isMedia: Bool
      /// Names of attachments, or of links in the page's body.
      package var files: TitlePatterns
      /// So many fields to type in: one is a search box on a front page; 0 for none.
      package var formFields: Int
    }

    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// Words of which title or text must hold one for a page to be counted.
    package var conditions: TitlePatterns
    package var dated: Dating
    /// The front pages of unit and portal are looked at too.
    package var hasFronts: Bool
    package var sample: Int
    /// The share of the pages that must show enough; 0: `least` of them will do.
    package var share: Double
    package var least: Int
    /// How many of the pieces a page must show.
    package var atLeast: Int
    package var isPartial: Bool
    package var publisher: Publisher
    package var absence: Absence
    package var lacking: Lacking
    /// Attachments that can't hold what is missing: forms to fill in.
    package var idleFiles: TitlePatterns
    package var pieces: [Piece]
  }

  static let eachKeys: [PackKey] = [
    key(
      "each", .flag, "逐页检查：columns、titles 找到的每一页各自须有全部要素（默认 false）",
      "Each page found by columns and titles must show the parts by itself (false)"),
    key("columns", .texts, "（each）页面所在栏目", "(each) Columns of the pages"),
    key("titles", .patterns, "（each）页面标题样式", "(each) Titles of the pages"),
    key("except", .patterns, "（each）不看的标题", "(each) Titles left out"),
    key(
      "conditions", .patterns, "（each）标题或正文须含其一的样式，否则不算此类页面",
      "(each) What title or text must hold for the page to be counted"),
    key(
      "dated", .word(EachPage.Dating.self), "（each）any|period（默认 any）",
      "(each) Of when a page must be (any)"),
    key(
      "fronts", .flag, "（each）单位和门户的首页也看（默认 false）", "(each) Front pages are looked at too (false)"),
    key(
      "sample", .count(1...1000), "（each）最多看几页，新的在先（默认 50）",
      "(each) At most so many pages, newest first (50)"),
    key(
      "share", .number(0...1), "（each）要素齐全的页面至少占几成（默认 0：有 least 页即可）",
      "(each) Share of the pages that must be complete (0: `least` will do)"),
    key("least", .count(1...1000), "（each）至少几页要素齐全（默认 1）", "(each) Complete pages needed (1)"),
    key(
      "at-least", .count(1...100), "（each）每页至少有几项要素（默认全部）",
      "(each) Parts that a page must show (all)"),
    key(
      "publisher", .word(EachPage.Publisher.self), "（each）unit|district（默认 unit）：区级的页面是否也算",
      "(each) Whether the district's pages count for each unit (unit)"),
    key(
      "absence", .word(EachPage.Absence.self),
      "（each）fail|undetermined|not-applicable（默认 fail）：没有此类页面时的结论",
      "(each) What it means that there is no such page (fail)"),
    key(
      "lacking", .word(EachPage.Lacking.self),
      "（each）fail|undetermined|undetermined-if-hidden（默认 fail）：页面上看不到要素时的结论；undetermined-if-hidden：页面有脚本、无文字的图片、输入框或框架时不判定",
      "(each) What it means that the pages lack it (fail); undetermined-if-hidden: open where a script, "
        + "a picture without words, a field or a frame may show it"),
    key(
      "idle-files", .patterns, "（each）不会写有要素的附件名样式（申请表等）",
      "(each) Names of attachments that can't hold the parts (forms)"),
  ]

  /// The keys of a part where each page is judged by itself.
  static let pieceKeys: [PackKey] = [
    PackKey("name", .bilingual, isRequired: true, "要素名称", "The part's name"),
    key("titles", .patterns, "本身就是该要素的标题", "Titles that are the part themselves"),
    key("fields", .texts, "标签", "Labels of which one must stand there"),
    key("text", .texts, "字样", "Words of which one must stand there"),
    key("links", .patterns, "（each）链接文字样式", "(each) Texts of links that will do"),
    key("files", .patterns, "（each）附件名样式", "(each) Names of attachments that will do"),
    key("media", .flag, "（each）图片、音视频即可", "(each) A picture, sound or film will do"),
    key("form", .count(1...50), "（each）至少几个输入框的表单即可", "(each) A form of so many inputs will do"),
  ]

  private static func key(
    _ name: String, _ form: KeyForm, _ zh: String, _ en: String
  ) -> PackKey {
    PackKey(name, form, Bilingual(zh: zh, en: en))
  }

  static func eachPage(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> EachPage? {
    mapping.require(["parts"], log: log)
    let hasFronts = mapping.bool("fronts", log: log) ?? false
    if !hasFronts { mapping.requireOne(of: "columns", "titles", "fronts", log: log) }
    let columns = mapping.strings("columns", log: log) ?? []
    let pieces = (mapping.mappings("parts", log: log) ?? []).compactMap { piece($0, log) }
    let asked = mapping.int("at-least", in: 1...100, log: log) ?? pieces.count
    return EachPage(
      columns: columns, keys: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log),
      conditions: .decode("conditions", of: mapping, log: log),
      dated: mapping.enumeration("dated", of: EachPage.Dating.self, log: log) ?? .any,
      hasFronts: hasFronts, sample: mapping.int("sample", in: 1...1000, log: log) ?? 50,
      share: mapping.double("share", in: 0...1, log: log) ?? 0,
      least: mapping.int("least", in: 1...1000, log: log) ?? 1, atLeast: min(asked, pieces.count),
      isPartial: mapping.bool("partial", log: log) ?? false,
      publisher: mapping.enumeration("publisher", of: EachPage.Publisher.self, log: log) ?? .unit,
      absence: mapping.enumeration("absence", of: EachPage.Absence.self, log: log) ?? .fail,
      lacking: mapping.enumeration("lacking", of: EachPage.Lacking.self, log: log) ?? .fail,
      idleFiles: .decode("idle-files", of: mapping, log: log), pieces: pieces)
  }

  private static func piece(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> EachPage.Piece? {
    mapping.allow(only: pieceKeys.names, log: log)
    mapping.require(pieceKeys.requiredNames, log: log)
    if mapping.keys.count < 2 {
      let others = pieceKeys.names.filter { $0 != "name" }
      log.add(mapping.value.problem(Wording.needsOne(of: others)))
    }
    let labels = mapping.strings("fields", log: log) ?? []
    let words = mapping.strings("text", log: log) ?? []
    guard let name = mapping.bilingual("name", log: log) else { return nil }
    return EachPage.Piece(
      name: name, titles: .decode("titles", of: mapping, log: log),
      labels: labels.map(TitleText.normalize), words: words.map(TitleText.normalize),
      links: .decode("links", of: mapping, log: log),
      isMedia: mapping.bool("media", log: log) ?? false,
      files: .decode("files", of: mapping, log: log),
      formFields: mapping.int("form", in: 1...50, log: log) ?? 0)
  }
}
