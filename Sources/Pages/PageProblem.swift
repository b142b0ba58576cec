/// What can be wrong with templates' files and strings, and with the site's files as a whole.
package enum PageProblem: Error {
  case missingTemplate(String, need: String, nearest: String?)
  case fileTaken(path: String)
  case aliasTaken(String)
  case noSuchPath(String, nearest: String?)
  case notAMap(String)
  case notAString(String)
  case unknownPluralCategory(String, nearest: String?)
  case unknownAsset(String, nearest: String?)
  case unknownString(String, nearest: String?)
  case notADate(String)
  case unknownDateStyle(String, nearest: String?)
  case notATimeZone(String)
  case notANumber(String)
  case notAText(String, filter: String)
  case notAList(String, filter: String)
}
