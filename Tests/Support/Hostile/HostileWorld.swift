/// The servers of the hostile sites, each on an address of its own in 127.0.1.0/24.
package final class HostileWorld: Sendable {
  /// A site with the server that plays it.
  package struct Place: Sendable {
    package let site: HostileSite
    package let server: LoopbackServer

    /// The address that is asked for first.
    package var start: String { server.origin + site.start }
  }

  package let places: [Place]

  /// Starts a server for each site.
  package init(_ sites: [HostileSite] = allHostileSites) throws {
    places = try sites.enumerated().map { index, site in
      let server = try LoopbackServer(address: "127.0.1.\(index + 1)") { site.reply(to: $0) }
      return Place(site: site, server: server)
    }
  }

  package func stop() {
    for place in places { place.server.stop() }
  }
}
