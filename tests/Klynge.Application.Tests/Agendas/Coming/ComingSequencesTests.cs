using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Coming;

/// <summary>
/// No sequence of adding, correcting, dropping, having back, putting on agendas, taking off, putting back, postponing, deciding and cancelling
/// loses a case or makes two of it.
/// </summary>
public sealed class ComingSequencesTests
{
    private const int Steps = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task NoSequence_LosesOrDoublesACase(int seed)
    {
        await using var board = await TestBoard.CreateAsync();
        using var chat = new ChatFixture(board);
        var meetings = new List<Meeting>();
        foreach (var days in new[] { 7, 28, 49, 70 })
            meetings.Add(await board.AddMeetingAsync(days));

        var run = new Run(board, chat, meetings, new Random(seed));
        for (var step = 0; step < Steps; step++)
        {
            var did = await run.StepAsync();
            await run.AssertWholeAsync($"seed {seed}, step {step}: {did}");
        }

        Assert.True(run.Succeeded > Steps / 5, $"{run.Succeeded} of {Steps} steps did something");
    }

    private sealed class Run(TestBoard board, ChatFixture chat, List<Meeting> meetings, Random random)
    {
        private readonly List<ComingItemId> _cases = [];

        /// <summary>What went on to another meeting stays on record on the agenda where it was.</summary>
        private readonly HashSet<AgendaItemId?> _passedOn = [];
        private readonly Caller _by = TestBoard.As(board.Secretary);

        internal int Succeeded { get; private set; }

        internal async Task<string> StepAsync()
        {
            if (_cases.Count == 0 || (_cases.Count < 4 && random.Next(6) == 0))
                return await AddAsync();

            var (id, meeting) = (_cases[random.Next(_cases.Count)], meetings[random.Next(meetings.Count)]);
            var item = await AnyItemOfAsync(id);
            var what = random.Next(10);
            var stood = await StandingItemOfAsync(id);
            var done = what switch
            {
                0 => (await chat.Get<EditComingItem>().HandleAsync(_by, board.Forum.Id, id, Input(id, "i marts"), await VersionAsync(id), default)).IsSuccess,
                1 => (await chat.Get<DropComingItem>().HandleAsync(_by, board.Forum.Id, id, "Løst", default)).IsSuccess,
                2 => (await chat.Get<ReturnComingItem>().HandleAsync(_by, board.Forum.Id, id, default)).IsSuccess,
                3 or 4 => (await chat.Get<PlaceComingItem>().HandleAsync(_by, board.Forum.Id, id, meeting.Id, default)).IsSuccess,
                5 => item is not null && (await chat.Get<RemoveItem>().HandleAsync(_by, new(board.Forum.Id, item.Id), default)).IsSuccess,
                6 => item is not null && (await chat.Get<RestoreItem>().HandleAsync(_by, new(board.Forum.Id, item.Id), default)).IsSuccess,
                7 => item is not null && (await chat.Get<PostponeItem>().HandleAsync(_by, new(board.Forum.Id, item.Id, item.MeetingId), default)).IsSuccess,
                8 => item is not null && (await chat.Get<RecordDecision>().HandleAsync(_by, new(board.Forum.Id, item.Id, random.Next(3) == 0 ? "Godkendt." : "Udsat til næste møde.", item.Version), default)).IsSuccess,
                _ => random.Next(4) == 0 && await CancelOrReinstateAsync(meeting),
            };
            if (done && what is 3 or 4)
                _passedOn.Add(stood);
            if (done && what == 7)
                _passedOn.Add(item!.Id);

            Succeeded += done ? 1 : 0;
            return $"{what} ({done}) of {id.Value}";
        }

        /// <summary>Each case is on the list, on one agenda, or settled; no title stands twice on agendas that lie ahead as two live items.</summary>
        internal async Task AssertWholeAsync(string step)
        {
            await using var db = board.Open();
            var rows = await db.Rows(db.ComingItems).ToListAsync();
            var listed = (await db.ComingItemsAsync(board.Forum.Id, default)).Select(view => view.Id).ToList();
            Assert.True(rows.Count == _cases.Count, $"{step}: {rows.Count} of {_cases.Count} cases are there");
            var items = await db.AgendaItems.Join(db.Meetings, item => item.MeetingId, meeting => meeting.Id, (Item, Meeting) => new { Item, Meeting }).ToListAsync();
            foreach (var row in rows)
            {
                Assert.True(listed.Count(id => id == row.Coming.Id) == (row.State.IsToCome() ? 1 : 0), $"{step}: {row.State} is listed {listed.Count(id => id == row.Coming.Id)} times");
                var stops = items.Where(one => one.Item.Content.Title == Title(row.Coming.Id) && one.Item.IsOnAgenda && one.Meeting.Status != MeetingStatus.Cancelled).ToList();
                Assert.True(
                    stops.TrueForAll(one => one.Item.Id == row.Coming.ItemId || _passedOn.Contains(one.Item.Id)), $"{step}: the case stands on an agenda that its list knows nothing of");
            }
        }

        private async Task<string> AddAsync()
        {
            var id = ComingItemId.New();
            _cases.Add(id);
            Assert.True((await chat.Get<AddComingItem>().HandleAsync(_by, board.Forum.Id, id, Input(id, wanted: null), default)).IsSuccess);
            Succeeded++;
            return "added";
        }

        private async Task<bool> CancelOrReinstateAsync(Meeting meeting)
        {
            var cancelled = await chat.Get<CancelMeeting>().HandleAsync(_by, new(board.Forum.Id, meeting.Id, null), default);
            await using var db = board.Open();
            if (random.Next(2) == 0)
            {
                (await db.Meetings.SingleAsync(one => one.Id == meeting.Id)).Reinstate(board.Clock.GetCurrentInstant());
                await db.SaveChangesAsync();
            }

            return cancelled.IsSuccess;
        }

        /// <summary>The item that it is on an agenda; null while it waits.</summary>
        private async Task<AgendaItemId?> StandingItemOfAsync(ComingItemId id)
        {
            await using var db = board.Open();
            return (await db.ComingItemAsync(board.Forum.Id, id, default))?.ItemId;
        }

        private async Task<AgendaItem?> AnyItemOfAsync(ComingItemId id)
        {
            await using var db = board.Open();
            var items = (await db.AgendaItems.AsNoTracking().ToListAsync()).Where(item => item.Content.Title == Title(id)).OrderBy(item => item.Id.Value).ToList();
            return items.Count == 0 ? null : items[random.Next(items.Count)];
        }

        private async Task<int> VersionAsync(ComingItemId id)
        {
            await using var db = board.Open();
            return (await db.ComingItems.SingleAsync(one => one.Id == id)).Version;
        }

        private static string Title(ComingItemId id) => $"Sag {id.Value:N}";

        private static ComingInput Input(ComingItemId id, string? wanted) => new(Title(id), null, wanted, null, null, IsClosed: false);
    }
}
