import CommonMark
import Testing

@Suite("Parts of addresses, and ids")
struct SlugTests {
  @Test(
    "A title becomes small letters, digits and hyphens, as its language writes them",
    arguments: [
      ("Über die Förderung großer Cluster", "de", "ueber-die-foerderung-grosser-cluster"),
      ("Über die Förderung", "de-AT", "ueber-die-foerderung"),
      ("Naïve façade", "fr", "naive-facade"),
      ("Gräs och öl", "sv", "gras-och-ol"),
      ("Ålborg, Ærø og Ø", "da", "aalborg-aeroe-og-oe"),
      ("Ærø, Ørsted & Ångström", "en", "aeroe-oersted-aangstroem"), ("Türkiye", "tr", "turkiye"),
      ("İstanbul'da ışık", "tr", "istanbulda-isik"),
      ("Łódź — “Zürich” & Co.", "en", "lodz-zuerich-co"),
      ("The world’s leading clusters", "en", "the-worlds-leading-clusters"),
      ("  a/b\\c..d  ", "en", "a-b-c-d"),
      ("Энергия и вода", "ru", "энергия-и-вода"),
      ("清洁 技术 2010", "zh", "清洁-技术-2010"),
      ("Ｆｕｌｌ width, oﬃce, ǅ", "en", "full-width-office-dz"),
      ("A\u{308}rger", "de", "aerger"), ("A\u{308}rger", "sv", "arger"), ("Coöperatie", "nl", "cooperatie"),
      ("x\u{335}y", "en", "xy"), ("Don’t panic!", "en", "dont-panic"), ("Čeština 2.0", "cs", "cestina-2-0"),
      ("  --  ", "en", ""),
      ("!!!", "en", ""), ("", "en", ""),
    ])
  func titles(title: String, language: String, slug: String) {
    #expect(Slug.of(title, language: language) == slug)
  }
}
