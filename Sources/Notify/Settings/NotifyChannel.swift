package import Texts

/// One place that is told what changed, as the plan's `notify` names it.
///
/// Addresses that carry a secret, and passwords, are not in here: only the names of the
/// environment's variables that hold them.
package struct NotifyChannel: Sendable, Hashable {
  /// What kind of place it is; the words are those after `to:`.
  package enum Service: String, Sendable, CaseIterable {
    /// A group robot of 企业微信.
    case wecom
    /// A group robot of 钉钉.
    case dingtalk
    /// Any program that takes a POST of JSON.
    case webhook
    /// A mail server.
    case mail
  }

  /// How a robot's message is laid out.
  package enum Form: String, Sendable, CaseIterable { case text, markdown }

  package var service: Service
  /// `plan.yaml:12:5`, by which messages name it.
  package var place: String
  /// The variable with the address; nil when a mail server is written in the plan.
  package var addressVariable: String?
  /// The mail server that is written in the plan.
  package var address: String?
  /// The variable with the key that signs messages to 钉钉, or with a webhook's bearer token.
  package var secretVariable: String?
  package var form = Form.markdown
  /// Whether a message goes out though nothing changed.
  package var always = false
  /// The language of the message; the audit's own when nil.
  package var language: Language?
  /// Where people read the report, an address for the end of the message.
  package var link: String?
  package var mail: MailSettings?
  /// A PEM file of authorities to trust beside the system's.
  package var authorities: String?

  package init(service: Service, place: String) {
    self.service = service
    self.place = place
  }
}

/// Who writes to whom, and how the server is spoken to.
package struct MailSettings: Sendable, Hashable {
  /// Whether a connection that begins in the clear has to turn to TLS.
  package enum StartTLS: String, Sendable, CaseIterable {
    /// Nothing is said before it did; a server that can't is a failure.
    case required
    /// In the clear: for a relay on the own machine or network, without a password.
    case none
  }

  package var from: String
  /// At least one.
  package var recipients: [String]
  package var userVariable: String?
  package var passwordVariable: String?
  package var startTLS = StartTLS.required

  package init(from: String, recipients: [String]) {
    self.from = from
    self.recipients = recipients
  }
}
