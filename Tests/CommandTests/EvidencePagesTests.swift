import Foundation
import Support
import Testing

/// The web report of the sample district: its evidence opens archived pages, its calendar is filled.
@Suite(.timeLimit(.minutes(10)))
struct `Web report of the sample district` {
  /// Every address of our own in a page, resolved against the page's folder.
  private static func targets(_ page: String, _ text: String) -> Set<String> {
    let folder = page.split(separator: "/").dropLast().map(String.init)
    var found: Set<String> = []
    for match in text.matches(of: /(?:href|src)="([^"#:]+\.html)(?:#[^"]*)?"/) {
      var path = folder
      for part in match.1.split(separator: "/") {
        if part == ".." { _ = path.popLast() } else { path.append(String(part)) }
      }
      found.insert(path.joined(separator: "/"))
    }
    return found
  }

  @Test func `has every page that its pages link to`() async throws {
    let run = try await SampleRun.shared.result()
    let pages = run.files.filter { $0.hasSuffix(".html") }
    #expect(pages.count { $0.hasPrefix("rules/") } >= 20)
    #expect(pages.count { $0.hasPrefix("evidence/pages/") } >= 50)
    var linked: Set<String> = ["index.html"]
    for page in pages {
      let text = String(decoding: try run.folder.contents("report/" + page), as: UTF8.self)
      linked.formUnion(Self.targets(page, text))
    }
    #expect(linked.subtracting(pages).sorted() == [])
    #expect(Set(pages).subtracting(linked).sorted() == [], "no page that nothing leads to")
  }

  @Test func `marks the excerpt in the archived page, and lets nothing of it run`() async throws {
    let run = try await SampleRun.shared.result()
    let pages = run.files.filter { $0.hasPrefix("evidence/pages/") }
    var marked = 0
    for page in pages {
      let text = String(decoding: try run.folder.contents("report/" + page), as: UTF8.self)
      #expect(text.contains("default-src &#39;none&#39;"), "\(page)")
      #expect(text.firstMatch(of: /<(script|img|iframe|form|a|link|object)[ >]/) == nil, "\(page)")
      if text.contains("<mark id=\"x1\">") { marked += 1 }
    }
    // A near miss may have no words of its own on its page.
    #expect(marked * 10 >= pages.count * 8, "\(marked) of \(pages.count)")
  }

  @Test func `is rendered again with the archive at hand, and without`() async throws {
    let run = try await SampleRun.shared.result()
    let with = try await BuiltCommand.mingcha(
      "report", run.folder.path("report/audit.json"), "--archive",
      run.folder.path("report/archive"), "--format", "html", "--out", run.folder.path("again"))
    #expect(with.status == 0, "\(with.errors)")
    for name in run.files where name.hasSuffix(".html") {
      let first = try run.folder.contents("report/" + name)
      #expect(try run.folder.contents("again/" + name) == first, "\(name)")
    }
    let without = try await BuiltCommand.mingcha(
      "report", run.folder.path("report/audit.json"), "--format", "html", "--out",
      run.folder.path("bare"))
    #expect(without.status == 0, "\(without.errors)")
    #expect(!run.folder.files().contains { $0.hasPrefix("bare/evidence/") })
    let unit = String(decoding: try run.folder.contents("bare/units/czj.html"), as: UTF8.self)
    #expect(unit.contains("没有存档在手"))
    let missing = try await BuiltCommand.mingcha(
      "report", run.folder.path("report/audit.json"), "--archive", "/nowhere", "--out",
      run.folder.path("never"))
    #expect(missing.status == 2)
    #expect(missing.errors.contains("--archive"))
  }

  @Test func `knows in which weeks a column was updated`() async throws {
    struct Audit: Decodable {
      struct Updates: Decodable {
        var column: String
        var from: String
        var newest: String?
        var items: [Int]
      }
      struct Unit: Decodable {
        var id: String
        var updates: [Updates]?
      }
      struct Site: Decodable { var updates: [Updates]? }
      var sites: [Site]
      var units: [Unit]
    }
    let run = try await SampleRun.shared.result()
    let audit = try JSONDecoder().decode(
      Audit.self, from: try run.folder.contents("report/audit.json"))
    let finance = try #require(audit.units.first { $0.id == "czj" }?.updates)
    let briefs = try #require(finance.first { $0.column == "财政收支简报" })
    // All twelve briefs of the year came out in the week of 20 December: its planted fault.
    #expect(briefs.from == "2020-12-28")
    #expect(briefs.items == [Int](repeating: 0, count: 51) + [12])
    #expect(briefs.newest == "2021-12-23")
    let news = try #require(finance.first { $0.column == "工作动态" })
    #expect(news.items.prefix(26).allSatisfy { $0 == 0 })
    #expect(news.items.count { $0 > 0 } == 25)
    // A unit whose pages were not read has no columns; the portal's own stand with the site.
    #expect(audit.units.first { $0.id == "wjj" }?.updates == nil)
    #expect(audit.sites.first?.updates?.isEmpty == false)
  }
}
