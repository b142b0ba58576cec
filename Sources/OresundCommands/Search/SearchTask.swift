import Foundation
import Pagefind
import Pages
import Synchronization

/// The making of a search index beside the rendering of the pages: Pagefind works on one core for as long as we do on all
/// others.
final class SearchTask: Sendable {
  private let outcome = Mutex<Result<BuiltIndex, PagefindProblem>?>(nil)
  private let hasEnded = DispatchGroup()

  /// Begins.
  init(_ builder: SearchBuilder, documents: [PlannedDocument], known: BuiltIndex?) {
    hasEnded.enter()
    let thread = Thread { [self] in
      let result = Result { () throws(PagefindProblem) in
        try builder.index(of: documents, known: known)
      }
      outcome.withLock { $0 = result }
      hasEnded.leave()
    }
    thread.start()
  }

  /// Waits for the index.
  func index() throws(PagefindProblem) -> BuiltIndex? {
    hasEnded.wait()
    return try outcome.withLock { $0 }?.get()
  }
}
