using System.IO.Compression;
using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>An item is closed after minutes were written that hold it: they leave the place of open documents, and are written anew without it.</summary>
public sealed class ClosedMinutesTests : IAsyncLifetime
{
    private const string Title = "Opsigelse af klinikchefen", Decision = "Klinikchefen opsiges.";

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-closed-minutes-").FullName;
    private ScriptedLibrary _library = null!;
    private TestBoard _board = null!;
    private ChatBench _chat = null!;
    private Meeting _meeting = null!;
    private AgendaItem _item = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _library = new ScriptedLibrary(_folder) { Pdf = "%PDF-1.7"u8.ToArray() };
        _board = await TestBoard.CreateAsync();
        _chat = new ChatBench(_board, _library);
        _meeting = await _board.AddMeetingAsync();
        _item = AgendaItem.Add(_meeting, 1, new AgendaItemContent { Title = Title }, _board.Clock.GetCurrentInstant());
        _item.Decide(Decision, seenVersion: null, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(_item, AgendaItem.Add(_meeting, 2, new AgendaItemContent { Title = "Årshjul" }, _board.Clock.GetCurrentInstant()));
        _board.Clock.Advance(_meeting.Time.StartInstant - _board.Clock.GetCurrentInstant() + Duration.FromMinutes(30));
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

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
        await using var db = _board.Open();
        Assert.All(await db.Outbox.Where(row => row.Payload != null).ToListAsync(Ct), row => Assert.DoesNotContain("klinikchefen", row.Payload!, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(await db.Outbox.ToListAsync(Ct), row => row.PersonId == _board.Secretary.Id && row.Payload?.Contains("Skrives forfra", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task ApprovedMinutes_WithTheirPdf_StayApproved_AndSayNothingOfTheItem()
    {
        await WriteAsync();
        Assert.True((await _chat.Get<ApproveMinutes>().HandleAsync(As(_board.Secretary), new(_board.Forum.Id, _meeting.Id), Ct)).IsSuccess);
        Assert.Equal(2, OpenFiles().Count);
        _library.Pdf = "%PDF-1.7 anew"u8.ToArray();

        await CloseItemAsync();
        await StoreAsync();
        await StoreAsync();

        var minutes = await MinutesAsync();
        Assert.Equal(MinutesStatus.Approved, minutes.Status);
        Assert.True(minutes.IsFinal);
        Assert.Equal([minutes.DocumentPath!, minutes.PdfPath!], OpenFiles());
        Assert.Equal("%PDF-1.7 anew", await File.ReadAllTextAsync(Path.Combine(_folder, minutes.PdfPath!), Ct));
        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Equal(2, Files().Count(file => file.Contains("/Lukket/", StringComparison.Ordinal)));
    }

    /// <summary>They were asked for while the item was open, and the library was away.</summary>
    [Fact]
    public async Task Minutes_ThatStillWaitToBeStored_AreNeverStoredWithTheItem()
    {
        _library.Failure = new LibraryIsUnavailable();
        await WriteAsync();
        await CloseItemAsync();
        _library.Failure = null;
        _board.Clock.Advance(Duration.FromHours(1));

        await StoreAsync();

        Assert.Empty(Holding(Title));
        Assert.Contains("Lukket punkt", Text(Assert.Single(Files())), StringComparison.Ordinal);
    }

    /// <summary>The file is on the wire while the item is closed: it arrives, and leaves.</summary>
    [Fact]
    public async Task Minutes_ThatAreBeingStored_LeaveWhenTheyHaveArrived()
    {
        _library.Gate = new TaskCompletionSource();
        var writing = WriteAsync();
        while (!await IsBeingTriedAsync())
            await Task.Yield();

        await CloseItemAsync();
        await StoreAsync();
        _library.Gate.SetResult();
        await writing;
        _board.Clock.Advance(Duration.FromMinutes(6));
        await StoreAsync();
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_OnTheirWayOut_AreOpenedByNobody_AndAfterwardsByThoseOfClosedItems()
    {
        await WriteAsync();
        var path = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        await using var db = _board.Open();
        Assert.True(await db.MayReadAsync(_board.Secretary.Id, path, _board.Today));

        await CloseItemAsync();
        foreach (var person in new[] { _board.Secretary, _board.Chair, _board.Observer })
        {
            Assert.False(await db.MayReadAsync(person.Id, path, _board.Today));
            Assert.False(await db.MayReadAsync(person.Id, path.WithExtension(".pdf"), _board.Today));
        }

        await StoreAsync();
        Assert.True(await db.MayReadAsync(_board.Secretary.Id, path, _board.Today));
        Assert.True(await db.MayReadAsync(_board.Secretary.Id, path.AsClosed(), _board.Today));
        Assert.False(await db.MayReadAsync(_board.Observer.Id, path.AsClosed(), _board.Today));
    }

    /// <summary>The secretariat makes the folder, or mends its permissions, a week later; it is told once.</summary>
    [Fact]
    public async Task Library_ThatTakesNothing_IsTriedUntilItDoes_AndToldOnce()
    {
        await WriteAsync();
        await CloseItemAsync();
        _library.Failure = new LibraryIsReadOnly();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await StoreAsync();
            _board.Clock.Advance(Duration.FromHours(14));
        }

        await using var db = _board.Open();
        Assert.Single(await db.Outbox.ToListAsync(Ct), row => row.PersonId == _board.Secretary.Id && row.Payload?.Contains("Ligger stadig", StringComparison.Ordinal) == true);
        Assert.Contains("Chefforum/2026", Assert.Single(Holding(Title)), StringComparison.Ordinal);
        _library.Failure = null;
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
        await _library.MoveAsync(path, path.AsClosed(), Ct);
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
        var next = await _board.AddMeetingAsync(daysAhead: 50);
        await using (var db = _board.Open())
        {
            db.AgendaItems.Add(AgendaItem.Continue(await db.AgendaItems.SingleAsync(one => one.Id == _item.Id, Ct), next, 1, _board.Clock.GetCurrentInstant()));
            await db.SaveChangesAsync(Ct);
        }

        await WriteAsync();
        await CloseItemAsync(of: next);
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Single(Holding(Title));
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
        await using var later = _board.Open();
        Assert.All(await later.AgendaItems.Where(one => one.Number == 1).ToListAsync(Ct), item => Assert.True(item.Content.IsClosed));
    }

    /// <summary>Nobody touched the item: the case that it is decided in was made »Lukket sag«.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case_ThatIsClosedByItself_ClosesItsItem_AndTheMinutesThatHoldIt(bool isSentOutBefore)
    {
        await WriteAsync();
        var form = ProcedureBench.Form with { Title = Title, Attachments = "", Date = "2026-02-20", IsClosed = !isSentOutBefore };
        var draft = await _chat.Get<SaveProcedureDraft>().HandleAsync(As(_board.Secretary), new(_board.Forum.Id, Procedure: null, _item.Id, form), Ct);
        Assert.True(draft.IsSuccess, draft.Error?.Code);
        var opened = await _chat.Get<OpenWrittenProcedure>().HandleAsync(As(_board.Secretary), new(_board.Forum.Id, draft.Value), Ct);
        Assert.True(opened.IsSuccess, opened.Error?.Code);
        if (isSentOutBefore)
        {
            var amended = await _chat.Get<AmendWrittenProcedure>().HandleAsync(
                As(_board.Secretary), new(_board.Forum.Id, draft.Value, form with { IsClosed = true, Reason = "Personsag" }), Ct);
            Assert.True(amended.IsSuccess, amended.Error?.Code);
        }

        await StoreAsync();

        await using var db = _board.Open();
        Assert.True((await db.AgendaItems.SingleAsync(one => one.Id == _item.Id, Ct)).Content.IsClosed);
        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
    }

    /// <summary>Somebody had corrected the document, and the bot's own was stored beside it: the record knows the last one only.</summary>
    [Fact]
    public async Task Document_ThatSomebodyCorrectedBesideTheBots_LeavesWithIt_AndIsOpenedByNobodyMeanwhile()
    {
        await WriteAsync();
        var first = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        await CorrectAsync(first);
        await ChangeDecisionAsync();
        await WriteAsync(isBeside: true);
        var last = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        Assert.NotEqual(first, last);
        Assert.Equivalent(new[] { first.ToString(), last.ToString() }, OpenFiles().Where(file => !file.Contains(".versions", StringComparison.Ordinal)), strict: true);

        await CloseItemAsync();
        await using var db = _board.Open();
        Assert.False(await db.MayReadAsync(_board.Secretary.Id, first, _board.Today));
        Assert.False(await db.MayReadAsync(_board.Secretary.Id, last, _board.Today));
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
        Assert.True(Files().Count(file => file.Contains("/Lukket/", StringComparison.Ordinal)) >= 2);
    }

    /// <summary>As a version of before the closing took minutes along has left it: the latest says nothing of the item, those before it do.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EarlierVersions_OfBeforeMinutesLeftWithTheClosing_AreFoundAndMoved_AndNoOthers(bool areOlder)
    {
        await WriteTwiceAsync();
        await using (var db = _board.Open())
        {
            (await db.AgendaItems.SingleAsync(one => one.Id == _item.Id, Ct)).CloseOff(_board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync(Ct);
            var applied = (_board.Clock.GetCurrentInstant() + Duration.FromDays(areOlder ? 1 : -1)).ToString();
            await db.Database.ExecuteSqlAsync($"""UPDATE "SchemaHistory" SET "AppliedAt" = {applied}""", Ct);
        }

        await WriteAsync();
        Assert.NotEmpty(Holding(Title));

        await _chat.Get<FindClosedDocuments>().HandleAsync(Ct);
        await StoreAsync();
        await _chat.Get<FindClosedDocuments>().HandleAsync(Ct);
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Equal(areOlder, file.Contains("/Lukket/", StringComparison.Ordinal)));
        Assert.Contains("Lukket punkt", Text(OpenFiles().Single(file => !file.Contains(".versions", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    /// <summary>SharePoint knows a file by any case, and so must rights.</summary>
    [Fact]
    public async Task Minutes_AskedForInOtherLetters_HaveTheSameRights()
    {
        await WriteAsync();
        var path = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        var other = DocumentPath.Parse(path.ToString().Replace("Chefforum", "CHEFFORUM", StringComparison.Ordinal).Replace("Referat", "referat", StringComparison.Ordinal))!;
        await using var db = _board.Open();

        Assert.Equal((true, false), (await db.MayReadAsync(_board.Secretary.Id, other, _board.Today), await db.MayReadAsync(_board.Observer.Id, other, _board.Today)));
        await CloseItemAsync();
        Assert.False(await db.MayReadAsync(_board.Secretary.Id, other, _board.Today));
    }

    private async Task WriteTwiceAsync()
    {
        await WriteAsync();
        await ChangeDecisionAsync();
        await WriteAsync();
    }

    private async Task ChangeDecisionAsync()
    {
        await using var db = _board.Open();
        var item = await db.AgendaItems.SingleAsync(one => one.Id == _item.Id, Ct);
        item.Decide("Klinikchefen opsiges den 1. februar.", item.Version, _board.Clock.GetCurrentInstant());
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>As by hand, in Word: the same document with something more in it.</summary>
    private async Task CorrectAsync(DocumentPath path)
    {
        var file = Path.Combine(_folder, path.ToString());
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            await using var note = new StreamWriter(zip.CreateEntry("customXml/note.xml").Open());
            await note.WriteAsync("<note/>");
        }
    }

    private Task WriteAsync(bool isBeside = false) =>
        _chat.Get<WriteMinutes>().HandleAsync(As(_board.Secretary), new(_board.Forum.Id, _meeting.Id, IsBeside: isBeside), Ct);

    /// <summary>The move first, then what it has asked for.</summary>
    private async Task StoreAsync()
    {
        await _chat.Get<StoreUploads>().HandleAsync(Ct);
        await _chat.Get<StoreUploads>().HandleAsync(Ct);
    }

    private async Task CloseItemAsync(int number = 1, Meeting? of = null)
    {
        var meeting = (of ?? _meeting).Id;
        await using var db = _board.Open();
        var item = await db.AgendaItems.AsNoTracking().SingleAsync(one => one.MeetingId == meeting && one.Number == number, Ct);
        var edited = await _chat.Get<EditItem>().HandleAsync(
            As(_board.Secretary), new(_board.Forum.Id, item.Id, item.Content with { IsClosed = true }, item.Version), Ct);
        Assert.True(edited.IsSuccess, edited.Error?.Code);
    }

    private async Task<bool> IsBeingTriedAsync()
    {
        await using var db = _board.Open();
        return await db.DocumentUploads.AnyAsync(upload => upload.Attempts > 0, Ct);
    }

    private async Task<MeetingMinutes> MinutesAsync()
    {
        await using var db = _board.Open();
        return await db.Minutes.AsNoTracking().SingleAsync(Ct);
    }

    private static Caller As(Person person) => TestBoard.As(person);

    private List<string> Files() =>
    [
        .. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'))
            .Where(file => file != ".lock")
            .Order(StringComparer.Ordinal),
    ];

    private List<string> OpenFiles() => Files().FindAll(file => !file.Contains("/Lukket/", StringComparison.Ordinal));

    private List<string> Holding(string text) =>
        Files().FindAll(file => file.EndsWith(".docx", StringComparison.Ordinal) && Text(file).Contains(text, StringComparison.Ordinal));

    private string Text(string file)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(_folder, file));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}
