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
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>The bot may read more than any person; what it puts into a case is what the one who asks could have read.</summary>
public sealed class AttachmentRightsTests : AttachmentRightsScenario
{
    /// <summary>The chair has the very link, sealed: somebody has sent it on. It still is another forum's document.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_WithAnotherForumsDocument_IsRefusedAndNothingIsCopied(bool isClosed)
    {
        var link = await StoreAsync("Driftsforum", isClosed);
        var draft = await DraftAsync(link);

        var refused = await Fixture.OpenAsync(draft, Board.Chair);

        Assert.IsType<AttachmentNotYours>(refused.Error);
        Assert.Equal(ProcedureStatus.Draft, (await Fixture.ReadAsync(draft)).Status);
        Assert.Empty(await Chat.Get<IDocumentLibrary>().ListAsync("Chefforum/2026", default));
    }

    [Fact]
    public async Task Open_WithALinkThatWasGuessed_IsAnsweredAsOneThatLeadsNowhere()
    {
        await StoreAsync("Driftsforum", isClosed: true);
        var there = await DraftAsync("http://localhost:3978/documents/Driftsforum/Lukket/2026/Protokol.docx");
        var nowhere = await DraftAsync("http://localhost:3978/documents/Driftsforum/Lukket/2026/Findes%20ikke.docx");

        var refused = await Fixture.OpenAsync(there, Board.Chair);

        Assert.IsType<AttachmentNotYours>(refused.Error);
        Assert.Equal(refused.Error!.Text, (await Fixture.OpenAsync(nowhere, Board.Chair)).Error!.Text);
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
        var links = Chat.Get<DocumentLinks>();
        var draft = await DraftAsync(links.To(DocumentPath.Of("Chefforum", 2026, "Væk")).AbsoluteUri);

        Assert.Contains("kan ikke læses i dokumentbiblioteket", await PreviewAsync(draft), StringComparison.Ordinal);
    }

    private async Task<string> PreviewAsync(WrittenProcedureId draft)
    {
        var reply = await Chat.PressAsync(Board.Chair, Verbs.Preview, new { forum = Board.Forum.Id.Value, procedure = draft.Value });
        return CardJson.Serialize(reply.Card());
    }

    [Fact]
    public async Task Open_WithTheForumsOwnDocument_FreezesIt()
    {
        var draft = await DraftAsync(await StoreAsync("Chefforum", isClosed: false));

        Assert.True((await Fixture.OpenAsync(draft, Board.Chair)).IsSuccess);
        Assert.True(Assert.Single((await Fixture.ReadAsync(draft)).Case.Attachments).IsFrozen);
    }

    /// <summary>Observers and guests read an open case.</summary>
    [Fact]
    public async Task Open_OfAnOpenCaseWithAClosedDocument_IsRefused_AndOfAClosedCaseItLiesInTheClosedPlace()
    {
        var link = await StoreAsync("Chefforum", isClosed: true);
        var open = await DraftAsync(link);
        var closed = await DraftAsync(link);
        await CloseCaseAsync(closed);

        Assert.IsType<AttachmentIsClosed>((await Fixture.OpenAsync(open, Board.Secretary)).Error);
        Assert.True((await Fixture.OpenAsync(closed, Board.Secretary)).IsSuccess);
        Assert.Matches(@"^Chefforum/Lukket/2026/Bilag \(låst [0-9a-f]{16}\)\.docx$", Assert.Single((await Fixture.ReadAsync(closed)).Case.Attachments).Path!);
    }

    [Theory]
    [InlineData("Driftsforum/2026/Beslutningsprotokol.docx")]
    [InlineData("Driftsforum/Lukket/2026/Beslutningsprotokol.docx")]
    [InlineData("driftsforum/Diverse/Notat.docx")]
    public async Task Open_WithAFileOfAnotherForumsFolderInSharePoint_IsRefused(string path)
    {
        var link = Links.Put("Protokol.docx", Content);
        Links.Places[link] = path;
        var draft = await DraftAsync(link);

        Assert.IsType<AttachmentNotYours>((await Fixture.OpenAsync(draft, Board.Chair)).Error);
        Assert.Equal(ProcedureStatus.Draft, (await Fixture.ReadAsync(draft)).Status);
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
        var link = Links.Put("Protokol.docx", Content);
        Links.Places[link] = path;
        var draft = await DraftAsync(link);

        Assert.IsType<AttachmentIsClosed>((await Fixture.OpenAsync(draft, Board.Secretary)).Error);
        Assert.Equal(ProcedureStatus.Draft, (await Fixture.ReadAsync(draft)).Status);
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
        var link = Links.Put("Sag.docx", Content);
        Links.Places[link] = path;
        var draft = await DraftAsync(link);
        var preview = (await Chat.PressAsync(Board.Secretary, "procedure.preview", Named(draft))).Card();
        var toggle = JsonNode.Parse(CardJson.Serialize(preview))!["body"]!.AsArray().Single(element => (string?)element!["type"] == "Input.Toggle")!;
        Assert.Contains("»Personalesager« på fjordlandet.sharepoint.com", preview.Text(), StringComparison.Ordinal);

        var data = Named(draft);
        data[(string)toggle["id"]!] = "true";
        await Chat.PressAsync(Board.Secretary, "procedure.open", data);

        Assert.True(Assert.Single((await Fixture.ReadAsync(draft)).Case.Attachments).IsFrozen);
    }

