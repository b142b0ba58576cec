import ArgumentParser
import Diagnostics

/// `oresund translations`: what is missing, partial or out of date.
struct TranslationsCommand: ParsableCommand {
  /// How the report is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: "Show what is missing, partial or out of date in each language.",
    usage: """
      oresund translations [--language TAG] [--all] [OPTION]...
      oresund translations --done FILE...
      """,
    discussion: """
      A translation is out of date when its original has changed since it was made. That is known where the \
      translation remembers the state of the original that it follows: once you have brought a translation up \
      to date, --done writes that into its front matter, as “translated_from”.

      Example: oresund translations --language de
      Example: oresund translations --done content/news/2010-10-01-first-meeting.de.md
      """)

  @Option(help: ArgumentHelp("Only this language.", valueName: "TAG"))
  var language: String?

  @Flag(help: "Show complete translations, too.")
  var all = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Say that these translations follow their originals as they are today.", valueName: "FILE"))
  var done: [String] = []

  @Option(help: "The form of the report.")
  var format = Format.text

  @OptionGroup var site: SiteArguments

  func run() throws {
    let run = TranslationsRun(
      settings: site.settings(isQuiet: false), language: language, showsAll: all, format: format)
    try done.isEmpty ? run.show() : run.stamp(done)
  }
}
