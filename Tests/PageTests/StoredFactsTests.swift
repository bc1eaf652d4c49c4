import Dates
import Page
import Testing
import Web

/// Facts as bytes and back: nothing is lost, and no bytes are a danger.
struct StoredFactsTests {
  private static func full() throws -> PageFacts {
    let url = try #require(WebURL("http://www.example.gov.cn/a/1.html?x=1"))
    let day = CivilDate("2021-03-05")
    let field = Field(label: "文号", value: "青发〔2021〕3号")
    var facts = PageFacts()
    facts.url = url
    facts.encoding = "gb18030"
    facts.replacements = 3
    facts.kind = .article
    facts.siteName = "青岚区人民政府"
    facts.title = "e\u{301}"
    facts.publishedOn = day
    facts.publishedOnSource = .label
    facts.writtenOn = CivilDate("2021-03-01")
    facts.source = "é"
    facts.publisher = "区财政局"
    facts.documentNumber = "青发〔2021〕3号"
    facts.indexNumber = "0001"
    facts.breadcrumb = [Crumb(text: "首页", url: url), Crumb(text: "正文", url: nil)]
    facts.column = "政策文件"
    facts.entries = [
      Entry(title: "甲", url: nil, date: nil),
      Entry(title: "乙", url: url, date: day, fields: [field]),
    ]
    facts.listState = .elsewhere
    facts.nextPages = [url]
    facts.statedPages = 12
    facts.statedEntries = Int.max
    facts.requests = [url, url]
    facts.leadsOn = true
    facts.blindLinks = ["权责清单", ""]
    facts.awaitsRelated = true
    facts.isAnswer = true
    facts.isRendered = true
    facts.attachments = [Link(url: url, text: "附件", role: .attachment)]
    facts.relatedDocuments = [RelatedDocument(relation: .interprets, title: "办法", url: nil)]
    facts.links = [Link(url: url, text: "", role: .other)]
    facts.metas = [field]
    facts.fields = [field, field]
    facts.headings = ["一", "二"]
    facts.text = "正文\n第二行"
    facts.textLength = 5
    facts.bodyImages = 1
    facts.formFields = 2
    facts.hidden = [.script, .input]
    facts.redirect = url
    facts.menuScripts = [url]
    facts.frames = [url]
    facts.feeds = [url]
    facts.declaredEncoding = "gbk"
    facts.dateConflicts = [
      DateConflict(date: try #require(day), source: .url, reason: .address)
    ]
    facts.credits = [Credit(role: .editor, name: "王")]
    facts.keywords = ["财政", "预算"]
    var marks = DocumentMarks()
    marks.openness = .open
    marks.opennessText = "此件公开发布"
    marks.validity = .abolished
    marks.validityText = "已废止"
    marks.validUntil = day
    marks.validYears = 5
    facts.marks = marks
    facts.namedFiles = ["附件1"]
    facts.tables = [
      TableFacts(
        caption: "表",
        cells: [.init(text: "甲", row: 1, column: 2, height: 3, width: 4, isHeader: true)],
        rows: 4, columns: 6, isCut: true)
    ]
    facts.contacts = [ContactField(kind: .telephone, label: "电话", value: "暂无")]
    facts.leaders = [Leader(name: "李", post: "局长", duty: "主持", photo: url, page: url)]
    facts.guide = [GuideElement(element: .fee, label: "收费", value: "不收费")]
    facts.questions = [QuestionAnswer(question: "问", answer: "答")]
    facts.letters = [
      PublicLetter(
        title: "信", url: url, askedOn: day, repliedOn: day, status: .open, statusText: "办理中",
        agency: "区住建局")
    ]
    var identity = SiteIdentity()
    identity.icp = "ICP备1号"
    identity.policeRecord = "公网安备1号"
    identity.siteCode = "3704060001"
    identity.host = "区政府办公室"
    identity.operatedBy = "区大数据局"
    identity.contacts = facts.contacts
    identity.officialMark = url
    identity.complaintEntrance = url
    identity.siteMap = url
    facts.identity = identity
    facts.isTruncated = true
    return facts
  }

  private static func described(_ value: some Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  @Test func `a page's facts come back whole, field by field`() throws {
    let facts = try Self.full()
    // A field that was added since is set in `full` and in the two lists of fields.
    for (field, empty) in zip(
      Mirror(reflecting: facts).children, Mirror(reflecting: PageFacts()).children)
    {
      let label = field.label ?? ""
      #expect(Self.described(field.value) != Self.described(empty.value), "\(label)")
    }
    var encoder = FactsEncoder()
    facts.encode(to: &encoder)
    PageFacts().encode(to: &encoder)
    var decoder = FactsDecoder(encoder.bytes)
    #expect(Self.described(PageFacts(from: &decoder)) == Self.described(facts))
    #expect(Self.described(PageFacts(from: &decoder)) == Self.described(PageFacts()))
    #expect(decoder.isAtEnd && !encoder.isUnfit)
    // What is left in the file until it is asked for can be changed like a list.
    decoder = FactsDecoder(encoder.bytes)
    var read = PageFacts(from: &decoder)
    #expect(read == facts && read.tables == facts.tables)
    read.tables.removeAll()
    #expect(read.tables.isEmpty && read != facts)
  }

  @Test(arguments: [Int.min, -1, 0, 1, 2, Int.max])
  func `a table's caption may have any number, and only those of the file are whole`(number: Int) {
    var encoder = FactsEncoder()
    encoder.put("标题")
    encoder.put(1)
    encoder.put(number)
    encoder.put(0)
    for _ in 0..<2 { encoder.put(0) }
    encoder.put(false)
    var decoder = FactsDecoder(encoder.bytes)
    _ = decoder.text()
    let tables = decoder.keptTables()
    #expect(decoder.isAtEnd == (0...1).contains(number))
    #expect(tables?.all.first?.caption == (number == 1 ? "标题" : nil))
  }

  @Test func `links that lie in a file are told by place, and can be changed`() throws {
    func link(_ number: Int, _ role: Link.Role) throws -> Link {
      Link(
        url: try #require(WebURL("http://www.example.gov.cn/\(number % 3).html")),
        text: "第\(number)条", role: role)
    }
    var facts = PageFacts()
    facts.links = try [link(0, .menu), link(1, .entry), link(3, .body), link(4, .other)]
    var encoder = FactsEncoder()
    facts.encode(to: &encoder)
    var decoder = FactsDecoder(encoder.bytes)
    var read = PageFacts(from: &decoder)
    let kept = try #require(read.linkList.kept)
    var visited: [Link] = []
    kept.forEach { address, text, role in
      visited.append(
        Link(url: kept.names.addresses[address], text: kept.names.texts[text], role: role))
    }
    #expect(visited == facts.links && read == facts && read.linkList.count == 4)
    #expect(read.linkList.links(at: [1, 3]) == [facts.links[1], facts.links[3]])
    #expect(facts.linkList.links(at: [1, 3]) == read.linkList.links(at: [1, 3]))
    read.links.removeFirst()
    #expect(read.links == Array(facts.links.dropFirst()) && read.linkList.kept == nil)
  }

  @Test func `a document's facts come back whole, field by field`() throws {
    var facts = AttachmentFacts(.xlsx, unreadable: .garbled, detail: "d")
    facts.title = "年报"
    facts.text = "正文"
    facts.textLength = 2
    facts.pages = 3
    facts.tables = [AttachmentTable(caption: "表", rows: [["a", ""], []])]
    facts.images = 4
    facts.isEncrypted = true
    facts.isCut = true
    facts.members = [.init(name: "m", kind: .pdf, unreadable: .limits)]
    for (field, empty) in zip(
      Mirror(reflecting: facts).children, Mirror(reflecting: AttachmentFacts(.unknown)).children)
    {
      let label = field.label ?? ""
      #expect(Self.described(field.value) != Self.described(empty.value), "\(label)")
    }
    var encoder = FactsEncoder()
    facts.encode(to: &encoder)
    var decoder = FactsDecoder(encoder.bytes)
    #expect(AttachmentFacts(from: &decoder) == facts)
    #expect(decoder.isAtEnd)
  }

  @Test(arguments: [0, Int.max, Int.min, -1, 63, 64, -64, -65])
  func `numbers come back`(number: Int) {
    var encoder = FactsEncoder()
    encoder.put(number)
    var decoder = FactsDecoder(encoder.bytes)
    #expect(decoder.number() == number)
    #expect(decoder.isAtEnd)
  }

  @Test func `bytes that nobody wrote are broken, and no danger`() throws {
    var encoder = FactsEncoder()
    try Self.full().encode(to: &encoder)
    let whole = encoder.bytes
    for length in 0..<whole.count {
      var decoder = FactsDecoder(Array(whole.prefix(length)))
      _ = PageFacts(from: &decoder)
      #expect(!decoder.isAtEnd, "\(length) bytes")
    }
    for place in whole.indices {
      for value: UInt8 in [0, 0x7F, 0x80, 0xFF, whole[place] ^ 1] {
        var bytes = whole
        bytes[place] = value
        var decoder = FactsDecoder(bytes)
        _ = PageFacts(from: &decoder)
      }
    }
  }
}
