import Archive
import Texts
import Web

/// An archive that an earlier run of the same plan has left in a folder.
struct StoredCrawl {
  /// How far the earlier run came with a site.
  struct SiteMark {
    /// The account that stands last; nil when the run was killed.
    var summary: CrawlSummary?
    /// Answers up to this one were stored while our own network was down: failures among them say
    /// nothing of the site.
    var networkWasDownUntil = 0
  }

  let reader: ArchiveReader
  let resolver: RevisitResolver
  private let seeds: [CrawlPlan.Seed]

  /// Opens a folder that holds files; nil when nothing was stored in them yet.
  ///
  /// Makes sure that it is the same plan's archive, then cuts off what a kill has left of the last
  /// exchanges. Throws `foreign` for the archive of other sites, hosts, start addresses or older
  /// archives, and for files that are no part of such an archive.
  init?(_ folder: String, plan: CrawlPlan, sincePaths: [String]) throws {
    let names = try ArchiveFiles.names(folder).filter { !KeptFile.isIts($0) }
    guard !names.isEmpty else { return nil }
    try Self.refuseForeign(names, folder, plan)
    let seeds = Dictionary(
      plan.sites.map { ($0.site, $0) }, uniquingKeysWith: { first, _ in first })
    let sites = plan.sites.map(\.site).sorted()
    let reader = try ArchiveReader(folder)
    for (site, origin) in reader.origins() {
      guard case .told(let told) = origin else {
        if case .nothing = origin { continue }
        throw Self.other(folder, "（\(site)：没有方案信息）", " (\(site) tells no plan)")
      }
      guard let seed = seeds[site], told.sites == sites, told.start == seed.start,
        Set(told.hosts) == Set(seed.hosts)
      else { throw Self.other(folder, "（站点 \(site)）", " (site \(site))") }
      guard sincePaths.isEmpty || told.since == sincePaths else {
        throw Self.other(folder, "（--since 不同）", " (another --since)")
      }
    }
    let files = try SiteFiles(folder)
    for seed in plan.sites {
      try ArchiveWriter.repair(folder: folder, site: seed.site, files: files)
    }
    self.reader = try ArchiveReader(
      folder, blockLimit: max(64 << 20, plan.maxBody + (1 << 20)), checksDigests: true)
    resolver = RevisitResolver(self.reader)
    self.seeds = plan.sites
  }

  /// The older archives that the stored files name.
  static func sincePaths(_ folder: String) -> [String] {
    guard let reader = try? ArchiveReader(folder) else { return [] }
    for case (_, .told(let origin)) in reader.origins() { return origin.since }
    return []
  }

  /// The stored answers of a site of the plan, in order.
  func answers(_ site: Int) -> StoredAnswers {
    StoredAnswers(reader, seed: seeds[site], resolver: resolver)
  }

  /// How far the earlier run came, from the accounts alone.
  func mark(_ site: Int) throws -> SiteMark {
    var mark = SiteMark()
    var count = 0
    guard reader.sites.contains(seeds[site].site) else { return mark }
    try reader.forEachOutline(site: seeds[site].site) { outline in
      switch outline {
      case .answer:
        count += 1
        mark.summary = nil
      case .summary(let json, let answers):
        // Records that were lost are asked for again.
        mark.summary = count < answers ?? 0 ? nil : CrawlSummary(json: json)
        if mark.summary?.stopped == "network.down" { mark.networkWasDownUntil = count }
      }
    }
    return mark
  }

  private static func refuseForeign(
    _ names: [String], _ folder: String, _ plan: CrawlPlan
  ) throws(ArchiveError) {
    let sites = Set(plan.sites.map(\.site))
    for name in names {
      guard let site = ArchiveFiles.site(of: name) else {
        throw ArchiveError(
          code: .foreign, file: "\(folder)/\(name)", offset: nil,
          message: Bilingual(
            zh: "目录里已有别的文件；请给一个新目录，或先移走它",
            en: "the folder holds other files already; name a new folder or move it away"))
      }
      guard sites.contains(site) else { throw other(folder, "（站点 \(site)）", " (site \(site))") }
    }
  }

  private static func other(_ folder: String, _ zh: String, _ en: String) -> ArchiveError {
    ArchiveError(
      code: .foreign, file: folder, offset: nil,
      message: Bilingual(
        zh: "这里是另一个方案的存档\(zh)，不能接着采集；请给一个新目录",
        en: "this is the archive of another plan\(en) and can't be gone on with; name a new "
          + "folder"))
  }
}
