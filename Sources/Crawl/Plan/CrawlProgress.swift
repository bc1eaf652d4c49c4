package import Web

/// How far a crawl is: a snapshot for the eyes of a person.
package struct CrawlProgress: Sendable {
  /// Addresses whose outcome is known.
  package var done = 0
  /// Addresses that wait.
  package var queued = 0
  /// Requests that run.
  package var inFlight = 0
  /// Responses that came and are not read yet.
  package var unread = 0
  /// Hosts with a request under way.
  package var activeHosts = 0
  package var requests = 0
  /// Requests in the last second or so.
  package var requestsPerSecond = 0.0
  /// Body bytes over the wire.
  package var bytes = 0
  /// Seconds since the start.
  package var elapsed = 0.0
  /// Addresses done, by family, in the order of `Outcome.Family.allCases`, zeros left out.
  package var families: [(family: Outcome.Family, count: Int)] = []
  /// The run was asked to stop and lets its writes finish.
  package var isStopping = false

  /// Stored answers of an earlier run that were taken up, while that lasts.
  package var takenUp = 0

  package init() {}

  init(takenUp: Int) { self.takenUp = takenUp }
}
