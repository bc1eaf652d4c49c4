import Foundation

/// What is wrong with a TLS server; each has the outcome code of its kind.
package enum TLSFault: String, CaseIterable, Sendable {
  case none = "http.ok"
  case selfSigned = "tls.selfSigned"
  case unknownIssuer = "tls.issuer"
  case expired = "tls.expired"
  case notYetValid = "tls.notYetValid"
  case wrongName = "tls.name"
  case weakKey = "tls.weak"
  /// Nothing newer than TLS 1.0.
  case oldProtocol = "tls.outdated"
  /// Only ciphers that prove nobody's identity.
  case oldCipher = "tls.outdated "

  /// The outcome code of a page of such a server.
  package var code: String { String(rawValue.prefix(while: { $0 != " " })) }
}

/// Certificates of the tests' own authority, made at run time with the `openssl` command.
package final class TestAuthority: Sendable {
  /// The openssl command failed.
  package struct Failure: Error { package var words: String }

  private let folder: TemporaryFolder
  private var path: String { folder.path }

  /// The authority's own certificate, for those who are to trust it.
  package var certificate: String { "\(path)/trusted.pem" }

  /// False on a machine without the `openssl` command.
  package static let isAvailable: Bool =
    (try? OpenSSL.run(["version"], in: "/").isEmpty == false) ?? false

  /// Makes two authorities: one to be trusted and one that nobody knows.
  package init() throws {
    folder = try TemporaryFolder()
    let settings = """
      [ca]
      default_ca = all
      [all]
      database = issued
      new_certs_dir = .
      rand_serial = yes
      default_md = sha256
      policy = any
      copy_extensions = copy
      unique_subject = no
      [any]
      commonName = supplied

      """
    try Data(settings.utf8).write(to: URL(fileURLWithPath: "\(path)/settings"))
    try Data().write(to: URL(fileURLWithPath: "\(path)/issued"))
    for name in ["trusted", "unknown"] {
      try openssl(
        ["req", "-x509", "-days", "30"] + Self.goodKey
          + [
            "-keyout", "\(name).key", "-out", "\(name).pem", "-subj", "/CN=\(name) test authority",
            "-addext", "keyUsage=critical,keyCertSign",
          ])
    }
  }

  private static let goodKey = [
    "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
  ]

  /// Makes certificate and key for a server at `address` with that fault; gives their paths.
  package func issue(
    _ fault: TLSFault, address: String
  ) throws -> (certificate: String, key: String) {
    let name = "\(fault)-\(address)"
    let holder = fault == .wrongName ? "DNS:other.example" : "IP:\(address)"
    let subject = ["-subj", "/CN=\(fault)", "-addext", "subjectAltName=\(holder)"]
    let key = fault == .weakKey ? ["-newkey", "rsa:1024", "-nodes"] : Self.goodKey
    if fault == .selfSigned {
      try openssl(
        ["req", "-x509", "-days", "30"] + key + subject
          + ["-keyout", "\(name).key", "-out", "\(name).pem"])
    } else {
      try openssl(
        ["req", "-new"] + key + subject + ["-keyout", "\(name).key", "-out", "\(name).request"])
      let issuer = fault == .unknownIssuer ? "unknown" : "trusted"
      let from = fault == .notYetValid ? "20980101000000Z" : "20200101000000Z"
      let to = fault == .expired ? "20200201000000Z" : "20990101000000Z"
      try openssl([
        "ca", "-config", "settings", "-batch", "-notext", "-in", "\(name).request", "-out",
        "\(name).pem", "-cert", "\(issuer).pem", "-keyfile", "\(issuer).key", "-startdate", from,
        "-enddate", to,
      ])
    }
    return ("\(path)/\(name).pem", "\(path)/\(name).key")
  }

  private func openssl(_ arguments: [String]) throws {
    _ = try OpenSSL.run(arguments, in: path)
  }
}

/// A TLS server at an address of its own: `openssl s_server`, which sends one page.
package final class TLSServer: Sendable {
  private let process: Process
  private let folder: TemporaryFolder
  package let fault: TLSFault
  package let address: String
  package let port: Int

  /// The page's address.
  package var start: String { "https://\(address):\(port)/index.html" }

  /// Starts a server with that fault.
  package init(_ fault: TLSFault, address: String, authority: TestAuthority) throws {
    self.fault = fault
    self.address = address
    folder = try TemporaryFolder()
    let page = Hostile.ok(
      "Connection: close", "Content-Length: \(Hostile.content.utf8.count)")
    try Data(page).write(to: URL(fileURLWithPath: "\(folder.path)/index.html"))
    let missing = Hostile.message("HTTP/1.1 404 Not Found", "Content-Length: 0")
    try Data(missing).write(to: URL(fileURLWithPath: "\(folder.path)/robots.txt"))
    let (certificate, key) = try authority.issue(fault, address: address)
    var arguments = ["s_server", "-accept", "\(address):0", "-HTTP"]
    switch fault {
    case .oldCipher: arguments += ["-nocert", "-tls1_2", "-cipher", "aNULL:@SECLEVEL=0"]
    case .oldProtocol:
      arguments += ["-cert", certificate, "-key", key, "-tls1", "-cipher", "ALL:@SECLEVEL=0"]
    case .weakKey: arguments += ["-cert", certificate, "-key", key, "-cipher", "ALL:@SECLEVEL=0"]
    default: arguments += ["-cert", certificate, "-key", key]
    }
    let output = Pipe()
    process = OpenSSL.process(arguments, in: folder.path, output: output)
    try process.run()
    port = try Self.port(in: output.fileHandleForReading)
  }

  deinit { stop() }

  /// Ends the server; a child of a worker thread has every milder signal blocked.
  package func stop() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Reads `ACCEPT 127.0.0.1:12345` from what the server says when it listens.
  private static func port(in handle: FileHandle) throws -> Int {
    var words = ""
    while true {
      let more = handle.availableData
      guard !more.isEmpty else { throw TestAuthority.Failure(words: words) }
      words += String(decoding: more, as: UTF8.self)
      for line in words.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      where line.hasPrefix("ACCEPT ") {
        if let port = line.split(separator: ":").last.flatMap({ Int($0) }) { return port }
      }
    }
  }
}

/// The `openssl` command.
private enum OpenSSL {
  static func process(_ arguments: [String], in folder: String, output: Pipe) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    return process
  }

  /// Runs the command to its end and gives its words; throws when it fails.
  static func run(_ arguments: [String], in folder: String) throws -> String {
    let output = Pipe()
    let process = process(arguments, in: folder, output: output)
    try process.run()
    let words = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw TestAuthority.Failure(words: words) }
    return words
  }
}
