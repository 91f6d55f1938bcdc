using System.Text;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Documents;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Teams.Activities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas;

/// <summary>A file on its way from the chat to its item.</summary>
public sealed class AttachmentTests : IAsyncLifetime
{
    private AttachmentFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    private ChatFixture Chat => _fixture.Chat;

    public async ValueTask InitializeAsync() => _fixture = await AttachmentFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task DroppedFile_IsAskedAbout_FetchedByTheJob_AndStandsAtItsItem()
    {
        var asked = (await _fixture.DropAsync(Board.Secretary, "Budget 2027.xlsx", "tallene")).Card();
        var id = AttachmentFixture.FileOf(asked);
        Assert.Contains("Hvilket punkt hører »Budget 2027.xlsx« til?", asked.Text(), StringComparison.Ordinal);
        var details = (await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Item, _fixture.Data(more: new { file = id.Value.ToString("N") }))).Card();
        Assert.Contains("Forventes ikke læst", details.Text(), StringComparison.Ordinal);

        var answered = await _fixture.AnswerAsync(id, "Budget 2027.xlsx");

        Assert.Contains("Jeg henter »Budget 2027.xlsx« …", answered.Text(), StringComparison.Ordinal);
        Assert.Empty(_fixture.Downloads.Asked);
        Assert.Empty((await _fixture.ContentAsync()).Attachments);
        Assert.Equal(1, await _fixture.RunAsync());
        var attachment = Assert.Single((await _fixture.ContentAsync()).Attachments);
        Assert.Equal(("Budget 2027.xlsx", true, ContentHash.Of(Encoding.UTF8.GetBytes("tallene")), 7L), (attachment.Name, attachment.IsRequiredReading, attachment.Sha256, attachment.Size!.Value));
        Assert.Equal("tallene", await File.ReadAllTextAsync(Path.Combine(Chat.Documents, attachment.Path!), TestContext.Current.CancellationToken));
        Assert.Contains("Bilag 1: Budget 2027.xlsx er lagt ved punkt 1", await _fixture.CardAsync(id), StringComparison.Ordinal);
        Assert.Null((await _fixture.FileAsync(id)).Source);
        Assert.Equal(0, await _fixture.RunAsync());
    }

    [Fact]
    public async Task Agenda_ShowsAttachmentsNumbered_WithWhatIsExpectedToBeRead()
    {
        await _fixture.AttachAsync("Notat.pdf");
        await _fixture.AttachAsync("Bilagsliste.docx", isRequired: false);

        var agenda = (await Chat.PressAsync(Board.Member, AgendaVerbs.Show, _fixture.Data())).Text();

        Assert.Contains("1. Notat.pdf · forventes læst", agenda, StringComparison.Ordinal);
        Assert.Contains("2. Bilagsliste.docx", agenda, StringComparison.Ordinal);
        Assert.Contains("Bilag (2)", (await Chat.PressAsync(Board.Member, AgendaVerbs.Item, _fixture.Data())).Text(), StringComparison.Ordinal);
        var list = (await Chat.PressAsync(Board.Member, AttachmentVerbs.List, _fixture.Data())).Text();
        Assert.Contains("Bilag 2: Bilagsliste.docx", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Fjern", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attachment_AfterTheAgendaWasSent_MarksItsItem()
    {
        await _fixture.Agenda.ChangeAsync(async db => (await db.Meetings.FindAsync(_fixture.Agenda.Meeting.Id))!.SendAgenda(Board.Clock.GetCurrentInstant()));
        Board.Clock.Advance(Duration.FromHours(1));

        await _fixture.AttachAsync("Sent notat.pdf");

        Assert.Contains("ændret 13. jan.", (await Chat.PressAsync(Board.Member, AgendaVerbs.Show, _fixture.Data())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewVersion_KeepsTheOneBefore_IsMarked_AndSaysWhatIsNew()
    {
        var first = await _fixture.AttachAsync("Plan.docx", "udkast");
        await _fixture.AttachAsync("Plan v2.docx", "rettet", replaces: first, change: "Bemærkningerne er indarbejdet.");

        var attachment = Assert.Single((await _fixture.ContentAsync()).Attachments);

        Assert.Equal(["Plan v2.docx", "Plan.docx"], attachment.Versions().Select(one => one.Name));
        Assert.Equal(2, _fixture.Files().Count);
        var list = (await Chat.PressAsync(Board.Member, AttachmentVerbs.List, _fixture.Data())).Text();
        Assert.Contains("ny udgave 13. jan.: Bemærkningerne er indarbejdet", list, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Udgave 1\"", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewVersion_TakenBackOnItsCard_LetsTheOneBeforeStandAgain()
    {
        var first = await _fixture.AttachAsync("Plan.docx");
        var second = await _fixture.AttachAsync("Plan v2.docx", replaces: first);

        var removed = (await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Remove, _fixture.Data(more: new { attachment = second.Value.ToString("N"), version = true }))).Card();

        Assert.Equal(["Plan.docx"], await _fixture.NamesAsync());
        await Chat.PressAsync(Board.Secretary, removed, "Fortryd");
        Assert.Equal(["Plan v2.docx"], await _fixture.NamesAsync());
    }

    [Fact]
    public async Task Attachments_AreMovedTakenOffAndPutBack()
    {
        await _fixture.AttachAsync("A.pdf");
        var second = await _fixture.AttachAsync("B.pdf");
        var up = _fixture.Data(more: new { attachment = second.Value.ToString("N"), steps = -1, number = 2 });

        await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Move, up);
        await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Move, up);

        Assert.Equal(["B.pdf", "A.pdf"], await _fixture.NamesAsync());
        var removed = (await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Remove, _fixture.Data(more: new { attachment = second.Value.ToString("N") }))).Card();
        Assert.Contains("»B.pdf« er fjernet.", removed.Text(), StringComparison.Ordinal);
        Assert.Equal(["A.pdf"], await _fixture.NamesAsync());
        await Chat.PressAsync(Board.Secretary, removed, "Fortryd");
        Assert.Equal(["B.pdf", "A.pdf"], await _fixture.NamesAsync());
    }

    [Fact]
    public async Task SeveralMeetings_AreAskedAboutFirst()
    {
        var later = await Board.AddMeetingAsync(35);
        await _fixture.Agenda.ChangeAsync(db => Task.FromResult(db.Add(AgendaItem.Add(later, 1, AgendaFixture.Content("Plan"), Board.Clock.GetCurrentInstant()))));

        var asked = (await _fixture.DropAsync(Board.Secretary, "Plan.pdf")).Card();

        Assert.Contains("Hvilket møde hører »Plan.pdf« til?", asked.Text(), StringComparison.Ordinal);
        var items = (await Chat.PressAsync(Board.Secretary, asked, "Tirs. 17. feb. kl. 14")).Card();
        Assert.Contains("1. Plan", items.Text(), StringComparison.Ordinal);
        Assert.Contains("Hvilket møde", (await Chat.PressAsync(Board.Secretary, items, "Et andet møde")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileInAGroup_IsNotTaken_AndThePersonIsToldWhereToPutIt()
    {
        var url = _fixture.Downloads.Put("Budget.pdf", "x");

        var reply = Assert.Single(await Chat.DropAsync(Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false), new DroppedFile("Budget.pdf", url)));

        Assert.Contains("Læg filen i din egen chat med mig", Assert.IsType<ChatReply.Words>(reply).Markdown, StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.False(await db.ItemFiles.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FileWithWords_SaysThatTheWordsWereNotRead()
    {
        var file = new DroppedFile("Budget.pdf", _fixture.Downloads.Put("Budget.pdf", "x"));

        var reply = Assert.Single(await Chat.DropAsync(Chat.Turn(Board.Secretary) with { Text = "til punkt 2" }, file));

        Assert.Contains("Du skrev også »til punkt 2«. Det har jeg ikke gjort noget ved.", reply.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Makro.docm")]
    [InlineData("installer.exe")]
    [InlineData("uden endelse")]
    public async Task File_OfAKindThatIsNoDocument_IsRefused(string name) => (await _fixture.DropAsync(Board.Secretary, name)).Refused<FileTypeNotTaken>();

    [Fact]
    public async Task File_OfSomebodyWhoMayGiveNone_IsRefusedAndNotRemembered()
    {
        (await _fixture.DropAsync(Board.Stranger, "Budget.pdf")).Refused<FilesNotForYou>();

        await using var db = Board.Open();
        Assert.False(await db.ItemFiles.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task File_OfAnother_IsNotFound()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());
        var other = await SecondSecretary.AddAsync(Board);

        (await _fixture.AnswerAsync(id, "Budget.pdf", by: other)).Refused<FileNotFound>();
        Assert.Null(await _fixture.CardAsync(id, of: other));
    }

    [Fact]
    public async Task Answer_WithoutSayingWhetherItIsRead_IsAskedAgain()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());

        (await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Attach, _fixture.Data(more: new { file = id.Value.ToString("N"), name = "Budget.pdf" }))).Refused<ReadingMissing>();
        (await _fixture.AnswerAsync(id, " ")).Refused<AttachmentNameMissing>();
    }

    [Fact]
    public async Task Answer_ForAnItemOfAnotherMeeting_IsNotFound()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());
        var other = await Board.AddMeetingAsync(35);
        var data = _fixture.Data(more: new { file = id.Value.ToString("N"), name = "x", reading = "yes", meeting = other.Id.Value.ToString("N") });

        (await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Attach, data)).Refused<ItemNotFound>();
    }

    [Fact]
    public async Task Answer_GivenTwice_AttachesOnce()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());

        (await _fixture.AnswerAsync(id, "Budget.pdf")).Card();
        (await _fixture.AnswerAsync(id, "Budget.pdf")).Card();
        await _fixture.RunAsync();
        (await _fixture.AnswerAsync(id, "Budget.pdf")).Card();
        await _fixture.RunAsync();

        Assert.Equal(["Budget.pdf"], await _fixture.NamesAsync());
    }

    [Fact]
    public async Task AuditLog_NamesTheAttachment_AndNeverItsAddress()
    {
        var id = await _fixture.AttachAsync("Budget.pdf");

        await using var db = Board.Open();
        var entries = await db.Audit.Select(entry => new { entry.UseCase, entry.Changes }).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(entries, entry => entry.UseCase == nameof(AttachFile));
        Assert.Contains(entries, entry => entry.UseCase == nameof(KeepFiles) && entry.Changes.Contains(id.Value.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.Changes.Contains("tempauth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_ThatAreRewrittenWhileAFileComes_KeepTheFile()
    {
        var seen = (await _fixture.Agenda.ItemAsync(_fixture.Item)).Content;
        var id = await _fixture.AttachAsync("Budget.pdf");

        var edited = await Chat.Get<EditItem>().HandleAsync(
            TestBoard.As(Board.Secretary), new EditItemRequest(Board.Forum.Id, _fixture.Item, seen with { Title = "Nyt navn" }, SeenVersion: 1), default);

        Assert.True(edited.IsSuccess);
        var content = await _fixture.ContentAsync();
        Assert.Equal(("Nyt navn", id), (content.Title, Assert.Single(content.Attachments).Id));
    }
}
