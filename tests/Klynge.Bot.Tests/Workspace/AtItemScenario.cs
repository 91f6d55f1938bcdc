using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Attendance;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>What stands beside the items of the sample's meeting.</summary>
internal static class AtItemScenario
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The seats with a vote, in the forum's order.</summary>
    internal static async Task<List<ForumMember>> VotersAsync(this MeetingScenario at)
    {
        await using var db = await at.OpenAsync();
        var seats = await db.Members.AsNoTracking().Include(seat => seat.Person).Where(seat => seat.ForumId == at.Forum.Id && seat.To == null).OrderBy(seat => seat.Order).ToListAsync(Ct);
        return seats.FindAll(seat => seat.HasVote);
    }

    /// <summary>What was agreed at an item, the latest last.</summary>
    internal static async Task<List<Deadline>> AgreementsAsync(this MeetingScenario at, AgendaItemId item)
    {
        await using var db = await at.OpenAsync();
        return await db.Deadlines.AsNoTracking().Include(one => one.History).Where(one => one.ItemId == item).OrderBy(one => one.Id).ToListAsync(Ct);
    }

    /// <summary>The sentences of an item's decision that wait for an answer.</summary>
    internal static async Task<List<FoundDeadline>> FoundAsync(this MeetingScenario at, AgendaItemId item)
    {
        await using var db = await at.OpenAsync();
        return await db.FoundDeadlines.AsNoTracking().Where(one => one.ItemId == item && one.AnsweredAt == null).OrderBy(one => one.Sentence).ToListAsync(Ct);
    }

    internal static async Task<List<Contribution>> ContributionsAsync(this MeetingScenario at, AgendaItemId item)
    {
        await using var db = await at.OpenAsync();
        return await db.Contributions.AsNoTracking().Where(one => one.ItemId == item).OrderBy(one => one.Heading).ToListAsync(Ct);
    }

    internal static async Task<ItemBallot> BallotAsync(this MeetingScenario at)
    {
        await using var db = await at.OpenAsync();
        return await db.ItemBallots.AsNoTracking().OrderByDescending(one => one.OpenedAt).FirstAsync(Ct);
    }

    internal static async Task<List<ItemAbsence>> AbsencesAsync(this MeetingScenario at)
    {
        await using var db = await at.OpenAsync();
        return await db.ItemAbsences.AsNoTracking().ToListAsync(Ct);
    }

    /// <summary>A vote as the form sends it: every seat that it shows, how the rest voted, and who voted otherwise.</summary>
    internal static (string Name, string Value)[] Vote(AgendaItem item, IEnumerable<ForumMember> shown, string rest, params (ForumMember Seat, string Answer)[] others) =>
    [
        ("punkt", $"{item.Id.Value}"), ("resten", rest), .. shown.Select(seat => ("plads", $"{seat.Id.Value}")), .. others.Select(one => ($"stemme-{one.Seat.Id.Value}", one.Answer)),
    ];
}
