using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.Tests.WrittenProcedures.Evidence;

/// <summary>Whatever a case has been through, its package has no fault: what is found must be a forgery.</summary>
public sealed class WholeCasesTests : EvidenceScenario
{
    [Fact]
    public async Task Case_ChangedMovedAndLeftToASubstitute_IsWhole()
    {
        await CastAsync(Board.Member, Case, Answer.Reject, "For tidligt");
        await AmendAsync(ProcedureFixture.Form with { Presentation = "Programmet begynder til oktober.", Reason = "Nyt tidspunkt" });
        await AmendAsync(ProcedureFixture.Form with { Presentation = "Programmet begynder til oktober.", Date = "2026-01-26", Reason = "Mere tid" });
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        Assert.True((await Chat.Get<GiveUpSeat>().HandleAsync(TestBoard.As(Board.Member), new GiveUpSeatRequest(Board.Forum.Id, Case), default)).IsSuccess);
        Assert.True((await Fixture.VoteAsync(Board.Stranger, Case, version: 2)).IsSuccess);
        Assert.True((await Fixture.VoteAsync(Board.Chair, Case, Answer.ApproveWithRemarks, "Gerne", version: 2)).IsSuccess);
        Assert.True((await Fixture.VoteAsync(Board.OtherMember, Case, Answer.Recused, "Søster", version: 2)).IsSuccess);
        Assert.True((await Fixture.CloseAsync(Board.Secretary, Case)).IsSuccess);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await Chat.Get<ConfirmResult>().HandleAsync(TestBoard.As(Board.Chair), new(Board.Forum.Id, Case, "Tak."), default);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);

        var package = await BuildAsync();

