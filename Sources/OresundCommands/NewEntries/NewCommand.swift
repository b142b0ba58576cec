import ArgumentParser
import Content

/// `oresund new`: files to begin with.
struct NewCommand: ParsableCommand {
  /// The word that stands where else a kind does.
  private static let translation = "translation"

  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a new entry in every language, or a translation of one.",
    usage: """
      oresund new KIND TITLE [--language TAG] [--date YYYY-MM-DD] [--only TAG]... [--name NAME] [--folder]
      oresund new translation FILE [--language TAG]
      """,
    discussion: """
      A new entry gets a file for each language, laid out from its kind’s declaration: what is required and \
      what is useful, with comments that say how it is written. A translation has the original’s texts beside \
      its fields as comments, and remembers which state of the original it follows. What is new is a draft \
      until you remove “draft: true”. No file that exists is touched.

      Example: oresund new news "Clusters meet in Oslo"
      Example: oresund new event "Drittes Treffen" --language de --date 2011-05-02 --folder
      Example: oresund new translation content/news/2010-10-01-first-meeting.en.md --language de
      """)

  @Argument(
    help: ArgumentHelp(
      "What it is: news, cluster, event, agreement, page or a kind of the site’s own; or “translation”.",
      valueName: "KIND"),
    completion: .custom { arguments, _, prefix in
      ContentCompletion(arguments, prefix: prefix).among { $0.kinds + [translation] }
    })
  var kind: String

  @Argument(
    help: ArgumentHelp(
      "The entry’s title (a cluster’s name), in quotes; of a translation a file of the entry.",
      valueName: "TITLE"),
    completion: .custom { arguments, _, prefix in
      ContentCompletion(arguments, prefix: prefix).among {
        arguments.contains(translation) ? $0.entryFiles : []
      }
    })
  var title: String

  @Option(
    help: ArgumentHelp(
      "The language of the title (default: the site’s), or of the translation (default: the one that is missing).",
      valueName: "TAG"),
    completion: .custom { arguments, _, prefix in
      ContentCompletion(arguments, prefix: prefix).among(\.languages)
    })
  var language: String?

  @Option(help: ArgumentHelp("The day in the files’ names (default: today).", valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(
    help: ArgumentHelp("Only this language; more than once for several.", valueName: "TAG"),
    completion: .custom { arguments, _, prefix in
      ContentCompletion(arguments, prefix: prefix).among(\.languages)
    })
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the files are called, and the end of the address (default: from the title).", valueName: "NAME"))
  var name: String?

  @Flag(help: "Make a folder, for pictures and documents beside the text.")
  var folder = false

  @OptionGroup var contentFolder: ContentArguments

  mutating func validate() throws {
    if let date, CalendarDate(date) == nil {
      throw ValidationError("“\(date)” is no day. Write it like 2010-10-01.")
    }
    if kind == Self.translation, date != nil || !only.isEmpty || name != nil || folder {
      throw ValidationError(
        "A translation is called like its original: --date, --only, --name and --folder are for new entries.")
    }
  }

  func run() throws {
    if kind == Self.translation {
      return try NewTranslationRun(content: contentFolder.path, file: title, language: language).run()
    }
    try NewEntryRun(
      content: contentFolder.path, kind: kind, title: title, language: language,
      date: date.flatMap { CalendarDate($0) }, only: only, name: name, isFolder: folder
    ).run()
  }
}
