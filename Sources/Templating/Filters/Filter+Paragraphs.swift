extension Filter {
  static let paragraphs: [Filter] = []
}
