import ArgumentParser

/// `oresund check`: what there is to mend.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything that an editor or webmaster should mend.",
    usage: "oresund check [--external] [--baseline FILE [--update-baseline]] [OPTION]...",
    discussion: """
      Beyond what a build reports, a site without errors is looked through for translations that are missing, partial or \
      out of date, clusters without news for a year, topics that nothing uses, titles that are there twice, titles \
      and summaries that are too long, and images that nothing shows, that are too large, or that tell where they \
      were taken. Each can be raised to an error or switched off under “severity:” in site.yml.

      Nothing is written but the baseline, where that is asked for, and what other sites answered, for a day.

      Example: oresund check --format github
      Example: oresund check --external
      Example: oresund check --baseline known-problems.txt --update-baseline
      Example: oresund check --baseline known-problems.txt
      Example: oresund check --format sarif 2> oresund.sarif
      """)

  @Flag(help: "Ask other sites, too, whether what this one links to is there.")
  var external = false

  @Option(
    name: .customLong("external-timeout"),
    help: ArgumentHelp("How long one request to another site may take.", valueName: "SECONDS"))
  var timeout = 10

  @Option(
    name: .customLong("external-retries"),
    help: ArgumentHelp(
      "How often a request that got no answer is repeated, after 1, 2, 4 … seconds.", valueName: "NUMBER"))
  var retries = 2

  @Option(help: ArgumentHelp("A file of known problems, which are not told.", valueName: "FILE"))
  var baseline: String?

  @Flag(name: .customLong("update-baseline"), help: "Write the file of known problems anew.")
  var updatesBaseline = false

  @OptionGroup var site: SiteArguments
  @OptionGroup var report: ReportArguments

  mutating func validate() throws {
    if updatesBaseline, baseline == nil {
      throw ValidationError("--update-baseline needs --baseline FILE, which says where.")
    }
    guard (1...600).contains(timeout) else {
      throw ValidationError("--external-timeout takes a number from 1 to 600, not \(timeout).")
    }
    guard (0...5).contains(retries) else {
      throw ValidationError("--external-retries takes a number from 0 to 5, not \(retries).")
    }
  }

  func run() throws {
    let settings = CheckSettings(
      baseline: baseline, updatesBaseline: updatesBaseline,
      external: external ? ExternalSettings(retries: retries, timeout: timeout) : nil)
    try Run(settings: site.settings(isQuiet: report.quiet), report: report).check(settings)
  }
}
