using Klynge.Application.Documents;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>Documents on their way to a library that is away, full, slow, or changed by others meanwhile.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;
    private ScriptedLibrary _library = null!;
    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    private ChatFixture Chat => _minutes.Chat;

    private string Document => Path.Combine(_folder, "Chefforum", "2026", "Referat Chefforum 2026-01-06.docx");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _library = new ScriptedLibrary(_folder);
        _minutes = await MinutesBoard.CreateAsync(_library);
    }

    public async ValueTask DisposeAsync()
    {
        await _minutes.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Job_WhenTheLibraryIsBack_StoresAndSendsTheLinkToWhoAskedForIt()
    {
        _library.Failure = new LibraryIsUnavailable();
        await WriteAsync();
        _library.Failure = null;
        Assert.Equal(0, await RunJobAsync());

        Board.Clock.Advance(Duration.FromMinutes(10));
        Assert.Equal(1, await RunJobAsync());

        Assert.True(File.Exists(Document));
        await using var db = Board.Open();
        var told = Assert.Single(await db.Outbox.ToListAsync(Ct));
        Assert.Equal(Board.Secretary.Id, told.PersonId);
        Assert.Contains("Action.OpenUrl", told.Payload, StringComparison.Ordinal);
        Assert.Null((await db.DocumentUploads.SingleAsync(Ct)).Content);
    }

    [Fact]
    public async Task Job_AfterADayWithoutTheLibrary_GivesUpAndOffersAnotherTry()
    {
        _library.Failure = new LibraryIsUnavailable();
        await WriteAsync();

        Board.Clock.Advance(Duration.FromHours(25));
        await RunJobAsync();

        var card = (await Chat.PressAsync(Board.Secretary, "minutes.show", _minutes.Target)).Text();
        Assert.Contains("Ikke gemt", card, StringComparison.Ordinal);
        Assert.Contains("Prøv igen", card, StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.Contains("minutes.write", Assert.Single(await db.Outbox.ToListAsync(Ct)).Payload, StringComparison.Ordinal);

        _library.Failure = null;
        Assert.Contains("Du skrev referatet", (await WriteAsync()).Text(), StringComparison.Ordinal);
    }

    /// <summary>The message that a document was not stored lies with the whole secretariat: once somebody has tried again, it says how far it is.</summary>
    [Fact]
    public async Task Message_OfADocumentThatHasBeenStoredSince_ShowsTheMinutes()
    {
        _library.Failure = new LibraryIsUnavailable();
        await WriteAsync();
        Board.Clock.Advance(Duration.FromHours(25));
        await RunJobAsync();
        var message = await OnlyMessageAsync();
        (await Chat.RefreshAsync(Board.Secretary, message)).Refused<Application.Chat.NothingNewToTell>();

        _library.Failure = null;
        await Chat.PressAsync(Board.Secretary, "minutes.write", _minutes.Target);
        var seen = (await Chat.RefreshAsync(Board.Secretary, message)).Text();

        Assert.DoesNotContain("Prøv igen", seen, StringComparison.Ordinal);
        Assert.Contains("Åbn referat", seen, StringComparison.Ordinal);
    }

    private async Task<string> OnlyMessageAsync()
    {
        await using var db = Board.Open();
        var payload = Assert.Single(await db.Outbox.ToListAsync(Ct)).Payload!;
        return System.Text.Json.JsonSerializer.Deserialize<Application.Outbox.OutgoingMessage>(payload)!.Card!;
    }

    [Fact]
    public async Task Write_IntoALibraryThatMayNotBeWritten_SaysSoAtOnceAndIsNotTriedAgain()
    {
        _library.Failure = new LibraryIsReadOnly();

        (await WriteAsync()).Refused<LibraryIsReadOnly>();

        Board.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(0, await RunJobAsync());
    }

    [Fact]
    public async Task Job_WhenSomebodyChangedTheDocumentMeanwhile_AsksAndChangesNothing()
    {
        await WriteAsync();
        await DecideAsync("Ny beslutning.");
        _library.Failure = new LibraryIsUnavailable();
        await WriteAsync();
        await File.WriteAllTextAsync(Document, "rettet i Word", Ct);
        _library.Failure = null;
        Board.Clock.Advance(Duration.FromMinutes(10));
        await RunJobAsync();

        Assert.Equal("rettet i Word", await File.ReadAllTextAsync(Document, Ct));
        await using var db = Board.Open();
        Assert.Contains("Gem ved siden af", Assert.Single(await db.Outbox.ToListAsync(Ct)).Payload, StringComparison.Ordinal);

        await Chat.PressAsync(
            Board.Secretary, "minutes.write", new { meeting = _minutes.Meeting.Id.Value, forum = Board.Forum.Id.Value, beside = "yes" });
        Assert.Equal("rettet i Word", await File.ReadAllTextAsync(Document, Ct));
        Assert.Equal("Chefforum/2026/Referat Chefforum 2026-01-06 (2).docx", (await _minutes.MinutesAsync()).DocumentPath);
    }

    [Fact]
    public async Task Attempt_ThatACrashCutOff_IsMadeAgainWhenItsTurnIsOver()
    {
        _library.Failure = new LibraryIsUnavailable();
        await WriteAsync();
        _library.Failure = null;
        Board.Clock.Advance(Duration.FromMinutes(10));
        Assert.NotNull(await Chat.Get<UploadQueue>().ClaimAsync(_minutes.Meeting.Id, UploadTask.Write));

        Assert.Equal(0, await RunJobAsync());
        Assert.Null(await Chat.Get<UploadQueue>().ClaimAsync(_minutes.Meeting.Id, UploadTask.Write));

        Board.Clock.Advance(Duration.FromMinutes(6));
        await RunJobAsync();
        Assert.True(File.Exists(Document));
    }

    [Fact]
    public async Task Write_AgainDuringAnAttempt_StoresTheLaterTextInTheEnd()
    {
        _library.Gate = new TaskCompletionSource();
        var first = WriteAsync();
        await DecideAsync("Ny beslutning.");
        var second = WriteAsync();
        _library.Gate.SetResult();
        await Task.WhenAll(first, second);
        Board.Clock.Advance(Duration.FromMinutes(1));
        await RunJobAsync();

        var minutes = await _minutes.MinutesAsync();
        Assert.Equal(ContentHash.Of(await File.ReadAllBytesAsync(Document, Ct)), minutes.DocumentHash);
        await using var db = Board.Open();
        Assert.Equal(UploadState.Stored, (await db.DocumentUploads.SingleAsync(Ct)).State);
        Assert.Contains("Godkend referat", (await Chat.PressAsync(Board.Secretary, "minutes.show", _minutes.Target)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_MarksTheDocumentAndPutsThePdfBesideIt()
    {
        _library.Pdf = "%PDF-1.7"u8.ToArray();
        await WriteAsync();
        var card = (await ApproveAsync()).Text();

        Assert.Contains("Åbn som PDF", card, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.ChangeExtension(Document, ".pdf")));
        Assert.Equal(["Kladde", "Godkendt", "Godkendt"], _library.Described.Select(one => one.Facts.Status));
        Assert.Equal(("Chefforum", _minutes.Meeting.Date), (_library.Described[0].Facts.Forum, _library.Described[0].Facts.Date));
    }

    [Fact]
    public async Task Approve_WhereNothingMakesPdf_SaysSo()
    {
        await WriteAsync();
        var card = (await ApproveAsync()).Text();

        Assert.Contains("Referatet ligger kun som Word", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Åbn som PDF", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_WhenTheLibraryRefuses_StandsAndThePdfCanBeTriedAgain()
    {
        _library.Pdf = "%PDF-1.7"u8.ToArray();
        await WriteAsync();
        _library.Failure = new LibraryIsReadOnly();
        var card = (await ApproveAsync()).Text();

        Assert.Equal(MinutesStatus.Approved, (await _minutes.MinutesAsync()).Status);
        Assert.Contains("minutes.publish", card, StringComparison.Ordinal);

        _library.Failure = null;
        Assert.Contains("Åbn som PDF", (await Chat.PressAsync(Board.Secretary, "minutes.publish", _minutes.Target)).Text(), StringComparison.Ordinal);
        (await Chat.PressAsync(Board.Member, "minutes.publish", _minutes.Target)).Refused<Domain.Forums.NotAllowed>();
    }

    [Fact]
    public async Task Uploads_LeaveNoContentInTheAuditLog()
    {
        await WriteAsync();

        await using var db = Board.Open();
        Assert.All(await db.Audit.ToListAsync(Ct), entry => Assert.DoesNotContain("Content", entry.Changes, StringComparison.OrdinalIgnoreCase));
    }

    private Task<int> RunJobAsync() => Chat.Get<StoreUploads>().HandleAsync(Ct);

    private Task<Application.Chat.ChatReply> WriteAsync() => Chat.PressAsync(Board.Secretary, "minutes.write", _minutes.Target);

    private Task<Application.Chat.ChatReply> ApproveAsync() => Chat.PressAsync(
        Board.Secretary, "minutes.approve", new { meeting = _minutes.Meeting.Id.Value, forum = Board.Forum.Id.Value, sure = "yes" });

    private async Task DecideAsync(string decision)
    {
        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(item => item.MeetingId == _minutes.Meeting.Id && item.Number == 3);
        Assert.True(item.Decide(decision, item.Version, Board.Clock.GetCurrentInstant()).IsSuccess);
        await db.SaveChangesAsync();
    }
}
