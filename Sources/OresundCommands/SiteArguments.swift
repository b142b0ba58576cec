import ArgumentParser
import Content
import Foundation

/// The options that say which site is meant, and for which day and address.
struct SiteArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that editors write in.", valueName: "DIR"))
  var content = "content"

  @Option(help: ArgumentHelp("The folder that designers write in.", valueName: "DIR"))
  var templates = "templates"

  @Option(help: ArgumentHelp("The folder that the site is written to.", valueName: "DIR"))
  var output = "public"

  @Option(help: ArgumentHelp("The folder for what a build remembers (safe to delete).", valueName: "DIR"))
  var state = ".oresund"

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("The address this build is for (default: site.yml’s base_url).", valueName: "URL"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "The day of the build (default: today in the site’s time zone).", valueName: "YYYY-MM-DD"))
  var today: String?

  @Flag(help: "Show drafts, news dated after today, and what has expired.")
  var drafts = false

  @Option(help: ArgumentHelp("How many cores to use (default: all).", valueName: "NUMBER"))
  var jobs: Int?

  @Flag(
    name: .customLong("pages-alone"),
    help: ArgumentHelp(
      "Leave out feeds, sitemap, data and all else that is no page, to measure what they cost.",
      visibility: .private))
  var makesPagesAlone = false

  @Option(
    help: ArgumentHelp(
      "The program Pagefind, which makes the search index (default: $PAGEFIND_BINARY_PATH, .tools/bin/pagefind, "
        + "or pagefind on the search path).", valueName: "PATH"))
  var pagefind: String?

  mutating func validate() throws {
    if let baseURL, case .failure(let mistake) = BaseURL.read(baseURL) {
      let reason = mistake.message.map { ": \($0)" } ?? ""
      throw ValidationError(
        "“\(baseURL)” is no address of a site\(reason). Write it like https://example.org or https://example.org/icn."
      )
    }
    if let today, CalendarDate(today) == nil {
      throw ValidationError("“\(today)” is no day. Write it like 2010-10-01.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1, not \(jobs).") }
  }

  func settings(isQuiet: Bool) -> BuildSettings {
    BuildSettings(
      content: trimmed(content), templates: trimmed(templates), output: trimmed(output),
      state: trimmed(state),
      baseURL: baseURL.flatMap { BaseURL($0) }, today: today.flatMap { CalendarDate($0) },
      showsDrafts: drafts, makesPagesAlone: makesPagesAlone,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, isQuiet: isQuiet,
      pagefind: pagefind, environment: ProcessInfo.processInfo.environment)
  }

  /// A folder without the slash that the shell's completion leaves at its end.
  private func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
