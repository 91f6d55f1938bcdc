using System.Net;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>Ids that came with a form: those of another forum, of another meeting and of nothing are refused alike from one's own meeting's page, and nothing is changed.</summary>
public sealed class MeetingActsOfOthersTests
{
    private static readonly HashSet<string> OfTheMeeting = [PageActs.AskApproval.Pattern, PageActs.SendAgenda.Pattern, PageActs.BeginMeeting.Pattern, PageActs.FinishMeeting.Pattern, PageActs.RecordRollCall.Pattern, PageActs.WriteMinutes.Pattern, PageActs.RemindContributors.Pattern];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_OfAnotherForumOrMeeting_AreRefusedAsThoseOfNothing_ByEveryAct()
    {
        await using var at = await MeetingScenario.StartAsync();
        await at.PressAsync("begynd", "sikker");
        await using var db = await at.OpenAsync();
        var foreign = await db.AgendaItems.Where(item => item.ForumId != at.Forum.Id && item.Status == AgendaItemStatus.Accepted).Select(item => item.Id).FirstAsync(Ct);
        var earlier = await db.AgendaItems.Where(item => item.ForumId == at.Forum.Id && item.MeetingId != at.Meeting && item.Status == AgendaItemStatus.Accepted).Select(item => item.Id).FirstAsync(Ct);
        var (before, tried) = (await at.LastAsync(), 0);
        foreach (var (act, address) in MeetingActAddresses.All.Where(one => !OfTheMeeting.Contains(one.Key.Pattern)))
        {
            var sentences = new HashSet<string>(StringComparer.Ordinal);

            // A proposal is accepted and declined by its own id; it may have been wished for another meeting of the forum.
            var isProposals = act == PageActs.AcceptProposal || act == PageActs.DeclineProposal;
            foreach (var item in new[] { foreign.Value, Guid.NewGuid(), isProposals ? foreign.Value : earlier.Value })
            {
                var answer = await at.Host.PostAsync(address(at.Meeting.Value, item), at.Secretary.Id, at.Secretary.AadObjectId);
                Assert.True(answer.Status == HttpStatusCode.Conflict, $"{act.Name} with {item}: {answer.Status}");
                sentences.Add(System.Text.RegularExpressions.Regex.Match(answer.Body, "role=\"alert\">([^<]+)<").Groups[1].Value);
                tried++;
            }

            Assert.True(sentences.Count == 1, $"{act.Name}: {string.Join(" | ", sentences)}");
        }

        Assert.True(tried > 30);
        Assert.DoesNotContain(await at.RowsAsync(before), row => row.Refusal is null);
    }

    /// <summary>Whoever is listed at another meeting came to that one, whatever a form says.</summary>
    [Fact]
    public async Task Participants_OfAnotherMeeting_AreNotMarked()
    {
        await using var at = await MeetingScenario.StartAsync();
        await at.PressAsync("begynd", "sikker");
        await at.PressAsync("slut", "sikker");
        await using var db = await at.OpenAsync();
        var others = await db.Participants.AsNoTracking().Where(one => one.MeetingId != at.Meeting).Select(one => new { one.Id, one.Attended }).ToListAsync(Ct);
        Assert.NotEmpty(others);

        await at.PostAsync("fremmoede", null, [.. others.Select(one => ("deltog", $"{one.Id.Value}"))]);

        Assert.Equal(0, await db.Participants.AsNoTracking().CountAsync(one => one.MeetingId == at.Meeting && one.Attended == true, Ct));
        var after = await db.Participants.AsNoTracking().Where(one => one.MeetingId != at.Meeting).Select(one => new { one.Id, one.Attended }).ToListAsync(Ct);
        Assert.Equal(others.OrderBy(one => one.Id.Value), after.OrderBy(one => one.Id.Value));
    }
}
