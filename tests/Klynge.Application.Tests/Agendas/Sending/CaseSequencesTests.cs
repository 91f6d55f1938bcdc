using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Sending;

/// <summary>
/// No sequence of sending, calling back, sending back, taking on, declining, putting on agendas, taking off, postponing and deciding, over four
/// forums, loses a case or makes two of it: each stands in exactly one open place, or is settled.
/// </summary>
public sealed class CaseSequencesTests
{
    /// <summary>CI takes a share with seeds that stay; »tests/run long« all of them.</summary>
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("KLYNGE_EVERY_INPUT") == "1";

    private static readonly int Steps = IsWhole ? 150 : 70;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, IsWhole ? 60 : 5)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task NoSequence_LosesOrDoublesACase(int seed)
    {
        await using var board = await TestBoard.CreateAsync();
        using var chat = new ChatFixture(board);
        var ladder = await Ladder.CreateAsync(board, chat);
        var run = await Run.BeginAsync(ladder, new Random(seed));
        for (var step = 0; step < Steps; step++)
        {
            var did = await run.StepAsync();
            await run.AssertWholeAsync($"seed {seed}, step {step}: {did}");
        }

        Assert.True(run.Succeeded > Steps / 6, $"{run.Succeeded} of {Steps} steps did something");
        Assert.True(run.Sent > 0, "nothing was sent");
    }

    private sealed class Run(Ladder ladder, Random random)
    {
        private static readonly string[] Titles = ["Hjemmebesøg", "Akutpladser", "Digital rehabilitering"];
        private static readonly string[] Decisions = ["Indstillingen blev godkendt.", "Punktet udsættes til næste møde.", "Punktet sendes videre.", "Drøftet."];

        private readonly Dictionary<ForumId, List<Meeting>> _meetings = [];

        internal int Succeeded { get; private set; }

        internal int Sent { get; private set; }

        internal static async Task<Run> BeginAsync(Ladder ladder, Random random)
        {
            var run = new Run(ladder, random);
            foreach (var forum in ladder.All)
                run._meetings[forum.Id] = [await ladder.MeetingAsync(forum, 7), await ladder.MeetingAsync(forum, 28), await ladder.MeetingAsync(forum, 49)];

            foreach (var title in Titles)
                await ladder.ItemAsync(run._meetings[ladder.Drift.Id][0], title);

            return run;
        }

        internal async Task<string> StepAsync()
        {
            var title = Titles[random.Next(Titles.Length)];
            var (items, coming) = await ReadAsync(title);
            var item = items[random.Next(items.Count)];
            var one = coming.Count == 0 ? null : coming[random.Next(coming.Count)];
            var (forum, what) = (ForumOf(item.ForumId), random.Next(13));
            var done = what switch
            {
                0 or 1 or 2 => await SendAsync(item, forum),
                3 => one?.FromForumId is { } from && (await ladder.Chat.Get<WithdrawSent>().HandleAsync(ladder.By(ForumOf(from)), from, one.Id, default)).IsSuccess,
                4 or 5 or 6 => one is not null && await PlaceAsync(one),
                7 => (await ladder.Chat.Get<PostponeItem>().HandleAsync(ladder.By(forum), new(forum.Id, item.Id, item.MeetingId), default)).IsSuccess,
                8 => await DecideAsync(item, forum),
                9 => one is not null && (await ladder.Chat.Get<DropComingItem>().HandleAsync(ladder.By(ForumOf(one.ForumId)), one.ForumId, one.Id, "Hører ikke til her", default)).IsSuccess,
                10 => one is not null && (await ladder.Chat.Get<ReturnComingItem>().HandleAsync(ladder.By(ForumOf(one.ForumId)), one.ForumId, one.Id, default)).IsSuccess,
                11 => (await ladder.Chat.Get<RemoveItem>().HandleAsync(ladder.By(forum), new(forum.Id, item.Id), default)).IsSuccess,
                _ => (await ladder.Chat.Get<RestoreItem>().HandleAsync(ladder.By(forum), new(forum.Id, item.Id), default)).IsSuccess,
            };
            Succeeded += done ? 1 : 0;
            return $"{what} ({done}) of {title} in {(what is 3 or 4 or 5 or 6 or 9 or 10 ? one is null ? "-" : ForumOf(one.ForumId).Name : forum.Name)}";
        }

        /// <summary>From where the case began along what was sent: there it stands, and nowhere else.</summary>
        internal async Task AssertWholeAsync(string step)
        {
            await using var db = ladder.Board.Open();
            foreach (var title in Titles)
            {
                var rows = (await db.Rows(db.ComingItems.AsNoTracking().Where(one => one.Origin != ComingOrigin.News)).ToListAsync()).FindAll(row => row.Coming.Content.Title == title);
                var (place, line) = PlaceOf(rows, $"{step}, {title}");
                foreach (var row in rows.Where(row => row != place))
                    Assert.False(row.State.IsToCome(), $"{step}, {title}: {ForumOf(row.Coming.ForumId).Name} has it as {row.State}, and {line} as {place!.State}");

                Assert.True(place is null || place.State.IsToCome() || place.State is ComingState.Decided or ComingState.Dropped, $"{step}, {title}: lost in {line} as {place?.State}");
                var items = (await db.AgendaItems.AsNoTracking().ToListAsync()).FindAll(one => one.Content.Title == title);
                var live = items.FindAll(one => one is { IsOnAgenda: true, Decision: null } && !IsPassedOn(items, one) && !rows.Exists(row => row.Coming.ItemId == one.Id && row.State == ComingState.SentOn));
                Assert.True(live.Count < 2 && live.TrueForAll(one => place is null || one.Id == place.Coming.ItemId), $"{step}, {title}: it stands on an agenda of {string.Join(", ", live.Select(one => ForumOf(one.ForumId).Name))}, and its place is {line}");
            }
        }

        /// <summary>What went on to another meeting stays on record on the agenda where it was.</summary>
        private static bool IsPassedOn(List<AgendaItem> items, AgendaItem item) =>
            items.Exists(later => later.ContinuesId == item.Id && (later.IsOnAgenda || IsPassedOn(items, later)));

        private (ComingRow? Place, string Line) PlaceOf(List<ComingRow> rows, string step)
        {
            var begins = rows.FindAll(row => row.Coming.FromComingId is null);
            if (rows.Count == 0)
                return (null, string.Empty);

            Assert.True(begins.Count == 1, $"{step}: begins {begins.Count} times");
            var (at, line) = (begins[0], ForumOf(begins[0].Coming.ForumId).Name);
            while (rows.FindAll(row => row.Coming.FromComingId == at.Coming.Id && row.Coming.IsInForce) is { Count: > 0 } next)
            {
                Assert.True(next.Count == 1, $"{step}: {line} has sent it to {next.Count} forums at once");
                (at, line) = (next[0], $"{line} > {ForumOf(next[0].Coming.ForumId).Name}");
            }

            return (at, line);
        }

        private async Task<bool> SendAsync(AgendaItem item, Forum from)
        {
            var result = await ladder.SendAsync(item, from, ladder.All[random.Next(4)], isBack: random.Next(5) == 0);
            Sent += result.IsSuccess ? 1 : 0;
            return result.IsSuccess;
        }

        private async Task<bool> PlaceAsync(ComingItem coming)
        {
            var forum = ForumOf(coming.ForumId);
            await ladder.Chat.Get<AcceptComingItem>().HandleAsync(ladder.By(forum), forum.Id, coming.Id, default);
            return (await ladder.Chat.Get<PlaceComingItem>().HandleAsync(ladder.By(forum), forum.Id, coming.Id, _meetings[forum.Id][random.Next(3)].Id, default)).IsSuccess;
        }

        private async Task<bool> DecideAsync(AgendaItem item, Forum forum) => random.Next(4) == 0
            ? (await ladder.Chat.Get<UndoDecision>().HandleAsync(ladder.By(forum), new(forum.Id, item.Id, null, item.Version), default)).IsSuccess
            : (await ladder.Chat.Get<RecordDecision>().HandleAsync(ladder.By(forum), new(forum.Id, item.Id, Decisions[random.Next(Decisions.Length)], item.Version), default)).IsSuccess;

        private Forum ForumOf(ForumId id) => ladder.All.First(one => one.Id == id);

        private async Task<(List<AgendaItem> Items, List<ComingItem> Coming)> ReadAsync(string title)
        {
            await using var db = ladder.Board.Open();
            var items = (await db.AgendaItems.AsNoTracking().ToListAsync()).FindAll(one => one.Content.Title == title);
            var coming = (await db.ComingItems.AsNoTracking().Where(one => one.Origin != ComingOrigin.News).ToListAsync()).FindAll(one => one.Content.Title == title);
            return ([.. items.OrderBy(one => one.Id.Value)], [.. coming.OrderBy(one => one.AddedAt).ThenBy(one => one.Id.Value)]);
        }
    }
}
