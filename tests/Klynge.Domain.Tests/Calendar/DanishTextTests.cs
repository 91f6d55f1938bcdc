using System.Text;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Klynge.Domain.Calendar;

namespace Klynge.Domain.Tests.Calendar;

public sealed class DanishTextTests
{
    // Any UTF-16 code unit, the ones that make trouble often.
    private static readonly Arbitrary<string> AnyText = Gen
        .OneOf(Gen.Choose(0, 0xFFFF), Gen.Choose(0, 0x9F), Gen.Choose(0xD7F0, 0xE010), Gen.Choose(0x2000, 0x2070), Gen.Choose(0xFDC0, 0xFFFF))
        .Select(unit => (char)unit)
        .ArrayOf()
        .Select(units => new string(units))
        .ToArbitrary();

    /// <summary>Joiners, marks of direction, soft hyphens, selectors, fillers: as a title each would be an empty row.</summary>
    [Theory]
    [InlineData("\u200B\uFEFF")]
    [InlineData("\u200C\u200D")]
    [InlineData("\u00AD")]
    [InlineData(" \u2060 \u180E ")]
    [InlineData("\uFE0F")]
    [InlineData("\u0301")]
    [InlineData("\u3164")]
    [InlineData("\uFFA0 \u115F\u1160")]
    [InlineData("\u2800\u2800")]
    [InlineData("\U000E0041\U000E0042")]
    public void Clean_OfWhatNobodySees_IsNothing(string text)
    {
        Assert.Equal("", DanishText.Clean(text));
        Assert.IsType<TextMissing>(DanishText.Clean(text, new TextLimit("Titlen", 200)).Error);
    }

    [Theory]
    [InlineData("👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧")]
    [InlineData("❤\uFE0F", "❤\uFE0F")]
    [InlineData("Års\u00ADhjul", "Års\u00ADhjul")]
    [InlineData("…", "…")]
    public void Clean_OfWhatIsSeen_KeepsItsJoiners(string text, string clean) => Assert.Equal(clean, DanishText.Clean(text));

    [Fact]
    public void Compare_DanishNames_PutsTheLastLettersLast()
    {
        string[] sorted = ["anders", "Bo", "Carl", "Müller", "Zenia", "Ægir", "Ärla", "Øjvind", "Öst", "Ågot", "Aagaard", "Åse"];

        Assert.Equal(sorted, sorted.Reverse().Order(DanishText.Comparer));
    }

    [Theory]
    [InlineData("Ågård", "aagaard", 0)]
    [InlineData("BO", "bo", 0)]
    [InlineData("André", "andre", 0)]
    [InlineData("a\u030Ase", "Åse", 0)]
    [InlineData("Zoo", "Ærø", -1)]
    [InlineData("Ø", "Å", -1)]
    [InlineData("Aabenraa", "Aalborg", -1)]
    [InlineData("Aarhus", "Odense", 1)]
    [InlineData(null, "a", -1)]
    [InlineData("", null, 0)]
    public void Compare_TwoTexts_FollowsDanishOrder(string? left, string? right, int sign)
    {
        Assert.Equal(sign, Math.Sign(DanishText.Compare(left, right)));
        Assert.Equal(-sign, Math.Sign(DanishText.Compare(right, left)));
    }

    [Theory]
    [InlineData("Sundhedsråd", "sundhedsraad")]
    [InlineData("SUNDHEDSRAAD", "sundhedsraad")]
    [InlineData("Ærø  Ø\tÅ", "aeroe oe aa")]
    [InlineData(" André Müller ", "andre muller")]
    [InlineData("A\u030A", "aa")]
    [InlineData("Jörgen", "joergen")]
    [InlineData("Łódź Straße", "lodz strasse")]
    [InlineData("psykiatri–plan", "psykiatri-plan")]
    [InlineData("İ ǣ Ǣ", "i ae ae")]
    [InlineData("👍", "👍")]
    [InlineData(null, "")]
    [InlineData("Þórður Đorđević", "thordur dordevic")]
    [InlineData("Işık", "isik")]
    public void Fold_Text_IsItsSearchForm(string? text, string folded) => Assert.Equal(folded, DanishText.Fold(text));

