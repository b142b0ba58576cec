// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with. `bin/check` sets ORESUND_STRICT, so that a warning
/// stops our own builds without stopping anybody who builds with a newer compiler.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["ORESUND_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// Programs that need a compiler with libFuzzer, which `Tests/slow/template-fuzzer` asks for.
let fuzzers: [Target] =
  Context.environment["ORESUND_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "template-fuzz",
      dependencies: ["TemplateCases", "Templating"],
      path: "Tests/TemplateFuzz",
      swiftSettings: settings + [.enableExperimentalFeature("Extern")]
    )
  ]

let package = Package(
  name: "oresund",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "oresund", targets: ["oresund"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCommonMark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    .target(
      name: "CommonMark",
      dependencies: ["CCommonMark", "Diagnostics"],
      swiftSettings: settings
    ),
    .target(
      name: "Diagnostics",
      swiftSettings: settings
    ),
    .target(
      name: "Templating",
      dependencies: ["Diagnostics"],
      swiftSettings: settings
    ),
    .target(
      name: "Content",
      dependencies: ["CommonMark", "Diagnostics", .product(name: "Yams", package: "Yams")],
      resources: [
        .embedInCode("Kinds/agreement.yml"),
        .embedInCode("Kinds/cluster.yml"),
        .embedInCode("Kinds/common.yml"),
        .embedInCode("Kinds/event.yml"),
        .embedInCode("Kinds/news.yml"),
        .embedInCode("Kinds/page.yml"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "SiteGraph",
      dependencies: ["CommonMark", "Content", "Diagnostics"],
      swiftSettings: settings
    ),
    .target(
      name: "Pages",
      dependencies: ["CommonMark", "Content", "Diagnostics", "SiteGraph", "Templating"],
      exclude: ["Localization/generate-plural-rules.py", "Maps/generate-outlines.py"],
      resources: [
        .embedInCode("Maps/outlines.txt"),
        .embedInCode("Strings/de.yml"),
        .embedInCode("Strings/en.yml"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "Pagefind",
      dependencies: ["Diagnostics"],
      swiftSettings: settings
    ),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]
    ),
    .target(
      name: "Compression",
      dependencies: ["CBrotli", "CZlib"],
      swiftSettings: settings
    ),
    .executableTarget(name: "embed-files", path: "Sources/EmbedFiles", swiftSettings: settings),
    .plugin(name: "EmbedStarter", capability: .buildTool(), dependencies: ["embed-files"]),
    .systemLibrary(name: "CLinux"),
    .target(
      name: "Publishing",
      dependencies: [.target(name: "CLinux", condition: .when(platforms: [.linux])), "Diagnostics"],
      swiftSettings: settings
    ),
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [
        .embedInCode("LiveReload/live.css"),
        .embedInCode("LiveReload/live.js"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "OresundCommands",
      dependencies: [
        "CommonMark", "Compression", "Content", "Diagnostics", "Pagefind", "Pages", "Preview", "Publishing",
        "SiteGraph", "Templating",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Starter"],
      swiftSettings: settings,
      // What URLSession is made with on Linux; a program with Swift’s libraries inside has to name it.
      linkerSettings: [.linkedLibrary("curl", .when(platforms: [.linux]))],
      plugins: ["EmbedStarter"]
    ),
    .executableTarget(
      name: "oresund",
      dependencies: ["OresundCommands", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings
    ),

    .target(
      name: "TestSupport",
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    .testTarget(
      name: "CommonMarkTests",
      dependencies: ["CommonMark", "Diagnostics", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "markdown-probe",
      dependencies: ["CommonMark", "Diagnostics"],
      path: "Tests/MarkdownProbe",
      swiftSettings: settings
    ),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: ["Diagnostics", "TestSupport"],
      swiftSettings: settings
    ),
    .target(
      name: "TemplateCases",
      dependencies: ["Diagnostics", "Templating"],
      path: "Tests/TemplateCases",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "template-probe",
      dependencies: ["Diagnostics", "TemplateCases", "Templating"],
      path: "Tests/TemplateProbe",
      swiftSettings: settings
    ),
    .testTarget(
      name: "TemplatingTests",
      dependencies: ["Diagnostics", "TemplateCases", "Templating", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ContentTests",
      dependencies: ["CommonMark", "Content", "Diagnostics", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SiteGraphTests",
      dependencies: ["CommonMark", "Content", "Diagnostics", "SiteGraph", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "CommonMark", "Content", "Diagnostics", "Pages", "SiteGraph", "Templating", "TestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Diagnostics", "Publishing", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PreviewTests",
      dependencies: ["Diagnostics", "Preview", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "OresundCommandsTests",
      dependencies: [
        "Content", "Diagnostics", "OresundCommands", "Pagefind", "Pages", "Preview", "Templating",
        "TestSupport", "pagefind-double",
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "pagefind-double",
      path: "Tests/PagefindDouble",
      swiftSettings: settings
    ),
    .testTarget(
      name: "CompressionTests",
      dependencies: ["Compression"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PagefindTests",
      dependencies: ["Diagnostics", "Pagefind", "TestSupport", "pagefind-double"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["Compression", "TestSupport", "oresund", "pagefind-double"],
      exclude: ["ExampleNetwork", "Fixtures"],
      swiftSettings: settings
    ),
  ] + fuzzers,
  swiftLanguageModes: [.v6]
)
