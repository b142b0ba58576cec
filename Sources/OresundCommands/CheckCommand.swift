import ArgumentParser

/// `oresund check`: what there is to mend.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything that an editor or webmaster should mend. Writes nothing.",
    usage: "oresund check [OPTION]...",
    discussion: "Example: oresund check --format github")

  @OptionGroup var site: SiteArguments
  @OptionGroup var report: ReportArguments

  func run() throws {
    try Run(settings: site.settings(isQuiet: report.quiet), report: report).check()
  }
}
