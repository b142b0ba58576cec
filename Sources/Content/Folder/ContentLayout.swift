import Diagnostics

/// What each file of a content folder is, by its path.
struct ContentLayout {
  private(set) var siteFile: String?
  private(set) var topicsFile: String?
  private(set) var organisationsFile: String?
  /// Below: paths from the folder, sorted.
  private(set) var kindFiles: [String] = []
  private(set) var dataFiles: [String] = []
  private(set) var staticFiles: [String] = []
  /// The files in the folders of sections, or of what should be one, by folder.
  private(set) var sectionFiles: [(section: String, files: [String])] = []
  /// Which of the three files there seem to be under another name.
  private(set) var misnamed: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  private static let names = ["organisations.yml", "site.yml", "topics.yml"]

  init(_ folder: ContentFolder) {
    for file in folder.files {
      let place = Place(file: folder.path(of: file))
      guard let slash = file.utf8.firstIndex(of: UInt8(ascii: "/")) else {
        switch file {
        case "site.yml": siteFile = file
        case "topics.yml": topicsFile = file
        case "organisations.yml": organisationsFile = file
        default: addUnknown(file, at: place)
        }
        continue
      }
      let top = String(file[..<slash])
      let rest = file[file.index(after: slash)...]
      switch top {
      case "static": staticFiles.append(String(rest))
      case "kinds":
        if rest.hasSuffix(".yml"), !rest.contains("/") {
          kindFiles.append(file)
        } else {
          diagnostics.append(
            FolderProblem.misnamed(String(rest), expected: "name it kinds/<kind>.yml").at(place))
        }
      case "data":
        if [".yml", ".json", ".csv"].contains(where: rest.hasSuffix), !rest.contains("/") {
          dataFiles.append(file)
        } else {
          diagnostics.append(
            FolderProblem.misnamed(
              String(rest), expected: "data files are data/<name>.yml, .json or .csv"
            ).at(place))
        }
      default:
        if sectionFiles.last?.section == top {
          sectionFiles[sectionFiles.count - 1].files.append(file)
        } else {
          sectionFiles.append((top, [file]))
        }
      }
    }
  }

  /// A file of the content folder itself that is none of those that are read.
  private mutating func addUnknown(_ file: String, at place: Place) {
    guard let expected = Suggestion.nearest(to: file, in: Self.names) else {
      return diagnostics.append(FolderProblem.strayFile.at(place))
    }
    misnamed.insert(expected)
    diagnostics.append(FolderProblem.misnamed(file, expected: "name it \(expected)").at(place))
  }
}
