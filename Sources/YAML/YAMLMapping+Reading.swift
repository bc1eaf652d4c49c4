package import Dates
package import Texts

/// Readers by key: nil without a problem when the key is missing, nil with one when it is wrong.
extension YAMLMapping {
  /// Logs every one of `keys` that is missing, at the mapping's own place.
  package func require(_ keys: [String], log: YAMLProblemLog) {
    for key in keys where self[key] == nil {
      let empty = place(of: key)
      if let empty {
        log.add(
          empty.problem(Bilingual(zh: "键“\(key)”没有值", en: "key \"\(key)\" has no value")))
      } else {
        log.add(value.problem(Bilingual(zh: "缺少键“\(key)”", en: "missing key \"\(key)\"")))
      }
    }
  }

  /// A text that is not empty.
  package func string(_ key: String, log: YAMLProblemLog) -> String? {
    self[key]?.string(log: log)
  }

  /// A list of texts; a single text stands for a list of one.
  package func strings(_ key: String, log: YAMLProblemLog) -> [String]? {
    self[key]?.strings(log: log)
  }

  /// A whole number within `range`.
  package func int(
    _ key: String, in range: ClosedRange<Int> = 0...Int.max, log: YAMLProblemLog
  ) -> Int? {
    self[key]?.int(in: range, log: log)
  }

  /// A number within `range`.
  package func double(
    _ key: String, in range: ClosedRange<Double> = 0...Double.greatestFiniteMagnitude,
    log: YAMLProblemLog
  ) -> Double? {
    self[key]?.double(in: range, log: log)
  }

  /// `true` or `false`.
  package func bool(_ key: String, log: YAMLProblemLog) -> Bool? {
    self[key]?.bool(log: log)
  }

  /// A day, `YYYY-MM-DD`.
  package func date(_ key: String, log: YAMLProblemLog) -> CivilDate? {
    self[key]?.date(log: log)
  }

  /// One word of a closed set.
  package func enumeration<Word>(
    _ key: String, of type: Word.Type, log: YAMLProblemLog
  ) -> Word? where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    self[key]?.enumeration(of: type, log: log)
  }

  /// A mapping.
  package func mapping(_ key: String, log: YAMLProblemLog) -> YAMLMapping? {
    self[key]?.mapping(log: log)
  }

  /// A list of any values.
  package func list(_ key: String, log: YAMLProblemLog) -> [YAMLValue]? {
    self[key]?.list(log: log)
  }

  /// A list of mappings; an item that is none is logged and left out.
  package func mappings(_ key: String, log: YAMLProblemLog) -> [YAMLMapping]? {
    list(key, log: log)?.compactMap { $0.mapping(log: log) }
  }

  /// `{zh: …, en: …}`, or one text that serves for both languages.
  package func bilingual(_ key: String, log: YAMLProblemLog) -> Bilingual? {
    self[key]?.bilingual(log: log)
  }

  /// A number of bytes: `10MB`, `512KB`, `4096`.
  package func size(_ key: String, log: YAMLProblemLog) -> Int? {
    self[key]?.size(log: log)
  }
}
