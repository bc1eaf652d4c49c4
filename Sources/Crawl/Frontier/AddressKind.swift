package import Web

/// What an address leads to, as far as its ending tells.
package enum AddressKind: Sendable {
  /// A page, or anything that may be one.
  case page
  /// A document to be downloaded: pdf, office, archive. Fetched only when a rule asks.
  case attachment
  /// Pictures, styles, scripts, fonts, sound and film: nothing to read.
  case asset

  private static let attachments: Set<String> = [
    "pdf", "doc", "docx", "docm", "dot", "dotx", "xls", "xlsx", "xlsm", "et", "ett", "ppt", "pptx",
    "pps", "ppsx", "wps", "wpt", "dps", "ofd", "odt", "ods", "odp", "rtf", "csv", "ceb", "cebx",
    "caj", "epub", "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "iso", "exe", "msi", "apk",
    "dmg", "cab", "jar", "dwg", "shp", "mdb",
  ]

  private static let assets: Set<String> = [
    "jpg", "jpeg", "png", "gif", "bmp", "webp", "svg", "ico", "tif", "tiff", "avif", "css", "js",
    "mjs", "map", "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "m4v", "wav", "wma",
    "wmv", "avi", "flv", "mov", "mpg", "mpeg", "rm", "rmvb", "mkv", "webm", "ogg", "swf", "m3u8",
    "ts",
  ]

  /// Judges by the extension of the path's last segment; unknown ones count as pages.
  package init(_ url: WebURL) {
    let path = url.path
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      self = .page
      return
    }
    let ending = path[path.utf8.index(after: dot)...]
    guard ending.utf8.count <= 5, !ending.utf8.contains(UInt8(ascii: "/")) else {
      self = .page
      return
    }
    let word = ending.lowercased()
    self =
      Self.attachments.contains(word) ? .attachment : Self.assets.contains(word) ? .asset : .page
  }
}
