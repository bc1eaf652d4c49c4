package import Web

/// What a page's foot says of its site, as every page of a government site must show it.
///
/// Source: 政府网站发展指引 (国办发〔2017〕47号) part 4: 网站标识码, 党政机关 mark, ICP number, public security
/// number, the body that keeps the site with its contact, 网站地图.
package struct SiteIdentity: Sendable, Hashable {
  /// `鲁ICP备05001907号-1`.
  package var icp: String?
  /// `鲁公网安备37040602000123号`.
  package var policeRecord: String?
  /// 网站标识码: ten letters or digits.
  package var siteCode: String?
  /// 主办单位, else who 版权所有 names.
  package var host: String?
  /// 承办单位.
  package var operatedBy: String?
  /// Telephone and other contact values in the foot, in order.
  package var contacts: [ContactField] = []
  /// The link of the mark 党政机关 (or 事业单位).
  package var officialMark: WebURL?
  /// The link or script of 政府网站找错.
  package var complaintEntrance: WebURL?
  package var siteMap: WebURL?

  package init() {}

  /// Nothing of all this was found.
  package var isEmpty: Bool { self == SiteIdentity() }
}

/// The standard meta tags of government pages.
///
/// Source: 政府网站发展指引 (国办发〔2017〕47号), annex 2: tags of the site, of a column and of an article.
package enum StandardMeta: String, Sendable, CaseIterable {
  case siteName = "SiteName"
  case siteDomain = "SiteDomain"
  case siteIDCode = "SiteIDCode"
  case columnName = "ColumnName"
  case columnDescription = "ColumnDescription"
  case columnKeywords = "ColumnKeywords"
  case columnType = "ColumnType"
  case articleTitle = "ArticleTitle"
  case pubDate = "PubDate"
  case contentSource = "ContentSource"
  case keywords = "Keywords"
  case author = "Author"
  case description = "Description"
  case image = "Image"
  case url = "Url"
}
