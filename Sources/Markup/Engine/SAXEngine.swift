private import CLibXML2

/// Parses HTML with libxml2's SAX callbacks; no libxml2 tree is ever built.
///
/// The tree of libxml2 would stop at depth 256 and drop the rest of a page; the callbacks have no
/// such limit and stay linear (docs/decisions/0003-sax-not-tree.md).
package struct SAXEngine: MarkupEngine {
  package init() {}

  /// Sets the library up, once.
  ///
  /// libxml2 2.9 does so by itself at its first use, and two threads that come first together
  /// leave its lock held for ever.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  package func parse(_ utf8: [UInt8]) -> Document {
    let end = TagScan.firstMonster(in: utf8) ?? utf8.count
    var document = Self.parse(utf8, upTo: end)
    if end < utf8.count { document.isTruncated = true }
    return document
  }

  /// Parses UTF-8 text up to a place.
  ///
  /// Attributes are searched for doubles one by one by the library, so a tag with thousands of
  /// them costs seconds: the text is read `upTo` such a tag.
  static func parse(_ utf8: [UInt8], upTo bounded: Int) -> Document {
    precondition(isReady)
    var builder = DocumentBuilder(expecting: bounded + bounded / 8)
    guard bounded > 0 else { return builder.finish() }
    unsafe utf8.withUnsafeBytes { raw in
      let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let start = unsafe start,
        let context = unsafe htmlCreateMemoryParserCtxt(start, Int32(clamping: bounded))
      else {
        builder.markTruncated()
        return
      }
      unsafe withUnsafeMutablePointer(to: &builder) { unsafe run(context, into: $0) }
      unsafe htmlFreeParserCtxt(context)
    }
    return builder.finish()
  }

  private static func run(
    _ context: htmlParserCtxtPtr, into builder: UnsafeMutablePointer<DocumentBuilder>
  ) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe mc_html_use_utf8(context, Int32(options))
    guard let handler = unsafe context.pointee.sax else { return }
    unsafe handler.pointee = htmlSAXHandler()
    unsafe handler.pointee.startElement = { user, name, attributes in
      guard let name = unsafe name, let builder = unsafe SAXEngine.builder(user) else { return }
      unsafe builder.pointee.start(SAXEngine.bytes(name))
      guard var pair = unsafe attributes else { return }
      while let key = unsafe pair[0] {
        let value = unsafe pair[1].map { unsafe SAXEngine.bytes($0) }
        unsafe builder.pointee.attribute(
          SAXEngine.bytes(key), value ?? UnsafeBufferPointer(start: nil, count: 0))
        unsafe pair += 2
      }
    }
    unsafe handler.pointee.endElement = { user, _ in
      unsafe SAXEngine.builder(user)?.pointee.end()
    }
    unsafe handler.pointee.characters = { user, text, length in
      unsafe SAXEngine.builder(user)?.pointee.text(
        UnsafeBufferPointer(start: text, count: Int(length)))
    }
    unsafe handler.pointee.ignorableWhitespace = handler.pointee.characters
    unsafe handler.pointee.cdataBlock = handler.pointee.characters
    unsafe handler.pointee.comment = { user, text in
      guard let text = unsafe text else { return }
      unsafe SAXEngine.builder(user)?.pointee.comment(SAXEngine.bytes(text))
    }
    unsafe context.pointee.userData = UnsafeMutableRawPointer(builder)
    _ = unsafe htmlParseDocument(context)
  }

  private static func builder(
    _ user: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<DocumentBuilder>? {
    unsafe user?.assumingMemoryBound(to: DocumentBuilder.self)
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: text, count: strlen(text))
  }
}
