import Dates
import Findings
import Rules
import Score
import Texts
import Web

extension OverviewPage {
  /// How many faults the overview names; the unit pages have all.
  private static let mostFaults = 20
  /// How many units are named beside a fault.
  private static let mostNames = 6

  func faults(_ html: inout HTMLWriter) {
    if digest.faults.isEmpty {
      html.tag("p", OverviewWord.noFaults.text(language))
      return
    }
    html.tag("table") { html in
      if digest.faults.count > Self.mostFaults {
        html.tag(
          "caption", Phrases.first(Self.mostFaults, of: digest.faults.count).text(language))
      } else {
        frame.shell.caption(OverviewWord.faults.text(language), &html)
      }
      frame.tableHead(
        [
          (.clause, .text), (.requirement, .text), (.units, .number), (.lost, .optionalNumber),
          (.affected, .optional),
        ], &html)
      html.tag("tbody") { html in
        for fault in digest.faults.prefix(Self.mostFaults) {
          html.tag("tr") { html in
            html.tag("td") { frame.clause(fault.rule.id, from: "rules/", &$0) }
            html.tag("th", ["scope": "row"], fault.rule.title.text(language))
            frame.cell(Figures.count(fault.units.count), .number, &html)
            frame.cell(Figures.points(fault.lost), .optionalNumber, &html)
            html.tag("td", ["class": "opt"]) { html in
              unitLinks(
                fault.units, anchor: frame.places[fault.rule.id], &html)
            }
          }
        }
      }
    }
  }

  /// The first units by name, each a link to its page, or to a rule on it.
  private func unitLinks(_ units: [Int], anchor: Int?, _ html: inout HTMLWriter) {
    for (index, position) in units.prefix(Self.mostNames).enumerated() {
      if index > 0 { html.text(Phrases.comma.text(language)) }
      let page = "units/\(frame.paths.names[position]).html"
      html.tag(
        "a", ["href": anchor.map { "\(page)#r\($0)" } ?? page], audit.units[position].name)
    }
    if units.count > Self.mostNames {
      html.text(Phrases.more(units.count - Self.mostNames).text(language))
    }
  }

  func undetermined(_ html: inout HTMLWriter) {
    if digest.reasons.isEmpty {
      html.tag("p", OverviewWord.allDecided.text(language))
      return
    }
    html.tag("p", OverviewWord.undeterminedNote.text(language))
    html.tag("table", ["class": "reasons"]) { html in
      frame.shell.caption(OverviewWord.undetermined.text(language), &html)
      frame.tableHead(
        [
          (.reason, .text), (.findings, .number), (.openPoints, .optionalNumber),
          (.affected, .optional), (.advice, .text),
        ], &html)
      html.tag("tbody") { html in
        for reason in digest.reasons {
          html.tag("tr") { html in
            html.tag("th", ["scope": "row"]) { reasonCell(reason, &$0) }
            frame.cell(Figures.count(reason.findings), .number, &html)
            frame.cell(Figures.points(reason.points), .optionalNumber, &html)
            html.tag("td", ["class": "opt"]) { unitLinks(reason.units, anchor: nil, &$0) }
            frame.cell(frame.reasons.advice(reason.code, language), .text, &html)
          }
        }
      }
    }
  }

  private func reasonCell(_ reason: AuditDigest.Reason, _ html: inout HTMLWriter) {
    if reason.code.isEmpty {
      html.text(OverviewWord.noGap.text(language))
      return
    }
    let word = ReasonWord(code: reason.code).text(language)
    let detail = frame.reasons.detail(reason.code, language)
    html.text(word)
    if detail != word { html.tag("div", ["class": "small"], detail) }
    html.tag("div", ["class": "mono small"], reason.code)
    if !reason.url.isEmpty {
      html.tag("div", ["class": "mono small"]) { $0.link(reason.url, reason.url) }
    }
  }

