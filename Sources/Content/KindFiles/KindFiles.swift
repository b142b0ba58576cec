package import Diagnostics

/// The kinds of a site: those built in and its own.
package struct KindFiles: Sendable {
  /// The built-in kinds in the order of the handbook, then the site's own, sorted by name.
  package private(set) var kinds: [Kind] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether a file could not be read, so that a folder of content may belong to a kind that is not known.
  private(set) var isIncomplete = false

  private let common: [FieldDeclaration]
  /// Where kinds refer to other kinds, to be checked when all are known.
  private var files: [(kind: Kind, root: YAMLNode)] = []

  private static let builtIn: [(name: String, yaml: [UInt8])] = [
    ("news", PackageResources.news_yml),
    ("cluster", PackageResources.cluster_yml),
    ("event", PackageResources.event_yml),
    ("agreement", PackageResources.agreement_yml),
    ("page", PackageResources.page_yml),
  ]

  /// Templates that belong to no kind, and what `oresund new` makes that is none.
  private static let reservedNames = ["home", "languages", "search", "term", "translation"]

  /// The folders in `content/` that have a meaning of their own, and the first parts of addresses that
  /// are taken.
  private static let reservedSections = [
    "static", "data", "kinds", "topics", "countries", "page", "api", "assets",
  ]

  /// The built-in kinds alone.
  package init() {
    var reader = KindReader()
    let file = "oresund/kinds/common.yml"
    switch YAMLReader(file: file).read(PackageResources.common_yml[...]) {
    case .success(let root): common = root.map { reader.commonFields($0) } ?? []
    case .failure(let failure):
      common = []
      diagnostics.append(failure.diagnostic)
    }
    diagnostics += reader.diagnostics
    for (name, yaml) in Self.builtIn { read(yaml, name: name, file: "oresund/kinds/\(name).yml") }
  }

  /// Adds a kind of the site's own.
  ///
  /// - Parameter file: The file's path, for diagnostics; its name is the kind's.
  package mutating func add(_ bytes: [UInt8], file: String) {
    let name = String(file.split(separator: "/").last?.dropLast(4) ?? "")
    if name == "common" || kinds.contains(where: { $0.name == name }) {
      isIncomplete = true
      return diagnostics.append(KindProblem.builtInKind(name).at(Place(file: file)))
    }
    guard KindReader.isName(name), !Self.reservedNames.contains(name) else {
      isIncomplete = true
      let problem = KindReader.isName(name) ? KindProblem.reservedName(name) : KindProblem.badName(name)
      return diagnostics.append(problem.at(Place(file: file)))
    }
    read(bytes, name: name, file: file)
  }

  private mutating func read(_ bytes: [UInt8], name: String, file: String) {
    guard let root = SourceDocument.yaml(bytes, file: file, diagnostics: &diagnostics) else {
      isIncomplete = true
      return
    }
    var reader = KindReader(common: common)
    let kind = reader.kind(root, name: name)
    diagnostics += reader.diagnostics
    guard let kind else {
      isIncomplete = true
      return
    }
    let place = root.mapping?.first { $0.key.value == "section" }?.value.place ?? root.place
    if let other = kinds.first(where: { $0.section == kind.section }) {
      isIncomplete = true
      let problem = KindProblem.sectionTaken(kind.section, by: "is that of the kind “\(other.name)”")
      return diagnostics.append(problem.at(place))
    }
    if Self.reservedSections.contains(kind.section) {
      isIncomplete = true
      let problem = KindProblem.sectionTaken(kind.section, by: "has another meaning")
      return diagnostics.append(problem.at(place))
    }
    kinds.append(kind)
    files.append((kind, root))
  }

  /// Reports references to kinds that do not exist, once all kinds are there.
  package mutating func finish() {
    let names = kinds.map(\.name)
    var found: [Diagnostic] = []
    for (_, root) in files { Self.checkReferences(in: root, names: names, into: &found) }
    if !isIncomplete { diagnostics += found }
    files = []
  }

  private static func checkReferences(
    in node: YAMLNode, names: [String], into diagnostics: inout [Diagnostic]
  ) {
    guard let members = node.mapping else { return }
    let isReference = members.contains { $0.key.value == "type" && $0.value.scalar == "reference" }
    for member in members {
      guard isReference, member.key.value == "to" else {
        checkReferences(in: member.value, names: names, into: &diagnostics)
        continue
      }
      for target in member.value.sequence ?? [member.value] {
        guard let name = target.scalar, !names.contains(name) else { continue }
        let problem = KindProblem.unknownKind(name, suggestion: Suggestion.nearest(to: name, in: names))
        diagnostics.append(problem.at(target.place))
      }
    }
  }

  /// The kind whose entries lie in a folder.
  package func kind(ofSection section: String) -> Kind? { kinds.first { $0.section == section } }
}
