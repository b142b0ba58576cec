extension Filter {
  static let aggregates: [Filter] = [
    extreme("min", wantsLess: true),
    extreme("max", wantsLess: false),
    Filter("sum", [.init("attribute", standard: Value.none), .init("start", standard: 0)]) {
      (arguments, renderer, _) throws(Interruption) in
      let path = try AttributePath(arguments[0])
      var sum = arguments[1]
      if case .text = sum {
        throw Interruption(.wrongType("a text", for: "“sum”", expected: "a number"))
      }
      for element in try arguments.input.elements(&renderer) {
        let value = arguments[0].isNone ? element : try path.value(of: element, &renderer)
        sum = try Arithmetic.compute(.add, sum, value, &renderer.work)
      }
      return sum
    },
  ]

  private static func extreme(_ name: String, wantsLess: Bool) -> Filter {
    Filter(name, [.init("case_sensitive", standard: false), .init("attribute", standard: Value.none)]) {
      (arguments, renderer, _) throws(Interruption) in
      let elements = try arguments.input.elements(&renderer)
      let path = try AttributePath(arguments[1])
      let keepsCase = try arguments[0].isTrue()
      var best: (element: Value, key: Value)?
      for element in elements {
        var key = try path.value(of: element, &renderer)
        if !keepsCase { key = try key.ignoringCase(&renderer.work) }
        guard let current = best else {
          best = (element, key)
          continue
        }
        let isBetter =
          try wantsLess
          ? key.isLess(than: current.key, &renderer.work)
          : key.compare(to: current.key, ">", &renderer.work) == .greater
        if isBetter { best = (element, key) }
      }
      return best?.element
        ?? .undefined(
          Undefined(.reason("there is no smallest or largest item, because nothing is in the list")))
    }
  }
}
