using System.Net;
using Klynge.Application.Data;
using Klynge.Application.Forums.Members;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace.Forums;

/// <summary>The forms of every forum's page and what they post, as everybody of the sample: for its own secretariat alone, and never for another's seats.</summary>
public sealed class ForumActsOfEverybodyTests
{
    private const string Refused = "Siden findes ikke, eller du har ikke adgang til den.";

    private static readonly string[] Kinds = ["medlem", "ret", "afslut", "tabel", "chat", "regler"];

    /// <summary>With <c>KLYNGE_EVERY_ID=1</c> everybody tries every forum; else of those who are refused every sixth, another sixth at each forum.</summary>
    private static bool IsEverybody => Environment.GetEnvironmentVariable("KLYNGE_EVERY_ID") == "1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryFormAndAct_OfEveryForum_AsEverybody_IsForItsSecretariatAlone_AndChangesNothingByItself()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var people = (await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People;
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var today = DanishTime.Today(SystemClock.Instance);
        var seats = (await db.Members.Include(seat => seat.Person).ToListAsync(Ct)).FindAll(seat => seat.IsActive(today));
        var forums = await db.Forums.ToListAsync(Ct);
        var before = await StateAsync(host);
        var (wrong, tried, allowed) = (new List<string>(), 0, 0);

        foreach (var (number, person) in people.Index())
        {
            using var browser = await LocalBrowser.AsAsync(host, person.Id);
            foreach (var (place, forum) in forums.Index())
            {
                var seat = seats.First(one => one.ForumId == forum.Id);
                var may = seats.Exists(one => one.ForumId == forum.Id && one.Person.EntraObjectId == person.AadObjectId && one.Role == Role.Secretariat);
                if (!may && !IsEverybody && (number + place) % 6 != 0)
                    continue;

                foreach (var (what, answer) in await TryAsync(browser, forum.Key, seat.Id.Value, withChat: IsEverybody || !may))
                {
                    (tried, allowed) = (tried + 1, allowed + (may ? 1 : 0));
                    if (may != (answer.Status != HttpStatusCode.NotFound) || (!may && !answer.Text.Contains(Refused, StringComparison.Ordinal)))
                        wrong.Add($"{what} in {forum.Key} as {person.Name}: {answer.Status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 500 && allowed > 20, $"{tried} {allowed}");
        Assert.Equal(before, await StateAsync(host));
    }

    /// <summary>A secretary of one forum, with the id of a seat of another, and with ids of nothing.</summary>
    [Fact]
    public async Task Seat_OfAnotherForum_IsNone_InEveryFormAndAct()
    {
        await using var host = await RunningHost.StartLocalAsync();
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var other = await db.Members.Where(seat => db.Forums.Any(forum => forum.Id == seat.ForumId && forum.Key == "driftsforum")).Select(seat => seat.Id).FirstAsync(Ct);
        using var browser = await SecretaryAsync(host);
        var before = await StateAsync(host);

        foreach (var id in new[] { other.Value.ToString(), Guid.NewGuid().ToString(), Guid.Empty.ToString(), "7", "..%2f" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/fora/chefforum/plads/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/fora/chefforum/plads/{id}/afslut")).Status);
            foreach (var kind in new[] { "ret", "afslut" })
            {
                var fields = new Dictionary<string, string> { ["skema"] = kind, ["plads"] = id, ["to"] = "2020-01-01", ["party"] = "A", ["set"] = "x" };
                Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/fora/chefforum/forslag", fields)).Status);
                Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/fora/chefforum/ret", fields)).Status);
            }
        }

        foreach (var act in new[] { "forslag", "ret" })
        {
            var answer = await browser.PostAsync($"/fora/chefforum/{act}", new Dictionary<string, string> { ["skema"] = "alt" });
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Contains("Det skema kender jeg ikke", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await StateAsync(host));
    }

    /// <summary>Links to what changes something are for those who may, and nobody else sees one.</summary>
    [Fact]
    public async Task ForumsPage_ShowsItsWaysToChange_ToThoseWhoMay()
    {
        await using var host = await RunningHost.StartLocalAsync();
        using var secretary = await SecretaryAsync(host);
        using var member = await LocalBrowser.AsAsync(host, await PersonAsync(host, Role.Member));
        string[] ways = ["/fora/chefforum/medlem", "/fora/chefforum/tabel", "/fora/chefforum/regler", "/fora/chefforum/plads/", "Afslut"];

        var (changes, reads) = ((await secretary.GetAsync("/fora/chefforum")).Text, (await member.GetAsync("/fora/chefforum")).Text);

        Assert.All(ways, way => Assert.Contains(way, changes, StringComparison.Ordinal));
        Assert.All(ways, way => Assert.DoesNotContain(way, reads, StringComparison.Ordinal));
        Assert.Contains("Stedfortrædere", reads, StringComparison.Ordinal);
    }

    internal static async Task<LocalBrowser> SecretaryAsync(RunningHost host) => await LocalBrowser.AsAsync(host, await PersonAsync(host, Role.Secretariat));

    /// <summary>Somebody of the role in the »chefforum«, as the workbench calls them.</summary>
    internal static async Task<string> PersonAsync(RunningHost host, Role role)
    {
        var people = (await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People;
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var account = await db.Members
            .Where(seat => db.Forums.Any(forum => forum.Id == seat.ForumId && forum.Key == "chefforum") && seat.Role == role && seat.Person.EntraObjectId != null)
            .OrderBy(seat => seat.Order).Select(seat => seat.Person.EntraObjectId).FirstAsync(Ct);
        return people.Single(person => person.AadObjectId == account).Id;
    }

    private static async Task<IReadOnlyList<(string What, LocalBrowser.Answer Answer)>> TryAsync(LocalBrowser browser, string key, Guid seat, bool withChat)
    {
        // Whom the chat's people are shown to waits for a channel that does not answer here.
        var answers = new List<(string, LocalBrowser.Answer)>();
        foreach (var page in new[] { "medlem", $"plads/{seat}", $"plads/{seat}/afslut", "tabel", "chat", "regler" }.Where(page => withChat || page != "chat"))
            answers.Add(($"GET {page}", await browser.GetAsync($"/fora/{key}/{page}")));

        foreach (var kind in Kinds.Where(kind => withChat || kind != "chat"))
        {
            var fields = new Dictionary<string, string> { ["skema"] = kind, ["plads"] = seat.ToString(), ["party"] = "Ø", ["foer.party"] = "", ["set"] = "x", ["to"] = "2030-01-01", ["table"] = "Navn\tParti\nIda Lund\tA" };
            answers.Add(($"forslag {kind}", await browser.PostAsync($"/fora/{key}/forslag", fields)));
            answers.Add(($"ret {kind}", await browser.PostAsync($"/fora/{key}/ret", fields)));
        }

        return answers;
    }

    /// <summary>What a change would have changed.</summary>
    private static async Task<string> StateAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var seats = await db.Members.OrderBy(seat => seat.Id).Select(seat => new { seat.Id, seat.Role, seat.Party, seat.To, seat.Organisation }).ToListAsync(Ct);
        return $"{await db.People.CountAsync(Ct)} {await db.Audit.CountAsync(row => row.UseCase == nameof(ChangeForum) && row.Refusal == null, Ct)} {string.Join(';', seats)}";
    }
}
