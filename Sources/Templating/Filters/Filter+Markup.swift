extension Filter {
  static let markup: [Filter] = [
    Filter("safe", weight: 0) { (arguments, renderer, _) throws(Interruption) in
      .text(try arguments.input.text(&renderer.work).markedSafe)
    },
    Filter("escape") { (arguments, renderer, _) throws(Interruption) in
      .text(try arguments.input.text(&renderer.work).escaped)
    },
    Filter("forceescape") { (arguments, renderer, _) throws(Interruption) in
      .text(try arguments.input.text(&renderer.work).plain.escaped)
    },
    Filter("striptags") { (arguments, renderer, _) throws(Interruption) in
      .text(Text(HTMLText.strippingTags(try arguments.input.text(&renderer.work).scalars)))
    },
    Filter(
      "urlize",
      [
        .init("trim_url_limit", standard: Value.none), .init("nofollow", standard: false),
        .init("target", standard: Value.none), .init("rel", standard: Value.none),
        .init("extra_schemes", standard: Value.none),
      ]
    ) { (arguments, renderer, escaping) throws(Interruption) in
      var linker = Linker()
      if !arguments[0].isNone { linker.limit = try arguments[0].requireInteger("“urlize”") }
      var rel: Set<String> = ["noopener"]
      if try arguments[1].isTrue() { rel.insert("nofollow") }
      if !arguments[3].isNone {
        for part in try arguments[3].requireText("“urlize”").string.unicodeScalars.split(
          whereSeparator: \.isPythonSpace)
        {
          rel.insert(String(part))
        }
      }
      linker.rel =
        Text(rel.sorted { Order(Array($0.utf8), Array($1.utf8)) == .less }.joined(separator: " ")).escaped
        .string
      if !arguments[2].isNone { linker.target = try arguments[2].text(&renderer.work).escaped.string }
      if !arguments[4].isNone {
        for scheme in try arguments[4].elements(&renderer) {
          let scheme = try scheme.requireText("“urlize”").string
          guard Linker.isScheme(scheme) else {
            throw Interruption(
              .invalidValue(
                "“\(scheme)” is not how an address begins", remedy: "give schemes like “tel:” or “ftp://”"))
          }
          linker.schemes.append(scheme)
        }
      }
      let text = try arguments.input.text(&renderer.work).escaped.string
      let added = linker.rel.utf8.count + (linker.target?.utf8.count ?? 0)
      try renderer.work.spend((text.utf8.count &+ added) &* Work.byte)
      return .text(Text(try linker.link(text), isSafe: escaping))
    },
  ]
}
