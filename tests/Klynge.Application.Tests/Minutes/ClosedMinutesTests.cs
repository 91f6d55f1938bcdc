using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>An item is closed after minutes were written that hold it: they leave the place of open documents, and are written anew without it.</summary>
public sealed class ClosedMinutesTests : ClosedMinutesScenario
{
    [Fact]
    public async Task Draft_WithItsEarlierVersions_LeavesTheOpenPlace_AndIsWrittenAnew()
    {
        await WriteTwiceAsync();
        Assert.Equal(2, Holding(Title).Count);

        await CloseItemAsync();
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Equal(2, Holding(Title).Count);
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
        Assert.Equal(2, Files().Count(file => file.Contains("/Lukket/", StringComparison.Ordinal)));
        var minutes = await MinutesAsync();
        Assert.Equal((MinutesStatus.Draft, OpenFiles()[0]), (minutes.Status, minutes.DocumentPath));
        await using var db = Board.Open();
        Assert.All(await db.Outbox.Where(row => row.Payload != null).ToListAsync(Ct), row => Assert.DoesNotContain("klinikchefen", row.Payload!, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(await db.Outbox.ToListAsync(Ct), row => row.PersonId == Board.Secretary.Id && row.Payload?.Contains("Skrives forfra", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task ApprovedMinutes_WithTheirPdf_StayApproved_AndSayNothingOfTheItem()
    {
        await WriteAsync();
        Assert.True((await Chat.Get<ApproveMinutes>().HandleAsync(As(Board.Secretary), new(Board.Forum.Id, Meeting.Id), Ct)).IsSuccess);
        Assert.Equal(2, OpenFiles().Count);
        Library.Pdf = "%PDF-1.7 anew"u8.ToArray();

        await CloseItemAsync();
        await StoreAsync();
        await StoreAsync();

        var minutes = await MinutesAsync();
        Assert.Equal(MinutesStatus.Approved, minutes.Status);
        Assert.True(minutes.IsFinal);
        Assert.Equal([minutes.DocumentPath!, minutes.PdfPath!], OpenFiles());
        Assert.Equal("%PDF-1.7 anew", await File.ReadAllTextAsync(Path.Combine(Folder, minutes.PdfPath!), Ct));
        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Equal(2, Files().Count(file => file.Contains("/Lukket/", StringComparison.Ordinal)));
    }

    /// <summary>They were asked for while the item was open, and the library was away.</summary>
    [Fact]
    public async Task Minutes_ThatStillWaitToBeStored_AreNeverStoredWithTheItem()
    {
        Library.Failure = new LibraryIsUnavailable();
        await WriteAsync();
        await CloseItemAsync();
        Library.Failure = null;
        Board.Clock.Advance(Duration.FromHours(1));

        await StoreAsync();

        Assert.Empty(Holding(Title));
        Assert.Contains("Lukket punkt", Text(Assert.Single(Files())), StringComparison.Ordinal);
    }

    /// <summary>The file is on the wire while the item is closed: it arrives, and leaves.</summary>
    [Fact]
    public async Task Minutes_ThatAreBeingStored_LeaveWhenTheyHaveArrived()
    {
        Library.Gate = new TaskCompletionSource();
        var writing = WriteAsync();
        while (!await IsBeingTriedAsync())
            await Task.Yield();

        await CloseItemAsync();
        await StoreAsync();
        Library.Gate.SetResult();
        await writing;
        Board.Clock.Advance(Duration.FromMinutes(6));
        await StoreAsync();
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
    }

    /// <summary>The secretariat makes the folder, or mends its permissions, a week later; it is told once.</summary>
    [Fact]
    public async Task Library_ThatTakesNothing_IsTriedUntilItDoes_AndToldOnce()
    {
        await WriteAsync();
        await CloseItemAsync();
        Library.Failure = new LibraryIsReadOnly();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await StoreAsync();
            Board.Clock.Advance(Duration.FromHours(14));
        }

        await using var db = Board.Open();
        Assert.Single(await db.Outbox.ToListAsync(Ct), row => row.PersonId == Board.Secretary.Id && row.Payload?.Contains("Ligger stadig", StringComparison.Ordinal) == true);
        Assert.Contains("Chefforum/2026", Assert.Single(Holding(Title)), StringComparison.Ordinal);
        Library.Failure = null;
        await StoreAsync();
        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
    }

    /// <summary>The move has happened, and the process ended before that was written down; and a second item is closed later.</summary>
    [Fact]
    public async Task Move_ThatGotNoRecord_IsFinished_AndAnotherItemTakesTheNextName()
    {
        await WriteAsync();
        await CloseItemAsync();
        var path = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        await Library.MoveAsync(path, path.AsClosed(), Ct);
        await StoreAsync();
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);

        await CloseItemAsync(number: 2);
        await StoreAsync();

        Assert.Equal(2, Files().Count(file => file.Contains("/Lukket/", StringComparison.Ordinal)));
        Assert.DoesNotContain("Årshjul", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
    }

    /// <summary>It was taken up again at a later meeting and closed there; the minutes of the meeting that it was moved from hold it.</summary>
    [Fact]
    public async Task Item_ThatIsClosedWhereItWasMovedTo_LeavesTheMinutesOfTheMeetingItWasMovedFrom()
    {
        var next = await Board.AddMeetingAsync(daysAhead: 50);
        await using (var db = Board.Open())
        {
            db.AgendaItems.Add(AgendaItem.Continue(await db.AgendaItems.SingleAsync(one => one.Id == Item.Id, Ct), next, 1, Board.Clock.GetCurrentInstant()));
            await db.SaveChangesAsync(Ct);
        }

        await WriteAsync();
        await CloseItemAsync(of: next);
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Single(Holding(Title));
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
        await using var later = Board.Open();
        Assert.All(await later.AgendaItems.Where(one => one.Number == 1).ToListAsync(Ct), item => Assert.True(item.Content.IsClosed));
    }

    /// <summary>Nobody touched the item: the case that it is decided in was made »Lukket sag«.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case_ThatIsClosedByItself_ClosesItsItem_AndTheMinutesThatHoldIt(bool isSentOutBefore)
    {
        await WriteAsync();
        var form = ProcedureFixture.Form with { Title = Title, Attachments = "", Date = "2026-02-20", IsClosed = !isSentOutBefore };
        var draft = await Chat.Get<SaveProcedureDraft>().HandleAsync(As(Board.Secretary), new(Board.Forum.Id, Procedure: null, Item.Id, form), Ct);
        Assert.True(draft.IsSuccess, draft.Error?.Code);
        var opened = await Chat.Get<OpenWrittenProcedure>().HandleAsync(As(Board.Secretary), new(Board.Forum.Id, draft.Value), Ct);
        Assert.True(opened.IsSuccess, opened.Error?.Code);
        if (isSentOutBefore)
        {
            var amended = await Chat.Get<AmendWrittenProcedure>().HandleAsync(
                As(Board.Secretary), new(Board.Forum.Id, draft.Value, form with { IsClosed = true, Reason = "Personsag" }), Ct);
            Assert.True(amended.IsSuccess, amended.Error?.Code);
        }

        await StoreAsync();

        await using var db = Board.Open();
        Assert.True((await db.AgendaItems.SingleAsync(one => one.Id == Item.Id, Ct)).Content.IsClosed);
        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
    }
}
