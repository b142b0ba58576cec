import Diagnostics

/// What is wrong between the parts of an entry: its files' names, its variants and their fields.
enum EntryProblem: Problem {
  case dateInName(CalendarDate, field: String, given: CalendarDate)
  case twoOriginals(entry: String)
  case sameLanguage(String, entry: String)
  case disagreement(field: String)
  case missing(field: String, kind: String)
  case missingPart(String, of: String)
  case noOriginal(entry: String, defaultLanguage: String, languages: [String])
}
