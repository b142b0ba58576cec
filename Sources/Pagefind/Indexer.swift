import Foundation
import Synchronization

/// Makes a search index of pages with Pagefind's service (`pagefind --service`), which reads requests and writes
/// answers one after the other; nothing of it touches the disk.
package struct Indexer: Sendable {
  private let program: PagefindProgram
  /// Seconds without an answer after which the program is given up.
  private let patience: Int

  /// - Parameter patience: Seconds. Writing the index of 26,000 pages takes a good ten of them in silence.
  package init(program: PagefindProgram, patience: Int = 300) {
    self.program = program
    self.patience = patience
  }

  /// The files of the index, sorted by path.
  ///
  /// - Parameters:
  ///   - count: The number of pages.
  ///   - page: Makes a page when it is its turn; called on one thread, in order. `nil` for what is not indexed.
  package func index(
    count: Int, page: @escaping @Sendable (Int) -> IndexedPage?
  ) throws(PagefindProblem) -> [IndexFile] {
    let conversation = try Conversation(program, patience: patience)
    var sending: DispatchGroup?
    // In this order: who waits to be read is set free by the program's end.
    defer {
      conversation.end()
      sending?.wait()
    }
    conversation.send(.newIndex)
    guard try conversation.answer(to: 0).index == PagefindRequest.index else { throw .garbage(program.path) }
    // Sent on a thread of its own: the program writes answers while it reads requests.
    let urls = Mutex<[String]>([])
    sending = conversation.sendAll {
      for number in 0..<count {
        guard let page = page(number) else { continue }
        urls.withLock { $0.append(page.url) }
        guard conversation.send(.add(page)) else { return }
      }
      conversation.send(.files)
    }
    var number = 1
    while true {
      let answer = try conversation.answer(to: number)
      if let files = answer.files {
        return files.filter(\.isNeeded).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      }
      if let reason = answer.failure {
        let page = urls.withLock { number <= $0.count ? $0[number - 1] : nil }
        throw page.map { .refused(page: $0, reason: reason) } ?? .failed(reason: reason)
      }
      number += 1
    }
  }
}
