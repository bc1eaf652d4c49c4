package import Archive
package import Codings
package import Fetch
package import Page
package import Web

/// Says what became of an address: the one place where outcomes are decided.
package enum OutcomeClassifier {
  /// An outcome with a word of detail.
  package struct Verdict: Sendable, Equatable {
    package var outcome: Outcome
    /// `HTTP 503`, `application/pdf`, libcurl's words; nil when the code says all.
    package var detail: String?
    /// Where a redirect leads; the outcome is then that of the hop alone.
    package var redirect: WebURL?

    init(_ code: String, _ detail: String? = nil, redirect: WebURL? = nil) {
      outcome = OutcomeTable.outcome(code)
      self.detail = detail
      self.redirect = redirect
    }
  }

  /// The outcome of a request that brought no response.
  package static func verdict(_ error: TransferError) -> Verdict {
    Verdict(error.kind.rawValue, error.detail)
  }

  /// The outcome of a response: its head, its decoded body, and what the reader saw on it.
  package static func verdict(
    _ capture: Capture, body: DecodedBody, facts: PageFacts?
  ) -> Verdict {
    let evidence = PageEvidence(capture, body: body, facts: facts)
    if let code = ChallengeMarks.code(evidence) {
      return Verdict(code, "HTTP \(evidence.status)")
    }
    switch evidence.status {
    case 200, 202, 203: return success(evidence)
    case 204, 205: return Verdict("http.empty", "HTTP \(evidence.status)")
    case 301, 302, 303, 307, 308: return redirect(evidence)
    default: return refusal(evidence)
    }
  }

  /// Says whether a response can be read as a page, by its type and its first bytes.
  package static func isPage(_ capture: Capture, body: DecodedBody) -> Bool {
    PageType.isPage(mediaType: capture.mediaType ?? "", bytes: body.bytes)
  }

  private static func refusal(_ evidence: PageEvidence) -> Verdict {
    let detail = "HTTP \(evidence.status)"
    switch evidence.status {
    case 401, 407, 511: return Verdict("blocked.login", detail)
    case 403, 405, 451: return Verdict("blocked.forbidden", detail)
    case 404, 410:
      if MissingMarks.isContradicted(evidence) { return Verdict("notFound.contradicted", detail) }
      return Verdict(evidence.status == 404 ? "http.notFound" : "http.gone", detail)
    case 408: return Verdict("timeout.response", detail)
    case 429: return Verdict("blocked.rateLimited", detail)
    case 400...499: return Verdict("http.clientError", detail)
    case 500...599: return Verdict("http.serverError", detail)
    default: return Verdict("http.unexpected", detail)
    }
  }

  private static func redirect(_ evidence: PageEvidence) -> Verdict {
    let detail = "HTTP \(evidence.status)"
    guard let location = evidence.capture.header("location"),
      let target = WebURL(location, base: evidence.capture.url)
    else { return Verdict("redirect.noTarget", detail) }
    return Verdict("http.ok", detail, redirect: CanonicalURL.canonical(target))
  }

  private static func success(_ evidence: PageEvidence) -> Verdict {
    switch evidence.body.state {
    case .corrupt(let coding): return Verdict("coding.corrupt", coding)
    case .unknownCoding(let coding): return Verdict("coding.unknown", coding)
    case .complete, .truncated, .capped: break
    }
    if evidence.body.bytes.isEmpty, evidence.capture.truncated == nil {
      return Verdict(evidence.capture.body.isEmpty ? "http.empty" : "truncated.coding")
    }
    guard isPage(evidence.capture, body: evidence.body) else {
      return Verdict("type.notPage", evidence.mediaType.isEmpty ? nil : evidence.mediaType)
    }
    if let cut = cut(evidence) { return cut }
    if let code = MissingMarks.code(evidence) { return Verdict(code, nilIfEmpty(evidence.title)) }
    if let reason = evidence.partOfWhole ?? UnfinishedPage.reason(evidence.body.bytes) {
      return Verdict("truncated.page", reason)
    }
    if isLogin(evidence) { return Verdict("blocked.login", nilIfEmpty(evidence.title)) }
    return evidence.facts?.isTruncated == true ? Verdict("truncated.depth") : Verdict("http.ok")
  }

  private static func cut(_ evidence: PageEvidence) -> Verdict? {
    switch evidence.capture.truncated {
    case .length: return Verdict("tooLarge.wire")
    case .time: return Verdict("truncated.time")
    case .disconnect, .unspecified: return Verdict("truncated.disconnect")
    case nil: break
    }
    switch evidence.body.state {
    case .truncated: return Verdict("truncated.coding")
    case .capped: return Verdict("tooLarge.decoded")
    case .complete, .corrupt, .unknownCoding: return nil
    }
  }

  /// A page that is a login form and little else.
  private static func isLogin(_ evidence: PageEvidence) -> Bool {
    guard evidence.isBare, evidence.textLength < 300 else { return false }
    let title = evidence.title.lowercased()
    guard ["登录", "登陆", "身份认证", "login", "sign in"].contains(where: { title.contains($0) })
    else { return false }
    return evidence.asksForPassword
  }

  private static func nilIfEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
