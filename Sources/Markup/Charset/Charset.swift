/// A character encoding by its WHATWG name (Encoding Standard §4.2).
package enum Charset: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// Also for the labels gb2312 and gbk: it is a superset of both.
  case gb18030
  case big5
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case windows1252 = "windows-1252"
  case shiftJIS = "shift_jis"
  case eucKR = "euc-kr"

  /// The charset of a label as pages and headers write it; nil for an unknown label.
  package init?(label: some StringProtocol) {
    let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "gb18030", "gbk", "gb2312", "gb_2312", "gb_2312-80", "gb2312-80", "chinese", "x-gbk",
      "csgb2312", "iso-ir-58", "cp936", "ms936", "windows-936", "euc-cn", "x-euc-cn", "hz-gb-2312":
      self = .gb18030
    case "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5": self = .big5
    case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2", "unicodefeff":
      self = .utf16le
    case "utf-16be", "unicodefffe": self = .utf16be
    case "windows-1252", "iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii", "cp1252", "l1":
      self = .windows1252
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j": self = .shiftJIS
    case "euc-kr", "ks_c_5601-1987", "korean", "windows-949", "ksc5601": self = .eucKR
    default: return nil
    }
  }

  /// The name under which iconv(3) knows it.
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .utf16le: "UTF-16LE"
    case .utf16be: "UTF-16BE"
    case .windows1252: "CP1252"
    case .shiftJIS: "CP932"
    case .eucKR: "CP949"
    }
  }
}
