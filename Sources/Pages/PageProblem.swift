/// What can be wrong with templates' files and strings, and with the site's files as a whole.
package enum PageProblem: Error {
  case missingTemplate(String, need: String, nearest: String?)
  case fileTaken(path: String)
  /// Two paths that some disks and servers take for one.
  case fileFolds(path: String, other: String)
  case fileIsFolder(path: String, child: String)
  case aliasTaken(String)
  /// An address of a page that the network makes, such as that of a status.
  case addressOfNetwork(String, owner: String)
  /// A section whose name is no string in any language that readers could be given.
  case untitledSection(String, language: String)
  case noSuchPath(String, nearest: String?)
  case notAMap(String)
  case notAString(String)
  case unknownPluralCategory(String, nearest: String?)
  case missingPluralForms([PluralCategory], key: String, language: String, numbers: [Int], hasOther: Bool)
  case unusedString(String, nearest: String?)
  case missingStrings([String], language: String, file: String, fallback: String, text: String)
  case stringsOfOtherLanguage(String, languages: [String], nearest: String?)
  case unknownAsset(String, nearest: String?)
  case stylesheetsInCircle(String)
  case unknownString(String, nearest: String?)
  case notADate(String)
  case unknownDateStyle(String, nearest: String?)
  case notATimeZone(String)
  case notANumber(String)
  case notAText(String, filter: String)
  case notAList(String, filter: String)
}
