import Diagnostics
import Foundation
import Pagefind
import Pages
import Preview
import Synchronization

/// The search index of a site that is previewed: made when somebody searches, and again when somebody searches after a text
/// changed.
///
/// An index is made on a queue of its own: while that goes on, who asks for its files waits, but nobody who asks for a page.
final class PreviewSearch: Sendable {
  private struct Source {
    let builder: SearchBuilder
    let documents: [PlannedDocument]
  }

  private struct State {
    var source: Source?
    var index: BuiltIndex?
    var files: [String: [UInt8]] = [:]
    /// The state of the site in which the index was looked at last.
    var generation: Int?
  }

  private let queue = DispatchQueue(label: "search index")
  /// Touched on the queue alone, since it is locked for as long as an index is made.
  private let state = Mutex(State())

  /// What can be found from now on. The index stays, if that is the same.
  func follow(_ builder: SearchBuilder, documents: [PlannedDocument]) {
    let source = Source(builder: builder, documents: documents)
    queue.async {
      self.state.withLock { state in
        state.source = source
        state.generation = nil
      }
    }
  }

  /// The files of the index as a folder of the site.
  var folder: ServedFolder {
    ServedFolder(path: String(SearchIndex.path.dropFirst())) { name, generation in
      await withCheckedContinuation { continuation in
        self.queue.async { continuation.resume(returning: self.bytes(of: name, generation)) }
      }
    }
  }

  private func bytes(of name: String, _ generation: Int) -> Result<[UInt8]?, DiagnosedFailure> {
    state.withLock { state in
      do throws(PagefindProblem) {
        try Self.refresh(&state, generation)
        return .success(state.files[name])
      } catch {
        return .failure(DiagnosedFailure(diagnostic: error.at(nil)))
      }
    }
  }

  /// Makes the index where there is none that fits the site.
  private static func refresh(_ state: inout State, _ generation: Int) throws(PagefindProblem) {
    guard let source = state.source, state.generation.map({ $0 < generation }) ?? true else { return }
    let index = try source.builder.index(of: source.documents, known: state.index)
    if index.fingerprint != state.index?.fingerprint {
      state.files = Dictionary(
        index.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }
    state.index = index
    state.generation = generation
  }
}
