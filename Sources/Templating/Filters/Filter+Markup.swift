extension Filter {
  static let markup: [Filter] = [
    Filter("safe") { (arguments, _, _) throws(Interruption) in .text(try arguments.input.text().markedSafe) },
    Filter("escape") { (arguments, _, _) throws(Interruption) in .text(try arguments.input.text().escaped) },
    Filter("forceescape") { (arguments, _, _) throws(Interruption) in
      .text(try arguments.input.text().plain.escaped)
    },
  ]
}