  func sites(_ html: inout HTMLWriter) {
    html.tag("table") { html in
      frame.shell.caption(OverviewWord.sites.text(language), &html)
      frame.tableHead(
        [
          (.site, .text), (.state, .text), (.pages, .number), (.requests, .optionalNumber),
          (.volume, .optionalNumber), (.notRead, .optional),
        ], &html)
      html.tag("tbody") { html in
        for site in audit.sites { siteRow(site, &html) }
      }
    }
    let troubled = audit.sites.filter { !$0.problems.isEmpty }
    if troubled.isEmpty { return }
    html.tag("h3", OverviewWord.problems.text(language))
    html.tag("table") { html in
      frame.shell.caption(OverviewWord.problems.text(language), &html)
      frame.tableHead(
        [(.site, .optional), (.problem, .text), (.times, .number), (.advice, .text)], &html)
      html.tag("tbody") { html in
        for site in troubled {
          for problem in site.problems { problemRow(problem, of: site, &html) }
        }
      }
    }
  }

  private func siteRow(_ site: SiteResult, _ html: inout HTMLWriter) {
    html.tag("tr") { html in
      html.tag("th", ["scope": "row"], site.id.text)
      html.tag("td") { html in
        html.tag(
          "span", ["class": "badge \(site.complete ? "pass" : "undetermined")"],
          SiteWord.text(site.status, language))
        let note = site.complete ? OverviewWord.complete : .incomplete
        html.tag("div", ["class": "small"], note.text(language))
        if let stopped = site.stopped {
          html.tag("div", ["class": "small"], Phrases.stopped(stopped).text(language))
        }
      }
      frame.cell(Figures.count(site.pages), .number, &html)
      frame.cell(Figures.count(site.requests), .optionalNumber, &html)
      frame.cell(Figures.bytes(site.bytes), .optionalNumber, &html)
      frame.cell(notRead(site), .optional, &html)
    }
  }

  /// The pages that were not read, by the contract's words: `不存在 20、被拦截 3`.
  private func notRead(_ site: SiteResult) -> String {
    let words: [SiteWord] = [.truncated, .notFound, .blocked, .disallowed, .unreachable, .error]
    let parts = words.compactMap { word in
      (site.outcomes[word.rawValue] ?? 0) > 0
        ? "\(word.text(language)) \(Figures.count(site.outcomes[word.rawValue] ?? 0))" : nil
    }
    return parts.isEmpty ? "—" : parts.joined(separator: Phrases.comma.text(language))
  }

  private func problemRow(
    _ problem: SiteProblem, of site: SiteResult, _ html: inout HTMLWriter
  ) {
    html.tag("tr") { html in
      frame.cell(site.id.text, .optional, &html)
      html.tag("th", ["scope": "row"]) { html in
        html.text(problem.detail.text(language))
        html.tag("div", ["class": "mono small"], problem.outcome)
        html.tag("div", ["class": "mono small"]) { $0.link(problem.url, problem.url) }
      }
      frame.cell(Figures.count(problem.count), .number, &html)
      frame.cell(problem.advice.text(language), .text, &html)
    }
  }

  func basis(_ html: inout HTMLWriter) {
    html.tag("table") { html in
      html.tag("caption", OverviewWord.packs.text(language))
      frame.tableHead([(.pack, .text), (.document, .text), (.digest, .optional)], &html)
      html.tag("tbody") { html in
        for pack in audit.packs {
          html.tag("tr") { html in
            html.tag("th", ["scope": "row", "class": "mono"], pack.id)
            frame.cell(pack.title.text(language), .text, &html)
            html.tag("td", ["class": "opt mono small"], pack.sha256)
          }
        }
      }
    }
    html.tag("h3", OverviewWord.method.text(language))
    html.tag("ul") { html in
      html.tag("li", Phrases.bar(audit.bar).text(language))
      for word in MethodWord.allCases { html.tag("li", word.text(language)) }
    }
  }
}
