import Texts
import Web
import YAML

/// The sites of a plan, for those who refer to them.
struct DecodedSites {
  /// Those that are right, in the plan's order.
  var all: [PlanSite] = []
  /// The ids of all, right or not: a reference to a faulty site is no second fault.
  var ids: [String] = []
}

/// Reads the `sites` of a plan.
struct SiteDecoder {
  let log: YAMLProblemLog

  func decode(_ map: YAMLMapping) -> DecodedSites {
    var sites = DecodedSites()
    guard let items = map.mappings("sites", log: log) else { return sites }
    if items.isEmpty, case .sequence(let values) = map["sites"]?.content, values.isEmpty {
      map["sites"]?.reject(expected: Bilingual(zh: "至少一个网站", en: "at least one site"), log: log)
    }
    for item in items {
      item.allow(only: ["id", "start", "hosts", "tls"], log: log)
      item.require(["id", "start"], log: log)
      let id = PlanName.read(
        item["id"], taken: sites.ids, of: Bilingual(zh: "网站", en: "site"), log: log)
      if let text = item["id"]?.text { sites.ids.append(text) }
      if let id, !Self.fitsFile(id) {
        item["id"]?.reject(
          expected: Bilingual(
            zh: "至多20个汉字的短名称（存档以它命名）", en: "a shorter name: the archive's files bear it"),
          log: log)
      }
      let start = addresses(item)
      let hosts = hosts(item, start: start)
      let tls = item.enumeration("tls", of: PlanSite.TLS.self, log: log)
      guard let id, !start.isEmpty, !hosts.isEmpty else { continue }
      sites.all.append(
        PlanSite(id: SiteID(id), start: start.map(\.url), hosts: hosts, tls: tls ?? .verify))
    }
    return sites
  }

  /// The archive's files bear the name, percent-encoded; a file's name holds 255 bytes on Linux.
  private static func fitsFile(_ id: String) -> Bool {
    id.utf8.reduce(0) { $0 + ($1 < 0x80 ? 1 : 3) } <= 180
  }

  private func addresses(_ item: YAMLMapping) -> [(url: WebURL, value: YAMLValue)] {
    guard let value = item["start"] else { return [] }
    var values = [value]
    if case .sequence(let items) = value.content {
      if items.isEmpty {
        value.reject(expected: Bilingual(zh: "至少一个网址", en: "at least one address"), log: log)
      }
      values = items
    }
    var found: [(url: WebURL, value: YAMLValue)] = []
    for value in values {
      guard let url = AddressText.url(value, log: log) else { continue }
      if !found.contains(where: { $0.url == url }) { found.append((url, value)) }
    }
    return found
  }

  /// The hosts that are named, else those of the start pages.
  private func hosts(
    _ item: YAMLMapping, start: [(url: WebURL, value: YAMLValue)]
  ) -> [HostPort] {
    var hosts: [HostPort] = []
    func add(_ host: HostPort) {
      if !hosts.contains(host) { hosts.append(host) }
    }
    guard let value = item["hosts"] else {
      for (url, _) in start { add(url.hostPort) }
      return hosts
    }
    var values = [value]
    if case .sequence(let items) = value.content {
      if items.isEmpty {
        value.reject(
          expected: Bilingual(
            zh: "至少一个主机名（或省略hosts）", en: "at least one host (or leave hosts out)"), log: log)
      }
      values = items
    }
    let read = values.compactMap { AddressText.host($0, log: log) }
    for host in read { add(host) }
    // With a faulty host it can't be told which start page is covered.
    guard read.count == values.count, !hosts.isEmpty else { return hosts }
    let known = hosts.map(\.description).joined(separator: ", ")
    for (url, place) in start where !hosts.contains(where: { $0.covers(url) }) {
      log.add(
        place.problem(
          Bilingual(
            zh: "起始页不在本站的主机上（hosts：\(known)），请加上\(url.hostPort)",
            en: "the start page is on no host of this site (hosts: \(known)); add \(url.hostPort)"))
      )
    }
    return hosts
  }
}

/// Reads the short names of sites and units.
enum PlanName {
  /// A name of letters, digits, `-`, `_` and `.` that nothing else has; else logs what is wrong.
  static func read(
    _ value: YAMLValue?, taken: [String], of thing: Bilingual, log: YAMLProblemLog
  ) -> String? {
    guard let value, let text = value.string(log: log) else { return nil }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
        || ["-", "_", "."].contains(scalar)
    }
    guard isPlain, !text.hasPrefix("."), text.utf8.count <= 100 else {
      value.reject(
        expected: Bilingual(
          zh: "由字母、数字、“-”“_”“.”组成的短名称",
          en: "a short name of letters, digits, \"-\", \"_\" and \".\""), log: log)
      return nil
    }
    if taken.contains(text) {
      log.add(
        value.problem(
          Bilingual(
            zh: "编号“\(text)”出现两次，每个\(thing.zh)要有自己的id",
            en: "\(thing.en) \"\(text)\" stands twice; every \(thing.en) has its own id")))
      return nil
    }
    return text
  }
}
