private import CLibXML2

/// Parses HTML by way of libxml2's own tree, which is then walked into a `Document`.
///
/// Slower than `SAXEngine` and bounded by the library's depth of 256 elements; what is deeper is
/// lost and the page marked as truncated. It stands here as the second engine against which the
/// first is held, fact by fact.
package struct TreeEngine: MarkupEngine {
  package init() {}

  package func parse(_ utf8: [UInt8]) -> Document {
    precondition(SAXEngine.isReady)
    let bounded = TagScan.firstMonster(in: utf8) ?? utf8.count
    var builder = DocumentBuilder(expecting: bounded + bounded / 8)
    if bounded < utf8.count { builder.markTruncated() }
    guard bounded > 0 else { return builder.finish() }
    unsafe utf8.withUnsafeBytes { raw in
      let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let start = unsafe start,
        let context = unsafe htmlCreateMemoryParserCtxt(start, Int32(clamping: bounded))
      else {
        builder.markTruncated()
        return
      }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      _ = unsafe mc_html_use_utf8(context, Int32(options))
      _ = unsafe htmlParseDocument(context)
      if let tree = unsafe context.pointee.myDoc {
        unsafe walk(tree, into: &builder)
        unsafe xmlFreeDoc(tree)
      } else {
        builder.markTruncated()
      }
      unsafe htmlFreeParserCtxt(context)
    }
    return builder.finish()
  }

  /// Visits every node, a node before its children, without recursion.
  private func walk(_ tree: htmlDocPtr, into builder: inout DocumentBuilder) {
    var next = unsafe tree.pointee.children
    while let node = unsafe next {
      let isElement = unsafe node.pointee.type == XML_ELEMENT_NODE
      unsafe visit(node, into: &builder)
      if isElement, let child = unsafe node.pointee.children {
        unsafe next = child
        continue
      }
      if isElement { builder.end() }
      var place: xmlNodePtr? = unsafe node
      unsafe next = nil
      while let current = unsafe place {
        if let sibling = unsafe current.pointee.next {
          unsafe next = sibling
          break
        }
        guard let parent = unsafe current.pointee.parent,
          unsafe parent.pointee.type == XML_ELEMENT_NODE
        else { break }
        builder.end()
        unsafe place = parent
      }
    }
  }

  private func visit(_ node: xmlNodePtr, into builder: inout DocumentBuilder) {
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE:
      guard let name = unsafe node.pointee.name else { return }
      unsafe builder.start(bytes(name))
      var attribute = unsafe node.pointee.properties
      while let found = unsafe attribute {
        if let name = unsafe found.pointee.name {
          let text = unsafe found.pointee.children
          let value = unsafe text.flatMap { unsafe xmlNodeListGetString(node.pointee.doc, $0, 1) }
          unsafe builder.attribute(
            bytes(name), value.map { unsafe bytes($0) } ?? UnsafeBufferPointer(start: nil, count: 0)
          )
          if let value = unsafe value { unsafe mc_xml_free(value) }
        }
        unsafe attribute = found.pointee.next
      }
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = unsafe node.pointee.content { unsafe builder.text(bytes(content)) }
    case XML_COMMENT_NODE:
      if let content = unsafe node.pointee.content { unsafe builder.comment(bytes(content)) }
    default: break
    }
  }

  private func bytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: text, count: strlen(text))
  }
}
