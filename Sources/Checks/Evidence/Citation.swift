import Findings
import Page
import Sites
import Texts
import Web

extension Territory {
  /// Shows an item as evidence, or as a near miss with the reason why it does not count.
  ///
  /// The capture is that of the item's page, else that of a page of a column that lists it.
  func cite(_ item: Item, excerpt: String? = nil, nearMiss: Bilingual? = nil) -> Evidence {
    let records = index.sites[item.site].records
    let own = item.page.map { records.pages[$0].capture }
    let capture =
      own.flatMap { $0 } ?? item.columns.lazy.compactMap { listing($0, of: item) }.first
    var note = excerpt
    if note == nil, let date = item.date, let listDate = item.listDate, date != listDate {
      note = "列表日期 \(listDate)，页面日期 \(date)"
    }
    let isRendered =
      own == nil
      && item.columns.contains { column in
        index.sites[item.site].columns[column].pages.contains {
          records.record(of: $0)?.page?.facts.isRendered ?? false
        }
      }
    note = Self.marked(note, isRendered)
    return Evidence(
      url: item.url.string, title: item.title.isEmpty ? nil : Self.short(item.title),
      excerpt: note.map(Self.short), date: item.date,
      fetchedAt: capture.map { "\($0.fetchedAt)" }, record: capture?.id.text,
      sha256: capture?.sha256, nearMiss: nearMiss)
  }

  private func listing(_ column: Int, of item: Item) -> CaptureReference? {
    let site = index.sites[item.site]
    let column = site.columns[column]
    let pages = column.pages.isEmpty ? [column.url] : column.pages
    return pages.lazy.compactMap { site.records.record(of: $0)?.capture }.first
  }

  /// Shows a column as evidence.
  func cite(_ place: ColumnPlace, excerpt: String? = nil, nearMiss: Bilingual? = nil) -> Evidence {
    let column = index.column(place)
    let records = index.sites[place.site].records
    let capture = ([column.url] + column.pages).lazy.compactMap {
      records.record(of: $0)?.capture
    }.first
    let isRendered = ([column.url] + column.pages).contains {
      records.record(of: $0)?.page?.facts.isRendered ?? false
    }
    return Evidence(
      url: column.url.string, title: column.name.isEmpty ? nil : Self.short(column.name),
      excerpt: Self.marked(excerpt, isRendered).map(Self.short), date: column.newest,
      fetchedAt: capture.map { "\($0.fetchedAt)" }, record: capture?.id.text,
      sha256: capture?.sha256, nearMiss: nearMiss)
  }

  /// Shows a page as evidence.
  func cite(_ record: PageRecord, excerpt: String? = nil, nearMiss: Bilingual? = nil) -> Evidence {
    Evidence(
      url: record.finalURL.string, title: record.facts?.title.map(Self.short),
      excerpt: Self.marked(excerpt, record.facts?.isRendered ?? false).map(Self.short),
      date: record.facts?.publishedOn,
      fetchedAt: record.capture.map { "\($0.fetchedAt)" }, record: record.capture?.id.text,
      sha256: record.capture?.sha256, nearMiss: nearMiss)
  }

  /// What a browser showed and the server did not send is marked as such.
  private static func marked(_ excerpt: String?, _ isRendered: Bool) -> String? {
    guard isRendered else { return excerpt }
    let mark = "经浏览器渲染后读取"
    return excerpt.map { "\(mark)：\($0)" } ?? mark
  }

  /// At most 200 characters.
  static func short(_ text: String) -> String {
    guard text.utf8.count > 200 else { return text }
    let scalars = text.unicodeScalars
    guard scalars.count > 200 else { return text }
    var cut = String.UnicodeScalarView(scalars.prefix(199))
    cut.append("…")
    return String(cut)
  }

  /// The member (or other unit) whose item this is; nil for the portal's.
  func ownerID(of item: Item) -> UnitID? { item.owner.map { survey.units[$0].id } }
}
