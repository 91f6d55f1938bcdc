using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;

namespace Klynge.Application.Tests.WrittenProcedures.Evidence;

/// <summary>What somebody who knows how a package is made does to it without its seal, and which sentence finds it.</summary>
public sealed class TrustTableTests : EvidenceScenario
{
    private const string Against = "\"answer\":3,\"remarks\":\"For dyrt\"";
    private const string For = "\"answer\":1,\"remarks\":\"For dyrt\"";

    [Fact]
    public async Task WholePackage_HasNoFault_AndIsNotProvedWithoutASeal()
    {
        var verified = await Forgery.VerifyAsync(await ClosedPackageAsync());

        Assert.Empty(verified.Value.Faults);
        Assert.Empty(verified.Value.Notes);
        Assert.Equal(EvidenceVerdict.Unproved, EvidenceReport.Verdict(verified));
    }

    [Fact]
    public async Task VoteFlipped_WithChainManifestAndResultMadeAnew_NamesTheRowThatSaysOtherwise()
    {
        var forged = Forgery.Of(await ClosedPackageAsync())
            .RewriteRows("RecordVote", Against, For)
            .FitManifest(manifest => manifest["result"] = "Vedtaget");

        var faults = await ForgedAsync(forged);

        Assert.Contains(faults, fault => fault.Contains("CloseDueProcedures) siger »Sendt til møde«, men af svarene og reglerne følger »Vedtaget«: 4 for, 0 imod", StringComparison.Ordinal));
    }

