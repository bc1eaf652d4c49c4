/// Every check kind, in the order in which the documentation lists them.
package let allChecks: [any Check.Type] = [
  ColumnCheck.self, PublicationCheck.self, FreshnessCheck.self, DocumentCheck.self,
  NamingCheck.self, ElementsCheck.self, InterpretationCheck.self, ManualCheck.self,
  UntestedCheck.self,
]
