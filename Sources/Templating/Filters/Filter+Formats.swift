extension Filter {
  static let formats: [Filter] = []
}
