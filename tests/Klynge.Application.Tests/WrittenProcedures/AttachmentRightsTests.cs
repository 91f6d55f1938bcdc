using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>The bot may read more than any person; what it puts into a case is what the one who asks could have read.</summary>
public sealed class AttachmentRightsTests : IAsyncLifetime
{
    private const string Content = "Personalesagen";

    private readonly ScriptedLinks _links = new();
    private TestBoard _board = null!;
    private ChatBench _chat = null!;
    private ProcedureBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatBench(_board, services: services => services.AddSingleton<ILinkedDocuments>(_links));
        _bench = new ProcedureBench(_board, _chat);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    /// <summary>The chair has the very link, sealed: somebody has sent it on. It still is another forum's document.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_WithAnotherForumsDocument_IsRefusedAndNothingIsCopied(bool isClosed)
    {
        var link = await StoreAsync("Driftsforum", isClosed);
        var draft = await DraftAsync(link);

        var refused = await _bench.OpenAsync(draft, _board.Chair);

        Assert.IsType<AttachmentNotYours>(refused.Error);
        Assert.Equal(ProcedureStatus.Draft, (await _bench.ReadAsync(draft)).Status);
        Assert.Empty(await _chat.Get<IDocumentLibrary>().ListAsync("Chefforum/2026", default));
    }

    [Fact]
    public async Task Open_WithALinkThatWasGuessed_IsAnsweredAsOneThatLeadsNowhere()
    {
        await StoreAsync("Driftsforum", isClosed: true);
        var there = await DraftAsync("http://localhost:3978/documents/Driftsforum/Lukket/2026/Protokol.docx");
        var nowhere = await DraftAsync("http://localhost:3978/documents/Driftsforum/Lukket/2026/Findes%20ikke.docx");

        var refused = await _bench.OpenAsync(there, _board.Chair);

        Assert.IsType<AttachmentNotYours>(refused.Error);
        Assert.Equal(refused.Error!.Text, (await _bench.OpenAsync(nowhere, _board.Chair)).Error!.Text);
    }

