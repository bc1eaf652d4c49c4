private import CCurl

/// What libcurl's own parser takes an address for: the one that decides where a request goes.
package struct LibcurlAddress: Sendable, Equatable {
  package var scheme: String
  /// As libcurl writes it; IPv6 in brackets.
  package var host: String
  package var port: Int
  package var hasUser: Bool

  /// Nil when libcurl refuses the text, or takes it for another scheme than http and https.
  package init?(_ text: String) {
    guard let handle = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(handle) }
    // CURLU_NON_SUPPORT_SCHEME (1 << 3): any scheme is parsed.
    guard unsafe curl_url_set(handle, CURLUPART_URL, text, 1 << 3) == CURLUE_OK,
      let scheme = unsafe Self.part(handle, CURLUPART_SCHEME), ["http", "https"].contains(scheme),
      let host = unsafe Self.part(handle, CURLUPART_HOST),
      // CURLU_DEFAULT_PORT
      let port = unsafe Self.part(handle, CURLUPART_PORT, flags: 1 << 0).flatMap({ Int($0) })
    else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port
    hasUser = unsafe Self.part(handle, CURLUPART_USER) != nil
  }

  private static func part(
    _ handle: OpaquePointer, _ which: CURLUPart, flags: UInt32 = 0
  ) -> String? {
    var raw: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, which, &raw, flags) == CURLUE_OK, let found = unsafe raw
    else { return nil }
    defer { unsafe curl_free(found) }
    return unsafe String(cString: found)
  }
}
