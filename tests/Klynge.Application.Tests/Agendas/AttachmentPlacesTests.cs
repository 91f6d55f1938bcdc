using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Search;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas;

/// <summary>Where an item's attachments stand beside its card, who sees which, and where their files lie.</summary>
public sealed class AttachmentPlacesTests : IAsyncLifetime
{
    private AttachmentFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    private ChatFixture Chat => _fixture.Chat;

    public async ValueTask InitializeAsync() => _fixture = await AttachmentFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Minutes_NumberAttachments_MarkVersions_AndSayNothingOfClosedOnes()
    {
        var first = await _fixture.AttachAsync("Bilag 7 - Plan.docx");
        await _fixture.AttachAsync("Opsigelsen.pdf", isClosed: true);
        await _fixture.AttachAsync("Plan.docx", isRequired: true, replaces: first, change: "Tallene er rettet");
        await _fixture.AttachAsync("Tidslinje.pdf", isRequired: false);

        await using var db = Board.Open();
        var document = await BuildMinutes.FromAsync(db, Board.Forum, await db.Meetings.SingleAsync(one => one.Id == _fixture.Agenda.Meeting.Id));

        var item = document.Items[0];
        Assert.Equal(["Bilag 1: Plan.docx (ny udgave 13. jan.: Tallene er rettet)", "Bilag 2: Lukket bilag", "Bilag 3: Tidslinje.pdf"], item.Attachments);
        Assert.Equal([1], item.RequiredReading);
    }

