/// Which variables of their surroundings templates read, found while they are compiled.
struct TemplateReads {
  private struct Reads {
    var symbols: Set<Int> = []
    /// The templates that see what this one sees.
    var others: Set<Int> = []
    /// Whether that may be any template.
    var isOpen = false
  }

  private var templates: [Reads]

  init(count: Int) { templates = Array(repeating: Reads(), count: count) }

  mutating func note(_ symbol: Int, by template: Int) { templates[template].symbols.insert(symbol) }

  /// - Parameter other: `nil` where only rendering tells which template it is.
  mutating func note(sharingWith other: Int?, by template: Int) {
    if let other { templates[template].others.insert(other) } else { templates[template].isOpen = true }
  }

  /// For each template the symbols that it and those that see the same may read, in order; `nil` where one of them
  /// may be any template.
  var inputs: [[Int]?] {
    templates.indices.map { template in
      var found: Set<Int> = [template]
      var rest = [template]
      var symbols: Set<Int> = []
      while let next = rest.popLast() {
        if templates[next].isOpen { return nil }
        symbols.formUnion(templates[next].symbols)
        rest += templates[next].others.filter { found.insert($0).inserted }
      }
      return symbols.sorted()
    }
  }
}
