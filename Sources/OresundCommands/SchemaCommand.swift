import ArgumentParser
import Content
import Diagnostics
import Foundation

/// `oresund schema DIR`: JSON Schemas for editors' tools.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write JSON Schemas of front matter, site.yml and topics.yml for editors’ tools.",
    usage: "oresund schema DIR [--content DIR]",
    discussion: """
      With them, an editor such as Visual Studio Code completes and checks while you type: fields, topics, \
      countries, the names of entries. Run it again when kinds or vocabularies change.

      Example: oresund schema .oresund/schemas
      """)

  @Argument(
    help: ArgumentHelp("The folder that the schemas are written to.", valueName: "DIR"),
    completion: .directory)
  var folder: String

  @OptionGroup var contentFolder: ContentArguments

  func run() throws {
    let loader = ContentLoader(folder: contentFolder.path)
    let errors = loader.diagnostics.filter { $0.severity == .error }
    StandardError.tell(errors)
    guard errors.isEmpty else { throw ExitCode(1) }
    for (path, bytes) in ContentSchemas(loader).files {
      let url = URL(fileURLWithPath: folder).appending(path: path)
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url, options: .atomic)
      } catch {
        let problem = CommandProblem.unwritable(url.relativePath, reason: error.reason)
        StandardError.tell([problem.at(nil)])
        throw ExitCode(1)
      }
      print("\(folder)/\(path)")
    }
  }
}
