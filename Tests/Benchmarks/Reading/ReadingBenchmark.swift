import Dates
import Foundation
import Markup
import Page
import Web

/// The reading benchmark: the same pages as the C reference, through our own reader.
///
///     reading document|crawl|facts ROUNDS < list-of-files
///     reading print 1 < list-of-files
///
/// document: charset, parser, flat document, links counted. facts: everything `PageReader` gives;
/// crawl: what `gather` reads.
/// Prints: pages, bytes, links, CPU seconds of this thread. print: every fact of every page, to
/// compare two builds.
@main
enum ReadingBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let rounds = Int(arguments[2]) else { exit(2) }
    var pages: [[UInt8]] = []
    if arguments[1] == "print" {
      printFacts()
      return
    }
    while let path = readLine() {
      if let data = FileManager.default.contents(atPath: path), !data.isEmpty {
        pages.append([UInt8](data))
      }
    }
    var links = 0
    let before = seconds()
    for _ in 0..<rounds {
      for page in pages {
        switch arguments[1] {
        case "facts": links += read(page).links.count
        case "crawl": links += read(page, .crawl).links.count
        default: links += document(page)
        }
      }
    }
    let spent = seconds() - before
    let bytes = pages.reduce(0) { $0 + $1.count } * rounds
    print(pages.count * rounds, bytes, links, spent)
  }

  private static func document(_ page: [UInt8]) -> Int {
    let text = CharsetReader.read(page, contentType: nil)
    let document = ByteEngine().parse(text)
    var links = 0
    for node in document.descendants(of: document.root)
    where document.tag(node) == .a && document.attribute(node, "href") != nil {
      links += 1
    }
    return links
  }

  private static func read(_ page: [UInt8], _ depth: PageReader.Depth = .judging) -> PageFacts {
    PageReader(depth: depth).read(
      page, url: WebURL("http://www.example.cn/zwgk/c01/t.html"), contentType: nil,
      fetchedAt: Timestamp(secondsSince1970: 1_700_000_000))
  }

  private static func printFacts() {
    while let path = readLine() {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      print(path, read([UInt8](data)))
    }
  }

  private static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
