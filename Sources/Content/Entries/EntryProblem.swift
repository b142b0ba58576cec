import Diagnostics

/// What is wrong between the parts of an entry: its files' names, its variants and their fields.
enum EntryProblem: Problem {
  /// `canMove` says whether entries of the kind can be moved to another day.
  case dateInName(CalendarDate, field: String, given: CalendarDate, canMove: Bool)
  case twoOriginals(entry: String)
  case sameLanguage(String, entry: String)
  case disagreement(field: String)
  /// `kind` is ``Kind/entryName``; `isInName` says whether the file's name can give it.
  case missing(field: String, kind: String, isInName: Bool)
  case missingPart(String, of: String)
  /// `isHidden` says whether the entry is not shown before its date, and so never.
  case expiresBefore(CalendarDate, field: String, isHidden: Bool)
  case noOriginal(entry: String, defaultLanguage: String, languages: [String])
}
