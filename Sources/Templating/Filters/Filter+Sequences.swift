extension Filter {
  static let sequences: [Filter] = [
    Filter("length", weight: 0) { (arguments, renderer, _) throws(Interruption) in
      if case .text(let text) = arguments.input { try renderer.work.spend(text.bytes.count) }
      guard let length = try arguments.input.length() else {
        throw Interruption(
          .wrongType(arguments.input.typeName, for: "“length”", expected: "a text, a list or a map"))
      }
      return .integer(length)
    },
    Filter("list") { (arguments, renderer, _) throws(Interruption) in
      .list(try arguments.input.elements(&renderer))
    },
    Filter("first") { (arguments, renderer, _) throws(Interruption) in
      try arguments.input.elements(&renderer).first
        ?? .undefined(Undefined(.reason("there is no first item, because nothing is in the list")))
    },
    Filter("last") { (arguments, renderer, _) throws(Interruption) in
      if case .runtime(let value) = arguments.input, value is IteratorValue {
        throw Interruption(.wrongType(value.kind, for: "“last”", expected: "a list"))
      }
      if case .text(let text) = arguments.input, text.isSafe, let last = text.string.unicodeScalars.last {
        // Python reads a text from its end by slices, and a slice of safe HTML is safe.
        return .text(Text(String(last), isSafe: true))
      }
      return try arguments.input.elements(&renderer).last
        ?? .undefined(Undefined(.reason("there is no last item, because nothing is in the list")))
    },
    Filter("join", [.init("d", standard: ""), .init("attribute", standard: Value.none)]) {
      (arguments, renderer, escaping) throws(Interruption) in
      try join(arguments, &renderer, escaping: escaping)
    },
    Filter(
      "sort",
      [
        .init("reverse", standard: false), .init("case_sensitive", standard: false),
        .init("attribute", standard: Value.none),
      ]
    ) { (arguments, renderer, _) throws(Interruption) in
      let elements = try arguments.input.elements(&renderer)
      let paths = try AttributePath.list(arguments[2])
      let keepsCase = try arguments[1].isTrue()
      var keys: [Value] = []
      for element in elements {
        var key: [Value] = []
        for path in paths {
          let value = try path.value(of: element, &renderer)
          key.append(keepsCase ? value : try value.ignoringCase(&renderer.work))
        }
        keys.append(.list(key))
      }
      let order = try Sorting.order(elements.count, reverse: try arguments[0].isTrue()) {
        (a: Int, b: Int) throws(Interruption) in try keys[a].isLess(than: keys[b], &renderer.work)
      }
      return .list(order.map { elements[$0] })
    },
    Filter("unique", [.init("case_sensitive", standard: false), .init("attribute", standard: Value.none)]) {
      (arguments, renderer, _) in
      iterator(&renderer) { (renderer: inout Renderer) throws(Interruption) in
        let path = try AttributePath(arguments[1])
        let keepsCase = try arguments[0].isTrue()
        var seen = ValueMap.Builder()
        var count = 0
        var result: [Value] = []
        for element in try arguments.input.elements(&renderer) {
          try renderer.work.spend(4 &* Work.element)
          let value = try path.value(of: element, &renderer)
          try seen.insert(keepsCase ? value : try value.ignoringCase(&renderer.work), true, &renderer.work)
          if seen.count > count { result.append(element) }
          count = seen.count
        }
        return result
      }
    },
    Filter("batch", [.init("linecount"), .init("fill_with", standard: Value.none)]) {
      (arguments, renderer, _) in
      iterator(&renderer) { (renderer: inout Renderer) throws(Interruption) in
        try batch(arguments, &renderer)
      }
    },
    Filter("slice", [.init("slices"), .init("fill_with", standard: Value.none)]) { (arguments, renderer, _) in
      iterator(&renderer) { (renderer: inout Renderer) throws(Interruption) in
        try slice(arguments, &renderer)
      }
    },
    Filter("items") { (arguments, renderer, _) in
      iterator(&renderer) { (renderer: inout Renderer) throws(Interruption) in
        if case .undefined = arguments.input { return [] }
        guard let items = try arguments.input.items() else {
          throw Interruption(.wrongType(arguments.input.typeName, for: "“items”", expected: "a map"))
        }
        try renderer.work.spend(items.count &* 4 &* Work.element)
        return items.map { .tuple([$0.key, $0.value]) }
      }
    },
    Filter(
      "dictsort",
      [
        .init("case_sensitive", standard: false), .init("by", standard: "key"),
        .init("reverse", standard: false),
      ]
    ) { (arguments, renderer, _) throws(Interruption) in
      let by = try arguments[1].requireText("“dictsort”").string
      guard by == "key" || by == "value" else {
        throw Interruption(.invalidValue("“dictsort” cannot sort by “\(by)”", remedy: "say “key” or “value”"))
      }
      if case .undefined(let undefined) = arguments.input { throw Interruption(undefined: undefined) }
      guard let items = try arguments.input.items() else {
        throw Interruption(.wrongType(arguments.input.typeName, for: "“dictsort”", expected: "a map"))
      }
      let keepsCase = try arguments[0].isTrue()
      try renderer.work.spend(items.count &* 4 &* Work.element)
      var keys: [Value] = []
      for (key, value) in items {
        let value = by == "key" ? key : value
        keys.append(keepsCase ? value : try value.ignoringCase(&renderer.work))
      }
      let order = try Sorting.order(items.count, reverse: try arguments[2].isTrue()) {
        (a: Int, b: Int) throws(Interruption) in try keys[a].isLess(than: keys[b], &renderer.work)
      }
      return .list(order.map { .tuple([items[$0].key, items[$0].value]) })
    },
    Filter(
      "groupby",
      [.init("attribute"), .init("default", standard: Value.none), .init("case_sensitive", standard: false)]
    ) { (arguments, renderer, _) throws(Interruption) in
      try groups(arguments, &renderer)
    },
    Filter("attr", [.init("name")], weight: 0) { (arguments, renderer, _) throws(Interruption) in
      let name = try arguments[0].requireText("“attr”").string
      switch arguments.input {
      case .undefined(let undefined): throw Interruption(undefined: undefined)
      case .map where !PythonMethods.contains(name, of: arguments.input):
        if case .map(let map) = arguments.input, map[key: name] != nil {
          let reason =
            "“attr” does not look into a map: write “map.\(name)”, or “map[…]” where the name is computed"
          return .undefined(Undefined(.reason(reason)))
        }
        return .undefined(Undefined(.attribute(name, of: arguments.input, called: nil)))
      default: return try arguments.input.attribute(AttributeName(name), &renderer)
      }
    },
    Filter(
      "default", [.init("default_value", standard: ""), .init("boolean", standard: false)], weight: 0
    ) {
      (arguments, _, _) throws(Interruption) in
      if case .undefined = arguments.input { return arguments[0] }
      if try arguments[1].isTrue(), try !arguments.input.isTrue() { return arguments[0] }
      return arguments.input
    },
  ]

  /// What Python makes while it is read: elements, or what went wrong for whoever reads them.
  static func iterator(
    _ renderer: inout Renderer, _ make: (inout Renderer) throws(Interruption) -> [Value]
  ) -> Value {
    do throws(Interruption) {
      return .runtime(IteratorValue(try make(&renderer)))
    } catch {
      return .runtime(IteratorValue(failure: error))
    }
  }

  private static func join(
    _ arguments: CallableArguments, _ renderer: inout Renderer, escaping: Bool
  ) throws(Interruption) -> Value {
    var texts: [Text] = []
    let path = try AttributePath(arguments[1])
    for element in try arguments.input.elements(&renderer) {
      let value = arguments[1].isNone ? element : try path.value(of: element, &renderer)
      texts.append(try value.text(&renderer.work))
    }
    let separator = try arguments[0].text(&renderer.work)
    let isSafe = escaping && (separator.isSafe || texts.contains(where: \.isSafe))
    let between = isSafe ? separator.escaped.bytes : separator.bytes
    var bytes: [UInt8] = []
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes += between }
      if isSafe, !text.isSafe { HTMLEscaping.append(text.bytes, to: &bytes) } else { bytes += text.bytes }
      if bytes.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
    }
    try renderer.work.spend(bytes.count &* 4)
    return .text(Text(utf8: bytes, isSafe: isSafe))
  }

  private static func batch(_ arguments: CallableArguments, _ renderer: inout Renderer) throws(Interruption)
    -> [Value]
  {
    let count = try arguments[0].requireInteger("“batch”")
    var batches: [[Value]] = []
    for element in try arguments.input.elements(&renderer) {
      if !batches.isEmpty, batches[batches.count - 1].count != count {
        batches[batches.count - 1].append(element)
      } else if batches.isEmpty, count == 0 {
        // Python gives an empty first batch here.
        batches += [[], [element]]
      } else {
        batches.append([element])
      }
    }
    if !arguments[1].isNone, let last = batches.last, last.count < count {
      if count > Limits.elements { throw Interruption(.limit(.elements)) }
      try renderer.work.spend(count &* Work.element)
      batches[batches.count - 1] += Array(repeating: arguments[1], count: count - last.count)
    }
    return batches.map { .list($0) }
  }

  private static func slice(_ arguments: CallableArguments, _ renderer: inout Renderer) throws(Interruption)
    -> [Value]
  {
    let count = try arguments[0].requireInteger("“slice”")
    let elements = try arguments.input.elements(&renderer)
    if count == 0 { throw Interruption(.divisionByZero) }
    if count < 0 { return [] }
    if count > Limits.elements { throw Interruption(.limit(.elements)) }
    try renderer.work.spend(count &* 4 &* Work.element)
    let (each, extra) = (elements.count / count, elements.count % count)
    var slices: [Value] = []
    var start = 0
    for index in 0..<count {
      let end = start + each + (index < extra ? 1 : 0)
      var part = Array(elements[start..<end])
      if !arguments[1].isNone, index >= extra { part.append(arguments[1]) }
      slices.append(.list(part))
      start = end
    }
    return slices
  }

  private static func groups(_ arguments: CallableArguments, _ renderer: inout Renderer) throws(Interruption)
    -> Value
  {
    let elements = try arguments.input.elements(&renderer)
    let path = try AttributePath(arguments[0])
    let keepsCase = try arguments[2].isTrue()
    var names: [Value] = []
    for element in elements { names.append(try path.value(of: element, default: arguments[1], &renderer)) }
    var keys = names
    if !keepsCase {
      for (index, name) in names.enumerated() { keys[index] = try name.ignoringCase(&renderer.work) }
    }
    let order = try Sorting.order(elements.count, reverse: false) {
      (a: Int, b: Int) throws(Interruption) in try keys[a].isLess(than: keys[b], &renderer.work)
    }
    var groups: [Value] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, try keys[order[end]].isIdenticalOrEqual(to: keys[order[start]], &renderer.work)
      { end += 1 }
      groups.append(
        .runtime(GroupValue(grouper: names[order[start]], items: order[start..<end].map { elements[$0] })))
      start = end
    }
    return .list(groups)
  }
}
