import Glibc

/// Serves the files of one folder, as a plain web server would.
///
/// `/` and other folders give their `index.html`; a folder without its slash is redirected;
/// whatever lies outside, or is no file, is a 404. Files are read anew at each request.
package struct StaticFolder: Sendable {
  /// The folder, without a slash at the end.
  package let root: String
  /// Names that a request for a folder looks for, in order.
  package var indexNames = ["index.html", "index.htm", "index.shtml"]
  /// `Content-Type` by extension (lower case); anything else is `application/octet-stream`.
  package var types: [String: String] = [
    "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8",
    "shtml": "text/html; charset=utf-8", "jhtml": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "xml": "text/xml", "json": "application/json",
    "css": "text/css", "js": "application/javascript", "png": "image/png", "jpg": "image/jpeg",
    "gif": "image/gif", "pdf": "application/pdf", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]

  package init(_ root: String) {
    self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// The reply to one request, by its path alone.
  package func reply(to request: ServerRequest) -> ServerReply {
    guard let path = Self.decoded(request.path), !path.split(separator: "/").contains("..") else {
      return .notFound
    }
    switch Self.kind(of: root + path) {
    case .file: return file(root + path)
    case .folder:
      guard path.hasSuffix("/") else { return .redirect(to: request.path + "/", status: 301) }
      let found = indexNames.first { Self.kind(of: root + path + $0) == .file }
      return found.map { file(root + path + $0) } ?? .notFound
    case .none: return .notFound
    }
  }

  private func file(_ path: String) -> ServerReply {
    guard let body = Self.contents(of: path) else { return .notFound }
    let name = path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() : nil
    let type = ending.flatMap { types[$0] } ?? "application/octet-stream"
    return .response(ServerResponse(fields: [("Content-Type", type)], body: body))
  }

  private enum Kind { case file, folder, none }

  private static func kind(of path: String) -> Kind {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return .none }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .none
    }
  }

  /// The bytes of a file, or nil when it can't be read.
  package static func contents(of path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count > 0 { bytes += buffer[..<count] } else if errno != EINTR { return nil }
    }
  }

  /// Undoes percent-encoding; nil for a NUL byte or text that is no UTF-8.
  private static func decoded(_ path: String) -> String? {
    var out: [UInt8] = []
    let bytes = Array(path.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        out.append(value)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out.contains(0) ? nil : String(validating: out, as: UTF8.self)
  }
}
