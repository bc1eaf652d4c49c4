package import Fetch

/// Makes the requests of a crawl: libcurl's loop, or a stand-in that touches no network.
package protocol TransferSource: Sendable {
  /// Starts a request; its end goes to the sink that the source was made with.
  func submit(_ request: Request)
  /// Ends everything under way with `.cancelled`.
  func cancelAll()
  /// Says that so many bytes of bodies handed over are let go of.
  func release(_ bytes: Int)
  /// Puts cookies into a jar (`CookieLine.lines`), before any request that is handed in later.
  func putCookies(_ lines: [String], jar: Int)
  /// Cancels everything and hands nothing over any more.
  func close()
}

extension TransferSource {
  /// Nothing: a source without jars needs no cookies.
  package func putCookies(_ lines: [String], jar: Int) {}
}

extension TransferLoop: TransferSource {}
