package import ArgumentParser

/// `oresund`.
package struct OresundCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "oresund",
    abstract: "A static website generator for networks, in several languages.",
    discussion: """
      Editors write Markdown in content/, designers templates in templates/; Oresund makes public/ of them, \
      which any web server can show.

      Example: oresund build
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, InitCommand.self, NewCommand.self,
      SchemaCommand.self,
      TranslationsCommand.self,
    ])

  package init() {}
}
