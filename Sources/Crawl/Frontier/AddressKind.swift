package import Web

/// What an address leads to, as far as its ending tells.
package enum AddressKind: Sendable {
  /// A page, or anything that may be one.
  case page
  /// A document to be downloaded: pdf, office, archive. Fetched only when a rule asks.
  case attachment
  /// Pictures, styles, scripts, fonts, sound and film: nothing to read.
  case asset

  private static let attachments = endings([
    "pdf", "doc", "docx", "docm", "dot", "dotx", "xls", "xlsx", "xlsm", "et", "ett", "ppt", "pptx",
    "pps", "ppsx", "wps", "wpt", "dps", "ofd", "odt", "ods", "odp", "rtf", "csv", "ceb", "cebx",
    "caj", "epub", "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "iso", "exe", "msi", "apk",
    "dmg", "cab", "jar", "dwg", "shp", "mdb",
  ])

  private static let assets = endings([
    "jpg", "jpeg", "png", "gif", "bmp", "webp", "svg", "ico", "tif", "tiff", "avif", "css", "js",
    "mjs", "map", "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "m4v", "wav", "wma",
    "wmv", "avi", "flv", "mov", "mpg", "mpeg", "rm", "rmvb", "mkv", "webm", "ogg", "swf", "m3u8",
    "ts",
  ])

  /// Extensions of up to eight bytes, each as one number.
  private static func endings(_ words: [String]) -> Set<UInt64> {
    Set(words.map { word in word.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }

  /// Judges by the extension of the path's last segment; unknown ones count as pages.
  package init(_ url: WebURL) {
    let bytes = url.string.utf8.span
    var place = url.pathRange.upperBound
    var word: UInt64 = 0
    var shift: UInt64 = 0
    while place > url.pathRange.lowerBound, shift <= 40 {
      place -= 1
      let byte = bytes[place]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { break }
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      word |= UInt64(isUpper ? byte | 0x20 : byte) << shift
      shift += 8
    }
    guard shift <= 40, bytes[place] == UInt8(ascii: ".") else {
      self = .page
      return
    }
    self =
      Self.attachments.contains(word) ? .attachment : Self.assets.contains(word) ? .asset : .page
  }
}
