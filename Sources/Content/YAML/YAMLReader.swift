import Diagnostics
import Yams

/// Reads one YAML document into nodes with places.
struct YAMLReader {
  /// The deepest nesting that is read: far beyond what content needs, and safe on any thread's stack.
  static let maximumDepth = 100

  /// The file's path, for places.
  let file: String
  /// The line of the file at which the text begins, from 1.
  let firstLine: Int

  init(file: String, firstLine: Int = 1) {
    self.file = file
    self.firstLine = firstLine
  }

  /// Reads a document.
  ///
  /// - Parameter bytes: UTF-8 without control characters (``SourceCheck`` makes sure of it).
  /// - Returns: The root, or `nil` where the document is empty.
  func read(_ bytes: ArraySlice<UInt8>) -> Result<YAMLNode?, YAMLFailure> {
    let limits: YAMLLimits
    switch YAMLLimits.measure(bytes) {
    case .success(let measured): limits = measured
    case .failure(let excess): return .failure(failure(excess, in: bytes))
    }
    // What may nest deeply is read on a stack that is large enough for libyaml's own limit.
    if limits.isShallow { return compose(bytes, limits) }
    return LargeStack.run { compose(bytes, limits) }
  }

  private func compose(_ bytes: ArraySlice<UInt8>, _ limits: YAMLLimits) -> Result<YAMLNode?, YAMLFailure> {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      // Without rules for tags and constructors of values, which would be made for every document: looking
      // for duplicate keys, Yams would match every key against the rules.
      let parser = try Parser(
        yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      guard let root = try parser.singleRoot() else { return .success(nil) }
      // Nodes hold their anchors weakly; the parser owns them.
      return try withExtendedLifetime(parser) { () throws -> Result<YAMLNode?, YAMLFailure> in
        .success(
          try YAMLConverter(reader: self, refusesAnchors: limits.hasUnusedAnchors).convert(root, depth: 0))
      }
    } catch let failure as YAMLFailure {
      return .failure(failure)
    } catch let error as YamlError {
      return .failure(YAMLErrorReader(reader: self, text: text).failure(error))
    } catch {
      return .failure(YAMLFailure(.unreadable("\(error)"), at: place(line: 1, column: 1)))
    }
  }

  /// The place in the file of a line and column of the document, both from 1.
  func place(line: Int, column: Int, length: Int = 1) -> Place {
    Place(file: file, line: line + firstLine - 1, column: column, length: length)
  }

  private func failure(_ excess: YAMLLimits.Excess, in bytes: ArraySlice<UInt8>) -> YAMLFailure {
    let place = SourceText(file: file, bytes: Array(bytes)).place(at: excess.offset, length: excess.length)
    return YAMLFailure(
      excess.problem, at: self.place(line: place.line, column: place.column, length: place.length))
  }
}

/// Why a YAML document could not be read: one problem with its places.
struct YAMLFailure: Error {
  let diagnostic: Diagnostic

  init(_ problem: YAMLProblem, at place: Place, notes: [Note] = []) {
    diagnostic = problem.at(place, notes: notes)
  }
}
