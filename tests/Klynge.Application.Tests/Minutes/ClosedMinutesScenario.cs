using System.IO.Compression;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>Minutes that were written while an item that they hold was open, in a library with a place for what is closed.</summary>
public abstract class ClosedMinutesScenario : IAsyncLifetime
{
    private protected const string Title = "Opsigelse af klinikchefen", Decision = "Klinikchefen opsiges.";

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("klynge-closed-minutes-").FullName;

    private protected ScriptedLibrary Library { get; private set; } = null!;

    private protected TestBoard Board { get; private set; } = null!;

    private protected ChatFixture Chat { get; private set; } = null!;

    private protected Meeting Meeting { get; private set; } = null!;

    private protected AgendaItem Item { get; private set; } = null!;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Library = new ScriptedLibrary(Folder) { Pdf = "%PDF-1.7"u8.ToArray() };
        Board = await TestBoard.CreateAsync();
        Chat = new ChatFixture(Board, Library);
        Meeting = await Board.AddMeetingAsync();
        Item = AgendaItem.Add(Meeting, 1, new AgendaItemContent { Title = Title }, Board.Clock.GetCurrentInstant());
        Item.Decide(Decision, seenVersion: null, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(Item, AgendaItem.Add(Meeting, 2, new AgendaItemContent { Title = "Årshjul" }, Board.Clock.GetCurrentInstant()));
        Board.Clock.Advance(Meeting.Time.StartInstant - Board.Clock.GetCurrentInstant() + Duration.FromMinutes(30));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Chat.Dispose();
        await Board.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private protected async Task WriteTwiceAsync()
    {
        await WriteAsync();
        await ChangeDecisionAsync();
        await WriteAsync();
    }

    private protected async Task ChangeDecisionAsync()
    {
        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(one => one.Id == Item.Id, Ct);
        item.Decide("Klinikchefen opsiges den 1. februar.", item.Version, Board.Clock.GetCurrentInstant());
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>As by hand, in Word: the same document with something more in it.</summary>
    private protected async Task CorrectAsync(DocumentPath path)
    {
        var file = Path.Combine(Folder, path.ToString());
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            await using var note = new StreamWriter(zip.CreateEntry("customXml/note.xml").Open());
            await note.WriteAsync("<note/>");
        }
    }

    private protected Task WriteAsync(bool isBeside = false) =>
        Chat.Get<WriteMinutes>().HandleAsync(As(Board.Secretary), new(Board.Forum.Id, Meeting.Id, IsBeside: isBeside), Ct);

    /// <summary>The move first, then what it has asked for.</summary>
    private protected async Task StoreAsync()
    {
        await Chat.Get<StoreUploads>().HandleAsync(Ct);
        await Chat.Get<StoreUploads>().HandleAsync(Ct);
    }

    private protected async Task CloseItemAsync(int number = 1, Meeting? of = null)
    {
        var meeting = (of ?? Meeting).Id;
        await using var db = Board.Open();
        var item = await db.AgendaItems.AsNoTracking().SingleAsync(one => one.MeetingId == meeting && one.Number == number, Ct);
        var edited = await Chat.Get<EditItem>().HandleAsync(
            As(Board.Secretary), new(Board.Forum.Id, item.Id, item.Content with { IsClosed = true }, item.Version), Ct);
        Assert.True(edited.IsSuccess, edited.Error?.Code);
    }

    private protected async Task<bool> IsBeingTriedAsync()
    {
        await using var db = Board.Open();
        return await db.DocumentUploads.AnyAsync(upload => upload.Attempts > 0, Ct);
    }

    private protected async Task<MeetingMinutes> MinutesAsync()
    {
        await using var db = Board.Open();
        return await db.Minutes.AsNoTracking().SingleAsync(Ct);
    }

    private protected static Caller As(Person person) => TestBoard.As(person);

    private protected List<string> Files() =>
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => file != ".lock")
            .Order(StringComparer.Ordinal),
    ];

    private protected List<string> OpenFiles() => Files().FindAll(file => !file.Contains("/Lukket/", StringComparison.Ordinal));

    private protected List<string> Holding(string text) =>
        Files().FindAll(file => file.EndsWith(".docx", StringComparison.Ordinal) && Text(file).Contains(text, StringComparison.Ordinal));

    private protected string Text(string file)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(Folder, file));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}