    /// <summary>Nobody finds out at »Send ud« what the preview could have said.</summary>
    [Theory]
    [InlineData("Driftsforum", false, "kan ikke tages med")]
    [InlineData("Driftsforum", true, "kan ikke tages med")]
    [InlineData("Chefforum", true, "hører til en lukket sag")]
    [InlineData("Chefforum", false, null)]
    public async Task Preview_WithADocumentThatTheCaseCannotHave_SaysSo(string forum, bool isClosed, string? says)
    {
        var draft = await DraftAsync(await StoreAsync(forum, isClosed));

        var shown = await PreviewAsync(draft);

        Assert.Equal(says is not null, shown.Contains("Intet er sendt ud", StringComparison.Ordinal));
        Assert.Contains(says ?? "Send ud", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts.StayLinks(1), shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WithADocumentOfOursThatIsGone_SaysSo()
    {
        var links = _chat.Get<DocumentLinks>();
        var draft = await DraftAsync(links.To(DocumentPath.Of("Chefforum", 2026, "Væk")).AbsoluteUri);

        Assert.Contains("kan ikke læses i dokumentbiblioteket", await PreviewAsync(draft), StringComparison.Ordinal);
    }

    private async Task<string> PreviewAsync(WrittenProcedureId draft)
    {
        var reply = await _chat.PressAsync(_board.Chair, Verbs.Preview, new { forum = _board.Forum.Id.Value, procedure = draft.Value });
        return CardJson.Serialize(reply.Card());
    }

    [Fact]
    public async Task Open_WithTheForumsOwnDocument_FreezesIt()
    {
        var draft = await DraftAsync(await StoreAsync("Chefforum", isClosed: false));

        Assert.True((await _bench.OpenAsync(draft, _board.Chair)).IsSuccess);
        Assert.True(Assert.Single((await _bench.ReadAsync(draft)).Case.Attachments).IsFrozen);
    }

    /// <summary>Observers and guests read an open case.</summary>
    [Fact]
    public async Task Open_OfAnOpenCaseWithAClosedDocument_IsRefused_AndOfAClosedCaseItLiesInTheClosedPlace()
    {
        var link = await StoreAsync("Chefforum", isClosed: true);
        var open = await DraftAsync(link);
        var closed = await DraftAsync(link);
        await CloseCaseAsync(closed);

        Assert.IsType<AttachmentIsClosed>((await _bench.OpenAsync(open, _board.Secretary)).Error);
        Assert.True((await _bench.OpenAsync(closed, _board.Secretary)).IsSuccess);
        Assert.Matches(@"^Chefforum/Lukket/2026/Bilag \(låst [0-9a-f]{16}\)\.docx$", Assert.Single((await _bench.ReadAsync(closed)).Case.Attachments).Path!);
    }

    [Theory]
    [InlineData("Driftsforum/2026/Beslutningsprotokol.docx")]
    [InlineData("Driftsforum/Lukket/2026/Beslutningsprotokol.docx")]
    [InlineData("driftsforum/Diverse/Notat.docx")]
    public async Task Open_WithAFileOfAnotherForumsFolderInSharePoint_IsRefused(string path)
    {
        var link = _links.Put("Protokol.docx", Content);
        _links.Places[link] = path;
        var draft = await DraftAsync(link);

        Assert.IsType<AttachmentNotYours>((await _bench.OpenAsync(draft, _board.Chair)).Error);
        Assert.Equal(ProcedureStatus.Draft, (await _bench.ReadAsync(draft)).Status);
    }

    /// <summary>The site's owner makes the folder by hand, and SharePoint takes its name in any case.</summary>
    [Theory]
    [InlineData("Chefforum/Lukket/2026/Protokol.docx")]
    [InlineData("Chefforum/lukket/2026/Protokol.docx")]
    [InlineData("chefforum/LUKKET/Diverse/Notat.docx")]
    [InlineData("Chefforum/lukket/Notat.docx")]
    [InlineData("Chefforum/Lukket./2026/Protokol.docx")]
    [InlineData("Chefforum/ Lukket /2026/Protokol.docx")]
    [InlineData("chefforum. /LUKKET. ./2026/Protokol.docx")]
    public async Task Open_OfAnOpenCaseWithAClosedFile_IsRefused_HoweverTheFolderIsWritten(string path)
    {
        var link = _links.Put("Protokol.docx", Content);
        _links.Places[link] = path;
        var draft = await DraftAsync(link);

        Assert.IsType<AttachmentIsClosed>((await _bench.OpenAsync(draft, _board.Secretary)).Error);
        Assert.Equal(ProcedureStatus.Draft, (await _bench.ReadAsync(draft)).Status);
    }

    /// <summary>On another site; in the library's root; beside the forum's folder, whatever that is called; in another forum's that the secretariat reads.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("Sag.docx")]
    [InlineData("Chefforum.docx")]
    [InlineData("Personalesager/Sag.docx")]
    [InlineData("Personalesager/2026/Sag.docx")]
    [InlineData("Chefforum 2/2026/Sag.docx")]
    [InlineData("Chefforum-sekretariatet/Sag.docx")]
    [InlineData("Arkiv/Chefforum/2026/Sag.docx")]
    [InlineData("Driftsforum/Diverse/Sag.docx")]
    public async Task Open_WithAFileOfAnotherPlace_IsFetchedOnlyOnTheSecretariatsYes_WhichNamesTheSource(string? path)
    {
        await SeatInTheOtherForumAsync();
        var link = _links.Put("Sag.docx", Content);
        _links.Places[link] = path;
        var draft = await DraftAsync(link);
        var preview = (await _chat.PressAsync(_board.Secretary, "procedure.preview", Named(draft))).Card();
        var toggle = JsonNode.Parse(CardJson.Serialize(preview))!["body"]!.AsArray().Single(element => (string?)element!["type"] == "Input.Toggle")!;
        Assert.Contains("»Personalesager« på fjordlandet.sharepoint.com", preview.Text(), StringComparison.Ordinal);

        var data = Named(draft);
        data[(string)toggle["id"]!] = "true";
        await _chat.PressAsync(_board.Secretary, "procedure.open", data);

        Assert.True(Assert.Single((await _bench.ReadAsync(draft)).Case.Attachments).IsFrozen);
    }

    /// <summary>What people have put into the forum's own folder, which SharePoint knows by any case.</summary>
    [Theory]
    [InlineData("Chefforum/Sag.docx")]
    [InlineData("chefforum/Diverse/Sag.docx")]
    [InlineData("CHEFFORUM/2026/Sag.docx")]
    public async Task Open_WithAFileOfTheForumsOwnFolder_IsFetchedWithoutAsking(string path)
    {
        var link = _links.Put("Sag.docx", Content);
        _links.Places[link] = path;
        var draft = await DraftAsync(link);

        Assert.True((await _bench.OpenAsync(draft, _board.Chair)).IsSuccess);
        Assert.True(Assert.Single((await _bench.ReadAsync(draft)).Case.Attachments).IsFrozen);
    }

    /// <summary>The folder is there under another case than the forum has in the register; the document has its own rights nevertheless.</summary>
    [Fact]
    public async Task Open_WithTheProtocolOfAClosedCase_IsRefused_HoweverTheForumsFolderIsWritten()
    {
        var other = await DraftAsync(attachments: string.Empty);
        await _bench.OpenAsync(other, _board.Secretary);
        await _bench.CloseAsync(_board.Secretary, other);
        await _chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await CloseCaseAsync(other);
        await using var db = _board.Open();
        var path = (await db.ProcedureDocuments.SingleAsync(one => one.Kind == ProcedureDocumentKind.Protocol)).Path;
        var link = _links.Put("Protokol.docx", Content);
        _links.Places[link] = path.Replace("Chefforum/", "chefForum/", StringComparison.Ordinal);
        var draft = await DraftAsync(link);

        Assert.IsType<AttachmentIsClosed>((await _bench.OpenAsync(draft, _board.Secretary)).Error);
    }

    /// <summary>The chair may send cases out, but whose file it is the chair cannot say; nor is the chair told what there is.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("Sag.docx")]
    [InlineData("Personalesager/2026/Sag.docx")]
    [InlineData("Chefforum 2/Sag.docx")]
    public async Task Open_ByAChairWhoForgesTheYes_LeavesItALink_AndTellsNothingOfThePlace(string? path)
    {
        var link = _links.Put("Sag.docx", Content);
        _links.Places[link] = path;
        var nowhere = $"{ScriptedLinks.Site}Findes%20ikke.docx";
        var draft = await DraftAsync(link);
        var preview = (await _chat.PressAsync(_board.Chair, "procedure.preview", Named(draft))).Card();
        var other = (await _chat.PressAsync(_board.Chair, "procedure.preview", Named(await DraftAsync(nowhere)))).Card();
        var token = (string)JsonNode.Parse(CardJson.Serialize(preview))!.ToJsonString().Split("\"links\":\"")[1].Split('"')[0];

        Assert.DoesNotContain("Personalesager", preview.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Toggle", preview.Text(), StringComparison.Ordinal);
        Assert.Contains("og brug linket dertil, eller bed sekretariatet", other.Text(), StringComparison.Ordinal);
        Assert.Contains("og brug linket dertil, eller bed sekretariatet", preview.Text(), StringComparison.Ordinal);

        var data = Named(draft);
        (data["links"], data[$"source-{token}"]) = (token, "true");
        await _chat.PressAsync(_board.Chair, "procedure.open", data);

        Assert.True(Assert.Single((await _bench.ReadAsync(draft)).Case.Attachments).IsLinkOnly);
    }

    [Fact]
    public async Task Documents_OfAClosedCase_LieInTheClosedPlace_AndNoNameOrNoticeHasTheTitle()
    {
        var draft = await DraftAsync(attachments: string.Empty);
        await CloseCaseAsync(draft);
        await _bench.OpenAsync(draft, _board.Secretary);
        await _bench.CloseAsync(_board.Secretary, draft);

        await _chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await _chat.Get<StoreEvidence>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, draft), default);

        var files = Directory.EnumerateFiles(_chat.Documents, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains($"{Path.DirectorySeparatorChar}Lukket{Path.DirectorySeparatorChar}", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotContain("Udpegning", file, StringComparison.Ordinal));
        await using var db = _board.Open();
        var notices = await db.Outbox.Where(row => row.Payload != null).Select(row => row.Payload!).ToListAsync();
        Assert.NotEmpty(notices);
        Assert.All(notices, notice => Assert.DoesNotContain("Udpegning", (string?)JsonNode.Parse(notice)!["Text"] ?? string.Empty, StringComparison.Ordinal));
        Assert.All(notices, notice => Assert.DoesNotContain("Udpegning", JsonNode.Parse(notice)!["About"]?.ToJsonString() ?? string.Empty, StringComparison.Ordinal));
    }

    /// <summary>Who may open what: each role against each kind of document.</summary>
    [Fact]
    public async Task MayRead_FollowsForumClosednessAndSeat()
    {
        await using var db = _board.Open();
        var open = DocumentPath.Of("Chefforum", 2026, "Bilag Notat (låst 01234567)");
        var evidence = DocumentPath.Of("Chefforum", 2026, "Bevispakke", ".zip");
        var elsewhere = DocumentPath.Of("Intet forum", 2026, "Bilag");
        Assert.Equal("xxxx-", await MayAsync(open));
        Assert.Equal("xxx--", await MayAsync(open.AsClosed()));
        Assert.Equal("xx---", await MayAsync(evidence));
        Assert.Equal("xx---", await MayAsync(evidence.AsClosed()));
        Assert.Equal("-----", await MayAsync(elsewhere));

        async Task<string> MayAsync(DocumentPath path)
        {
            var may = string.Empty;
            foreach (var person in new[] { _board.Secretary, _board.Chair, _board.Member, _board.Observer, _board.Stranger })
                may += await db.MayReadAsync(person.Id, path, _board.Today) ? 'x' : '-';
            return may;
        }
    }

    [Fact]
    public async Task MayRead_OfACasesProtocol_IsForThoseWhoMaySeeTheCase_AlsoWhenItLiesWhereItLayBefore()
    {
        var draft = await DraftAsync(attachments: string.Empty);
        await _bench.OpenAsync(draft, _board.Secretary);
        await _bench.CloseAsync(_board.Secretary, draft);
        await _chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await using var db = _board.Open();
        var path = DocumentPath.Parse((await db.ProcedureDocuments.SingleAsync(one => one.Kind == ProcedureDocumentKind.Protocol)).Path)!;
        Assert.True(await db.MayReadAsync(_board.Observer.Id, path, _board.Today));
        await CloseCaseAsync(draft);

        await using var later = _board.Open();
        Assert.False(await later.MayReadAsync(_board.Observer.Id, path, _board.Today));
        Assert.True(await later.MayReadAsync(_board.Member.Id, path, _board.Today));
        Assert.False(await later.MayReadAsync(_board.Stranger.Id, path, _board.Today));
        Assert.False(await later.MayReadAsync(_board.Secretary.Id, path, new LocalDate(2024, 1, 1)));
    }

    private static Dictionary<string, string> NamedIn(ForumId forum, WrittenProcedureId id) =>
        new(StringComparer.Ordinal) { ["forum"] = forum.Value.ToString(), ["procedure"] = id.Value.ToString() };

    private Dictionary<string, string> Named(WrittenProcedureId id) => NamedIn(_board.Forum.Id, id);

    private Task<WrittenProcedureId> DraftAsync(string attachments) =>
        _bench.DraftAsync(form: ProcedureBench.Form with { Attachments = attachments.Length == 0 ? string.Empty : $"Bilaget {attachments}" });

    private Task SeatInTheOtherForumAsync() => _board.AddAsync(new ForumMember
    {
        ForumId = _board.OtherForum.Id,
        PersonId = _board.Secretary.Id,
        Role = Role.Secretariat,
        HasVote = false,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = 9,
    });

    private async Task CloseCaseAsync(WrittenProcedureId id)
    {
        await using var db = _board.Open();
        var procedure = await db.WrittenProcedures.SingleAsync(one => one.Id == id);
        db.Entry(procedure).Property(one => one.Case).CurrentValue = procedure.Case with { IsClosed = true };
        await db.SaveChangesAsync();
    }

    /// <returns>Its link, as a card has it.</returns>
    private async Task<string> StoreAsync(string forum, bool isClosed)
    {
        var path = DocumentPath.Of(forum, 2026, "Protokol");
        path = isClosed ? path.AsClosed() : path;
        await _chat.Get<IDocumentLibrary>().StoreAsync(path, Encoding.UTF8.GetBytes(Content), seen: null, default);
        return _chat.Get<DocumentLinks>().To(path).AbsoluteUri;
    }
}
