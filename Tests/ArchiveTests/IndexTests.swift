import Archive
import Codings
import Dates
import Foundation
import Testing
import Web

struct `CDXJ index` {
  // The keys are those of the replay tools that read such files (surt 0.3.1).
  @Test(arguments: [
    ("http://127.0.0.1:8080/", "1,0,0,127:8080)/"),
    ("http://192.168.1.254/info/", "254,1,168,192)/info"), ("http://www.a.gov.cn/", "cn,gov,a)/"),
    ("https://www2.A.gov.cn:443/A/B/?b=2&a=1", "cn,gov,a)/a/b?a=1&b=2"),
    ("http://a.gov.cn/x?", "cn,gov,a)/x"),
    ("http://a.gov.cn/%E6%94%BF?x=%E5%8A%A1", "cn,gov,a)/%e6%94%bf?x=%e5%8a%a1"),
    ("http://a.gov.cn/x?jsessionid=0123456789ABCDEF0123456789ABCDEF&y=1", "cn,gov,a)/x?y=1"),
    ("http://a.gov.cn:8080/a//b/../c/", "cn,gov,a:8080)/a/c"), ("http://[::1]:80/x", "::1)/x"),
    ("http://a.gov.cn/a%2Fb%20c", "cn,gov,a)/a/b%20c"),
    (
      "http://a.gov.cn/?__wb_method=POST&col=1&b=%E6%94%BF",
      "cn,gov,a)/?__wb_method=post&b=%e6%94%bf&col=1"
    ),
    ("http://a.gov.cn/x?b&a&c=", "cn,gov,a)/x?a&b&c="),
    ("http://a.gov.cn/x?a=1&a=0", "cn,gov,a)/x?a=0&a=1"), ("http://www.com/", "com)/"),
    ("http://a.gov.cn/x?q=a+b&u=http://x/", "cn,gov,a)/x?q=a+b&u=http://x/"),
    ("http://a.gov.cn/%zz%25", "cn,gov,a)/%25zz%25"), ("http://a.gov.cn//", "cn,gov,a)/"),
    ("http://www.www.cn/", "cn,www)/"), ("http://wwwx.a.cn/", "cn,a,wwwx)/"),
  ])
  func `orders by the usual keys`(address: String, key: String) throws {
    #expect(SURT.key(try Sample.url(address)) == key)
  }

