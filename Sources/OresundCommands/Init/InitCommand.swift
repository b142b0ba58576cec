import ArgumentParser
import Content
import Diagnostics
import Foundation
import Pagefind

/// `oresund init`: a small site to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a small site to start from: content, templates, an entry of each kind.",
    usage: "oresund init DIR [OPTION]...",
    discussion: """
      Nothing that is there is overwritten: where a file is in the way, nothing is written at all.

      Example: oresund init harbour-network --name "Harbour Network" --languages en,de
      """)

  @Argument(help: ArgumentHelp("The folder of the new site.", valueName: "DIR"))
  var folder: String

  @Option(help: ArgumentHelp("The network’s name.", valueName: "NAME"))
  var name = "Our Network"

  @Option(help: ArgumentHelp("The site’s languages; the first one is the default.", valueName: "TAG,TAG"))
  var languages = "en"

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("The address that the site will have.", valueName: "URL"))
  var baseURL = "https://network.example"

  @Option(help: ArgumentHelp("The day of the first entries (default: today).", valueName: "YYYY-MM-DD"))
  var today: String?

  private var tags: [String] {
    languages.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  mutating func validate() throws {
    if case .failure = BaseURL.read(baseURL) {
      throw ValidationError("“\(baseURL)” is no address of a site. Write it like https://example.org.")
    }
    if let today, CalendarDate(today) == nil {
      throw ValidationError("“\(today)” is no day. Write it like 2010-10-01.")
    }
    if name.trimmingCharacters(in: .whitespaces).isEmpty { throw ValidationError("A network needs a name.") }
    for tag in tags where !LanguageTag.isWellFormed(tag) {
      throw ValidationError("“\(tag)” is no language. Write its tag, such as en, de or pt-BR.")
    }
    if Set(tags).count != tags.count { throw ValidationError("A language is named twice in “\(languages)”.") }
    if !tags.contains(where: StarterSite.languages.contains) {
      throw ValidationError(
        "The first texts are in English and German: add en or de to --languages, and remove it later.")
    }
  }

  func run() throws {
    guard let baseURL = BaseURL(baseURL) else { return }
    let environment = ProcessInfo.processInfo.environment
    let site = StarterSite(
      name: name, baseURL: baseURL, tags: tags,
      today: today.flatMap { CalendarDate($0) } ?? PreparedSite.today(in: "UTC"),
      hasSearch: Self.hasSearch(environment, folder: folder))
    let writer = StarterWriter(folder: folder)
    let problems = writer.write(site.files)
    if !problems.isEmpty {
      StandardError.write(DiagnosticReport(problems).formatted(as: .text) { _ in nil })
      throw ExitCode(1)
    }
    print(nextSteps)
  }

  private static func hasSearch(_ environment: [String: String], folder: String) -> Bool {
    do throws(PagefindProblem) {
      return try PagefindProgram.find(chosen: nil, environment: environment, folder: folder) != nil
    } catch {
      return false
    }
  }

  private var nextSteps: String {
    """
    \(folder): a site to start from.

      cd \(folder)
      oresund build     makes public/, which any web server can show

    Then make it yours:
      content/site.yml  name, address, languages
      content/          replace the examples by your own entries
      content/pages/    imprint and privacy are placeholders: fill them in before the site goes live
      templates/        how it looks
    """
  }
}
