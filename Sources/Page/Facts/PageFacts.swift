package import Dates
package import Web

/// What a page is for; the words are those of the contract.
package enum PageKind: String, Sendable, Codable, CaseIterable {
  case home, column, article, directory, guide, form, download, error, challenge, other
}

/// Where a publish date came from; the words are those of the contract.
package enum DateSource: String, Sendable, Codable {
  case meta, label, url, list, none
}

/// A link with the words that a reader sees on it.
package struct Link: Sendable, Hashable {
  /// What a link is for on its page.
  package enum Role: UInt8, Sendable, Hashable {
    /// Site menu, side menu, sub-column tabs, directory of units.
    case menu
    case breadcrumb
    /// A row of the page's main list.
    case entry
    /// Another page of the main list.
    case pager
    /// 更多 / more, beside a preview list.
    case more
    /// In the body of an article.
    case body
    case attachment
    /// Anything else: friend links, footer, hot lists, previews.
    case other
  }

  package var url: WebURL
  // Beside the address's last bytes it takes no room: a site has a million links.
  package var role: Role
  /// White space folded; the `title` attribute where the text is cut with an ellipsis.
  package var text: String

  package init(url: WebURL, text: String, role: Role) {
    self.url = url
    self.text = text
    self.role = role
  }
}

extension [Link] {
  /// Those that are not among others; hostile pages have a hundred thousand of both.
  func missing(in others: [Link]) -> [Link] {
    let known = Set(others)
    return filter { !known.contains($0) }
  }
}

/// One row of a page's main list.
package struct Entry: Sendable, Hashable {
  package var title: String
  /// Nil when the row has no link that can be followed.
  package var url: WebURL?
  package var date: CivilDate?
  /// What the list's data give beside: 文号, 发布机构, 索引号, 成文日期, 有效性.
  package var fields: [Field]

  package init(title: String, url: WebURL?, date: CivilDate?, fields: [Field] = []) {
    self.title = title
    self.url = url
    self.date = date
    self.fields = fields
  }
}

/// How the page's main list stands.
package enum ListState: String, Sendable {
  /// The page has no list of its own.
  case none
  /// Rows were read.
  case readable
  /// A list's frame stands there and holds no row, or the page says so (暂无信息).
  case empty
  /// A list that a script fills: it can't be read without running it. Never "blank".
  case unreadable
  /// The rows are not on the page but in what an interface answers: see `PageFacts.requests`.
  case elsewhere
}

/// A tie between a policy and what explains it.
package struct RelatedDocument: Sendable, Hashable {
  package enum Relation: String, Sendable, Codable { case interprets, interpretedBy, related }

  package var relation: Relation
  package var title: String
  package var url: WebURL?

  package init(relation: Relation, title: String, url: WebURL?) {
    self.relation = relation
    self.title = title
    self.url = url
  }
}

/// One step of a breadcrumb.
package struct Crumb: Sendable, Hashable {
  package var text: String
  package var url: WebURL?

  package init(text: String, url: WebURL?) {
    self.text = text
    self.url = url
  }
}

/// A label with its value, as a table cell, a definition or a line `label：value` shows it.
package struct Field: Sendable, Hashable {
  /// Without colon and inner spaces: `办公地址`.
  package var label: String
  package var value: String

  package init(label: String, value: String) {
    self.label = label
    self.value = value
  }
}

