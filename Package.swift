// swift-tools-version: 6.2
import PackageDescription

// The layers are those of docs/architecture.md: a target may name only targets of a lower layer.
// `scripts/check` builds with `--explicit-target-dependency-import-check error`, which holds it.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name), "Support"] + dependencies,
    swiftSettings: settings)
}

func library(_ name: String, _ pkgConfig: String?, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
  name: "mingcha",
  products: [
    .executable(name: "mingcha", targets: ["Command"]),
    .executable(name: "sample-district", targets: ["SampleServer"]),
    // Put before a program's own resolver by the tests.
    .library(name: "fake-names", type: .dynamic, targets: ["FakeNames"]),
    .library(name: "kill-switch", type: .dynamic, targets: ["KillSwitch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Layer 0: C libraries of the system; shims, no logic.
    library("CCurl", "libcurl", "libcurl4-openssl-dev"),
    library("CLibXML2", "libxml-2.0", "libxml2-dev"),
    library("CCodings", "zlib libbrotlidec libcrypto libisal", "zlib1g-dev"),
    library("CPCRE2", "libpcre2-8", "libpcre2-dev"),
    library("CXLSXWriter", nil, "libxlsxwriter-dev"),
    library("CArchive", "libarchive", "libarchive-dev"),
    .systemLibrary(name: "CSandbox"),
    .target(name: "CBytes"),

    // Layer 1: values.
    module("Web", ["Texts"]),
    module("Dates"),
    module("Texts", ["CBytes"]),
    module("JSON"),
    module("Codings", ["CCodings"]),
    module("Patterns", ["CPCRE2"]),
    module("YAML", ["Dates", "Texts", yams]),

    // Layer 2: one library each, wrapped.
    module("Fetch", ["Web", "CCurl"]),
    module("Archive", ["Web", "CBytes", "Codings", "Dates", "Texts", "JSON", "CSandbox"]),
    module("Markup", ["Web", "Texts", "CBytes", "CLibXML2"]),
    module("Rules", ["Dates", "Texts", "YAML", "Codings"]),

    // Layer 3: one page; one result.
    module("Page", ["CBytes", "Dates", "JSON", "Markup", "Patterns", "Texts", "Web"]),
    module("Findings", ["Rules", "Dates", "Web", "Texts"]),

    // Layer 4: many pages.
    module(
      "Crawl",
      ["Fetch", "Archive", "Page", "Markup", "Web", "Codings", "Dates", "Texts", "JSON", logging]),
    module("Sites", ["Page", "Dates", "Web"]),
    module("Attachments", ["Page", "Markup", "CArchive", "CLibXML2", "CSandbox"]),

    // Layer 5: judging and weighing.
    module(
      "Checks",
      ["Sites", "Page", "Rules", "Findings", "Dates", "Web", "Patterns", "YAML", "Texts"]),
    module("Score", ["Findings", "Rules", "Dates", "Texts", "Web"]),

    // Layer 6: what people read, and rules tried on their own examples.
    module(
      "Examples",
      ["Checks", "Sites", "Crawl", "Page", "Findings", "Rules", "YAML", "Dates", "Texts", "Web"]),
    module(
      "Report",
      [
        "Score", "Findings", "Rules", "Dates", "Web", "Texts", "JSON", "CXLSXWriter", "CLibXML2",
        "CArchive",
      ]),

    module(
      "Notify",
      [
        "Report", "Score", "Findings", "Rules", "Codings", "Dates", "Web", "YAML", "Texts", "JSON",
        "CCurl",
      ]),

    // Layer 7: the run.
    module(
      "Audit",
      [
        "Archive", "Attachments", "Page", "Crawl", "Sites", "Checks", "Score", "Report", "Notify",
        "Findings", "Rules", "Dates", "Web", "YAML", "Texts", "JSON", "Codings", "CSandbox",
        logging,
      ]),

    // Layer 8: the terminal.
    .executableTarget(
      name: "Command",
      dependencies: [
        "Audit", "Archive", "Attachments", "Crawl", "Page", "Report", "Notify", "Rules", "Score",
        "Findings", "Checks", "Examples",
        "Dates", "Web", "YAML", "Texts", "JSON", "Codings", "Markup", arguments, logging,
      ], swiftSettings: settings),

    .executableTarget(
      name: "crawling-benchmark",
      dependencies: ["Archive", "Crawl", "Dates", "Fetch", "Page", "Web"],
      path: "Tests/Benchmarks/Crawling", exclude: ["fetch.c", "make_site.py", "scrapy_crawl.py"],
      swiftSettings: settings),
    .executableTarget(
      name: "judging-benchmark",
      dependencies: ["Checks", "Dates", "Findings", "Page", "Rules", "Sites", "Web", "YAML"],
      path: "Tests/Benchmarks/Judging", swiftSettings: settings),
    .executableTarget(
      name: "reading-benchmark", dependencies: ["Dates", "Markup", "Page", "Web"],
      path: "Tests/Benchmarks/Reading", swiftSettings: settings),
    .executableTarget(
      name: "reporting-benchmark", dependencies: ["MadeAudits", "Report", "Score", "Texts"],
      path: "Tests/Benchmarks/Reporting", exclude: ["reference.py"], swiftSettings: settings),

    .target(
      name: "Support", dependencies: ["Web", "CCurl"], path: "Tests/Support",
      exclude: ["SampleServer", "FakeNames", "KillSwitch", "MadeAudits", "Readers"],
      swiftSettings: settings),
    .target(
      name: "MadeAudits",
      dependencies: ["Score", "Findings", "Rules", "Dates", "Web", "Texts", "YAML"],
      path: "Tests/Support/MadeAudits", swiftSettings: settings),
    .target(name: "FakeNames", path: "Tests/Support/FakeNames"),
    .target(name: "KillSwitch", path: "Tests/Support/KillSwitch"),
    .executableTarget(
      name: "SampleServer", dependencies: ["Support"], path: "Tests/Support/SampleServer",
      swiftSettings: settings),

    tests("Archive", ["Codings", "Dates", "Web"]),
    tests("Audit", ["Checks", "Crawl", "Dates", "Rules", "Sites", "Web", "YAML"]),
    tests("Attachments", ["Command", "Page"]),
    tests(
      "Checks",
      ["Dates", "Findings", "Page", "Patterns", "Rules", "Sites", "Texts", "Web", "YAML"]),
    tests("Codings"),
    tests("Command", ["Archive", "Dates", "SampleServer", "Web", "YAML"]),
    tests("Crawl", ["Archive", "Codings", "Dates", "Fetch", "Page", "Sites", "Texts", "Web"]),
    tests("Dates"),
    tests("Examples", ["Checks", "Dates", "Findings", "Rules", "Texts", "YAML"]),
    tests("Fetch", ["Web"]),
    tests("JSON"),
    tests("Markup"),
    tests("Notify", ["Dates", "Findings", "Report", "Rules", "Score", "Texts", "Web", "YAML"]),
    tests("Page", ["Dates", "Markup", "Web"]),
    tests("Patterns"),
    tests(
      "Report",
      ["Score", "Findings", "Rules", "Dates", "Web", "Texts", "Codings", "MadeAudits"]),
    tests("Rules", ["Dates", "Patterns", "Texts", "YAML"]),
    tests("Score", ["Dates", "Findings", "Rules", "Texts", "Web", "YAML"]),
    tests("Sites", ["Page", "Dates", "Web"]),
    tests("Texts"),
    tests("Web"),
    tests("YAML", ["Dates", "Texts"]),
  ]
)
