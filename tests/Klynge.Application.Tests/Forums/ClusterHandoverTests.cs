using Klynge.Application.Agendas;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

/// <summary>L 214 (2024-25): a cluster of four forums ends with 2026, and its health council follows on 1 January 2027.</summary>
public sealed class ClusterHandoverTests : IAsyncLifetime
{
    private static readonly LocalDate LastDay = new(2026, 12, 31);
    private static readonly string[] Names = ["Driftsforum Nord", "Fagligt niveau", "Direktørforum Nord", "Politisk niveau"];
    private readonly List<Forum> _cluster = [];
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Forum _council = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _board.Clock.Advance(DanishTime.ToInstant(new LocalDate(2026, 12, 15), new LocalTime(9, 0)) - _board.Clock.GetCurrentInstant());
        foreach (var (index, name) in Names.Index())
            _cluster.Add(await AddForumAsync(name, index + 1, withCase: true));

        _council = await AddForumAsync("Sundhedsråd Nord", 1, withCase: false);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task ClusterOfFour_IsHandedOver_AndIsHistoryOnNewYearsDay()
    {
        foreach (var forum in _cluster)
        {
            var request = new HandoverRequest(forum.Id, _council.Id, LastDay);
            var preview = (await _chat.Get<HandOver>().PreviewAsync(Secretary, request, Ct)).Value;
            Assert.True((await _chat.Get<HandOver>().HandleAsync(Secretary, request with { Seen = preview.Mark }, Ct)).IsSuccess);
            Assert.True((await _chat.Get<StoreHandover>().HandleAsync(Secretary, forum.Id, Ct)).IsSuccess);
        }

        await using (var db = _board.Open())
        {
            var coming = await db.ComingItems.Where(one => one.ForumId == _council.Id).ToListAsync(Ct);
            Assert.Equal(8, coming.Count);
            Assert.All(Names, name => Assert.Contains(coming, one => one.Content.Title == $"Sag i {name}"));
            Assert.All(Names, name => Assert.Contains(coming, one => one.Content.Title == $"Overlevering fra {name}"));
        }

        var packages = Directory.EnumerateFiles(_chat.Documents, "Overlevering*.asice", SearchOption.AllDirectories).ToList();
        Assert.Equal(4, packages.Count);
        foreach (var package in packages)
        {
            await using var file = File.OpenRead(package);
            Assert.True((await EvidenceVerifier.VerifyAsync(file, Ct)).Value.IsWhole);
        }

        // Until the last day is over the cluster works on.
        Assert.True((await SetDeadlineAsync(_cluster[0])).IsSuccess);
        await NewYearAsync();
    }

    private async Task NewYearAsync()
    {
        _board.Clock.Advance(DanishTime.ToInstant(new LocalDate(2027, 1, 1), new LocalTime(0, 1)) - _board.Clock.GetCurrentInstant());
        Assert.IsType<ForumIsHistoric>((await SetDeadlineAsync(_cluster[0])).Error);
        Assert.Equal(0, await _chat.Get<DeadlineJobs>().SweepAsync(_board.Clock.GetCurrentInstant(), Ct));
        await using var db = _board.Open();
        foreach (var forum in _cluster)
        {
            Assert.True((await db.Forums.SingleAsync(one => one.Id == forum.Id, Ct)).IsClosed);
            var held = await db.Meetings.SingleAsync(meeting => meeting.ForumId == forum.Id, Ct);
            var data = new { forum = forum.Id.Value, meeting = held.Id.Value };
            Assert.Contains($"Sag i {forum.Name}", (await _chat.PressAsync(_board.Member, AgendaVerbs.Show, data)).Text(), StringComparison.Ordinal);
        }

        Assert.True((await SetDeadlineAsync(_council)).IsSuccess);
    }

    private Application.Data.Caller Secretary => TestBoard.As(_board.Secretary);

    private Task<Domain.Common.Result<Domain.Deadlines.DeadlineId>> SetDeadlineAsync(Forum forum) =>
        _chat.Get<SetDeadline>().HandleAsync(Secretary, new(forum.Id, "Frist", new LocalDate(2027, 2, 1), null), Ct);

    private async Task<Forum> AddForumAsync(string name, int level, bool withCase)
    {
        var forum = new Forum { BoardId = _board.Forum.BoardId, Key = DanishText.Fold(name).Replace(' ', '-'), Name = name, Level = level, Rules = _board.Forum.Rules };
        await _board.AddAsync(forum);
        await _board.AddAsync(Seat(forum, _board.Secretary, Role.Secretariat), Seat(forum, _board.Member, Role.Member));
        if (!withCase)
            return forum;

        var meeting = Meeting.FromMinutes(forum.Id, new MeetingTime(_board.Today.PlusDays(-7), new LocalTime(14, 0), new LocalTime(16, 0)), "Rådhuset");
        await _board.AddAsync(meeting);
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = $"Sag i {name}", Recommendations = ["Godkender det"] }, _board.Clock.GetCurrentInstant());
        item.Decide("Punktet udsættes til næste møde.", seenVersion: null, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(item);
        return forum;
    }

    private static ForumMember Seat(Forum forum, Person person, Role role) => new()
    {
        ForumId = forum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = role == Role.Member,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = 1,
    };
}