    /// <summary>The closing row and the lists say so, too; the protocol still says what was answered.</summary>
    [Fact]
    public async Task VoteFlipped_AndEveryListWithIt_IsFoundByTheProtocol()
    {
        var forged = Forgery.Of(await ClosedPackageAsync())
            .RewriteRows("RecordVote", Against, For)
            .RewriteRows("CloseDueProcedures", "\"outcome\":4", "\"outcome\":1")
            .Replace("sag/svar.json", "\"answer\": \"Godkender ikke\",\n    \"remarks\": \"For dyrt\"", "\"answer\": \"Godkender\",\n    \"remarks\": \"For dyrt\"")
            .Replace("sag/stemmeliste.json", "\"answer\": \"reject\",\n    \"answerInWords\": \"Godkender ikke\"", "\"answer\": \"approve\",\n    \"answerInWords\": \"Godkender\"")
            .FitManifest(manifest => manifest["result"] = "Vedtaget");

        var faults = await ForgedAsync(forged);

        Assert.Contains(faults, fault => fault.StartsWith("beslutningsprotokol.docx siger ikke »Vedtaget«", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("beslutningsprotokol.docx siger »Godkender ikke« ved ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ResultInTheManifest_Rewritten_IsFound() => Assert.Equal(
        "manifest.json siger resultatet »Vedtaget«, men af revisionssporet følger »Sendt til møde«.",
        (await ForgedAsync(Forgery.Of(await ClosedPackageAsync()).FitManifest(manifest => manifest["result"] = "Vedtaget")))[0]);

    [Fact]
    public async Task Answers_RewrittenWithTheirHash_NameTheAnswer()
    {
        var forged = Forgery.Of(await ClosedPackageAsync()).Replace("sag/svar.json", "\"Godkender ikke\"", "\"Godkender\"").FitManifest();

        Assert.Contains("sag/svar.json, nr. 1: »answer« er »Godkender«, men af revisionssporet følger »Godkender ikke«.", await ForgedAsync(forged));
    }

    [Theory]
    [InlineData("sag/stemmeliste.json", "Mads Holt", "Mads Holm")]
    [InlineData("sag/udgave-1.json", "Programmet begynder til september.", "Programmet begynder til oktober.")]
    [InlineData("sag/udgave-1.json", "\"deadline\": \"2026-01-23", "\"deadline\": \"2026-01-22")]
    [InlineData("revisionsspor.json", "For dyrt", "For billigt")]
    [InlineData("indeks.html", "Sendt til møde", "Vedtaget")]
    public async Task List_RewrittenWithItsHash_IsNamed(string path, string from, string to)
    {
        var forged = Forgery.Of(await ClosedPackageAsync()).Replace(path, from, to).FitManifest();

        Assert.Contains(await ForgedAsync(forged), fault => fault.StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnotherDocumentAsProtocol_WithItsHash_IsFound()
    {
        var package = await ClosedPackageAsync();
        var other = Forgery.Of(package).Files.Single(file => file.Name == "bemaerkninger.docx").Content;

        Assert.Contains("beslutningsprotokol.docx er ikke det dokument, hvis hash står i revisionssporet.", await ForgedAsync(Forgery.Of(package).Put("beslutningsprotokol.docx", other).FitManifest()));
    }

    [Fact]
    public async Task AuditTrail_TakenOutOrEmptied_IsFound()
    {
        var package = await ClosedPackageAsync();

        Assert.Contains(await ForgedAsync(Forgery.Of(package).Remove("revisionsspor.jsonl").FitManifest()), fault => fault.StartsWith("revisionsspor.jsonl mangler", StringComparison.Ordinal));
        Assert.NotEmpty(await ForgedAsync(Forgery.Of(package).Put("revisionsspor.jsonl", "[]").FitManifest()));
        Assert.Contains(
            "Revisionssporet har ingen række, hvor sagen bliver sendt ud, så stemmelisten og reglerne kan ikke efterprøves.",
            await ForgedAsync(Forgery.Of(package).RewriteRows(_ => []).FitManifest()));
    }

    [Theory]
    [InlineData("OpenWrittenProcedure")]
    [InlineData("CastVote")]
    [InlineData("RecordVote")]
    [InlineData("CloseDueProcedures")]
    public async Task Row_TakenOutWithEveryHashMadeAnew_IsFound(string useCase)
    {
        var forged = Forgery.Of(await ClosedPackageAsync())
            .RewriteRows(rows => rows.Where(row => row != rows.First(one => one["useCase"]!.GetValue<string>() == useCase)))
            .FitManifest();

        Assert.NotEmpty(await ForgedAsync(forged));
    }

    [Theory]
    [InlineData("OpenWrittenProcedure", "\\u0022rule\\u0022:\\u0022consensus\\u0022", "\\u0022rule\\u0022:\\u0022simpleMajority\\u0022")]
    [InlineData("CastVote", "\"answeredAt\":\"2026-01-13T08:00:00Z\"", "\"answeredAt\":\"2026-01-13T08:00:01Z\"")]
    [InlineData("CloseDueProcedures", "\"closedBecause\":2", "\"closedBecause\":1")]
    [InlineData("CastVote", "\"remarks\":\"Flere pladser\"", "\"remarks\":null")]
    public async Task Row_RewrittenWithEveryHash_ContradictsTheOthers(string useCase, string from, string to)
    {
        var package = Forgery.Of(await ClosedPackageAsync());
        Assert.Contains(package.Rows, row => row["changes"]!.GetValue<string>().Contains(from, StringComparison.Ordinal));

        Assert.Contains(await ForgedAsync(package.RewriteRows(useCase, from, to).FitManifest()), fault => fault.StartsWith("Række ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Protocol_ThatIsAnotherInTheLibrary_StopsThePackage()
    {
        await CloseAsync();
        await File.WriteAllBytesAsync(await ProtocolFileAsync(), Forgery.Of(await BuildAsync()).Files.Single(file => file.Name == "bemaerkninger.docx").Content);

        var built = await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, Case), default);

        Assert.Contains("Beslutningsprotokol i dokumentbiblioteket er ændret", Assert.IsType<DocumentChangedInLibrary>(built.Error).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Protocol_ThatIsGone_IsSaidAndNotWrittenAnew()
    {
        await CloseAsync();
        File.Delete(await ProtocolFileAsync());

        var package = Forgery.Of(await BuildAsync());

        Assert.DoesNotContain(package.Files, file => file.Name == "beslutningsprotokol.docx");
        Assert.Equal("beslutningsprotokol.docx", Assert.Single(package.Manifest["missing"]!.AsArray())!.GetValue<string>());
        Assert.Contains("beslutningsprotokol.docx er ikke med", System.Net.WebUtility.HtmlDecode(package.Text("indeks.html")), StringComparison.Ordinal);
        Assert.Equal("beslutningsprotokol.docx mangler: dokumentet blev skrevet, men var væk i dokumentbiblioteket, da pakken blev lavet.", Assert.Single(await ForgedAsync(package)));
    }

    private static async Task<IReadOnlyList<string>> ForgedAsync(Forgery forged)
    {
        var verified = await Forgery.VerifyAsync(forged.ToZip());
        Assert.Equal(EvidenceVerdict.Forged, EvidenceReport.Verdict(verified));
        return verified.Value.Faults;
    }
}