/// Everything that the auditor knows of one page.
///
/// Absent is nil or empty, never a guess.
package struct PageFacts: Sendable, Equatable {
  package var url: WebURL?
  /// The encoding by its WHATWG name, lower case: `utf-8`, `gb18030`.
  package var encoding = "utf-8"
  /// How many bytes were no text in that encoding (U+FFFD stands for each run).
  package var replacements = 0
  package var kind = PageKind.other
  package var siteName: String?
  package var title: String?
  package var publishedOn: CivilDate?
  package var publishedOnSource = DateSource.none
  /// 成文日期 / 生成日期 / 印发日期: the day on the document, not on the web.
  package var writtenOn: CivilDate?
  /// 来源, 信息来源.
  package var source: String?
  /// 发布机构, 发文机关, 公开主体.
  package var publisher: String?
  /// 文号.
  package var documentNumber: String?
  /// 索引号.
  package var indexNumber: String?
  package var breadcrumb: [Crumb] = []
  /// The column in which the page stands (last breadcrumb step but 正文, meta, list title).
  package var column: String?
  /// The main list, top to bottom.
  package var entries: [Entry] = []
  package var listState = ListState.none
  /// Other pages of the same list that this page names or lets compute, in page order.
  package var nextPages: [WebURL] = []
  /// The number of pages that the pager states; nil when it does not.
  package var statedPages: Int?
  /// The number of rows over all pages, as an interface states it; nil when none does.
  package var statedEntries: Int?
  /// Those of `nextPages` at which an interface answers; posted forms by their keys
  /// (`FormRequest`), and nothing else on a page makes a POST.
  package var requests: [WebURL] = []
  /// The answer of a list's interface: data for a script, no page that a reader sees.
  package var isAnswer = false
  /// The page was read as a browser showed it, not as the server sent it.
  package var isRendered = false
  /// The list goes on where no address leads: 加载更多, a pager that only a script turns.
  package var leadsOn = false
  /// The words of links that only a script follows.
  package var blindLinks: [String] = []
  package var attachments: [Link] = []
  package var relatedDocuments: [RelatedDocument] = []
  /// A box of related documents stands empty that a script fills.
  package var awaitsRelated = false
  /// Every http(s) link, in document order, each address once per role.
  package var links: [Link] {
    get { linkList.all }
    _modify { yield &linkList.all }
  }
  /// The same, to be asked without being made.
  package private(set) var linkList = LinkList([])
  /// Standard and other metas, names in lower case, in document order.
  package var metas: [Field] = []
  package var fields: [Field] = []
  /// Headings and table captions of the main part, in order.
  package var headings: [String] = []
  /// The main part's text: blocks on lines of their own, white space folded; at most 64 KiB.
  package var text: String {
    get { body.string }
    set { body = KeptText(newValue) }
  }
  /// The length of `text` in bytes.
  package var textBytes: Int { body.count }
  private(set) var body = KeptText("")
  /// The length of the main part's text in characters, white space not counted.
  package var textLength = 0
  /// Pictures in the main part: a body of pictures alone can't be read.
  package var bodyImages = 0
  /// The fields of the page's largest form: text areas, selects, inputs of text and choices.
  package var formFields = 0
  /// What the page shows beside its words; articles are not looked at.
  package var hidden: HiddenParts = []
  /// Where the page sends its reader at once: meta refresh, `location.href` shell.
  package var redirect: WebURL?
  package var frames: [WebURL] = []
  /// Files of the host's scripts that write a menu into the page.
  package var menuScripts: [WebURL] = []
  /// RSS and Atom feeds that the page's head names, in its order, each once; at most ten.
  package var feeds: [WebURL] = []
  /// The encoding that header or meta declare, by its WHATWG name; nil without a known label.
  package var declaredEncoding: String?
  /// Dates that speak against `publishedOn`, the strongest first.
  package var dateConflicts: [DateConflict] = []
  package var credits: [Credit] = []
  package var keywords: [String] = []
  /// Openness and validity as a document states them.
  package var marks: DocumentMarks?
  /// Attachments that the article names and no address is known of.
  package var namedFiles: [String] = []
  /// Tables that hold data, as grids.
  package var tables: [TableFacts] {
    get { tableList.all }
    _modify { yield &tableList.all }
  }
  private var tableList = FactList<KeptTables>([])
  package var contacts: [ContactField] = []
  package var leaders: [Leader] = []
  /// The elements of a service guide.
  package var guide: [GuideElement] = []
  package var questions: [QuestionAnswer] = []
  /// Letters and messages of the public.
  package var letters: [PublicLetter] = []
  /// What the foot says of the site.
  package var identity: SiteIdentity?
  /// The page was cut while being read (depth of nesting, size); what follows is missing.
  package var isTruncated = false

  package init() {}

  /// The beginning of `text`: at most so many bytes of it.
  package func textStart(_ bytes: Int) -> String { body.start(bytes) }

  /// Takes the main part's text from a file of facts, where it stays until it is asked for.
  mutating func keepText(_ text: KeptText) { body = text }

  /// The same for links.
  mutating func keepLinks(_ links: KeptLinks) { linkList = LinkList(links) }

  /// The same for tables.
  mutating func keepTables(_ tables: KeptTables) { tableList = FactList(tables) }

  /// The body shows pictures and no text to speak of: what it says can't be read.
  package var isBodyOfPictures: Bool { bodyImages > 0 && textLength < 30 }

  /// Leaders, one of them with post and duty or photograph, or the telephone numbers of several offices:
  /// what the page lists is its own text.
  package var isRegister: Bool {
    leaders.count >= 2
      || leaders.contains { $0.post != nil && ($0.duty != nil || $0.photo != nil) }
      || Set(contacts.lazy.filter { $0.kind == .telephone && !$0.isPlaceholder }.map(\.value)).count
        >= 4
  }

  /// The value of a standard meta tag; nil when the page has none.
  package func meta(_ name: StandardMeta) -> String? {
    let label = name.rawValue.lowercased()
    return metas.first { $0.label == label }?.value
  }
}