  @Test func `is written when a site is finished, sorted, and finds each record`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder, limit: 2500)
    let paths = ["/b", "/a?y=2&x=1", "/", "/c/", "/b", "/政务"]
    for path in paths { _ = try writer.append(Sample.capture(path), note: Sample.note) }
    try writer.finish(summary: [], at: Sample.moment())
    let reader = try ArchiveReader(folder.path)
    for name in try folder.names where name.hasSuffix(".cdxj") {
      let lines = try folder.read(name).split(separator: 0x0A).map { Array($0) }
      #expect(lines == lines.sorted { $0.lexicographicallyPrecedes($1) })
    }
    let index = try ArchiveIndex(reader)
    #expect(index.entries.count == paths.count)
    for path in Set(paths) {
      let url = try Sample.url("http://www.a.gov.cn\(path)")
      let found = index.entries(of: url)
      #expect(found.count == paths.count { $0 == path })
      for line in found {
        guard case .response(let capture, let note)? = try reader.entry(at: line)?.record else {
          Issue.record("no response at \(line)")
          continue
        }
        #expect(capture.url == url)
        #expect(note == Sample.note)
        #expect(!capture.requestHead.isEmpty)
      }
    }
    #expect(index.entries(of: try Sample.url("http://www.a.gov.cn/none")).isEmpty)
    let line = String(
      decoding: try folder.read("portal-00000.cdxj").prefix { $0 != 0x0A }, as: UTF8.self)
    #expect(line.hasPrefix("cn,gov,a)"))
    #expect(line.contains(" 20211231080000 {\"url\": \"http://www.a.gov.cn/"))
    for field in ["mime", "status", "digest", "length", "offset", "filename"] {
      #expect(line.contains("\"\(field)\": \""))
    }
  }

  @Test func `is made anew when it is missing, old, cut or not of this file`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    for number in 0..<5 { _ = try writer.append(Sample.capture("/\(number)"), note: Sample.note) }
    try writer.finish(summary: [], at: Sample.moment())
    let name = "portal-00000.cdxj"
    let whole = try folder.read(name)
    let wrongFile = String(decoding: whole, as: UTF8.self)
      .replacingOccurrences(of: Sample.file, with: "../../etc/x.warc.gz")
    let beyond = String(decoding: whole, as: UTF8.self)
      .replacingOccurrences(of: "\"offset\": \"", with: "\"offset\": \"99")
    for spoilt in [
      nil, Array(whole.prefix(whole.count / 2)), Array("x y z\n".utf8), Array(wrongFile.utf8),
      Array(beyond.utf8),
    ] as [[UInt8]?] {
      if let spoilt {
        try folder.write(spoilt, to: name)
      } else {
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
      }
      _ = try ArchiveIndex(ArchiveReader(folder.path))
      #expect(try folder.read(name) == whole)
    }
    let old = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1)]
    try folder.write([], to: name)
    try FileManager.default.setAttributes(old, ofItemAtPath: "\(folder.path)/\(name)")
    #expect(try ArchiveIndex(ArchiveReader(folder.path)).entries.count == 5)
  }

  @Test func `of a killed run is made when the next one ends`() throws {
    let folder = try ScratchFolder()
    var writer: ArchiveWriter? = try Sample.writer(folder)
    _ = try writer?.append(Sample.capture("/1"), note: Sample.note)
    writer = nil
    #expect(try folder.names == [Sample.file])
    let next = try Sample.writer(folder)
    _ = try next.append(Sample.capture("/2"), note: Sample.note)
    try next.finish(summary: [], at: Sample.moment())
    #expect(try ArchiveIndex(ArchiveReader(folder.path)).entries.count == 2)
    #expect(try ArchiveReader(folder.path).verify().indexLines == 2)
  }

  @Test func `names a posted form in its key`() throws {
    let folder = try ScratchFolder()
    let moment = try Sample.moment()
    let writer = try Sample.writer(folder)
    _ = try writer.append(
      Capture(
        id: .random(), url: Sample.url("http://a/api?x=1"), fetchedAt: moment,
        requestHead: Array("POST /api?x=1 HTTP/1.1\r\n\r\n".utf8),
        responseHead: Array("HTTP/1.1 200 OK\r\n\r\n".utf8), body: [1]), note: Sample.note)
    try writer.finish(summary: [], at: moment)
    let line = try #require(try ArchiveIndex(ArchiveReader(folder.path)).entries.first)
    #expect(line.subject.key.hasPrefix("a)/api?__wb_method=post"))
    #expect(line.subject.method == "POST")
    #expect(line.subject.url == "http://a/api?x=1")
  }

  @Test func `leaves out records that share a gzip member`() throws {
    let folder = try ScratchFolder()
    let plain = (1...3).flatMap { number in
      Sample.response("HTTP/1.1 200 OK\r\n\r\n\(number)", target: "http://b/\(number)")
    }
    try folder.write(try #require(GzipMember.pack(plain)), to: "x.warc.gz")
    #expect(try ArchiveIndex(ArchiveReader(folder.path)).entries.isEmpty)
    try folder.write(plain, to: "y.warc")
    #expect(try ArchiveIndex(ArchiveReader(folder.path)).entries.count == 3)
    // Nothing is put beside another program's files.
    #expect(try folder.names == ["x.warc.gz", "y.warc"])
  }
}

struct `Paths of older archives` {
  @Test(arguments: [
    ("/a/b/old", "/a/b/new", "../old"), ("/a/old", "/a/b/new", "../../old"),
    ("/a/b/c/old", "/a/b", "c/old"), ("/x/old", "/a/new", "/x/old"), ("/a/b", "/a/b", "."),
  ])
  func `are told from the new one's folder`(target: String, base: String, text: String) {
    #expect(RelativePath.text(of: target, from: base) == text)
    #expect(RelativePath.resolved(text, from: base) == target)
  }

  @Test func `survive odd names`() throws {
    let folder = try ScratchFolder()
    let paths = ["../旧 存档", " lead", "trail ", "a\nb: c", "100%", "/x/y"]
    let origin = SegmentOrigin(
      sites: [SiteID("b c"), SiteID("a")], start: [try Sample.url("http://a/")],
      hosts: [HostPort(host: "a", port: 81)], since: paths)
    let writer = try ArchiveWriter(
      folder: folder.path, site: SiteID("a"), software: "t", startedAt: Sample.moment(),
      origin: origin)
    try writer.finish(summary: [], at: Sample.moment())
    guard case (_, .told(let told))? = try ArchiveReader(folder.path).origins().first else {
      Issue.record("no origin")
      return
    }
    #expect(told == origin)
  }
}
