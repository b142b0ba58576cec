import Foundation
import TestSupport
import Testing

@testable import Content

@Suite("Sizes of images")
struct ImageHeaderTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Fixtures/images")
  static let names = [
    "baseline.jpg", "extended.webp", "image.avif", "image.gif", "image.png", "lossless.webp", "lossy.webp",
    "progressive.jpg",
  ]

  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  @Test("Every format says its size", arguments: names)
  func formats(name: String) throws {
    #expect(try ImageHeader.size(of: Self.bytes(name)) == ImageSize(width: 37, height: 21))
  }

  @Test("A quarter turn in the metadata exchanges width and height", arguments: 1...8)
  func orientation(value: Int) throws {
    let size =
      value < 5 ? ImageSize(width: 37, height: 21) : ImageSize(width: 21, height: 37)
    #expect(try ImageHeader.size(of: Self.bytes("orientation-\(value).jpg")) == size)
  }

  @Test("An AVIF image says itself how it is turned")
  func turnedAVIF() throws {
    #expect(try ImageHeader.size(of: Self.bytes("turned.avif")) == ImageSize(width: 21, height: 37))
  }

  @Test(
    "An SVG has the size of its attributes, and what they lack from its view box",
    arguments: [
      ("<svg width=\"40\" height=\"30\"/>", 40, 30),
      (
        "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- a > b --><!DOCTYPE svg [ <!ENTITY a \">\"> ]>\n<svg width='4in' height=' 96pt ' />",
        384, 128
      ),
      ("<svg xmlns=\"x\" viewBox=\"0 0 24.4,12.6\"><g/></svg>", 24, 13),
      ("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 300 200\">", 300, 200),
      ("<svg width=\"60mm\" viewBox=\"-5 -5 10 5\">", 227, 113),
      ("<svg height = \"10\" viewBox=\"0 0 20 5\">", 40, 10),
      ("<svg:svg xmlns:svg=\"x\" width=\"2.54cm\" height=\"1pc\">", 96, 16),
      ("<svg width=\"1e1\" height=\"20\" viewBox=\"0 0 5 8\">", 13, 20),
    ])
  func svg(text: String, width: Int, height: Int) throws {
    #expect(try ImageHeader.size(of: Array(text.utf8)) == ImageSize(width: width, height: height))
  }

  @Test(
    "An SVG that fills any place has no size",
    arguments: [
      "<svg>", "<svg width=\"100%\"/>", "<svg width=\"40\"/>", "<svg width=\"-1\" height=\"0\">",
      "<svg viewBox=\"0 0 0 10\">", "<svg viewBox=\"0 0 nan inf\">",
      "<svg width=\"1000000000000\" height=\"9\">",
      "<svg width=\"1em\" height=\"1em\">",
    ])
  func svgWithoutSize(text: String) throws {
    #expect(try ImageHeader.size(of: Array(text.utf8)) == nil)
  }

  @Test(
    "What is no image says so",
    arguments: [
      ("", .truncated), ("<svg width=\"1", .truncated), ("<!-- ", .truncated), ("GIF89a\u{1}", .truncated),
      ("<html><svg width=\"1\" height=\"1\">", .unknownFormat), ("just some text here", .unknownFormat),
      ("GIF89a\0\0\0\0", .malformed), ("<svg width=1 height=1>", .malformed),
      ("RIFF\0\0\0\0WEBPVP8?\0\0\0\0", .malformed), ("\0\0\0\u{14}ftypheic\0\0\0\0mif1", .unknownFormat),
    ] as [(String, ImageMistake)])
  func mistakes(text: String, mistake: ImageMistake) {
    #expect(throws: mistake) { try ImageHeader.size(of: Array(text.utf8)) }
  }

  @Test("A file that ends before its size says so, wherever it ends", arguments: names)
  func truncated(name: String) throws {
    let bytes = try Self.bytes(name)
    let size = ImageSize(width: 37, height: 21)
    for end in 0..<bytes.count {
      do throws(ImageMistake) {
        #expect(try ImageHeader.size(of: Array(bytes[..<end])) == size)
      } catch {
        #expect(error == .truncated || end < 16, "\(end)")
      }
    }
  }

  @Test(
    "Bytes that anything can be wrong with give a size or a mistake",
    arguments: names + ["turned.avif", "orientation-6.jpg"])
  func hostile(name: String) throws {
    let original = try Self.bytes(name)
    var generator = SeededNumbers()
    for _ in 0..<2000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let index = Int.random(in: 0..<min(bytes.count, 400), using: &generator)
        bytes[index] =
          [0, 0xFF, 0x7F, 0x80, .random(in: 0...255, using: &generator)][
            Int.random(in: 0..<5, using: &generator)]
      }
      if let size = try? ImageHeader.size(of: bytes) { #expect(size.width > 0 && size.height > 0) }
    }
  }

  @Test("A broken image is a warning at its file, and the others have their sizes")
  func files() throws {
    let site = try LoadedSite(bytes: [
      "news/2010-10-01-x/index.md": Array("---\ntitle: T\n---\n".utf8),
      "news/2010-10-01-x/a.PNG": try Self.bytes("image.png"),
      "news/2010-10-01-x/b.png": Array(try Self.bytes("image.png").prefix(20)),
      "static/c.jpg": try Self.bytes("orientation-6.jpg"), "static/d.svg": Array("no image at all".utf8),
      "static/e.txt": [],
    ])
    #expect(
      site.report == """
        news/2010-10-01-x/b.png:1:1: warning: this image ends before it says how wide and high it is [unreadable-image]
          help: look whether the file is whole, and save it again
        static/d.svg:1:1: warning: this is no image in a format that browsers show [unreadable-image]
          help: save it as PNG, JPEG, GIF, WebP, AVIF or SVG

        """)
    let sizes = try #require(site.content.tree).imageSizes.map { path, size in
      "\(path.split(separator: "/").last ?? "") \(size.width) \(size.height)"
    }
    #expect(sizes.sorted() == ["a.PNG 37 21", "c.jpg 21 37"])
  }

  @Test("Metadata that are longer than what is read at first are read through")
  func longMetadata() throws {
    var bytes = try Self.bytes("orientation-6.jpg")
    let segment = [0xFF, 0xE2, 0xFF, 0xFF] + [UInt8](repeating: 1, count: 0xFFFD)
    bytes.insert(contentsOf: segment + segment, at: 2)
    let site = try LoadedSite(bytes: ["static/a.jpg": bytes])
    #expect(site.report == "")
    #expect(site.content.tree?.imageSizes.values.first == ImageSize(width: 21, height: 37))
  }
}
