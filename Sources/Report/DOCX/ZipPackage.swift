import CArchive

/// A zip file that libarchive writes in memory: the only file that calls it for writing.
///
/// The files keep their order and have no time of their own, so that the same parts give the same
/// bytes.
enum ZipPackage {
  /// Packs the files; names are ASCII paths.
  static func pack(_ files: [(name: String, bytes: [UInt8])]) throws(DocumentError) -> [UInt8] {
    // Deflate never grows a file by more than a thousandth; heads are far below a kilobyte.
    let room = files.reduce(4096) { $0 + $1.bytes.count + $1.bytes.count / 100 + 1024 }
    var out = [UInt8](repeating: 0, count: room)
    var used = 0
    let fault = unsafe out.withUnsafeMutableBytes { memory in
      unsafe write(files, memory, &used)
    }
    if let fault { throw .package(fault) }
    out.removeLast(out.count - used)
    return out
  }

  /// Writes the archive and says what went wrong; nil for nothing.
  private static func write(
    _ files: [(name: String, bytes: [UInt8])], _ memory: UnsafeMutableRawBufferPointer,
    _ used: inout Int
  ) -> String? {
    guard let archive = unsafe archive_write_new() else { return "out of memory" }
    defer { unsafe archive_write_free(archive) }
    func fault() -> String {
      unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "no reason given"
    }
    guard unsafe archive_write_set_format_zip(archive) == ARCHIVE_OK,
      // Some readers of documents do not know the 64-bit form; no part comes near its need.
      unsafe archive_write_set_format_option(archive, "zip", "zip64", nil) == ARCHIVE_OK,
      unsafe archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK,
      unsafe archive_write_open_memory(archive, memory.baseAddress, memory.count, &used)
        == ARCHIVE_OK
    else { return fault() }
    for file in files {
      guard let entry = unsafe archive_entry_new() else { return "out of memory" }
      defer { unsafe archive_entry_free(entry) }
      unsafe archive_entry_set_pathname(entry, file.name)
      unsafe archive_entry_set_size(entry, Int64(file.bytes.count))
      unsafe archive_entry_set_filetype(entry, 0o100000)
      unsafe archive_entry_set_perm(entry, 0o644)
      guard unsafe archive_write_header(archive, entry) == ARCHIVE_OK else { return fault() }
      let written = unsafe file.bytes.withUnsafeBytes { bytes in
        unsafe archive_write_data(archive, bytes.baseAddress, bytes.count)
      }
      guard written == file.bytes.count else { return fault() }
    }
    guard unsafe archive_write_close(archive) == ARCHIVE_OK else { return fault() }
    return nil
  }
}
