package import ArgumentParser

/// `oresund`.
package struct OresundCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "oresund",
    abstract: "A static website generator for networks, in several languages.",
    subcommands: [BuildCommand.self, CheckCommand.self])

  package init() {}
}
