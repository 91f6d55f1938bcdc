using System.IO.Compression;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Minutes.Uploads;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Tests.Support;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>Approved minutes in SharePoint, with their PDF and earlier versions, of which an item is closed afterwards, by the real SDK.</summary>
public sealed class ClosedMinutesInSharePointTests : IAsyncLifetime
{
    private const string Title = "Opsigelse af klinikchefen";

    private SharePointFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await SharePointFixture.StartAsync(new ManualTimer());
        foreach (var column in LibraryColumns.All)
            _fixture.Drives.Library.Columns[column] = column;

        _fixture.Drives.Library.WritesIntoWord = true;
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Minutes_OfAnItemThatIsClosed_LieWithAllVersionsInTheClosedPlace_AndAreWrittenAnew()
    {
        var (caller, meeting, item) = await SeedAsync();
        await WriteAsync(caller, meeting);
        Assert.True((await _fixture.Get<RecordDecision>().HandleAsync(caller, new(meeting.ForumId, item.Id, "Klinikchefen opsiges.", item.Version), Ct)).IsSuccess);
        await WriteAsync(caller, meeting);
        Assert.True((await _fixture.Get<ApproveMinutes>().HandleAsync(caller, new(meeting.ForumId, meeting.Id), Ct)).IsSuccess);
        var path = DocumentPath.ForMinutes("Chefforum", meeting.Date);
        Assert.NotNull(_fixture.File(path.WithExtension(".pdf")));
        _fixture.Drives.Share(_fixture.Drives.Library, path.ToString());

        await CloseAsync(caller, item.Id);
        for (var run = 0; run < 3; run++)
            await _fixture.Get<StoreUploads>().HandleAsync(Ct);

        var (there, away) = (_fixture.File(path)!, _fixture.File(path.AsClosed())!);
        Assert.DoesNotContain(There(there), text => text.Contains(Title, StringComparison.Ordinal));
        Assert.Contains(There(there), text => text.Contains("Lukket punkt", StringComparison.Ordinal));
        Assert.True(There(away).Count > 1);
        Assert.All(There(away), text => Assert.Contains(Title, text, StringComparison.Ordinal));
        Assert.Empty(away.Sharing);
        Assert.NotNull(_fixture.File(path.AsClosed().WithExtension(".pdf")));
        Assert.NotNull(_fixture.File(path.WithExtension(".pdf")));
        Assert.Equal(4, _fixture.Drives.Library.Files.Count);
        Assert.Empty(_fixture.Graph.StandIn.Unexpected);
    }

    /// <summary>What the document and its earlier versions say.</summary>
    private static List<string> There(SimulatedFile file) => [.. file.Earlier.Append(file.Content).Select(Text)];

    private static string Text(byte[] word)
    {
        using var zip = new ZipArchive(new MemoryStream(word), ZipArchiveMode.Read);
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    private async Task WriteAsync(Caller caller, Meeting meeting) =>
        Assert.True((await _fixture.Get<WriteMinutes>().HandleAsync(caller, new(meeting.ForumId, meeting.Id), Ct)).Value.IsStored);

    private async Task CloseAsync(Caller caller, AgendaItemId id)
    {
        await using var db = await _fixture.Get<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var item = await db.AgendaItems.AsNoTracking().SingleAsync(one => one.Id == id, Ct);
        var edited = await _fixture.Get<EditItem>().HandleAsync(caller, new(item.ForumId, id, item.Content with { IsClosed = true }, item.Version), Ct);
        Assert.True(edited.IsSuccess, edited.Error?.Code);
    }

    /// <summary>A meeting of tomorrow that somebody has begun already.</summary>
    private async Task<(Caller Secretary, Meeting Meeting, AgendaItem Item)> SeedAsync()
    {
        var now = _fixture.Get<IClock>().GetCurrentInstant();
        var day = DanishTime.ToDanish(now).Date.PlusDays(1);
        var health = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Fjordlandet" };
        var secretary = new Person { Key = "sofie", Name = "Sofie Bech", Email = "sofie@fjordlandet.example" };
        var forum = new Forum { BoardId = health.Id, Key = "chefforum", Name = "Chefforum", Level = 2, Rules = SampleRules.Plain };
        var meeting = Meeting.Schedule(forum.Id, new MeetingTime(day, new LocalTime(14, 0), new LocalTime(16, 0)), "Teams", now).Value;
        Assert.True(meeting.Begin(now).IsSuccess);
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = Title }, now);
        await using var db = await _fixture.Get<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        db.AddRange(health, forum, secretary);
        await db.SaveChangesAsync(Ct);
        db.AddRange(meeting, item, new ForumMember
        {
            ForumId = forum.Id,
            PersonId = secretary.Id,
            Role = Role.Secretariat,
            HasVote = false,
            Organisation = "Region Fjordlandet",
            Sector = "region",
            From = new LocalDate(2025, 1, 1),
            Order = 1,
        });
        await db.SaveChangesAsync(Ct);
        return (new Caller(secretary.Id), meeting, item);
    }
}
