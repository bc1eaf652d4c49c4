import Crawl
import Testing

/// The tests cite RFC 9309; "house" marks what the standard leaves open.
struct RobotsFileTests {
  /// One question to a robots.txt.
  struct Question: Sendable, CustomTestStringConvertible {
    let about: String
    let file: String
    let target: String
    let isAllowed: Bool

    init(_ about: String, _ file: String, _ target: String, _ isAllowed: Bool) {
      self.about = about
      self.file = file
      self.target = target
      self.isAllowed = isAllowed
    }

    var testDescription: String { "\(about): \(target)" }
  }

  static let groups: [Question] = [
    .init("no group", "", "/a", true),
    .init("§2.2.1 own group", "User-agent: mingcha\nDisallow: /a", "/a", false),
    .init("§2.2.1 case does not count", "user-AGENT: MingCha\ndisallow: /a", "/a", false),
    .init("§2.2.1 other group", "User-agent: other\nDisallow: /", "/a", true),
    .init("§2.2.1 star group", "User-agent: *\nDisallow: /a", "/a", false),
    .init(
      "§2.2.1 own beats star", "User-agent: *\nDisallow: /\n\nUser-agent: mingcha\nDisallow: /b",
      "/a", true),
    .init(
      "§2.2.1 own beats star, written first",
      "User-agent: mingcha\nAllow: /\nUser-agent: *\nDisallow: /", "/a", true),
    .init(
      "§2.2.1 groups of one name are merged",
      "User-agent: mingcha\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: mingcha\nDisallow: /b",
      "/b", false),
    .init(
      "§2.2.1 star groups are merged", "User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b",
      "/a", false),
    .init(
      "§2.2.1 several names, one group",
      "User-agent: x\nUser-agent: mingcha\nUser-agent: y\nDisallow: /a", "/a", false),
    .init(
      "§2.2.1 an empty own group allows",
      "User-agent: *\nDisallow: /\nUser-agent: mingcha\nDisallow:", "/a", true),
    .init("§2.2.1 a longer name is another", "User-agent: mingchabot\nDisallow: /", "/a", true),
    .init(
      "§2.2.1 own groups merged beat a star between them",
      "User-agent: mingcha\nDisallow: /a\nUser-agent: *\nDisallow: /\nUser-agent: MINGCHA\nAllow: /a/b",
      "/a/b", true),
    .init(
      "§2.2.1 a name within a star group is its own",
      "User-agent: *\nUser-agent: mingcha\nDisallow: /a", "/a", false),
    .init("house: text after the star", "User-agent: *\t# all\nDisallow: /a", "/a", false),
    .init("house: version after the name", "User-agent: mingcha/1.0\nDisallow: /a", "/a", false),
    .init("house: rules before any group", "Disallow: /\nUser-agent: x\nDisallow: /b", "/a", true),
    .init(
      "§2.2.4 other records do not end a name list",
      "User-agent: mingcha\nSitemap: /s\nUser-agent: x\nDisallow: /a", "/a", false),
    .init(
      "§2.2.4 unknown records are passed over", "User-agent: *\nNoindex: /\nDisallow: /a", "/a",
      false),
  ]

