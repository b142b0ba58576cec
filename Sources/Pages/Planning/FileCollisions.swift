import Content
import Diagnostics
import SiteGraph

/// Finds files of the content, in `static/` above all, that cannot be published beside the site's others:
/// two want one path, paths differ only as some disks do not tell apart, or a file is another's folder.
/// Addresses were checked before, and with them entries that have the same files beside them.
struct FileCollisions {
  private let files: [PlannedFile]
  private let staticFiles: Set<String>

  init(among files: [PlannedFile], staticFiles: [String]) {
    self.files = files
    self.staticFiles = Set(staticFiles)
  }

  var diagnostics: [Diagnostic] { samePaths + filesAsFolders }

  private var samePaths: [Diagnostic] {
    var owners: [String: PlannedFile] = [:]
    // What lies beside an entry is published in each language.
    var reported: Set<Place> = []
    return files.compactMap { file in
      let folded = AddressBook.folded(file.path)
      guard let other = owners[folded] else {
        owners[folded] = file
        return nil
      }
      guard file.isCopy != other.isCopy || staticFiles.contains(file.path) else { return nil }
      // Of the two, one has a name that editors can change.
      let (own, taken) = file.isCopy ? (file, other) : (other, file)
      // Bytes are compared, since Swift takes two normalisations of one text for equal.
      let isSame = own.path.utf8.elementsEqual(taken.path.utf8)
      let problem: PageProblem =
        isSame ? .fileTaken(path: own.path) : .fileFolds(path: own.path, other: taken.path)
      let places = [other, file].compactMap { Self.place(of: $0) }
      guard places.last.map({ reported.insert($0).inserted }) ?? true else { return nil }
      return problem.at(places.last, notes: places.dropLast().map { Note("the other one is here", at: $0) })
    }
  }

  /// Files whose names are those of folders that other files need.
  private var filesAsFolders: [Diagnostic] {
    guard !staticFiles.isEmpty else { return [] }
    let tops = Set(staticFiles.map { Self.top(of: AddressBook.folded($0)) })
    // What lies beside nothing from `static/` was checked as an address.
    let near = files.filter { tops.contains(Self.top(of: AddressBook.folded($0.path))) }
    let byPath = Dictionary(
      near.map { (AddressBook.folded($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    var reported: Set<String> = []
    return near.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.compactMap { child in
      var folder = AddressBook.folded(child.path)[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard let file = byPath[String(folder)], file.isCopy || child.isCopy else { continue }
        guard reported.insert(file.path).inserted else { return nil }
        return PageProblem.fileIsFolder(path: file.path, child: child.path).at(
          Self.place(of: file.isCopy ? file : child))
      }
      return nil
    }
  }

  private static func top(of path: String) -> Substring { path.prefix { $0 != "/" } }

  /// Where a file of the content is.
  private static func place(of file: PlannedFile) -> Place? {
    if case .copy(let path) = file.content { Place(file: path) } else { nil }
  }
}
