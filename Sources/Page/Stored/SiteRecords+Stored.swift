import Dates
import Web

extension SiteRecords {
  /// Writes all but the facts, in whose place their numbers stand: one for each page and file.
  package func encode(to encoder: inout FactsEncoder, pageFacts: [Int?], fileFacts: [Int?]) {
    encoder.put(site.text)
    encoder.put(start) { $0.put($1) }
    encoder.put(hosts) { encoder, host in
      encoder.put(host.host)
      encoder.put(host.port)
    }
    encoder.put(Array(zip(pages, pageFacts))) { encoder, item in
      let (page, number) = item
      encoder.put(page.url)
      encoder.put(page.finalURL)
      page.outcome.encode(to: &encoder)
      encoder.put(page.status)
      encoder.put(number)
      page.capture.encode(to: &encoder)
      encoder.put(page.via)
      encoder.put(page.detail)
    }
    encoder.put(Array(zip(attachments, fileFacts))) { encoder, item in
      let (file, number) = item
      encoder.put(file.url)
      encoder.put(file.finalURL)
      file.outcome.encode(to: &encoder)
      encoder.put(number)
      file.capture.encode(to: &encoder)
      encoder.put(file.via)
      encoder.put(file.detail)
    }
    encoder.put(stopped)
    encoder.put(requests)
    encoder.put(bytes)
  }

  /// Reads what `encode` wrote; nil when a number stands for no facts.
  package init?(
    from decoder: inout FactsDecoder, pageFacts: [SharedFacts], fileFacts: [AttachmentFacts]
  ) {
    let site = SiteID(decoder.text())
    let start = decoder.list { $0.address() }
    let hosts = decoder.list { decoder in
      let host = decoder.text()
      return HostPort(host: host, port: decoder.optionalNumber())
    }
    let pages = decoder.list { PageRecord(from: &$0, facts: pageFacts) }
    let attachments = decoder.list { AttachmentRecord(from: &$0, facts: fileFacts) }
    let stopped = decoder.optionalText()
    let requests = decoder.number()
    self.init(
      site: site, start: start, hosts: hosts, pages: pages, stopped: stopped, requests: requests,
      bytes: decoder.number())
    self.attachments = attachments
    if decoder.isBroken { return nil }
  }
}

extension PageRecord {
  fileprivate init?(from decoder: inout FactsDecoder, facts known: [SharedFacts]) {
    guard let url = decoder.address(), let finalURL = decoder.address() else { return nil }
    let outcome = Outcome(from: &decoder)
    let status = decoder.optionalNumber()
    let number = decoder.optionalNumber()
    guard number.map(known.indices.contains) ?? true else { return nil }
    let capture = CaptureReference?(from: &decoder)
    let via = decoder.optionalAddress()
    self.init(
      url: url, finalURL: finalURL, outcome: outcome, status: status, facts: nil,
      capture: capture, via: via, detail: decoder.optionalText())
    if let number { sharedFacts = known[number] }
  }
}

extension AttachmentRecord {
  fileprivate init?(from decoder: inout FactsDecoder, facts known: [AttachmentFacts]) {
    guard let url = decoder.address(), let finalURL = decoder.address() else { return nil }
    let outcome = Outcome(from: &decoder)
    let number = decoder.optionalNumber()
    guard number.map(known.indices.contains) ?? true else { return nil }
    let capture = CaptureReference?(from: &decoder)
    let via = decoder.optionalAddress()
    self.init(
      url: url, finalURL: finalURL, outcome: outcome, facts: number.map { known[$0] },
      capture: capture, via: via, detail: decoder.optionalText())
  }
}

extension Outcome {
  fileprivate func encode(to encoder: inout FactsEncoder) {
    encoder.put(code)
    encoder.put(family.rawValue)
  }

  fileprivate init(from decoder: inout FactsDecoder) {
    let code = decoder.text()
    self.init(code: code, family: decoder.word(.error))
  }
}

extension CaptureReference? {
  fileprivate func encode(to encoder: inout FactsEncoder) {
    encoder.put(self != nil)
    guard let self else { return }
    encoder.putOnce(self.id.text)
    encoder.put(Int(self.fetchedAt.secondsSince1970))
    encoder.putOnce(self.sha256)
  }

  fileprivate init(from decoder: inout FactsDecoder) {
    guard decoder.flag() else {
      self = nil
      return
    }
    let id = CaptureID(decoder.textOnce())
    let fetchedAt = Timestamp(secondsSince1970: Int64(decoder.number()))
    self = CaptureReference(id: id, fetchedAt: fetchedAt, sha256: decoder.textOnce())
  }
}
