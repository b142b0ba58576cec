extension Filter {
  static let formats: [Filter] = [
    Filter("format", acceptsKeywords: true, acceptsMore: true) {
      (arguments, renderer, _) throws(Interruption) in
      let format = try arguments.input.text(&renderer.work)
      if arguments.keywords.isEmpty {
        return .text(try PercentFormat.format(format, arguments.more, map: nil, &renderer.work))
      }
      guard arguments.more.isEmpty else {
        throw Interruption(
          .invalidValue("“format” takes arguments with names or without names, not both", remedy: nil))
      }
      let map = Value.map(ValueMap(arguments.keywords.map { ($0.name, $0.value) }))
      return .text(try PercentFormat.format(format, [map], map: map, &renderer.work))
    },
    Filter("tojson", [.init("indent", standard: Value.none)]) {
      (arguments, renderer, _) throws(Interruption) in
      var indent: [UInt8]?
      switch arguments[0] {
      case .none: break
      case .text(let text): indent = text.bytes
      default:
        let width = try arguments[0].requireInteger("“tojson”")
        if width > 1000 { throw Interruption(.limit(.textLength)) }
        indent = [UInt8](repeating: 0x20, count: max(0, width))
      }
      var writer = JSONWriter(indent: indent)
      try writer.write(arguments.input, &renderer.work)
      return .text(Text(utf8: writer.output, isSafe: true))
    },
    Filter("urlencode") { (arguments, renderer, _) throws(Interruption) in
      switch arguments.input {
      case .list, .tuple, .map, .object, .runtime:
        var pairs: [(key: Value, value: Value)] = []
        if let items = try arguments.input.items() {
          pairs = items
        } else if case .object = arguments.input {
          return .text(
            Text(
              utf8: PercentEncoding.encode(try arguments.input.text(&renderer.work).bytes, keepsSlash: true)))
        } else {
          for pair in try arguments.input.elements(&renderer) {
            let elements = try pair.elements(&renderer)
            guard elements.count == 2 else {
              throw Interruption(.wrongUnpacking(count: elements.count, expected: 2))
            }
            pairs.append((elements[0], elements[1]))
          }
        }
        var output: [UInt8] = []
        for (index, pair) in pairs.enumerated() {
          if index > 0 { output.append(0x26) }
          output += PercentEncoding.encodeQuery(try pair.key.text(&renderer.work).bytes)
          output.append(0x3D)
          output += PercentEncoding.encodeQuery(try pair.value.text(&renderer.work).bytes)
        }
        return .text(Text(utf8: output))
      default:
        return .text(
          Text(utf8: PercentEncoding.encode(try arguments.input.text(&renderer.work).bytes, keepsSlash: true))
        )
      }
    },
    Filter("xmlattr", [.init("autospace", standard: true)]) {
      (arguments, renderer, escaping) throws(Interruption) in
      if case .undefined(let undefined) = arguments.input { throw Interruption(undefined: undefined) }
      guard let items = try arguments.input.items() else {
        throw Interruption(.wrongType(arguments.input.typeName, for: "“xmlattr”", expected: "a map"))
      }
      var output: [UInt8] = []
      let autospace = try arguments[0].isTrue()
      for (key, value) in items {
        switch value {
        case .none, .undefined: continue
        default: break
        }
        let name = try key.requireText("the name of an attribute")
        if let invalid = name.bytes.first(where: {
          (0x09...0x0D).contains($0) || [0x20, 0x2F, 0x3E, 0x3D].contains($0)
        }) {
          throw Interruption(
            .invalidValue(
              "“\(name.string)” is no name of an attribute, because it has “\(Unicode.Scalar(invalid))”",
              remedy: nil))
        }
        if !output.isEmpty || autospace { output.append(0x20) }
        output += name.escaped.bytes
        output += Array("=\"".utf8)
        output += try value.text(&renderer.work).escaped.bytes
        output.append(0x22)
      }
      return .text(Text(utf8: output, isSafe: escaping))
    },
  ]
}

/// Percent-encoding as Python's `urllib.parse.quote` does it.
enum PercentEncoding {
  static func encode(_ bytes: [UInt8], keepsSlash: Bool) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: output.append(byte)
      case 0x2F where keepsSlash: output.append(byte)
      default: output += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return output
  }

  /// Encoded for a query, spaces as `+`.
  static func encodeQuery(_ bytes: [UInt8]) -> [UInt8] {
    Array(
      bytes.split(separator: 0x20, omittingEmptySubsequences: false).map {
        encode(Array($0), keepsSlash: false)
      }
      .joined(separator: [0x2B]))
  }
}
