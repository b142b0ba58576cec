/// What the path of an entry's Markdown file says: kind, date, name and language.
package struct EntryFile: Hashable, Sendable {
  /// The path as given, such as `content/news/2010-10-01-first-meeting.de.md`.
  package let path: String
  /// The folder in `content/`, such as `news`.
  package let section: String
  /// The name without language and ending, such as `2010-10-01-first-meeting`: the entry's key in its kind.
  package let key: String
  /// The key without its date: `first-meeting`.
  package let name: String
  package let date: CalendarDate?
  /// The language in the name, `nil` where there is none.
  package let language: String?
  /// Whether the file is an `index.<lang>.md` in a folder of its entry's name.
  package let isFolder: Bool

  package init(
    path: String, section: String, key: String, name: String, date: CalendarDate?, language: String?,
    isFolder: Bool
  ) {
    self.path = path
    self.section = section
    self.key = key
    self.name = name
    self.date = date
    self.language = language
    self.isFolder = isFolder
  }

  /// Whether an entry's file can have a name, date, language and ending aside.
  package static func isName(_ name: String) -> Bool {
    SlugMistake(in: name) == nil && !name.contains(".") && name != "index"
  }
}
