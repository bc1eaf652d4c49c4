/// Every check kind, in the order in which the documentation lists them.
package let allChecks: [any Check.Type] = [
  ColumnCheck.self, PublicationCheck.self, FreshnessCheck.self, DocumentCheck.self,
  NamingCheck.self, ElementsCheck.self, InterpretationCheck.self, TimelinessCheck.self,
  ConsultationCheck.self, MarksCheck.self, ProposalsCheck.self, InteractionCheck.self,
  CrossSiteCheck.self, UpkeepCheck.self, PersonalDataCheck.self, CatalogueCheck.self,
  CompositeCheck.self,
  ManualCheck.self,
  UntestedCheck.self,
]
