import Support
import Testing

/// The built command against every hostile site at once, and one good site among them.
@Suite(.timeLimit(.minutes(5)))
struct `Hostile world` {
  /// What a run may take at most, in bytes.
  private static let mostMemory = 300 << 20

  @Test func `has at least sixty ways to misbehave, each under a name of its own`() {
    let names = allHostileSites.map(\.name)
    #expect(names.count >= 60)
    #expect(Set(names).count == names.count)
  }

  @Test func `gives each site the outcome of its fault`() async throws {
    let run = try await HostileRun.shared.result()
    let sites = Dictionary(uniqueKeysWithValues: run.audit.sites.map { ($0.id, $0) })
    for place in run.places {
      let code = Self.code(of: place.start, in: sites[place.site.name])
      #expect(
        place.site.codes.contains(code),
        """
        \(place.site.name): \(code), expected \(place.site.codes): \(place.site.why); \
        \(sites[place.site.name]?.problems.map { $0.detail ?? "" } ?? [])
        """)
    }
    for guest in run.guests {
      let code = Self.code(of: guest.start, in: sites[guest.id])
      #expect(guest.codes.contains(code), "\(guest.id): \(code), expected \(guest.codes)")
    }
    #expect(run.outcome.status == 0, "\(run.outcome.errors)")
  }

  @Test func `reads the good site whole and judges it`() async throws {
    let run = try await HostileRun.shared.result()
    let good = try #require(run.audit.sites.first { $0.id == "good" })
    #expect(good.status == "fetched")
    #expect(good.pages == GoodSite.pages)
    #expect(good.outcomes["fetched"] == GoodSite.pages)
    #expect(good.problems.isEmpty)
    #expect(run.audit.units.map { $0.findings.map(\.status) } == [["pass"]])
    #expect(run.audit.units.first?.score.verdict == "pass")
  }

  @Test func `asks no site more often than it should`() async throws {
    let run = try await HostileRun.shared.result()
    for place in run.places {
      let count = place.server.requests.count
      #expect(
        count <= place.site.mostRequests,
        "\(place.site.name): \(count) requests, at most \(place.site.mostRequests)")
    }
  }

  @Test func `stays within its memory`() async throws {
    let run = try await HostileRun.shared.result()
    #expect(run.outcome.peak > 0)
    #expect(run.outcome.peak <= Self.mostMemory, "\(run.outcome.peak >> 20) MB")
  }

  @Test func `follows no entity, no forbidden name and no name that changed`() async throws {
    let run = try await HostileRun.shared.result()
    for place in run.places {
      #expect(
        !place.server.requests.contains { $0.path == forbiddenEntity }, "\(place.site.name)")
    }
    #expect(run.secretRequests == 0)
    let pages = run.namedTargets.filter { $0.hasPrefix("rebind.test") }
    #expect(Set(pages).count >= 6, "\(pages)")
    #expect(run.lookups.count { $0 == "rebind.test" } == 1)
  }

  @Test(.enabled(if: TestAuthority.isAvailable))
  func `says where it took an invalid certificate`() async throws {
    let run = try await HostileRun.shared.result()
    let accepted = try #require(run.audit.sites.first { $0.id == "tls-accepted" })
    #expect(accepted.liberties?.contains("tls: accept-invalid") == true)
    let others = run.audit.sites.filter { $0.id != "tls-accepted" }
    #expect(others.allSatisfy { $0.liberties?.contains("tls: accept-invalid") != true })
  }

  /// The outcome of a site's start page: that of its problem, or none.
  private static func code(of start: String, in site: AuditFile.Site?) -> String {
    guard let site else { return "no account" }
    if let problem = site.problems.first(where: { $0.url == start }) { return problem.outcome }
    return site.pages > 0 && site.outcomes["fetched", default: 0] > 0 ? "http.ok" : "no page"
  }
}
