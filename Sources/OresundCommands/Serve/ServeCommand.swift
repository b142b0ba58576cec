import ArgumentParser
import Foundation
import Preview

/// `oresund serve`: the site in the browser, as it is written.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in the browser while you write: changes appear by themselves.",
    usage: "oresund serve [OPTION]...",
    discussion: """
      Nothing is written to public/. Drafts, and what is to come out later, are shown and marked. Errors are \
      shown in the browser, too; until they are mended, the site stays as it was.

      Example: oresund serve --open
      """)

  @OptionGroup var site: SiteArguments

  @Option(help: ArgumentHelp("The port; the next free one is taken if somebody has it.", valueName: "PORT"))
  var port: UInt16 = 8080

  @Option(
    help: ArgumentHelp(
      "The address to listen at. Others can see the site where it is not this machine’s own: 0.0.0.0 is all.",
      valueName: "ADDRESS"))
  var host = "127.0.0.1"

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(help: "Print the address, errors and warnings only.")
  var quiet = false

  func run() throws {
    var settings = site.settings(isQuiet: quiet)
    settings.showsDrafts = true
    try ServeRun(settings: settings, host: host, port: port, opensBrowser: open).run()
  }
}
