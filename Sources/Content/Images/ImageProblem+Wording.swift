extension ImageProblem {
  var message: String {
    switch self {
    case .unknownSize(.truncated): "this image ends before it says how wide and high it is"
    case .unknownSize(.unknownFormat): "this is no image in a format that browsers show"
    case .unknownSize(.malformed): "this image does not say how wide and high it is"
    }
  }

  var remedy: String? {
    switch self {
    case .unknownSize(.unknownFormat): "save it as PNG, JPEG, GIF, WebP, AVIF or SVG"
    case .unknownSize: "look whether the file is whole, and save it again"
    }
  }
}
