import Dates
import Web

extension PageFacts {
  /// Writes every field, in the order of their declaration.
  package func encode(to encoder: inout FactsEncoder) {
    encoder.put(url)
    encoder.put(encoding)
    encoder.put(replacements)
    encoder.put(kind.rawValue)
    encoder.put(siteName)
    encoder.put(title)
    encoder.put(publishedOn)
    encoder.put(publishedOnSource.rawValue)
    encoder.put(writtenOn)
    encoder.put(source)
    encoder.put(publisher)
    encoder.put(documentNumber)
    encoder.put(indexNumber)
    encoder.put(breadcrumb) { $1.encode(to: &$0) }
    encoder.put(column)
    encoder.put(entries) { $1.encode(to: &$0) }
    encoder.put(listState.rawValue)
    encoder.put(nextPages) { $0.put($1) }
    encoder.put(statedPages)
    encoder.put(statedEntries)
    encoder.put(requests) { $0.put($1) }
    encoder.put(leadsOn)
    encoder.put(blindLinks) { $0.put($1) }
    encoder.put(awaitsRelated)
    encoder.put(isAnswer)
    encoder.put(isRendered)
    encoder.put(attachments) { $1.encode(to: &$0) }
    encoder.put(relatedDocuments) { $1.encode(to: &$0) }
    encoder.put(links) { $1.encode(to: &$0) }
    encoder.put(metas) { $1.encode(to: &$0) }
    encoder.put(fields) { $1.encode(to: &$0) }
    encoder.put(headings) { $0.put($1) }
    encoder.putOnce(text)
    encoder.put(textLength)
    encoder.put(bodyImages)
    encoder.put(formFields)
    encoder.put(Int(hidden.rawValue))
    encoder.put(redirect)
    encoder.put(frames) { $0.put($1) }
    encoder.put(menuScripts) { $0.put($1) }
    encoder.put(feeds) { $0.put($1) }
    encoder.put(declaredEncoding)
    encoder.put(dateConflicts) { $1.encode(to: &$0) }
    encoder.put(credits) { $1.encode(to: &$0) }
    encoder.put(keywords) { $0.put($1) }
    encoder.put(marks, with: { $1.encode(to: &$0) })
    encoder.put(namedFiles) { $0.put($1) }
    encoder.put(tables) { $1.encode(to: &$0) }
    encoder.put(contacts) { $1.encode(to: &$0) }
    encoder.put(leaders) { $1.encode(to: &$0) }
    encoder.put(guide) { $1.encode(to: &$0) }
    encoder.put(questions) { $1.encode(to: &$0) }
    encoder.put(letters) { $1.encode(to: &$0) }
    encoder.put(identity, with: { $1.encode(to: &$0) })
    encoder.put(isTruncated)
  }

  /// Reads what `encode` wrote; worth nothing when the decoder is broken afterwards.
  package init(from decoder: inout FactsDecoder) {
    self.init()
    url = decoder.optionalAddress()
    encoding = decoder.text()
    replacements = decoder.number()
    kind = decoder.word(.other)
    siteName = decoder.optionalText()
    title = decoder.optionalText()
    publishedOn = decoder.optionalDay()
    publishedOnSource = decoder.word(.none)
    writtenOn = decoder.optionalDay()
    source = decoder.optionalText()
    publisher = decoder.optionalText()
    documentNumber = decoder.optionalText()
    indexNumber = decoder.optionalText()
    breadcrumb = decoder.list { Crumb(from: &$0) }
    column = decoder.optionalText()
    entries = decoder.list { Entry(from: &$0) }
    listState = decoder.word(.none)
    nextPages = decoder.list { $0.address() }
    statedPages = decoder.optionalNumber()
    statedEntries = decoder.optionalNumber()
    requests = decoder.list { $0.address() }
    leadsOn = decoder.flag()
    blindLinks = decoder.list { $0.text() }
    awaitsRelated = decoder.flag()
    isAnswer = decoder.flag()
    isRendered = decoder.flag()
    attachments = decoder.list { Link(from: &$0) }
    relatedDocuments = decoder.list { RelatedDocument(from: &$0) }
    keepLinks(decoder.keptLinks())
    metas = decoder.list { Field(from: &$0) }
    fields = decoder.list { Field(from: &$0) }
    headings = decoder.list { $0.text() }
    keepText(decoder.keptText())
    textLength = decoder.number()
    bodyImages = decoder.number()
    formFields = decoder.number()
    hidden = HiddenParts(rawValue: UInt8(truncatingIfNeeded: decoder.number()))
    redirect = decoder.optionalAddress()
    frames = decoder.list { $0.address() }
    menuScripts = decoder.list { $0.address() }
    feeds = decoder.list { $0.address() }
    declaredEncoding = decoder.optionalText()
    dateConflicts = decoder.list { DateConflict(from: &$0) }
    credits = decoder.list { Credit(from: &$0) }
    keywords = decoder.list { $0.text() }
    marks = decoder.optional { DocumentMarks(from: &$0) }
    namedFiles = decoder.list { $0.text() }
    if let tables = decoder.keptTables() { keepTables(tables) }
    contacts = decoder.list { ContactField(from: &$0) }
    leaders = decoder.list { Leader(from: &$0) }
    guide = decoder.list { GuideElement(from: &$0) }
    questions = decoder.list { QuestionAnswer(from: &$0) }
    letters = decoder.list { PublicLetter(from: &$0) }
    identity = decoder.optional { SiteIdentity(from: &$0) }
    isTruncated = decoder.flag()
  }
}

extension Crumb {
  fileprivate func encode(to encoder: inout FactsEncoder) {
    encoder.put(text)
    encoder.put(url)
  }

  fileprivate init(from decoder: inout FactsDecoder) {
    self.init(text: decoder.text(), url: decoder.optionalAddress())
  }
}

extension Entry {
  fileprivate func encode(to encoder: inout FactsEncoder) {
    encoder.put(title)
    encoder.put(url)
    encoder.put(date)
    encoder.put(fields) { $1.encode(to: &$0) }
  }

  fileprivate init(from decoder: inout FactsDecoder) {
    self.init(
      title: decoder.text(), url: decoder.optionalAddress(), date: decoder.optionalDay(),
      fields: decoder.list { Field(from: &$0) })
  }
}

extension Link {
  fileprivate func encode(to encoder: inout FactsEncoder) {
    encoder.put(url)
    encoder.put(text)
    encoder.put(Int(role.rawValue))
  }

  fileprivate init?(from decoder: inout FactsDecoder) {
    guard let url = decoder.address() else { return nil }
    let text = decoder.text()
    guard let number = UInt8(exactly: decoder.number()), let role = Role(rawValue: number) else {
      return nil
    }
    self.init(url: url, text: text, role: role)
  }
}

extension RelatedDocument {
  fileprivate func encode(to encoder: inout FactsEncoder) {
    encoder.put(relation.rawValue)
    encoder.put(title)
    encoder.put(url)
  }

  fileprivate init(from decoder: inout FactsDecoder) {
    self.init(
      relation: decoder.word(.related), title: decoder.text(), url: decoder.optionalAddress())
  }
}

extension Field {
  fileprivate func encode(to encoder: inout FactsEncoder) {
    encoder.put(label)
    encoder.put(value)
  }

  fileprivate init(from decoder: inout FactsDecoder) {
    self.init(label: decoder.text(), value: decoder.text())
  }
}
