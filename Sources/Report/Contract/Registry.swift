/// Every output format, in the order in which help lists them.
package let allReporters: [any Reporter.Type] = [
  JSONReporter.self, HTMLReporter.self, XLSXReporter.self, DOCXReporter.self, CSVReporter.self,
  JUnitReporter.self, SARIFReporter.self, MarkdownReporter.self, PrometheusReporter.self,
]