    [Theory]
    [InlineData("  to \t\r\n ord\u00A0\u00A0her ", "to ord her")]
    [InlineData("a\u0000b\u0001c\u001Bd\u007Fe\u009Ff", "abcdef")]
    [InlineData("\u202Egodkendt\u202C \u2066x\u2069\u200E", "godkendt x")]
    [InlineData("a\u030A", "å")]
    [InlineData("👩\u200D⚕️ og 👍", "👩\u200D⚕️ og 👍")]
    [InlineData("<at>Bo</at> **fed** & \"x\"", "<at>Bo</at> **fed** & \"x\"")]
    [InlineData(null, "")]
    public void Clean_UntrustedLine_IsFitForUse(string? text, string clean) => Assert.Equal(clean, DanishText.Clean(text));

    // Not in the table above: an attribute cannot hold half a surrogate pair.
    [Fact]
    public void Clean_LoneSurrogatesAndNoncharacters_AreDropped() =>
        Assert.Equal("abcdef", DanishText.Clean("\uD800a\uDC00b\uFFFEc\uFFFFd\uFDD0e\uFEFF\uD83F\uDFFEf\uD800"));

    [Theory]
    [InlineData("\r\n a  b \r\n\r\n\n\r c\u2028d\n\n", "a b\n\nc\nd")]
    [InlineData("\n \n", "")]
    [InlineData("en linje", "en linje")]
    public void CleanLines_UntrustedText_KeepsItsParagraphs(string text, string clean) => Assert.Equal(clean, DanishText.CleanLines(text));

    [Fact]
    public void Clean_AnyText_CanStandInXmlAndIsStable() => Prop
        .ForAll(AnyText, text =>
        {
            var (line, lines) = (DanishText.Clean(text), DanishText.CleanLines(text));
            XmlConvert.VerifyXmlChars(line);
            XmlConvert.VerifyXmlChars(lines);
            Assert.True(line.IsNormalized(NormalizationForm.FormC));
            Assert.Equal(line, DanishText.Clean(line));
            Assert.Equal(lines, DanishText.CleanLines(lines));
            Assert.Equal(DanishText.Fold(text), DanishText.Fold(DanishText.Fold(text)));
            Assert.Equal(0, DanishText.Compare(text, line));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Clean_WithALimit_CountsAfterCleaning()
    {
        var limit = new TextLimit("Titlen", 5);

        Assert.Equal("abcde", DanishText.Clean("  abcde\u0000\n", limit).Value);
        Assert.Equal(new TextTooLong("Titlen", 6, 5), DanishText.Clean("abcdef", limit).Error);
        Assert.Equal(new TextMissing("Titlen"), DanishText.Clean(" \u202E ", limit).Error);
        Assert.Equal("Titlen mangler. Skriv noget, og prøv igen.", DanishText.Clean(null, limit).Error?.Text);
        Assert.Equal("", DanishText.Clean(null, limit with { Optional = true }).Value);
        Assert.Equal("a\nb", DanishText.Clean("a\r\nb", limit with { Multiline = true }).Value);
        Assert.Equal("a b", DanishText.Clean("a\r\nb", limit).Value);
    }

    [Theory]
    [InlineData("dagorden", "dagsorden", 1)]
    [InlineData("refeart", "referat", 1)]
    [InlineData("HJÆLP", "hjaelp", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", null, 3)]
    [InlineData("Lagoni", "Langoni", 1)]
    public void Distance_TwoWords_CountsSlipsOfTheKeyboard(string? left, string? right, int distance)
    {
        Assert.Equal(distance, DanishText.Distance(left, right));
        Assert.Equal(distance, DanishText.Distance(right, left));
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a👍bc", 3, "a…")]
    [InlineData("abcd", 1, "…")]
    public void Shorten_LongText_CutsBetweenCharacters(string text, int length, string shortened) =>
        Assert.Equal(shortened, DanishText.Shorten(text, length));
}