        Assert.Empty(await FaultsAsync(package));
        Assert.Contains("Ulla Fremmed (stedfortræder for Mads Holt)", Forgery.Of(package).Text("indeks.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Answer.DemandMeeting)]
    [InlineData(Answer.Approve)]
    public async Task Case_ClosedByItsDeadlineOrADemand_IsWhole(Answer answer)
    {
        await CastAsync(Board.Member, Case, answer, answer == Answer.Approve ? null : "Må drøftes");
        Board.Clock.Advance(NodaTime.Duration.FromDays(20));
        await Chat.Get<CloseDueProcedures>().HandleAsync(default);

        Assert.Empty(await FaultsAsync(await BuildAsync()));
    }

    [Fact]
    public async Task Case_ThatWasWithdrawn_IsWhole()
    {
        await CastAsync(Board.Member, Case, Answer.Approve, null);
        Assert.True((await Fixture.WithdrawAsync(Board.Secretary, Case, "Ikke længere aktuel")).IsSuccess);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);

        var package = await BuildAsync();

        Assert.Empty(await FaultsAsync(package));
        Assert.Equal("Trukket tilbage", (await Forgery.VerifyAsync(package)).Value.Manifest.Result);
    }

    /// <summary>Before the documents are written there is none to be held against: the package says so, and is not called forged.</summary>
    [Fact]
    public async Task Case_WithoutItsProtocolYet_SaysSo()
    {
        await Fixture.VoteAsync(Board.Member, Case);
        await Fixture.CloseAsync(Board.Secretary, Case);

        var report = (await Forgery.VerifyAsync(await BuildAsync())).Value;

        Assert.Empty(report.Faults);
        Assert.Contains("beslutningsprotokol.docx er ikke i pakken: Klynge havde ikke skrevet dokumentet, da pakken blev lavet.", report.Notes);
        Assert.Contains("Ikke alle svar har skrevet ned, hvilken konto de kom fra.", report.Notes);
    }

    [Fact]
    public async Task Index_SaysHowEachWasKnown_WhoWroteItIn_AndWhatASealDoesNotShow()
    {
        var index = Forgery.Of(await ClosedPackageAsync()).Text("indeks.html");

        foreach (var expected in new[]
        {
            "<html lang=\"da\">", "<th scope=\"col\">Kendt ved</th>", $"tenant {Tenant}\nobjekt-id konto-{Board.Member.Key}\nMicrosoft Teams", $"objekt-id konto-{Board.Secretary.Key}",
            "givet pr. mail, registreret af Sofie Bech", "13. januar 2026 kl. 09.00.00", "13. januar 2026 kl. 09.01.01", "egen knap", "Sendt til møde", "3 for, 1 imod",
            "Enighed. Manglende svar tæller hverken for eller imod.", "04.1.4", "ikke afgjort", "Godkender med bemærkninger", "Flere pladser",
        })
        {
            Assert.Contains(expected, index, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<script", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_HaveTimesAndWordsForEveryAnswer_AndNoKeyTwice()
    {
        var package = Forgery.Of(await ClosedPackageAsync());
        var unique = new JsonDocumentOptions { AllowDuplicateProperties = false };
        foreach (var file in package.Files.Where(file => file.Name.EndsWith(".json", StringComparison.Ordinal)))
            JsonDocument.Parse(file.Content, unique).Dispose();

        Assert.All(package.Rows, row => JsonDocument.Parse(row["changes"]!.GetValue<string>(), unique).Dispose());
        Assert.All(JsonNode.Parse(package.Text("sag/svar.json"))!.AsArray(), answer => Assert.Matches("^2026-01-13T08:0[0-9]:[0-9]{2}Z$", answer!["at"]!.GetValue<string>()));
        Assert.All(JsonNode.Parse(package.Text("sag/stemmeliste.json"))!.AsArray(), seat => Assert.NotEmpty(seat!["answerInWords"]!.GetValue<string>()));
    }

    /// <summary>A package of before: fewer values, times to the second, no index and no container. What it has is held against its log.</summary>
    [Fact]
    public async Task PackageOfTheFirstFormat_IsWhole_AndItsForgeriesAreFound()
    {
        var package = Forgery.Of(await ClosedPackageAsync()).Remove("mimetype").Remove("indeks.html");
        var answers = JsonNode.Parse(package.Text("sag/svar.json"))!.AsArray();
        foreach (var answer in answers)
            answer!.AsObject().Remove("name");

        package.Put("sag/svar.json", answers.ToJsonString()).FitManifest(manifest =>
        {
            manifest["format"] = 1;
            manifest.Remove("kind");
        });

        Assert.Empty(await FaultsAsync(package.ToZip()));
        answers[0]!["by"] = Guid.NewGuid().ToString();
        Assert.Contains("»by«", Assert.Single(await FaultsAsync(package.Put("sag/svar.json", answers.ToJsonString()).FitManifest().ToZip())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CasePackage_CalledAHandover_IsFound() => Assert.Contains(
        "Pakken siger, at den ikke er fra en skriftlig behandling, men den har en sags filer.",
        await FaultsAsync(Forgery.Of(await ClosedPackageAsync()).FitManifest(manifest => manifest["kind"] = "handover").ToZip()));

    [Fact]
    public async Task ExpectedHash_MustBeThatOfARow()
    {
        var package = await ClosedPackageAsync();
        var hash = Forgery.Of(package).Rows[2]["hash"]!.GetValue<string>();

        Assert.Empty((await Forgery.VerifyAsync(package, new EvidenceProof([], [hash]))).Value.Faults);
        Assert.NotEmpty((await Forgery.VerifyAsync(package, new EvidenceProof([], [new string('0', 63) + "1"]))).Value.Faults);
        var forged = Forgery.Of(package).RewriteRows("CastVote", "Flere pladser", "Færre pladser").FitManifest().ToZip();
        Assert.Contains(await ExpectedAsync(forged, package), fault => fault.StartsWith("Ingen hel række har den hash", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ExpectedAsync(byte[] forged, byte[] package) =>
        (await Forgery.VerifyAsync(forged, new EvidenceProof([], [.. Forgery.Of(package).Rows.Select(row => row["hash"]!.GetValue<string>())]))).Value.Faults;

    private async Task AmendAsync(ProcedureForm form)
    {
        var amended = await Chat.Get<AmendWrittenProcedure>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Case, form), default);
        Assert.True(amended.IsSuccess, amended.Error?.Text);
    }
}
