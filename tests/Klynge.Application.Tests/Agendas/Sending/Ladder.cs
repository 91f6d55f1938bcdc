using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Data;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Sending;

/// <summary>
/// Four forums of one body, one above the other, and a second driftsforum beside the first; each with a secretary and a member of its own who
/// sit nowhere else.
/// </summary>
internal sealed class Ladder(TestBoard board, ChatFixture chat)
{
    private readonly Dictionary<ForumId, Person> _secretaries = [];
    private readonly Dictionary<ForumId, Person> _members = [];

    internal TestBoard Board => board;

    internal ChatFixture Chat => chat;

    internal Forum Drift => board.OtherForum;

    internal Forum Chief => board.Forum;

    internal Forum Directors { get; private set; } = null!;

    internal Forum Political { get; private set; } = null!;

    internal IReadOnlyList<Forum> All => [Drift, Chief, Directors, Political];

    internal static async Task<Ladder> CreateAsync(TestBoard board, ChatFixture chat)
    {
        var ladder = new Ladder(board, chat);
        ladder.Directors = await ladder.AddForumAsync("direktoerforum", "Direktørforum", 3);
        ladder.Political = await ladder.AddForumAsync("politisk", "Politisk niveau", 4);
        foreach (var (forum, key) in new[] { (ladder.Drift, "drift"), (ladder.Directors, "dir"), (ladder.Political, "pol") })
        {
            ladder._secretaries[forum.Id] = await ladder.AddPersonAsync(forum, $"{key}sek", $"{forum.Name} Sekretær", Role.Secretariat);
            ladder._members[forum.Id] = await ladder.AddPersonAsync(forum, $"{key}med", $"{forum.Name} Medlem", Role.Member);
        }

        (ladder._secretaries[ladder.Chief.Id], ladder._members[ladder.Chief.Id]) = (board.Secretary, board.Member);
        return ladder;
    }

    internal Person Secretary(Forum forum) => _secretaries[forum.Id];

    internal Person Member(Forum forum) => _members[forum.Id];

    internal Caller By(Forum forum) => TestBoard.As(Secretary(forum));

    internal async Task<Forum> AddForumAsync(string key, string name, int level)
    {
        var forum = new Forum { BoardId = board.Forum.BoardId, Key = key, Name = name, Level = level, Rules = board.Forum.Rules };
        await board.AddAsync(forum);
        return forum;
    }

    internal async Task<Person> AddPersonAsync(Forum forum, string key, string name, Role role)
    {
        var person = new Person { Key = key, Name = name, Email = $"{key}@fjordlandet.example", TeamsUserId = $"29:{key}" };
        await board.AddAsync(person);
        await board.AddAsync(new ForumMember
        {
            ForumId = forum.Id,
            PersonId = person.Id,
            Role = role,
            HasVote = role == Role.Member,
            Organisation = "Region Fjordlandet",
            Sector = "region",
            From = new LocalDate(2025, 1, 1),
            Order = 20,
        });
        return person;
    }

    internal async Task<Meeting> MeetingAsync(Forum forum, int daysAhead)
    {
        var time = new MeetingTime(board.Today.PlusDays(daysAhead), new LocalTime(9, 0), new LocalTime(11, 0));
        var meeting = Meeting.Schedule(forum.Id, time, "Teams", board.Clock.GetCurrentInstant()).Value;
        await board.AddAsync(meeting);
        return meeting;
    }

    internal async Task<AgendaItem> ItemAsync(Meeting meeting, string title, AgendaItemContent? content = null)
    {
        await using var db = board.Open();
        var number = await db.AgendaItems.CountAsync(one => one.MeetingId == meeting.Id && one.Status == AgendaItemStatus.Accepted) + 1;
        var item = AgendaItem.Add(meeting, number, (content ?? new AgendaItemContent { Title = title }) with { Title = title }, board.Clock.GetCurrentInstant());
        await board.AddAsync(item);
        return item;
    }

    internal Task<Domain.Common.Result<SentItem>> SendAsync(AgendaItem item, Forum from, Forum to, string? wanted = null, string? remark = null, bool isBack = false) =>
        chat.Get<SendItem>().HandleAsync(By(from), new SendItemRequest(from.Id, item.Id, to.Id, wanted, remark, isBack), default);

    /// <summary>Takes on what was sent to a forum, and puts it on a meeting's agenda.</summary>
    internal async Task<AgendaItem> TakeUpAsync(ComingItemId id, Forum forum, Meeting meeting)
    {
        await chat.Get<AcceptComingItem>().HandleAsync(By(forum), forum.Id, id, default);
        var placed = await chat.Get<PlaceComingItem>().HandleAsync(By(forum), forum.Id, id, meeting.Id, default);
        return await ItemAsync(placed.Value.Id);
    }

    internal async Task<AgendaItem> ItemAsync(AgendaItemId id)
    {
        await using var db = board.Open();
        return await db.AgendaItems.AsNoTracking().SingleAsync(one => one.Id == id);
    }

    internal async Task<ComingItem> ComingAsync(ComingItemId id)
    {
        await using var db = board.Open();
        return await db.ComingItems.AsNoTracking().SingleAsync(one => one.Id == id);
    }

    internal async Task<IReadOnlyList<ComingView>> ListAsync(Forum forum)
    {
        await using var db = board.Open();
        return await db.ComingItemsAsync(forum.Id, default);
    }

    internal async Task<List<AgendaItem>> AgendaAsync(Meeting meeting)
    {
        await using var db = board.Open();
        return await db.AgendaItems.AsNoTracking().Where(one => one.MeetingId == meeting.Id && one.Status == AgendaItemStatus.Accepted).OrderBy(one => one.Number).ToListAsync();
    }

    /// <summary>In their own chat, where no forum is chosen.</summary>
    internal Klynge.Application.Chat.ChatTurn Turn(Person person) => chat.Turn(person) with { ChosenForumId = null };

    internal async Task HoldAsync(Meeting meeting)
    {
        await using var db = board.Open();
        var held = (await db.Meetings.FindAsync(meeting.Id))!;
        Assert.True(held.Begin(board.Clock.GetCurrentInstant()).IsSuccess && held.Finish(board.Clock.GetCurrentInstant()).IsSuccess);
        await db.SaveChangesAsync();
    }

    internal async Task DecideAsync(Forum forum, AgendaItem item, string decision)
    {
        var now = await ItemAsync(item.Id);
        var result = await chat.Get<Application.Agendas.Decisions.RecordDecision>().HandleAsync(By(forum), new(forum.Id, item.Id, decision, now.Version), default);
        Assert.True(result.IsSuccess, result.Error?.Text);
    }
}

internal static class Replies
{
    /// <summary>The card's text; of a refusal its name, which says more than that there is no card.</summary>
    internal static string Shown(this Klynge.Application.Chat.ChatReply reply)
    {
        if (reply is Klynge.Application.Chat.ChatReply.Refused { Error: var error })
            Assert.Fail($"{error.Code}: {error.Text}");

        return reply.Text();
    }
}
