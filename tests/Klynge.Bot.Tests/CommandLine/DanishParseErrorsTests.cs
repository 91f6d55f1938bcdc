using System.Collections;
using System.Resources;
using Klynge.Bot.CommandLine;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>Whoever types a command wrong reads Danish, whatever the library has to say of it.</summary>
public sealed class DanishParseErrorsTests
{
    [Theory]
    [InlineData("nosuch", "»nosuch« er ikke en kommando eller et valg her.")]
    [InlineData("import", "import mangler <FIL>.")]
    [InlineData("evidence abc --out a.zip", "»abc« er ikke et id. Det ligner »3f2b8c1e-5a7d-4e0f-9b6c-2d1a0e8f7c54«.")]
    [InlineData("evidence 3f2b8c1e-5a7d-4e0f-9b6c-2d1a0e8f7c54", "Skriv også --out.")]
    [InlineData("check --mailbox", "--mailbox mangler sin værdi.")]
    [InlineData("check --mailbox a@b.dk --mailbox c@b.dk", "--mailbox kan kun have én værdi, og her er 2.")]
    [InlineData("board", "Skriv også, hvad der skal gøres.")]
    [InlineData("jobs --json=maybe", "»maybe« er ikke en kommando eller et valg her.")]
    [InlineData("import @findes-ikke", "Filen »findes-ikke« med resten af kommandoen findes ikke.")]
    public void CommandLine_ThatCannotBeRead_IsAnsweredInDanish(string line, string sentence)
    {
        var parsed = RootCommandFactory.Create([]).Parse(line.Split(' '));

        Assert.Contains(sentence, parsed.Errors.Select(error => DanishParseErrors.Translate(error.Message)));
    }

    /// <summary>Read off the library's own resources, so that a sentence of its next version is noticed.</summary>
    [Fact]
    public void EverySentenceOfTheLibrary_ThatIsAnError_HasADanishOne()
    {
        var library = typeof(System.CommandLine.RootCommand).Assembly;
        var name = Assert.Single(library.GetManifestResourceNames(), one => one.EndsWith("Resources.resources", StringComparison.Ordinal));
        using var reader = new ResourceReader(library.GetManifestResourceStream(name)!);
        var errors = reader.Cast<DictionaryEntry>().Select(one => (string)one.Value!)
            .Where(one => one.Contains('\'', StringComparison.Ordinal) || one.Contains("not provided", StringComparison.Ordinal))
            .ToList();

        Assert.True(errors.Count > 10, $"{errors.Count} sentences");
        Assert.All(errors, one => Assert.NotEqual(one, DanishParseErrors.Translate(one)));
    }

    [Fact]
    public void SentenceThatIsNotKnown_StaysAsItIs() => Assert.Equal("Something new.", DanishParseErrors.Translate("Something new."));
}
