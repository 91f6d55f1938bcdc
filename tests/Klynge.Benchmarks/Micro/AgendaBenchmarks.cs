using System.Globalization;
using BenchmarkDotNet.Attributes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Benchmarks.Micro;

/// <summary>The agenda card of ten items: read from the database, built, and written as JSON.</summary>
[MemoryDiagnoser]
public class AgendaBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-agenda-").FullName;
    private DbContextOptions<KlyngeContext> _options = null!;
    private Meeting _meeting = null!;
    private AgendaView _view = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var board = await Votes.VoteBoard.CreateAsync(_folder, voters: 13);
        _options = (DbContextOptions<KlyngeContext>)new DbContextOptionsBuilder<KlyngeContext>()
            .UseKlyngeSqlite($"Data Source={Path.Combine(_folder, "klynge.db")}").Options;
        await using var db = new KlyngeContext(_options);
        var now = SystemClock.Instance.GetCurrentInstant();
        var date = now.InUtc().Date.PlusDays(21);
        _meeting = Meeting.Schedule(board.Procedure.ForumId, new MeetingTime(date, new LocalTime(14, 0), new LocalTime(16, 0)), "Teams", now).Value;
        db.AddRange([_meeting, .. Enumerable.Range(1, 10).Select(number => AgendaItem.Add(_meeting, number, Item(number), now))]);
        await db.SaveChangesAsync();
        _view = await ReadAsync();
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public AdaptiveCard Build() => AgendaCard.Build(_view, AgendaAudience.Everybody);

    [Benchmark]
    public string BuildAndSerialise() => CardJson.Serialize(AgendaCard.Build(_view, AgendaAudience.Everybody));

    [Benchmark]
    public async Task<string> ReadBuildAndSerialise() => CardJson.Serialize(AgendaCard.Build(await ReadAsync(), AgendaAudience.Everybody));

    private async Task<AgendaView> ReadAsync()
    {
        await using var db = new KlyngeContext(_options);
        return await db.AgendaAsync(_meeting.ForumId, _meeting.Id, ClosedReader.Nothing, CancellationToken.None)
            ?? throw new InvalidOperationException("The agenda is not there.");
    }

    private static AgendaItemContent Item(int number) => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"Status på indsats {number}: fælles forløb for borgere med hjertesvigt"),
        Kind = AgendaItemKind.Discussion,
        Presenter = "Marianne Toft",
        Minutes = 10,
        Sections = [new AgendaSection("Sagsfremstilling", "Forløbet er afprøvet i to kommuner siden foråret. Evalueringen er vedlagt.")],
        Recommendations = ["Tager status til efterretning", "Godkender, at indsatsen fortsætter"],
        Attachments = [new AgendaAttachment("Evaluering.pdf")],
    };
}
