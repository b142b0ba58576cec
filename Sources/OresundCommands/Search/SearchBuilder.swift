import Content
import Foundation
import Pagefind
import Pages

/// Makes the search index of a site, in memory; takes the one that is there where nothing that can be found has changed.
struct SearchBuilder: Sendable {
  let program: PagefindProgram
  let workers: Workers

  /// - Parameters:
  ///   - documents: What is to be found.
  ///   - known: The index that was made last.
  func index(of documents: [PlannedDocument], known: BuiltIndex?) throws(PagefindProblem) -> BuiltIndex {
    let fingerprint = fingerprint(of: documents)
    if let known, known.fingerprint == fingerprint { return known }
    // Made twice, for the fingerprint and now: to keep all of them would take more memory than it saves time.
    let files = try Indexer(program: program).index(count: documents.count) { number in
      IndexedPage(url: documents[number].path, html: documents[number].make())
    }
    return BuiltIndex(fingerprint: fingerprint, files: files)
  }

  private func fingerprint(of documents: [PlannedDocument]) -> String {
    let parts = workers.map(documents) { document in
      var fingerprint = Fingerprint()
      fingerprint.add(document.path.utf8)
      fingerprint.add(document.make())
      return fingerprint.hexadecimal
    }
    var fingerprint = Fingerprint()
    fingerprint.add(programState.utf8)
    for part in parts { fingerprint.add(part.utf8) }
    return fingerprint.hexadecimal
  }

  /// What changes when another release of the program is installed.
  private var programState: String {
    let url = URL(fileURLWithPath: program.path).resolvingSymlinksInPath()
    // Where it cannot be looked at, it cannot be run either, which is told when it is.
    let values = (try? url.resourceValues(forKeys: [.fileSizeKey, .contentModificationDateKey]))
    let day = values?.contentModificationDate?.timeIntervalSince1970 ?? 0
    return "\(values?.fileSize ?? 0) \(Int(day))"
  }
}
