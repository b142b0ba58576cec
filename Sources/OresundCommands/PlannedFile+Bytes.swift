import Diagnostics
import Foundation
import Pages
import Templating

extension PlannedFile {
  /// The file's bytes, made or read now.
  func bytes() -> Result<[UInt8], DiagnosedFailure> {
    switch content {
    case .bytes(let bytes): return .success(bytes)
    case .made(let make): return .success(make())
    case .copy(let path):
      do {
        return .success(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
      } catch {
        let problem = CommandProblem.unreadable(path, reason: error.reason)
        return .failure(DiagnosedFailure(diagnostic: problem.at(nil)))
      }
    case .page(let render):
      var bytes: [UInt8] = []
      bytes.reserveCapacity(1 << 14)
      if let failure = render(&bytes) {
        return .failure(DiagnosedFailure(diagnostic: failure.diagnostic))
      }
      return .success(bytes)
    }
  }
}
