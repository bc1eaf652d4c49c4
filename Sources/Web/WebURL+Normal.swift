extension WebURL {
  /// The address whose `string` a text is: taken at its word, without being brought into normal
  /// form again.
  ///
  /// For tables that keep addresses as text. Nil for a text that can't be one; any other text than
  /// another address's `string` gives an address that equals none.
  package init?(normal text: String) {
    let scheme: Scheme
    if text.utf8.starts(with: "http://".utf8) {
      scheme = .http
    } else if text.utf8.starts(with: "https://".utf8) {
      scheme = .https
    } else {
      return nil
    }
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: scheme.length)
    let rest = text[start...]
    guard let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")), slash > start else { return nil }
    let authority = rest[..<slash]
    var host = authority
    var port = scheme.defaultPort
    // The last colon; those of an IPv6 address stand in brackets.
    if let colon = authority.utf8.lastIndex(of: UInt8(ascii: ":")),
      let number = Int(authority[authority.utf8.index(after: colon)...])
    {
      port = number
      host = authority[..<colon]
    }
    self.init(normal: text, scheme: scheme, host: host.utf8.count, port: port, path: slash)
  }
}
