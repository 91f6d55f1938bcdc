using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Council;

/// <summary>A meeting that runs, in a forum whose rules give its members all the rights of a council.</summary>
internal sealed class CouncilFixture(MinutesBoard minutes) : IAsyncDisposable
{
    internal const string Law = "Kommunestyrelsesloven § 23";

    internal TestBoard Board => minutes.Board;

    internal ChatFixture Chat => minutes.Chat;

    internal Meeting Meeting => minutes.Meeting;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<CouncilFixture> CreateAsync()
    {
        var fixture = new CouncilFixture(await MinutesBoard.CreateAsync());
        await fixture.RulesAsync(rules => rules with
        {
            ChairDecision = LegalSwitch.On,
            DissentingOpinion = LegalSwitch.On,
            StopExecution = new LegalSwitch(true, Law),
            Quorum = new QuorumRule(0.5m, EverySector: false),
        });
        await fixture.StatusAsync(MeetingStatus.InProgress);
        return fixture;
    }

    internal async Task RulesAsync(Func<RulesOfProcedure, RulesOfProcedure> change)
    {
        await using var db = Board.Open();
        var forum = (await db.Forums.FindAsync([Board.Forum.Id], Ct))!;
        forum.Rules = change(forum.Rules);
        await db.SaveChangesAsync(Ct);
        Board.Forum.Rules = forum.Rules;
    }

    internal async Task StatusAsync(MeetingStatus status)
    {
        await using var db = Board.Open();
        await db.Meetings.Where(meeting => meeting.Id == Meeting.Id).ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Status, status), Ct);
    }

    internal async Task ApproveMinutesAsync()
    {
        await using var db = Board.Open();
        var final = new MeetingMinutes { MeetingId = Meeting.Id };
        db.Minutes.Add(final).Property(one => one.Status).CurrentValue = MinutesStatus.Approved;
        await db.SaveChangesAsync(Ct);
    }

    internal async Task SeatAsync(Person person, Role role, string? party = null)
    {
        await using var db = Board.Open();
        await db.Members.Where(seat => seat.PersonId == person.Id && seat.ForumId == Board.Forum.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, role).SetProperty(seat => seat.Party, party), Ct);
    }

    internal async Task<MemberId> SeatOfAsync(Person person)
    {
        await using var db = Board.Open();
        return await db.Members.Where(seat => seat.PersonId == person.Id && seat.ForumId == Board.Forum.Id).Select(seat => seat.Id).SingleAsync(Ct);
    }

    internal async Task<ChatReply> PressAsync(string verb, int number, Person by, params (string Name, string? Value)[] fields)
    {
        var item = await ItemAsync(number);
        var data = new JsonObject { ["forum"] = item.ForumId.Value.ToString("N"), ["meeting"] = item.MeetingId.Value.ToString("N"), ["item"] = item.Id.Value.ToString("N") };
        foreach (var (name, value) in fields)
            data[name] = value;

        return await Chat.PressAsync(by, verb, data);
    }

    internal async Task<AgendaItem> ItemAsync(int number)
    {
        await using var db = Board.Open();
        return await db.AgendaItems.SingleAsync(item => item.MeetingId == Meeting.Id && item.Number == number, Ct);
    }

    internal async Task<MinutesDocument> DocumentAsync(MeetingId? meeting = null)
    {
        var id = meeting ?? Meeting.Id;
        await using var db = Board.Open();
        return await BuildMinutes.FromAsync(db, Board.Forum, await db.Meetings.SingleAsync(one => one.Id == id, Ct));
    }

    /// <summary>The cards that were sent to a person, oldest first.</summary>
    internal async Task<List<string>> ToldAsync(Person person)
    {
        await using var db = Board.Open();
        var payloads = await db.Outbox.Where(one => one.PersonId == person.Id).OrderBy(one => one.Id).Select(one => one.Payload!).ToListAsync(Ct);
        return payloads.ConvertAll(payload => ((string)JsonNode.Parse(payload)!["Card"]!).Replace("\u2060", string.Empty, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => minutes.DisposeAsync();
}
