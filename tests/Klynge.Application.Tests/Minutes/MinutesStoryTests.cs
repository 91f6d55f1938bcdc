using Klynge.Application.Chat.Commands;
using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Minutes;

public sealed class MinutesStoryTests : IAsyncLifetime
{
    private static readonly ChatCommand.ShowMinutes Ask = new(Forum: null, Date: null);

    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    private ChatFixture Chat => _minutes.Chat;

    public async ValueTask InitializeAsync() => _minutes = await MinutesBoard.CreateAsync();

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task Write_StoresTheDocumentAndShowsItsLink()
    {
        var card = (await WriteAsync()).Text();

        Assert.Contains("Kladde", card, StringComparison.Ordinal);
        Assert.Contains("http://localhost:3978/documents/Chefforum/2026/Referat%20Chefforum%202026-01-06.docx", card, StringComparison.Ordinal);
        Assert.Contains("Godkend referat", card, StringComparison.Ordinal);
        var stored = await File.ReadAllBytesAsync(Path.Combine(Chat.Documents, "Chefforum", "2026", "Referat Chefforum 2026-01-06.docx"));
        Assert.Equal(ContentHash.Of(stored), (await _minutes.MinutesAsync()).DocumentHash);
    }

    [Fact]
    public async Task ClosedItem_IsALineWithoutTitleAndText()
    {
        await using var db = Board.Open();
        var document = await BuildMinutes.FromAsync(db, Board.Forum, _minutes.Meeting);

        var closed = document.Items[1];
        Assert.Equal(("Lukket punkt", 2), (closed.Title, closed.Number));
        Assert.Null(closed.Decision);
        Assert.Empty(closed.Sections);
        Assert.Empty(closed.Recommendations);
        Assert.DoesNotContain("Hemmelig", (await Chat.SayAsync(Board.Secretary, Ask)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AsksFirstHowManyItReaches_ThenTellsThemWithALink()
    {
        await WriteAsync();

        var question = (await Chat.PressAsync(Board.Secretary, "minutes.approve", _minutes.Target)).Text();
        Assert.Contains("5 personer får besked", question, StringComparison.Ordinal);
        Assert.Equal(MinutesStatus.Draft, (await _minutes.MinutesAsync()).Status);

        var done = (await ApproveAsync(Board.Secretary)).Text();
        Assert.Contains("Du godkendte referatet 13. jan. kl. 9", done, StringComparison.Ordinal);
        await using var db = Board.Open();
        var told = await db.Outbox.ToListAsync();
        Assert.Equal(5, told.Count);
        Assert.DoesNotContain(told, message => message.PersonId == Board.Secretary.Id);
        Assert.All(told, message => Assert.Contains("Action.OpenUrl", message.Payload, StringComparison.Ordinal));
        Assert.Contains(await db.Audit.ToListAsync(), entry => entry is { UseCase: "ApproveMinutes", Refusal: null });
    }

    [Fact]
    public async Task Approve_Twice_IsOneApproval_AndTellsNobodyAgain()
    {
        await WriteAsync();
        await ApproveAsync(Board.Secretary);

        Assert.IsType<Application.Chat.ChatReply.Card>(await ApproveAsync(Board.Secretary));
        await using var db = Board.Open();
        Assert.Equal(5, await db.Outbox.CountAsync());
    }

    [Fact]
    public async Task Approve_AfterAnItemChanged_IsRefusedUntilItIsWrittenAgain()
    {
        await WriteAsync();
        await DecideAsync("Ny beslutning.");

        (await ApproveAsync(Board.Secretary)).Refused<MinutesOutOfDate>();
        Assert.Contains("Punkterne er ændret", (await Chat.SayAsync(Board.Secretary, Ask)).Text(), StringComparison.Ordinal);

        await WriteAsync();
        Assert.Contains("Du godkendte", (await ApproveAsync(Board.Secretary)).Text(), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(Chat.Documents, "Chefforum", "2026", ".versions")));
    }

    [Fact]
    public async Task Approve_BeforeItIsWritten_IsRefused() => (await ApproveAsync(Board.Secretary)).Refused<MinutesNotWritten>();

    [Fact]
    public async Task Write_AfterApproval_IsRefusedWhenSomethingChanged()
    {
        await WriteAsync();
        await ApproveAsync(Board.Secretary);
        await DecideAsync("For sent.");

        (await WriteAsync()).Refused<MinutesAlreadyApproved>();
    }

    [Fact]
    public async Task Write_OverADocumentThatSomebodyEdited_AsksAndKeepsTheEditedOne()
    {
        await WriteAsync();
        var file = Path.Combine(Chat.Documents, "Chefforum", "2026", "Referat Chefforum 2026-01-06.docx");
        await File.WriteAllTextAsync(file, "rettet i Word");
        await DecideAsync("Ny beslutning.");

        var question = await WriteAsync();
        Assert.Contains("Erstat dokumentet", question.Text(), StringComparison.Ordinal);
        Assert.Equal("rettet i Word", await File.ReadAllTextAsync(file));

        var over = ContentHash.Of("rettet i Word"u8);
        var written = await Chat.PressAsync(
            Board.Secretary, "minutes.write", new { meeting = _minutes.Meeting.Id.Value, forum = Board.Forum.Id.Value, over });
        Assert.Contains("Du skrev referatet", written.Text(), StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(file)!, ".versions")));
        Assert.Equal("rettet i Word", await File.ReadAllTextAsync(kept));
    }

