import Content
import Foundation
import Testing

/// The Example Network, with which whole sites are tested, has all that there is to test.
@Suite("The Example Network's content")
struct ExampleNetworkTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../EndToEndTests/ExampleNetwork/content").standardizedFileURL

  private let content = ContentLoader.load(folder: folder.path, includesDrafts: true)

  /// What variants write under each field, with the parts of maps as `field.part`.
  private static func written(_ fields: [String: Located<FieldValue>], in context: String = "") -> [(
    String, FieldValue
  )] {
    fields.flatMap { name, value -> [(String, FieldValue)] in
      let path = context + name
      var written = [(path, value.value)]
      if let record = value.value.record { written += Self.written(record, in: path + ".") }
      for element in value.value.list ?? [] {
        written.append((path, element.value))
        if let record = element.value.record { written += Self.written(record, in: path + ".") }
      }
      return written
    }
  }

  /// The fields of a declaration, with the parts of maps as `field.part` and the words of choices as `field=word`.
  private static func declared(_ field: FieldDeclaration, in context: String = "") -> [String] {
    let path = context + field.name
    var type = field.type
    if case .list(let element) = type { type = element }
    switch type {
    case .record(let parts): return [path] + parts.flatMap { declared($0, in: path + ".") }
    case .choice(let words): return [path] + words.map { "\(path)=\($0)" }
    default: return [path]
    }
  }

  @Test("Every field of every kind is used, and every word of a choice")
  func fields() throws {
    let tree = try #require(content.tree, "\(content.diagnostics)")
    var used: [String: Set<String>] = [:]
    for entry in tree.entries {
      for (path, value) in entry.variants.values.flatMap({ Self.written($0.fields) }) {
        used[entry.kind.name, default: []].insert(path)
        if let word = value.text { used[entry.kind.name, default: []].insert("\(path)=\(word)") }
      }
      // What the file's name says is written, too.
      for name in entry.shared.keys { used[entry.kind.name, default: []].insert(name) }
    }
    let everywhere = used.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let common = Set(tree.kinds.first { $0.name == "page" }?.fields.map(\.name) ?? []).subtracting(["menu"])
    for kind in tree.kinds {
      for field in kind.fields {
        let known = common.contains(field.name) ? everywhere : used[kind.name] ?? []
        let missing = Self.declared(field).filter { !known.contains($0) }
        #expect(missing.isEmpty, "\(kind.name)")
      }
    }
  }

  @Test("Each language has originals, full and missing translations, and texts that are empty on purpose")
  func languages() throws {
    let tree = try #require(content.tree)
    let tags = tree.configuration.languages.map(\.tag)
    #expect(tags == ["en", "de", "ar"])
    for kind in tree.kinds {
      let originals = Set(tree.entries.filter { $0.kind.name == kind.name }.map(\.originalLanguage))
      #expect(originals.count > 1 || kind.name == "page", "\(kind.name)")
    }
    #expect(Set(tree.entries.map(\.originalLanguage)) == Set(tags))
    #expect(Set(tree.entries.map(\.variants.count)) == [1, 2, 3])
    let empty = tree.entries.flatMap(\.variants.values).filter { variant in
      variant.fields.values.contains { if case .empty = $0.value { true } else { false } }
    }
    #expect(empty.count > 1)
  }
}
