extension AttachmentFacts {
  /// Writes every field, in the order of their declaration.
  package func encode(to encoder: inout FactsEncoder) {
    encoder.put(kind.rawValue)
    encoder.put(title)
    encoder.putOnce(text)
    encoder.put(textLength)
    encoder.put(pages)
    encoder.put(tables) { encoder, table in
      encoder.put(table.caption)
      encoder.put(table.rows) { encoder, row in encoder.put(row) { $0.put($1) } }
    }
    encoder.put(images)
    encoder.put(isEncrypted)
    encoder.put(isCut)
    encoder.put(unreadable?.rawValue)
    encoder.put(detail)
    encoder.put(members) { encoder, member in
      encoder.put(member.name)
      encoder.put(member.kind.rawValue)
      encoder.put(member.unreadable?.rawValue)
    }
  }

  /// Reads what `encode` wrote; worth nothing when the decoder is broken afterwards.
  package init(from decoder: inout FactsDecoder) {
    self.init(decoder.word(.unknown))
    title = decoder.optionalText()
    text = decoder.textOnce()
    textLength = decoder.number()
    pages = decoder.optionalNumber()
    tables = decoder.list { decoder in
      let caption = decoder.optionalText()
      return AttachmentTable(
        caption: caption, rows: decoder.list { decoder in decoder.list { $0.text() } })
    }
    images = decoder.number()
    isEncrypted = decoder.flag()
    isCut = decoder.flag()
    unreadable = decoder.optionalWord()
    detail = decoder.optionalText()
    members = decoder.list { decoder in
      let name = decoder.text()
      return Member(name: name, kind: decoder.word(.unknown), unreadable: decoder.optionalWord())
    }
  }
}
