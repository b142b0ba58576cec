import Content
import Testing

@Suite("Parts of addresses")
struct SlugTests {
  @Test(
    "A title becomes small letters, digits and hyphens, as its language writes them",
    arguments: [
      ("Über die Förderung großer Cluster", "de", "ueber-die-foerderung-grosser-cluster"),
      ("Über die Förderung", "de-AT", "ueber-die-foerderung"),
      ("Naïve façade", "fr", "naive-facade"),
      ("Gräs och öl", "sv", "gras-och-ol"),
      ("Ålborg, Ærø og Ø", "da", "aalborg-aeroe-og-oe"),
      ("Ålborg", "en", "alborg"),
      ("İstanbul'da ışık", "tr", "istanbulda-isik"),
      ("Łódź — “Zürich” & Co.", "en", "lodz-zurich-co"),
      ("The world’s leading clusters", "en", "the-worlds-leading-clusters"),
      ("  a/b\\c..d  ", "en", "a-b-c-d"),
      ("Энергия и вода", "ru", "энергия-и-вода"),
      ("清洁 技术 2010", "zh", "清洁-技术-2010"),
      ("Ｆｕｌｌ width", "en", "full-width"),
      ("!!!", "en", ""), ("", "en", ""),
    ])
  func titles(title: String, language: String, slug: String) {
    #expect(Slug.make(from: title, language: language) == slug)
  }
}
