import Content
import Diagnostics
import Foundation

/// Known problems that a check does not tell again: a line for each, with identifier, file, and a fingerprint of the
/// line's text, so that it still holds where lines are added before it.
struct Baseline {
  private struct Key: Hashable {
    let identifier: String
    let file: String
    let fingerprint: String
  }

  private static let heading = "oresund baseline 1"

  private let path: String
  /// The lines' numbers, from 1, by what they say; a line for each problem, even where two are alike.
  private var lines: [Key: [Int]] = [:]

  /// Reads a file.
  init(path: String) throws(DiagnosedFailure) {
    self.path = path
    let text: String
    do {
      text = String(decoding: try Disk.bytes(of: path), as: UTF8.self)
    } catch {
      throw DiagnosedFailure(diagnostic: BaselineProblem.unreadable(path, reason: error.reason).at(nil))
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      if number == 1 {
        guard line == Self.heading else { throw Self.invalid(path, line: number) }
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3 else { throw Self.invalid(path, line: number) }
      lines[Key(identifier: parts[0], file: parts[1], fingerprint: parts[2]), default: []].append(number)
    }
  }

  private static func invalid(_ path: String, line: Int) -> DiagnosedFailure {
    DiagnosedFailure(diagnostic: BaselineProblem.invalid(path).at(Place(file: path, line: line)))
  }

  /// A report without what is known, and with a warning for each line whose problem is gone. What cannot be
  /// published is always told.
  ///
  /// - Parameter sources: Gives a file's text, or `nil` where it has none.
  func apply(to report: DiagnosticReport, sources: (String) -> SourceText?) -> DiagnosticReport {
    var lines = lines
    let left = report.diagnostics.filter { diagnostic in
      guard let key = Self.key(of: diagnostic, sources: sources), var numbers = lines[key], !numbers.isEmpty
      else { return true }
      numbers.removeFirst()
      lines[key] = numbers
      return false
    }
    let stale = lines.flatMap { key, numbers in
      numbers.map { BaselineProblem.stale(key.identifier, file: key.file).at(Place(file: path, line: $0)) }
    }
    return DiagnosticReport(left + stale)
  }

  /// Writes what a check found as what is known from now on.
  ///
  /// - Returns: How many problems that are.
  static func write(
    _ report: DiagnosticReport, to path: String, sources: (String) -> SourceText?
  ) throws(DiagnosedFailure) -> Int {
    let keys = report.diagnostics.compactMap { Self.key(of: $0, sources: sources) }
    let lines = keys.map { "\($0.identifier)\t\($0.file)\t\($0.fingerprint)\n" }
    do {
      try Data("\(heading)\n\(lines.joined())".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let problem = BaselineProblem.unwritable(path, reason: error.reason)
      throw DiagnosedFailure(diagnostic: problem.at(nil))
    }
    return keys.count
  }

  /// What a baseline says of a problem; `nil` for one that it may not hold back.
  private static func key(of diagnostic: Diagnostic, sources: (String) -> SourceText?) -> Key? {
    guard KnownDiagnostics.warnings.contains(diagnostic.identifier) else { return nil }
    return Key(
      identifier: diagnostic.identifier, file: diagnostic.place?.file ?? "",
      fingerprint: fingerprint(of: diagnostic, sources: sources))
  }

  /// The fingerprint of the line at a problem's place; of its message where the line says nothing, as the first of
  /// front matter.
  private static func fingerprint(of diagnostic: Diagnostic, sources: (String) -> SourceText?) -> String {
    let line = diagnostic.place.flatMap { sources($0.file)?.line($0.line) }?
      .trimmingCharacters(in: .whitespaces)
    let isTelling = line.map { !$0.isEmpty && $0 != "---" } ?? false
    var fingerprint = Fingerprint()
    fingerprint.add((isTelling ? line ?? "" : diagnostic.message).utf8)
    return fingerprint.hexadecimal
  }
}
