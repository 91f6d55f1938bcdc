using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures.Evidence;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>What the voters were shown stays what it was; what cannot be kept is said before, on the ballot and in the protocol.</summary>
public sealed class FreezingTests : IAsyncLifetime
{
    private readonly ScriptedLinks _links = new();
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board, services: services => services.AddSingleton<ILinkedDocuments>(_links));
        _fixture = new ProcedureFixture(_board, _chat);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Open_FreezesWhatASharePointLinkLeadsTo_AndTheBallotShowsTheCopy()
    {
        var link = _links.Put("Notat #1.docx", "Første udgave");
        var draft = await DraftAsync($"Notat {link}");
        Assert.True((await _fixture.OpenAsync(draft, _board.Secretary)).IsSuccess);
        _links.Put("Notat #1.docx", "Anden udgave");

        var attachment = Assert.Single((await _fixture.ReadAsync(draft)).Case.Attachments);
        Assert.Equal(ContentHash.Of(Encoding.UTF8.GetBytes("Første udgave")), attachment.Sha256);
        Assert.Equal(link, attachment.Url);
        Assert.Matches(@"^Chefforum/2026/Bilag Notat -1 \(låst [0-9a-f]{8}\)\.docx$", attachment.Path!);
        var ballot = (await _chat.PressAsync(_board.Member, "procedure.ballot", Named(draft))).Text();
        Assert.Contains("/documents/Chefforum/2026/Bilag%20Notat", ballot, StringComparison.Ordinal);
        Assert.DoesNotContain("sharepoint.com", ballot, StringComparison.Ordinal);
        Assert.DoesNotContain("kun link", ballot, StringComparison.Ordinal);
    }

    /// <summary>Years later and elsewhere: the package alone holds the file that was voted on, and says so when it is another one.</summary>
    [Fact]
    public async Task Evidence_HoldsTheFrozenFile_AndIsVerifiedWithoutTheLibrary()
    {
        var draft = await DraftAsync($"Notat {_links.Put("Notat.docx", "Første udgave")}");
        await _fixture.OpenAsync(draft, _board.Secretary);
        await _fixture.CloseAsync(_board.Secretary, draft);

        var zip = (await _chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(_board.Secretary), new BuildEvidenceRequest(_board.Forum.Id, draft), default)).Value;

        var report = (await EvidenceVerifier.VerifyAsync(new MemoryStream(zip), default)).Value;
        Assert.Empty(report.Faults);
        Assert.Equal(
            ContentHash.Of(Encoding.UTF8.GetBytes("Første udgave")),
            Assert.Single(report.Manifest.Files, file => file.Path.StartsWith("bilag/", StringComparison.Ordinal)).Sha256);
    }

    [Fact]
    public async Task Preview_NamesWhatStaysALinkAndWhatToDo_AndSaysNothingOfWhatIsFrozen()
    {
        var readable = _links.Put("Notat.docx", "Notat");
        var preview = await PreviewAsync(await DraftAsync($"Notat {readable}\nLukket {ScriptedLinks.Site}Lukket.docx\nUdenfor https://x.example/a.pdf\nNavn alene"));

        var text = preview.Text();
        Assert.Contains("2 bilag er kun links, så de bliver ikke fastfrosset", text, StringComparison.Ordinal);
        Assert.Contains("»Lukket«: Jeg har ikke adgang til filen.", text, StringComparison.Ordinal);
        Assert.Contains("give mig læseadgang til siden", text, StringComparison.Ordinal);
        Assert.Contains("»Udenfor«: Linket fører ud af dokumentbiblioteket.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("»Notat«", text, StringComparison.Ordinal);
        Assert.DoesNotContain("»Navn alene«", text, StringComparison.Ordinal);
        Assert.All(_links.Asked, link => Assert.Equal("fjordlandet.sharepoint.com", link.Host));
    }

    [Fact]
    public async Task Open_OfWhatThePreviewSaid_SaysItOnBallotProtocolAndToTheSecretariat()
    {
        var draft = await DraftAsync($"Lukket {ScriptedLinks.Site}Lukket.docx\nUdenfor https://x.example/a.pdf");
        var told = await _chat.PressAsync(_board.Secretary, "procedure.open", DataOf(await PreviewAsync(draft), "procedure.open"));

        Assert.Contains("Kun link – ikke fastfrosset: »Lukket« og »Udenfor«.", told.Text(), StringComparison.Ordinal);
        var ballot = (await _chat.PressAsync(_board.Member, "procedure.ballot", Named(draft))).Text();
        Assert.Equal(2, ballot.Split("(kun link – ikke fastfrosset)").Length - 1);
        await _fixture.CloseAsync(_board.Secretary, draft);
        await using var db = _board.Open();
        var record = (await ProcedureRecord.ReadAsync(db, _board.Forum.Id, draft, default))!;
        Assert.Contains("Kun link – ikke fastfrosset: https://x.example/a.pdf", Word(ProtocolWriter.Write(record)), StringComparison.Ordinal);
    }

    /// <summary>The link could be read when the preview was shown, and cannot any more: nothing goes out before somebody has been told.</summary>
    [Fact]
    public async Task Open_WithALinkOfWhichNobodyWasTold_IsRefusedAndAsksAgain()
    {
        var link = _links.Put("Notat.docx", "Notat");
        var draft = await DraftAsync($"Notat {link}");
        var asked = DataOf(await PreviewAsync(draft), "procedure.open");
        _links.Files.Remove(link);

        var again = await _chat.PressAsync(_board.Secretary, "procedure.open", asked);

        Assert.Equal(ProcedureStatus.Draft, (await _fixture.ReadAsync(draft)).Status);
        Assert.Contains("»Notat«: Jeg har ikke adgang til filen.", again.Text(), StringComparison.Ordinal);
        Assert.Contains("Intet er sendt ud endnu", again.Text(), StringComparison.Ordinal);
        await _chat.PressAsync(_board.Secretary, "procedure.open", DataOf(again, "procedure.open"));
        Assert.Equal(ProcedureStatus.Open, (await _fixture.ReadAsync(draft)).Status);
    }

    [Fact]
    public async Task Open_WithAnotherLinkThanTheOneThatWasAccepted_IsRefused()
    {
        var draft = await DraftAsync($"Lukket {ScriptedLinks.Site}Lukket.docx");
        var tokens = DataOf(await PreviewAsync(draft), "procedure.open")["links"];
        var other = await DraftAsync($"Lukket {ScriptedLinks.Site}Anden.docx");

        var refused = await _chat.Get<OpenWrittenProcedure>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, other, tokens), default);

        Assert.IsType<LinksNotFrozen>(refused.Error);
    }

    [Fact]
    public async Task Open_WhileSharePointIsAway_SendsNothingAndSaysWhy()
    {
        var link = $"{ScriptedLinks.Site}Notat.docx";
        _links.Files[link] = new LibraryIsUnavailable();
        var draft = await DraftAsync($"Notat {link}");
        var preview = await PreviewAsync(draft);
        Assert.Contains("»Notat«: SharePoint svarer ikke lige nu.", preview.Text(), StringComparison.Ordinal);

        var refused = await _chat.PressAsync(_board.Secretary, "procedure.open", DataOf(preview, "procedure.open"));

        Assert.Contains("Bilaget »Notat« kan ikke læses lige nu", refused.Text(), StringComparison.Ordinal);
        Assert.Equal(ProcedureStatus.Draft, (await _fixture.ReadAsync(draft)).Status);
    }

    [Fact]
    public async Task Preview_WhenNobodyAnswersInTime_SaysThatItIsNotKnownYet()
    {
        _links.IsSlow = true;

        var preview = await PreviewAsync(await DraftAsync($"Notat {ScriptedLinks.Site}Notat.docx"));

        Assert.Contains("sender den ikke, hvis det ikke lykkes", preview.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithMoreThanThereIsRoomFor_SaysHowMuch()
    {
        var link = $"{ScriptedLinks.Site}Film.mp4";
        _links.Files[link] = new LinkedFileTooLarge(7);
        var draft = await DraftAsync($"Film {link}");

        var refused = Assert.IsType<LinksNotFrozen>((await _fixture.OpenAsync(draft, _board.Secretary)).Error);

        Assert.Contains("højst fylde 250 MB tilsammen", Assert.Single(refused.Links).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amend_FreezesWhatTheLinkLeadsToNow_AndAsksBeforeALinkStaysOne()
    {
        var link = _links.Put("Notat.docx", "Første udgave");
        var draft = await DraftAsync($"Notat {link}");
        await _fixture.OpenAsync(draft, _board.Secretary);
        _links.Put("Notat.docx", "Anden udgave");
        var typed = Typed(draft, $"Notat {link}\nLukket {ScriptedLinks.Site}Lukket.docx");

        var again = await _chat.PressAsync(_board.Secretary, "procedure.amend", typed);
        Assert.Contains("»Lukket«: Jeg har ikke adgang til filen.", again.Text(), StringComparison.Ordinal);
        Assert.Contains("Nyt bilag", again.Text(), StringComparison.Ordinal);
        Assert.Equal(1, (await _fixture.ReadAsync(draft)).Version);

        typed["links"] = DataOf(again, "procedure.amend")["links"];
        var sent = await _chat.PressAsync(_board.Secretary, "procedure.amend", typed);

        Assert.Contains("Kun link – ikke fastfrosset: »Lukket«.", Assert.IsType<ChatReply.Words>(sent).Markdown.Replace("\u2060", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        var attachments = (await _fixture.ReadAsync(draft)).Case.Attachments;
        Assert.Equal(ContentHash.Of(Encoding.UTF8.GetBytes("Anden udgave")), attachments[0].Sha256);
        Assert.True(attachments[1].IsLinkOnly);
        await _fixture.CloseAsync(_board.Secretary, draft);
        await using var db = _board.Open();
        var record = (await ProcedureRecord.ReadAsync(db, _board.Forum.Id, draft, default))!;
        Assert.Contains("Udgave 2, 13. januar 2026 kl. 09.00, hvor alle skulle svare igen: Nyt bilag", Word(ProtocolWriter.Write(record)), StringComparison.Ordinal);
    }

    /// <summary>It would otherwise be taken for a name, and nothing frozen.</summary>
    [Theory]
    [InlineData("Notat https://fjordlandet.sharepoint.com/sites/x/Delte dokumenter/Notat.docx")]
    [InlineData("https://fjordlandet.sharepoint.com/sites/x/Notat.docx Notat")]
    public async Task Form_WithALinkThatCannotBeRead_SaysHowItIsWritten(string line)
    {
        var request = new SaveProcedureDraftRequest(_board.Forum.Id, null, null, ProcedureFixture.Form with { Attachments = line });

        var refused = await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), request, default);

        Assert.Contains("linket sidst på linjen", Assert.IsType<DraftInvalid>(refused.Error).Fields["attachments"], StringComparison.Ordinal);
    }

    private Task<WrittenProcedureId> DraftAsync(string attachments) => _fixture.DraftAsync(form: ProcedureFixture.Form with { Attachments = attachments });

    private Task<ChatReply> PreviewAsync(WrittenProcedureId draft) => _chat.PressAsync(_board.Secretary, "procedure.preview", Named(draft));

    private Dictionary<string, string> Named(WrittenProcedureId procedure) => new(StringComparer.Ordinal)
    {
        ["forum"] = _board.Forum.Id.Value.ToString(),
        ["procedure"] = procedure.Value.ToString(),
    };

    private Dictionary<string, string> Typed(WrittenProcedureId procedure, string attachments) => new(Named(procedure), StringComparer.Ordinal)
    {
        ["title"] = ProcedureFixture.Form.Title,
        ["summary"] = ProcedureFixture.Form.Summary,
        ["presentation"] = ProcedureFixture.Form.Presentation,
        ["recommendations"] = ProcedureFixture.Form.Recommendations,
        ["attachments"] = attachments,
        ["date"] = ProcedureFixture.Form.Date,
        ["time"] = ProcedureFixture.Form.Time,
        ["reason"] = "Nyt bilag",
    };

    /// <summary>What a button of a card carries.</summary>
    private static Dictionary<string, string> DataOf(ChatReply reply, string verb)
    {
        var card = JsonNode.Parse(CardJson.Serialize(reply.Card()))!;
        var button = Descend(card).OfType<JsonObject>().First(node => node["data"] is JsonObject && (string?)node["verb"] == verb);
        return button["data"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.ToString(), StringComparer.Ordinal);
    }

    private static IEnumerable<JsonNode> Descend(JsonNode node) => node switch
    {
        JsonObject branch => branch.Where(pair => pair.Value is not null).SelectMany(pair => Descend(pair.Value!)).Append(branch),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => Descend(item!)),
        _ => [],
    };

    private static string Word(byte[] content)
    {
        using var file = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        return file.MainDocumentPart!.Document.InnerText;
    }
}