  static let rules: [Question] = [
    .init("§2.2.2 prefix", "User-agent: *\nDisallow: /a", "/a/b", false),
    .init("§2.2.2 prefix within a name", "User-agent: *\nDisallow: /a", "/abc", false),
    .init("§2.2.2 paths mind case", "User-agent: *\nDisallow: /a", "/A", true),
    .init("§2.2.2 empty pattern is no rule", "User-agent: *\nDisallow:", "/a", true),
    .init("§2.2.2 longest wins", "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b", true),
    .init(
      "§2.2.2 longest wins, other order", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true
    ),
    .init("§2.2.2 a longer ban", "User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b", false),
    .init("§2.2.2 allow among equals", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
    .init(
      "§2.2.2 allow among equals, other order", "User-agent: *\nAllow: /a\nDisallow: /a", "/a", true
    ),
    .init("§2.2.2 query counts", "User-agent: *\nDisallow: /a?b=1", "/a?b=1&c", false),
    .init("§2.2.2 robots.txt itself", "User-agent: *\nDisallow: /", "/robots.txt", true),
    .init(
      "§2.2.2 encoded octet outside ASCII", "User-agent: *\nDisallow: /foo/bar/ツ",
      "/foo/bar/%E3%83%84", false),
    .init(
      "§2.2.2 the same, encoded in the rule", "User-agent: *\nDisallow: /foo/bar/%e3%83%84",
      "/foo/bar/%E3%83%84", false),
    .init(
      "§2.2.2 encoded unreserved", "User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz",
      false),
    .init(
      "§2.2.2 encoded unreserved in the address", "User-agent: *\nDisallow: /foo/bar/baz",
      "/foo/bar/%62%61%7A", false),
    .init("§2.2.2 encoded slash is no slash", "User-agent: *\nDisallow: /a/b", "/a%2Fb", true),
    .init("§2.2.3 star", "User-agent: *\nDisallow: /*.php", "/x/y.php?z", false),
    .init("§2.2.3 star within", "User-agent: *\nDisallow: /a/*/c", "/a/b/c", false),
    .init("§2.2.3 star matches nothing too", "User-agent: *\nDisallow: /a*b", "/ab", false),
    .init("§2.2.3 star, no match", "User-agent: *\nDisallow: /a/*/c", "/a/b/d", true),
    .init("§2.2.3 two stars in order", "User-agent: *\nDisallow: /*b*a", "/a/b", true),
    .init("§2.2.3 end", "User-agent: *\nDisallow: /a$", "/a", false),
    .init("§2.2.3 end, longer path", "User-agent: *\nDisallow: /a$", "/ab", true),
    .init("§2.2.3 star and end", "User-agent: *\nDisallow: /*.gif$", "/x.gif", false),
    .init("§2.2.3 star and end, longer", "User-agent: *\nDisallow: /*.gif$", "/x.gif?1", true),
    .init("§2.2.3 end takes the last place", "User-agent: *\nDisallow: /*a$", "/aba", false),
    .init(
      "§2.2.3 literal star", "User-agent: *\nDisallow: /file-with-a-%2A.html",
      "/file-with-a-*.html", false),
    .init("§2.2.3 literal dollar", "User-agent: *\nDisallow: /a%24", "/a$", false),
    .init("§2.2.3 dollar within is literal", "User-agent: *\nDisallow: /a$b", "/a", true),
    .init("§2.2.3 dollar within matches itself", "User-agent: *\nDisallow: /a$b", "/a$b", false),
    .init("§2.2.3 two dollars", "User-agent: *\nDisallow: /a$$", "/a$", false),
    .init("§2.2.3 a star alone", "User-agent: *\nDisallow: *", "/a", false),
    .init("§2.2.3 stars in a row", "User-agent: *\nDisallow: /a***b", "/axb", false),
    .init(
      "§2.2.2 delimiters of a query, encoded in the address",
      "User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar",
      "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false),
    .init(
      "§2.2.2 delimiters of a query, encoded in the rule",
      "User-agent: *\nDisallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar",
      "/foo/bar?baz=https://foo.bar", false),
    .init(
      "§2.2.2 a star over a query", "User-agent: *\nDisallow: /*/secret", "/go?to=/secret", false),
    .init(
      "§2.2.2 reserved characters, encoded in the address", "User-agent: *\nDisallow: /a(1)",
      "/a%281%29", false),
    .init(
      "§2.2.2 reserved characters, encoded in the rule", "User-agent: *\nDisallow: /w%3Bv",
      "/w;v", false),
    .init(
      "§2.2.2 reserved characters of a query", "User-agent: *\nDisallow: /l?c=x,y", "/l?c=x%2Cy",
      false),
    .init("§2.2.2 half an escape is text", "User-agent: *\nDisallow: /a%2", "/a%2", false),
    .init("§2.2.2 case of escapes", "User-agent: *\nDisallow: /a%c3", "/a%C3", false),
    .init("house: a pattern that begins no path", "User-agent: *\nDisallow: a", "/a", true),
  ]

  static let forms: [Question] = [
    .init("§2.3 byte order mark", "\u{FEFF}User-agent: *\nDisallow: /a", "/a", false),
    .init("§2.2 CR", "User-agent: *\rDisallow: /a", "/a", false),
    .init("§2.2 CRLF", "User-agent: *\r\nDisallow: /a\r\n", "/a", false),
    .init("§2.2 comments", "# x\nUser-agent: * # all\nDisallow: /a # no\n", "/a", false),
    .init("§2.2 space", "  User-agent :\t*  \n\tDisallow\t:  /a  ", "/a", false),
    .init("house: an HTML page is no rule", "<html>\n<body>Disallow: /</body>", "/a", true),
    .init("house: no colon", "User-agent *\nDisallow /", "/a", true),
  ]

  @Test(arguments: groups + rules + forms) func `a robots.txt answers`(_ question: Question) {
    let file = RobotsFile(Array(question.file.utf8))
    #expect(file.allows(question.target) == question.isAllowed)
  }

  @Test func `500 KiB are read, and no more (§2.5)`() {
    let filler = String(repeating: "#" + String(repeating: "x", count: 1022) + "\n", count: 500)
    let head = "User-agent: *\n"
    let within = String(filler.dropLast(100))
    #expect(!RobotsFile(Array((head + within + "\nDisallow: /a\n").utf8)).allows("/a"))
    #expect(RobotsFile(Array((head + filler + "\nDisallow: /a\n").utf8)).allows("/a"))
  }

  @Test func `all rules of the 500 KiB count (§2.5)`() {
    let rules = (0..<20_000).map { "Disallow: /r\($0)x\n" }.joined()
    let file = RobotsFile(Array(("User-agent: *\n" + rules).utf8))
    #expect(!file.allows("/r9999x"))
    #expect(!file.allows("/r19999x"))
    #expect(file.allows("/r20000x"))
  }

  @Test func `a line that the limit cuts is none (§2.5)`() {
    let head = "User-agent: *\n"
    let line = "Disallow: /tmp/\n"
    // The limit falls behind the first slash: what is left of the line would forbid everything.
    let cut = RobotsFile.longest - head.utf8.count - "Disallow: /".utf8.count
    let text = head + String(repeating: "#", count: cut - 1) + "\n" + line
    #expect(RobotsFile(Array(text.utf8)).allows("/a"))
    #expect(RobotsFile(Array(text.utf8)).allows("/tmp/x"))
  }

  @Test func `delay and sitemaps are kept`() {
    let file = RobotsFile(
      Array(
        "Sitemap: https://a/s.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x\nsitemap:/t".utf8))
    #expect(file.crawlDelay == 2.5)
    #expect(file.sitemaps == ["https://a/s.xml", "/t"])
    #expect(RobotsFile(Array("User-agent: x\nCrawl-delay: 9".utf8)).crawlDelay == nil)
    #expect(RobotsFile(Array("User-agent: *\nCrawl-delay: -1".utf8)).crawlDelay == nil)
  }

  @Test func `the constant files are what they say`() {
    #expect(RobotsFile.allowsAll.allows("/a"))
    #expect(!RobotsFile.allowsNothing.allows("/a"))
  }

  @Test func `a hostile file is read in linear time and asks for no more than it may`() {
    let many = "User-agent: *\n" + String(repeating: "Disallow: /*a*a*a*b\n", count: 20_000)
    let file = RobotsFile(Array(many.utf8))
    #expect(file.allows("/" + String(repeating: "a", count: 200)))
  }
}