    /// <summary>What people have put into the forum's own folder, which SharePoint knows by any case.</summary>
    [Theory]
    [InlineData("Chefforum/Sag.docx")]
    [InlineData("chefforum/Diverse/Sag.docx")]
    [InlineData("CHEFFORUM/2026/Sag.docx")]
    public async Task Open_WithAFileOfTheForumsOwnFolder_IsFetchedWithoutAsking(string path)
    {
        var link = Links.Put("Sag.docx", Content);
        Links.Places[link] = path;
        var draft = await DraftAsync(link);

        Assert.True((await Fixture.OpenAsync(draft, Board.Chair)).IsSuccess);
        Assert.True(Assert.Single((await Fixture.ReadAsync(draft)).Case.Attachments).IsFrozen);
    }

    /// <summary>The folder is there under another case than the forum has in the register; the document has its own rights nevertheless.</summary>
    [Fact]
    public async Task Open_WithTheProtocolOfAClosedCase_IsRefused_HoweverTheForumsFolderIsWritten()
    {
        var other = await DraftAsync(attachments: string.Empty);
        await Fixture.OpenAsync(other, Board.Secretary);
        await Fixture.CloseAsync(Board.Secretary, other);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await CloseCaseAsync(other);
        await using var db = Board.Open();
        var path = (await db.ProcedureDocuments.SingleAsync(one => one.Kind == ProcedureDocumentKind.Protocol)).Path;
        var link = Links.Put("Protokol.docx", Content);
        Links.Places[link] = path.Replace("Chefforum/", "chefForum/", StringComparison.Ordinal);
        var draft = await DraftAsync(link);

        Assert.IsType<AttachmentIsClosed>((await Fixture.OpenAsync(draft, Board.Secretary)).Error);
    }

    /// <summary>The chair may send cases out, but whose file it is the chair cannot say; nor is the chair told what there is.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("Sag.docx")]
    [InlineData("Personalesager/2026/Sag.docx")]
    [InlineData("Chefforum 2/Sag.docx")]
    public async Task Open_ByAChairWhoForgesTheYes_LeavesItALink_AndTellsNothingOfThePlace(string? path)
    {
        var link = Links.Put("Sag.docx", Content);
        Links.Places[link] = path;
        var nowhere = $"{ScriptedLinks.Site}Findes%20ikke.docx";
        var draft = await DraftAsync(link);
        var preview = (await Chat.PressAsync(Board.Chair, "procedure.preview", Named(draft))).Card();
        var other = (await Chat.PressAsync(Board.Chair, "procedure.preview", Named(await DraftAsync(nowhere)))).Card();
        var token = (string)JsonNode.Parse(CardJson.Serialize(preview))!.ToJsonString().Split("\"links\":\"")[1].Split('"')[0];

        Assert.DoesNotContain("Personalesager", preview.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Toggle", preview.Text(), StringComparison.Ordinal);
        Assert.Contains("og brug linket dertil, eller bed sekretariatet", other.Text(), StringComparison.Ordinal);
        Assert.Contains("og brug linket dertil, eller bed sekretariatet", preview.Text(), StringComparison.Ordinal);

        var data = Named(draft);
        (data["links"], data[$"source-{token}"]) = (token, "true");
        await Chat.PressAsync(Board.Chair, "procedure.open", data);

        Assert.True(Assert.Single((await Fixture.ReadAsync(draft)).Case.Attachments).IsLinkOnly);
    }

    [Fact]
    public async Task Documents_OfAClosedCase_LieInTheClosedPlace_AndNoNameOrNoticeHasTheTitle()
    {
        var draft = await DraftAsync(attachments: string.Empty);
        await CloseCaseAsync(draft);
        await Fixture.OpenAsync(draft, Board.Secretary);
        await Fixture.CloseAsync(Board.Secretary, draft);

        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await Chat.Get<StoreEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, draft), default);

        var files = Directory.EnumerateFiles(Chat.Documents, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains($"{Path.DirectorySeparatorChar}Lukket{Path.DirectorySeparatorChar}", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotContain("Udpegning", file, StringComparison.Ordinal));
        await using var db = Board.Open();
        var notices = await db.Outbox.Where(row => row.Payload != null).Select(row => row.Payload!).ToListAsync();
        Assert.NotEmpty(notices);
        Assert.All(notices, notice => Assert.DoesNotContain("Udpegning", (string?)JsonNode.Parse(notice)!["Text"] ?? string.Empty, StringComparison.Ordinal));
        Assert.All(notices, notice => Assert.DoesNotContain("Udpegning", JsonNode.Parse(notice)!["About"]?.ToJsonString() ?? string.Empty, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> NamedIn(ForumId forum, WrittenProcedureId id) =>
        new(StringComparer.Ordinal) { ["forum"] = forum.Value.ToString(), ["procedure"] = id.Value.ToString() };

    private Dictionary<string, string> Named(WrittenProcedureId id) => NamedIn(Board.Forum.Id, id);

    private Task SeatInTheOtherForumAsync() => Board.AddAsync(new ForumMember
    {
        ForumId = Board.OtherForum.Id,
        PersonId = Board.Secretary.Id,
        Role = Role.Secretariat,
        HasVote = false,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = 9,
    });
}
