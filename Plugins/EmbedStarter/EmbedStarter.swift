import Foundation
import PackagePlugin

/// Puts what `oresund init` writes into the program: the repository's own templates, and the small site's content.
@main
struct EmbedStarter: BuildToolPlugin {
  /// Folders and files of the package, and where they are in a site.
  private static let parts = [
    ("templates", "templates"), ("content/static/favicon.svg", "content/static/favicon.svg"),
    ("content/pages/imprint.en.md", "content/pages/imprint.en.md"),
    ("content/pages/imprint.de.md", "content/pages/imprint.de.md"),
    ("content/pages/privacy.en.md", "content/pages/privacy.en.md"),
    ("content/pages/privacy.de.md", "content/pages/privacy.de.md"),
    ("Sources/OresundCommands/Starter", "content"),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "StarterFiles.swift")
    var arguments = [output.path]
    var inputs: [URL] = []
    for (source, place) in Self.parts {
      for path in try Self.files(at: root.appending(path: source)) {
        let file = root.appending(path: source + path)
        arguments += [place + path, file.path]
        inputs.append(file)
      }
    }
    return [
      .buildCommand(
        displayName: "Embedding the site that oresund init writes",
        executable: try context.tool(named: "embed-files").url,
        arguments: arguments, inputFiles: inputs, outputFiles: [output])
    ]
  }

  /// The paths below a folder, each with a slash in front, sorted and without hidden files; of a file an empty path.
  private static func files(at url: URL) throws -> [String] {
    let values = try url.resourceValues(forKeys: [.isDirectoryKey])
    guard values.isDirectory == true else { return [""] }
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    return try names.filter { !$0.hasPrefix(".") }.flatMap { name in
      try files(at: url.appending(path: name)).map { "/\(name)\($0)" }
    }
  }
}