    [Fact]
    public async Task Write_WhenTheNameIsAnotherDocuments_TakesTheNextName()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Chat.Documents, "Chefforum", "2026")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Referat Chefforum 2026-01-06.docx"), "en andens");

        await WriteAsync();

        Assert.Equal("Chefforum/2026/Referat Chefforum 2026-01-06 (2).docx", (await _minutes.MinutesAsync()).DocumentPath);
    }

    [Fact]
    public async Task Write_WhenTheLibraryCannotBeReached_SaysSoAndTriesAgain()
    {
        await File.WriteAllTextAsync(Chat.Documents, "ingen mappe");

        var card = (await WriteAsync()).Text();

        Assert.Contains("Gemmes …", card, StringComparison.Ordinal);
        Assert.Contains("Dokumentmappen kan ikke nås lige nu", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.OpenUrl", card, StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.Empty(await db.Minutes.ToListAsync());
    }

    [Fact]
    public async Task Write_OfAMeetingThatHasNotBegun_IsRefused()
    {
        var ahead = await Board.AddMeetingAsync();

        var reply = await Chat.PressAsync(Board.Secretary, "minutes.write", new { meeting = ahead.Id.Value, forum = Board.Forum.Id.Value });

        reply.Refused<MinutesNotReady>();
    }

    [Fact]
    public async Task Write_ByAnybodyElse_IsRefusedAndOnRecord()
    {
        foreach (var person in new[] { Board.Chair, Board.Member, Board.Observer })
        {
            (await Chat.PressAsync(person, "minutes.write", _minutes.Target)).Refused<NotAllowed>();
            (await ApproveAsync(person)).Refused<NotAllowed>();
        }

        (await Chat.PressAsync(Board.Stranger, "minutes.write", _minutes.Target)).Refused<ForumNotFound>();
        (await ApproveAsync(Board.Stranger)).Refused<ForumNotFound>();

        await using var db = Board.Open();
        Assert.Equal(6, await db.Audit.CountAsync(entry => entry.Refusal == nameof(NotAllowed)));
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Refusal == nameof(ForumNotFound)));
        Assert.False(Directory.Exists(Chat.Documents));
    }

    [Fact]
    public async Task Write_WithAnotherForumsId_FindsNothing() =>
        (await Chat.PressAsync(Board.Secretary, "minutes.write", new { meeting = _minutes.Meeting.Id.Value, forum = Board.OtherForum.Id.Value }))
            .Refused<ForumNotFound>();

    [Fact]
    public async Task Write_DeliveredTwice_HasOneEffect()
    {
        var turn = Chat.Turn(Board.Secretary);
        await Chat.PressAsync(turn, "minutes.write", _minutes.Target);
        var version = (await _minutes.MinutesAsync()).Version;
        await Chat.PressAsync(turn, "minutes.write", _minutes.Target);

        Assert.Equal(version, (await _minutes.MinutesAsync()).Version);
        await using var db = Board.Open();
        Assert.Single(await db.Audit.Where(entry => entry.UseCase == nameof(WriteMinutes)).ToListAsync());
    }

    [Fact]
    public async Task Write_WhenNothingChanged_LeavesTheDocumentAlone()
    {
        await WriteAsync();
        await WriteAsync();

        Assert.False(Directory.Exists(Path.Combine(Chat.Documents, "Chefforum", "2026", ".versions")));
    }

    [Fact]
    public async Task Write_WhenSomebodyDeletedTheDocument_PutsItBack()
    {
        await WriteAsync();
        var file = Path.Combine(Chat.Documents, "Chefforum", "2026", "Referat Chefforum 2026-01-06.docx");
        File.Delete(file);
        await WriteAsync();

        Assert.True(File.Exists(file));
    }

    private Task<Application.Chat.ChatReply> WriteAsync() => Chat.PressAsync(Board.Secretary, "minutes.write", _minutes.Target);

    private Task<Application.Chat.ChatReply> ApproveAsync(Person person) =>
        Chat.PressAsync(person, "minutes.approve", new { meeting = _minutes.Meeting.Id.Value, forum = Board.Forum.Id.Value, sure = "yes" });

    private async Task DecideAsync(string decision)
    {
        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(item => item.MeetingId == _minutes.Meeting.Id && item.Number == 3);
        Assert.True(item.Decide(decision, item.Version, Board.Clock.GetCurrentInstant()).IsSuccess);
        await db.SaveChangesAsync();
    }
}
