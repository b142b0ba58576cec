import Content
import Diagnostics

/// Resolves the references of all visible entries, and turns them around.
struct RelationBuilder {
  private let index: EntryIndex
  private let unread: UnreadEntries
  private let organisationNumbers: [String: Int]
  private(set) var relations: [Relations]
  private(set) var diagnostics: [Diagnostic] = []

  init(index: EntryIndex, unread: UnreadEntries, organisationNumbers: [String: Int], count: Int) {
    self.index = index
    self.unread = unread
    self.organisationNumbers = organisationNumbers
    relations = Array(repeating: Relations(), count: count)
  }

  /// Reads the references of one visible entry.
  mutating func add(_ entry: Entry, number: Int) {
    for field in entry.kind.fields {
      guard let type = Self.referenceType(field.type), let value = entry.shared[field.name] else { continue }
      var targets: [ReferenceTarget] = []
      let items = value.value.list ?? [value]
      for item in items {
        guard let target = resolve(item, kinds: type.kinds, outside: type.outside, from: entry, number)
        else { continue }
        if targets.contains(target) {
          diagnostics.append(
            SiteProblem.namedTwice(Self.name(in: item) ?? "", field: field.name).at(item.place))
        } else {
          targets.append(target)
        }
      }
      if field.peerLink != nil, Set(items.map(Self.name)).count == 1 {
        diagnostics.append(SiteProblem.alone(field: field.name).at(value.place))
      }
      relations[number].references[field.name] = targets
      let entries = targets.compactMap { if case .entry(let other) = $0 { other } else { nil } }
      if let name = field.backLink {
        for other in entries { relations[other].backLinks[name, default: []].append(number) }
      }
      if let name = field.peerLink {
        for one in entries {
          relations[one].backLinks[name, default: []] += entries.filter { $0 != one }
        }
      }
    }
  }

  /// Puts the back-links into their order, each once.
  ///
  /// - Parameter order: Each entry's position among all, newest first.
  mutating func finish(order: [Int]) {
    for number in relations.indices {
      relations[number].backLinks = relations[number].backLinks.mapValues { entries in
        Set(entries).sorted { order[$0] < order[$1] }
      }
    }
  }

  /// The name that a reference consists of, or gives.
  private static func name(in reference: Located<FieldValue>) -> String? {
    reference.value.text ?? reference.value.record?["name"]?.value.text
  }

  private static func referenceType(_ type: FieldType) -> (kinds: [String], outside: Bool)? {
    switch type {
    case .reference(let kinds, let outside): (kinds, outside)
    case .list(let element): referenceType(element)
    default: nil
    }
  }

  /// Says of a reference to the entry itself that it is one, and of one that may also lead out of the network what it
  /// may be instead.
  private func problem(_ error: SiteProblem, outside: Bool, in entry: Entry) -> SiteProblem {
    if case .referenceToOtherKind(let name, let kind, _) = error, kind == entry.kind.name,
      name == entry.key || name == entry.name
    {
      return .referenceToItself(name)
    }
    guard outside, case .unknownReference(let name, let kinds, _, let nearest) = error else { return error }
    return .unknownReference(
      name, kinds: kinds, outside: true,
      nearest: nearest ?? Suggestion.nearest(to: name, in: organisationNumbers.keys))
  }

  private mutating func resolve(
    _ item: Located<FieldValue>, kinds: [String], outside: Bool, from entry: Entry, _ number: Int
  ) -> ReferenceTarget? {
    guard let name = Self.name(in: item) else { return nil }
    if let record = item.value.record { return .outside(name: name, url: record["url"]?.value.text) }
    do throws(SiteProblem) {
      let found = try index.find(name, kinds: kinds)
      guard let visible = index.visible[found] else { throw .hiddenReference(name) }
      guard visible != number else { throw .referenceToItself(name) }
      return .entry(visible)
    } catch {
      if outside, let organisation = organisationNumbers[name] { return .organisation(organisation) }
      if !unread.mayBeMeant(by: name, kinds: kinds) {
        diagnostics.append(problem(error, outside: outside, in: entry).at(item.place))
      }
      return nil
    }
  }
}
