private import Glibc
import Texts

/// Reads small text files and lists folders: the file system of plans and packs.
///
/// The only place of this module with C calls. Paths are relative to the working folder.
package enum TextFile {
  /// All bytes of a regular file, at most one more than `limit` of them.
  ///
  /// The byte beyond the limit lets the reader say that the file is too large without reading it
  /// whole. A folder, a pipe, a missing or unreadable file is a problem without a line.
  package static func bytes(
    at path: String, limit: Int = YAMLDocument.maxBytes
  ) throws(YAMLProblems) -> [UInt8] {
    func refuse(_ zh: String, _ en: String) -> YAMLProblems {
      let message = Bilingual(zh: zh, en: en)
      return YAMLProblems([YAMLProblem(file: path, line: 0, column: 0, message: message)])
    }
    // Non-blocking, so that a pipe without a writer can't hold the program.
    let handle = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard handle >= 0 else {
      let why = reason(errno)
      throw refuse("无法打开：\(why.zh)", "can't be opened: \(why.en)")
    }
    defer { close(handle) }
    var status = stat()
    guard unsafe fstat(handle, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw refuse("不是普通文件", "is no regular file")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(handle, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        let why = reason(errno)
        throw refuse("无法读取：\(why.zh)", "can't be read: \(why.en)")
      }
      if count == 0 { break }
      bytes += chunk.prefix(count)
    }
    return bytes
  }

  /// Says whether a regular file is at `path`.
  package static func exists(at path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The names in a folder, sorted; none when there is no such folder.
  package static func names(inFolder path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func reason(_ code: Int32) -> Bilingual {
    switch code {
    case ENOENT, ENOTDIR: return Bilingual(zh: "没有这个文件", en: "no such file")
    case EACCES, EPERM: return Bilingual(zh: "没有权限", en: "no permission")
    case EISDIR: return Bilingual(zh: "这是文件夹", en: "it is a folder")
    default:
      let text = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      return Bilingual(zh: text, en: text)
    }
  }
}
