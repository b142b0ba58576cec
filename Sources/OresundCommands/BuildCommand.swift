import ArgumentParser

/// `oresund build`: content and templates become the site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site: content/ and templates/ become public/.",
    usage: "oresund build [OPTION]...",
    discussion: """
      Everything is rendered before anything is written: where there is an error, the site that is there \
      stays as it is. Files whose bytes do not change are not touched.

      Example: oresund build --base-url https://preview.example/icn --drafts
      """)

  @OptionGroup var site: SiteArguments
  @OptionGroup var report: ReportArguments

  func run() throws {
    try Run(settings: site.settings(isQuiet: report.quiet), report: report).build()
  }
}
