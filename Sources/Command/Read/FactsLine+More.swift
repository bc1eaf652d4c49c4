import Dates
import JSON
import Page
import Web

extension FactsLine {
  /// What an article says of itself beyond the contract's keys.
  static func document(_ facts: PageFacts, _ json: inout JSONWriter) {
    json.member("declaredEncoding", facts.declaredEncoding)
    json.array("dateConflicts", facts.dateConflicts) { json, conflict in
      json.member("date", conflict.date.description)
      json.member("source", conflict.source.rawValue)
      json.member("reason", conflict.reason.rawValue)
    }
    json.array("credits", facts.credits) { json, credit in
      json.member("role", credit.role.rawValue)
      json.member("name", credit.name)
    }
    json.array("keywords", facts.keywords)
    json.object("marks") { json in
      let marks = facts.marks ?? DocumentMarks()
      json.member("openness", marks.openness?.rawValue)
      json.member("opennessText", marks.opennessText)
      json.member("validity", marks.validity?.rawValue)
      json.member("validityText", marks.validityText)
      json.member("validUntil", marks.validUntil?.description)
      json.member("validYears", marks.validYears)
    }
    json.array("namedFiles", facts.namedFiles)
    json.array("frames", facts.frames.map(\.string))
    json.member("bodyImages", facts.bodyImages)
    json.member("bodyOfPictures", flag: facts.isBodyOfPictures)
  }

  /// Contacts, leaders, guides, questions and letters.
  static func services(_ facts: PageFacts, _ json: inout JSONWriter) {
    json.array("contacts", facts.contacts, contact)
    json.array("leaders", facts.leaders) { json, leader in
      json.member("name", leader.name)
      json.member("post", leader.post)
      json.member("duty", leader.duty)
      json.member("photo", leader.photo?.string)
      json.member("page", leader.page?.string)
    }
    json.array("guide", facts.guide) { json, element in
      json.member("element", element.element.rawValue)
      json.member("label", element.label)
      json.member("value", element.value)
      json.member("placeholder", flag: element.isPlaceholder)
    }
    json.array("questions", facts.questions) { json, pair in
      json.member("question", pair.question)
      json.member("answer", pair.answer)
    }
    json.array("letters", facts.letters) { json, letter in
      json.member("title", letter.title)
      json.member("url", letter.url?.string)
      json.member("askedOn", letter.askedOn?.description)
      json.member("repliedOn", letter.repliedOn?.description)
      json.member("status", letter.status?.rawValue)
      json.member("statusText", letter.statusText)
      json.member("agency", letter.agency)
    }
  }

  private static func contact(_ json: inout JSONWriter, _ field: ContactField) {
    json.member("kind", field.kind.rawValue)
    json.member("label", field.label)
    json.member("value", field.value)
    json.member("placeholder", flag: field.isPlaceholder)
  }

  /// Tables as their cells: a place is covered by the one cell whose span reaches it.
  static func tables(_ facts: PageFacts, _ json: inout JSONWriter) {
    json.array("tables", facts.tables) { json, table in
      json.member("caption", table.caption)
      json.member("rows", table.rows)
      json.member("columns", table.columns)
      json.member("cut", flag: table.isCut)
      json.array("cells", table.cells) { json, cell in
        json.member("row", cell.row)
        json.member("column", cell.column)
        if cell.height > 1 { json.member("height", cell.height) }
        if cell.width > 1 { json.member("width", cell.width) }
        if cell.isHeader { json.member("header", flag: true) }
        json.member("text", cell.text)
      }
    }
  }

  /// Standard meta tags and the marks of the foot.
  static func identity(_ facts: PageFacts, _ json: inout JSONWriter) {
    json.object("metas") { json in
      for name in StandardMeta.allCases {
        if let value = facts.meta(name) { json.member(name.rawValue, value) }
      }
    }
    let identity = facts.identity ?? SiteIdentity()
    json.object("identity") { json in
      json.member("icp", identity.icp)
      json.member("policeRecord", identity.policeRecord)
      json.member("siteCode", identity.siteCode)
      json.member("host", identity.host)
      json.member("operatedBy", identity.operatedBy)
      json.array("contacts", identity.contacts, contact)
      json.member("officialMark", identity.officialMark?.string)
      json.member("complaintEntrance", identity.complaintEntrance?.string)
      json.member("siteMap", identity.siteMap?.string)
    }
  }
}