    [Fact]
    public async Task ClosedAttachment_OfAnOpenItem_IsShownToThoseWhoMayReadIt_AndItsPlaceToTheOthers()
    {
        await _fixture.AttachAsync("Opsigelsen.pdf", isClosed: true);
        foreach (var verb in new[] { AgendaVerbs.Show, AgendaVerbs.Full, AgendaVerbs.Item, AttachmentVerbs.List })
        {
            var observed = (await Chat.PressAsync(Board.Observer, verb, _fixture.Data())).Text();
            Assert.DoesNotContain("Opsigelsen", observed, StringComparison.Ordinal);
            Assert.DoesNotContain("/Lukket/", observed, StringComparison.Ordinal);
            Assert.Contains("Lukket bilag", observed, StringComparison.Ordinal);
            Assert.Contains("Opsigelsen", (await Chat.PressAsync(Board.Member, verb, _fixture.Data())).Text(), StringComparison.Ordinal);
        }

        var shared = await Chat.PressAsync(Chat.Turn(Board.Member, Board.Forum.Id, personal: false), AgendaVerbs.Show, _fixture.Data(), isFallback: true);
        Assert.DoesNotContain("Opsigelsen", shared.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedAttachment_LiesAmongTheClosedDocuments_UnderANameThatSaysNothing_AndIsNotSearchedFor()
    {
        await _fixture.AttachAsync("Opsigelsen.pdf", isClosed: true);

        var file = Assert.Single(_fixture.Files());
        Assert.StartsWith("Chefforum/Lukket/2026/Bilag (", file, StringComparison.Ordinal);
        await using var db = Board.Open();
        var path = DocumentPath.Parse(file)!;
        Assert.False(await db.MayReadAsync(Board.Observer.Id, path, Board.Today));
        Assert.True(await db.MayReadAsync(Board.Member.Id, path, Board.Today));
        Assert.DoesNotContain("Opsigelsen", SearchIndex.BodyOf(await db.AgendaItems.SingleAsync(one => one.Id == _fixture.Item)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemThatIsClosed_TakesItsFilesAway_AndNobodyReadsThemMeanwhile()
    {
        var first = await _fixture.AttachAsync("Opsigelsen.pdf", "første");
        await _fixture.AttachAsync("Opsigelsen 2.pdf", "anden", replaces: first);
        var paths = _fixture.Files().Select(file => DocumentPath.Parse(file)!).ToList();
        Assert.All(paths, path => Assert.False(path.IsClosed));

        await CloseAsync();

        await using (var db = Board.Open())
        {
            foreach (var path in paths)
                Assert.False(await db.MayReadAsync(Board.Member.Id, path, Board.Today));
        }

        await _fixture.RunAsync();
        Assert.All(_fixture.Files(), file => Assert.StartsWith("Chefforum/Lukket/2026/Bilag (", file, StringComparison.Ordinal));
        Assert.Equal(2, _fixture.Files().Count);
        foreach (var version in Assert.Single((await _fixture.ContentAsync()).Attachments).Versions())
        {
            Assert.Contains("/Lukket/", Uri.UnescapeDataString(version.Url!), StringComparison.Ordinal);
            Assert.Equal(version.Sha256, ContentHash.Of(await File.ReadAllBytesAsync(Path.Combine(Chat.Documents, version.Path!), TestContext.Current.CancellationToken)));
        }

        Assert.Equal(0, await _fixture.RunAsync());
    }

    [Fact]
    public async Task ItemThatIsClosed_WhileItsFileIsOnTheWay_GetsItAmongTheClosedOnes()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Opsigelsen.pdf")).Card());
        await _fixture.AnswerAsync(id, "Opsigelsen.pdf");

        await CloseAsync();
        await _fixture.RunAsync();

        Assert.StartsWith("Chefforum/Lukket/2026/Bilag (", Assert.Single(_fixture.Files()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemThatGoesOn_TakesItsAttachmentsAlong_AndClosingItClosesTheFileOfBoth()
    {
        await _fixture.AttachAsync("Budget.pdf");
        await Board.AddMeetingAsync(35);
        var postponed = await Chat.Get<PostponeItem>().HandleAsync(
            TestBoard.As(Board.Secretary), new PostponeItemRequest(Board.Forum.Id, _fixture.Item, _fixture.Agenda.Meeting.Id), default);

        Assert.Equal((await _fixture.ContentAsync()).Attachments, (await _fixture.ContentAsync(postponed.Value.Id)).Attachments);
        await CloseAsync();
        await _fixture.RunAsync();
        Assert.Contains("/Lukket/", (await _fixture.ContentAsync(postponed.Value.Id)).Attachments[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrittenProcedure_OfTheItem_HasItsAttachments_AndFreezesThem()
    {
        await _fixture.AttachAsync("Budget.pdf", "tallene");
        var form = (await Chat.PressAsync(Board.Secretary, Klynge.Application.WrittenProcedures.Verbs.Form, _fixture.Data())).Text();
        var url = (await _fixture.ContentAsync()).Attachments[0].Url!;
        Assert.Contains("Budget.pdf", form, StringComparison.Ordinal);

        var draft = await Chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(Board.Secretary), new SaveProcedureDraftRequest(
            Board.Forum.Id, Procedure: null, _fixture.Item, Klynge.Application.Tests.WrittenProcedures.ProcedureFixture.Form with { Attachments = $"Budget.pdf {url}" }), default);
        var opened = await Chat.Get<OpenWrittenProcedure>().HandleAsync(TestBoard.As(Board.Secretary), new OpenWrittenProcedureRequest(Board.Forum.Id, draft.Value), default);

        Assert.True(opened.IsSuccess, opened.Error?.Text);
        await using var db = Board.Open();
        var frozen = Assert.Single((await db.WrittenProcedures.SingleAsync(one => one.Id == draft.Value)).Case.Attachments);
        Assert.Equal((await _fixture.ContentAsync()).Attachments[0].Sha256, frozen.Sha256);
    }

    [Fact]
    public async Task Link_ThatThePersonMayRead_IsCopied_AndAnotherStaysALink()
    {
        var readable = _fixture.Links.Put("Notat.docx", "notatet");

        await LinkAsync("Notat", readable);
        await LinkAsync("Hjemmeside", "https://fjordlandet.example/plan");
        await _fixture.RunAsync();

        var attachments = (await _fixture.ContentAsync()).Attachments;
        Assert.Equal(["Notat", "Hjemmeside"], attachments.Select(one => one.Name));
        Assert.NotNull(attachments[0].Sha256);
        Assert.EndsWith(".docx", attachments[0].Path, StringComparison.Ordinal);
        Assert.Equal(("https://fjordlandet.example/plan", null, null), (attachments[1].Url, attachments[1].Sha256, attachments[1].Path));
        Assert.Contains("kun et link", (await Chat.PressAsync(Board.Member, AttachmentVerbs.List, _fixture.Data())).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://fjordlandet.example/plan")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://sofie:kode@fjordlandet.example/plan")]
    [InlineData("plan")]
    public async Task Link_ThatIsNoWebAddress_IsRefused(string link) => (await PressLinkAsync("Plan", link)).Refused<LinkMissing>();

    [Fact]
    public async Task Attachments_OfApprovedMinutes_Stand()
    {
        var id = await _fixture.AttachAsync("Budget.pdf");
        await _fixture.Agenda.ChangeAsync(db =>
        {
            var minutes = new Klynge.Domain.Minutes.MeetingMinutes { MeetingId = _fixture.Agenda.Meeting.Id };
            minutes.Import("{}", isHeld: true, needsReview: false, Board.Clock.GetCurrentInstant());
            db.Add(minutes);
            return Task.CompletedTask;
        });

        (await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Remove, _fixture.Data(more: new { attachment = id.Value.ToString("N") }))).Refused<AttachmentsAreFinal>();
    }

    private async Task LinkAsync(string name, string link) => (await PressLinkAsync(name, link)).Card();

    private Task<Klynge.Application.Chat.ChatReply> PressLinkAsync(string name, string link) => Chat.PressAsync(Board.Secretary, AttachmentVerbs.Link, _fixture.Data(more: new
    {
        @new = Guid.CreateVersion7().ToString("N"),
        name,
        url = link,
        reading = "yes",
    }));

    private async Task CloseAsync()
    {
        var item = await _fixture.Agenda.ItemAsync(_fixture.Item);
        var edited = await Chat.Get<EditItem>().HandleAsync(
            TestBoard.As(Board.Secretary), new EditItemRequest(Board.Forum.Id, item.Id, item.Content with { IsClosed = true }, item.Version), default);
        Assert.True(edited.IsSuccess);
    }
}
