import Dates
import Foundation
import Page
import Support
import Testing
import Web

/// A crawl reads less of a page than judging does, and sees the same of it.
struct `Reading for a crawl` {
  @Test func `sees the links, lists, title and days that judging sees`() throws {
    let folder = Fixtures.folder + "/pages"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".html") }.sorted()
    #expect(files.count > 200)
    let url = WebURL("http://www.example.gov.cn/zwgk/c01/t1.html")
    let moment = Timestamp(secondsSince1970: 1_700_000_000)
    for file in files {
      let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(file)"))
      func read(_ depth: PageReader.Depth) -> PageFacts {
        PageReader(depth: depth).read(
          [UInt8](data), url: url, contentType: nil, fetchedAt: moment)
      }
      var whole = read(.judging)
      let short = read(.crawl)
      #expect(short.tables.isEmpty && short.contacts.isEmpty && short.letters.isEmpty)
      let isRegister = whole.kind == .directory && whole.isRegister
      #expect(short.headings.isEmpty && short.relatedDocuments.isEmpty)
      // What only judging asks for is left out; nothing else differs.
      whole.writtenOn = short.writtenOn
      whole.dateConflicts = short.dateConflicts
      whole.hidden = short.hidden
      whole.source = short.source
      whole.publisher = short.publisher
      whole.indexNumber = short.indexNumber
      whole.fields = short.fields
      whole.headings = short.headings
      whole.bodyImages = short.bodyImages
      whole.relatedDocuments = short.relatedDocuments
      whole.credits = short.credits
      whole.keywords = short.keywords
      whole.marks = short.marks
      whole.namedFiles = short.namedFiles
      whole.contacts = short.contacts
      whole.leaders = short.leaders
      whole.guide = short.guide
      whole.questions = short.questions
      whole.letters = short.letters
      whole.identity = short.identity
      whole.tables = short.tables
      if whole.kind == .guide || isRegister { whole.kind = short.kind }
      #expect(whole == short, "\(file)")
    }
  }
}
