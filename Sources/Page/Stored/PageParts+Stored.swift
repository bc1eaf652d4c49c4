import Dates
import Web

// What a page holds beside its text, as bytes; every field in the order of its declaration.

extension DateConflict {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(date.ordinal)
    encoder.put(source.rawValue)
    encoder.put(reason.rawValue)
  }

  init(from decoder: inout FactsDecoder) {
    self.init(date: decoder.day(), source: decoder.word(.none), reason: decoder.word(.address))
  }
}

extension Credit {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(role.rawValue)
    encoder.put(name)
  }

  init(from decoder: inout FactsDecoder) {
    self.init(role: decoder.word(.author), name: decoder.text())
  }
}

extension DocumentMarks {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(openness?.rawValue)
    encoder.put(opennessText)
    encoder.put(validity?.rawValue)
    encoder.put(validityText)
    encoder.put(validUntil)
    encoder.put(validYears)
  }

  init(from decoder: inout FactsDecoder) {
    self.init()
    openness = decoder.optionalWord()
    opennessText = decoder.optionalText()
    validity = decoder.optionalWord()
    validityText = decoder.optionalText()
    validUntil = decoder.optionalDay()
    validYears = decoder.optionalNumber()
  }
}

extension TableFacts {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(caption)
    encoder.put(cells) { $1.encode(to: &$0) }
    encoder.put(rows)
    encoder.put(columns)
    encoder.put(isCut)
  }

  init(from decoder: inout FactsDecoder) {
    self.init(
      caption: decoder.optionalText(), cells: decoder.list { Cell(from: &$0) },
      rows: decoder.gridNumber(), columns: decoder.gridNumber(), isCut: decoder.flag())
  }
}

extension TableFacts.Cell {
  fileprivate func encode(to encoder: inout FactsEncoder) {
    encoder.put(text)
    encoder.put(row)
    encoder.put(column)
    encoder.put(height)
    encoder.put(width)
    encoder.put(isHeader)
  }

  fileprivate init(from decoder: inout FactsDecoder) {
    self.init(
      text: decoder.text(), row: decoder.gridNumber(), column: decoder.gridNumber(),
      height: decoder.gridNumber(), width: decoder.gridNumber(), isHeader: decoder.flag())
  }
}

extension ContactField {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(kind.rawValue)
    encoder.put(label)
    encoder.put(value)
  }

  init(from decoder: inout FactsDecoder) {
    self.init(kind: decoder.word(.head), label: decoder.text(), value: decoder.text())
  }
}

extension Leader {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(name)
    encoder.put(post)
    encoder.put(duty)
    encoder.put(photo)
    encoder.put(page)
  }

  init(from decoder: inout FactsDecoder) {
    self.init(
      name: decoder.text(), post: decoder.optionalText(), duty: decoder.optionalText(),
      photo: decoder.optionalAddress(), page: decoder.optionalAddress())
  }
}

extension GuideElement {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(element.rawValue)
    encoder.put(label)
    encoder.put(value)
  }

  init(from decoder: inout FactsDecoder) {
    self.init(element: decoder.word(.forms), label: decoder.text(), value: decoder.text())
  }
}

extension QuestionAnswer {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(question)
    encoder.put(answer)
  }

  init(from decoder: inout FactsDecoder) {
    self.init(question: decoder.text(), answer: decoder.text())
  }
}

extension PublicLetter {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(title)
    encoder.put(url)
    encoder.put(askedOn)
    encoder.put(repliedOn)
    encoder.put(status?.rawValue)
    encoder.put(statusText)
    encoder.put(agency)
  }

  init(from decoder: inout FactsDecoder) {
    self.init(
      title: decoder.text(), url: decoder.optionalAddress(), askedOn: decoder.optionalDay(),
      repliedOn: decoder.optionalDay(), status: decoder.optionalWord(),
      statusText: decoder.optionalText(), agency: decoder.optionalText())
  }
}

extension SiteIdentity {
  func encode(to encoder: inout FactsEncoder) {
    encoder.put(icp)
    encoder.put(policeRecord)
    encoder.put(siteCode)
    encoder.put(host)
    encoder.put(operatedBy)
    encoder.put(contacts) { $1.encode(to: &$0) }
    encoder.put(officialMark)
    encoder.put(complaintEntrance)
    encoder.put(siteMap)
  }

  init(from decoder: inout FactsDecoder) {
    self.init()
    icp = decoder.optionalText()
    policeRecord = decoder.optionalText()
    siteCode = decoder.optionalText()
    host = decoder.optionalText()
    operatedBy = decoder.optionalText()
    contacts = decoder.list { ContactField(from: &$0) }
    officialMark = decoder.optionalAddress()
    complaintEntrance = decoder.optionalAddress()
    siteMap = decoder.optionalAddress()
  }
}
