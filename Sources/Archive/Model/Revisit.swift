import Codings
package import Dates
package import Web

/// A `revisit` record (ISO 28500:2017 §6.7): the server's answer without the body that an older
/// record holds.
package struct Revisit: Sendable, Equatable {
  /// Why the body was left out.
  package enum Profile: Sendable, Equatable {
    /// The server answered 304: the body is that of the older record.
    case notModified
    /// The server sent the body again, byte for byte.
    case identicalPayload
    /// Another program's reason.
    case other(String)

    static let notModifiedName = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    static let identicalName = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"

    init(_ name: String) {
      // WARC 1.0 has the same names under its own number.
      let tail = name.split(separator: "/").last ?? ""
      switch tail {
      case "server-not-modified": self = .notModified
      case "identical-payload-digest": self = .identicalPayload
      default: self = .other(name)
      }
    }

    var name: String {
      switch self {
      case .notModified: Self.notModifiedName
      case .identicalPayload: Self.identicalName
      case .other(let name): name
      }
    }
  }

  /// The older record that holds the body, as far as it is named.
  package struct Target: Sendable, Hashable {
    package var id: CaptureID?
    package var url: WebURL?
    package var fetchedAt: Timestamp?

    package init(id: CaptureID?, url: WebURL?, fetchedAt: Timestamp?) {
      self.id = id
      self.url = url
      self.fetchedAt = fetchedAt
    }
  }

  package let profile: Profile
  package let target: Target
  /// The answer as it came, without a body; an older capture's head stands for a 304.
  package let answer: Capture
  /// The digest of the body that was left out, as the record tells it: `sha256:…`.
  package let payloadDigest: String?

  package init(profile: Profile, target: Target, answer: Capture, payloadDigest: String?) {
    self.profile = profile
    self.target = target
    self.answer = answer
    self.payloadDigest = payloadDigest
  }

  /// The capture that a reader should see: this record's name, address and time, the body of the
  /// original, and its head when the server's was but a 304.
  ///
  /// Nil when the original's body is not the one that was left out.
  package func resolved(with original: Capture) -> Capture? {
    if let told = payloadDigest.flatMap({ ToldDigest($0) }) {
      guard let digest = told.digest(of: original.body), told.agrees(with: digest) else {
        return nil
      }
    }
    let hasOwnHead = answer.status != nil && answer.status != 304
    return Capture(
      id: answer.id, url: answer.url, fetchedAt: answer.fetchedAt,
      requestHead: answer.requestHead,
      responseHead: hasOwnHead ? answer.responseHead : original.responseHead,
      body: original.body, truncated: original.truncated, remoteAddress: answer.remoteAddress,
      version: answer.version)
  }
}
