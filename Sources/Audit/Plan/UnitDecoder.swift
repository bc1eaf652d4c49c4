import Rules
import Texts
import Web
import YAML

/// The units of a plan, for those who refer to them.
struct DecodedUnits {
  /// Those that are right, in the plan's order.
  var all: [PlanUnit] = []
  /// The ids of all, right or not.
  var ids: [String] = []
}

/// Reads the `units` of a plan.
struct UnitDecoder {
  let sites: DecodedSites
  let log: YAMLProblemLog

  func decode(_ map: YAMLMapping) -> DecodedUnits {
    var units = DecodedUnits()
    guard let items = map.mappings("units", log: log) else { return units }
    if items.isEmpty, case .sequence(let values) = map["units"]?.content, values.isEmpty {
      map["units"]?.reject(expected: Bilingual(zh: "至少一个单位", en: "at least one unit"), log: log)
    }
    var names: Set<[String]> = []
    var ids: Set<String> = []
    for item in items {
      item.allow(only: ["id", "name", "aliases", "kind", "site", "scope"], log: log)
      item.require(["id", "name"], log: log)
      let id = PlanName.read(
        item["id"], taken: ids.contains(item["id"]?.text ?? "") ? [item["id"]?.text ?? ""] : [],
        of: Bilingual(zh: "单位", en: "unit"), log: log)
      if let text = item["id"]?.text, ids.insert(text).inserted { units.ids.append(text) }
      let name = item.string("name", log: log)
      let aliases = item.strings("aliases", log: log) ?? []
      let kind = item.enumeration("kind", of: UnitKind.self, log: log)
      let site = site(item)
      if let name, let site, !names.insert([site, UnitName.normalised(name)]).inserted {
        item["name"].map {
          log.add(
            $0.problem(
              Bilingual(
                zh: "单位“\(name)”在网站“\(site)”下出现两次，只能留一个",
                en: "unit \"\(name)\" stands twice on site \"\(site)\"; keep one")))
        }
      }
      let planned = site.flatMap { id in sites.all.first { $0.id.text == id } }
      let scope = scope(item, on: planned)
      guard let id, let name, let site else { continue }
      units.all.append(
        PlanUnit(
          id: UnitID(id), name: name, aliases: aliases, kind: kind ?? .usual(forName: name),
          site: SiteID(site), scope: scope))
    }
    return units
  }

  /// The unit's site: the one that it names, else the only one.
  private func site(_ item: YAMLMapping) -> String? {
    let known = sites.ids.joined(separator: ", ")
    guard let value = item["site"] else {
      if sites.ids.count == 1 { return sites.ids.first }
      if !sites.ids.isEmpty {
        log.add(
          item.value.problem(
            Bilingual(
              zh: "单位没有写明网站，请加上site，可选：\(known)",
              en: "the unit has no site; add site: one of \(known)")))
      }
      return nil
    }
    guard let text = value.string(log: log) else { return nil }
    if sites.ids.contains(text) { return text }
    let near = NearestWord.hint(text, in: sites.ids)
    log.add(
      value.problem(
        Bilingual(
          zh: "没有编号为“\(text)”的网站\(near.zh)（现有：\(known.isEmpty ? "无" : known)）",
          en: "unknown site \"\(text)\"\(near.en) (sites: \(known.isEmpty ? "none" : known))")))
    return nil
  }

  /// The prefixes, resolved against the site's first start page.
  private func scope(_ item: YAMLMapping, on site: PlanSite?) -> [WebURL] {
    guard let value = item["scope"] else { return [] }
    var values = [value]
    if case .sequence(let items) = value.content { values = items }
    return values.compactMap { prefix($0, on: site) }
  }

  private func prefix(_ value: YAMLValue, on site: PlanSite?) -> WebURL? {
    guard let text = value.string(log: log) else { return nil }
    guard text.hasPrefix("/"), !text.hasPrefix("//") else {
      guard text.contains("://") else {
        value.reject(
          expected: Bilingual(
            zh: "从网站根目录写起的路径（如/zwgk/bm/czj/）或完整网址",
            en: "a path from the site's root such as /zwgk/bm/czj/, or a whole address"),
          log: log)
        return nil
      }
      guard let url = AddressText.url(value, log: log) else { return nil }
      guard let site, !site.hosts.contains(where: { $0.covers(url) }) else { return url }
      let hosts = site.hosts.map(\.description).joined(separator: ", ")
      log.add(
        value.problem(
          Bilingual(
            zh: "\(url.hostPort)不是该单位网站的主机（hosts：\(hosts)）",
            en: "\(url.hostPort) is no host of the unit's site (hosts: \(hosts))")))
      return nil
    }
    guard let base = site?.start.first else { return nil }
    if let url = WebURL(Array(text.utf8), base: base) { return url }
    value.reject(
      expected: Bilingual(
        zh: "从网站根目录写起的路径，如/zwgk/bm/czj/", en: "a path from the site's root such as /zwgk/bm/czj/"),
      log: log)
    return nil
  }
}

extension UnitKind {
  /// The kind of a unit whose plan names none: a town by its name, else a department.
  static func usual(forName name: String) -> UnitKind {
    let endings = [
      "镇", "乡", "街道", "镇人民政府", "乡人民政府", "镇政府", "乡政府", "街道办事处", "街道办", "街办",
    ]
    return endings.contains(where: name.hasSuffix) ? .town : .department
  }
}
