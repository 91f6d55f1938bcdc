using System.Net;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.Tests.Workspace.Council;

/// <summary>The pages of a council's rights: standsning, the deputy's decision, a closed decision, and the handover with its preview.</summary>
public sealed class CouncilPagesTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> NoFields = [];

    private CouncilHouse _house = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await CouncilHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    /// <summary>Where a body's rules have settled it: once, before the meeting is adjourned.</summary>
    [Fact]
    public async Task Decision_IsStoppedFromThePage_WhileTheMeetingRuns()
    {
        await _house.RulesAsync(rules => rules with { StopExecution = new LegalSwitch(true, "Vedtægtens § 5") });
        var item = await DecidedAsync();
        using var member = await _house.BrowserAsync(_house.Members[3]);
        var address = _house.Address($"punkter/{item.Value}");

        Assert.Contains("Ja, stands den", (await member.GetAsync($"{address}/medlem")).Text, StringComparison.Ordinal);
        var stopped = await member.PostAsync($"{address}/stands", NoFields);
        await member.PostAsync($"{address}/stands", NoFields);

        Assert.Equal((HttpStatusCode.SeeOther, $"{address}/medlem"), (stopped.Status, stopped.Location));
        await using var db = await _house.OpenAsync();
        Assert.Equal("Medlem D", Assert.Single((await db.AgendaItems.SingleAsync(one => one.Id == item, Ct)).Content.Stops).Name);
        Assert.DoesNotContain("Ja, stands den", (await member.GetAsync($"{address}/medlem")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deputy_SaysThatTheChairIsAway_AndAClosedDecisionIsThereForThoseAloneWhoMayReadIt()
    {
        using var deputy = await _house.BrowserAsync(_house.Members[1]);
        var form = (await deputy.GetAsync("/fora/chefforum/formandsbeslutning")).Fields();
        (form["sag"], form["beslutning"], form["begrundelse"], form["grund"], form["lukket"]) = ("Personsag", "Aftalen indgås.", "Fristen er i morgen.", "1", "ja");
        form.Remove("forhindret");
        Assert.Contains("Medlem A", (await deputy.PostAsync("/fora/chefforum/formandsbeslutning", form)).Text, StringComparison.Ordinal);
        form["forhindret"] = "ja";
        var made = await deputy.PostAsync("/fora/chefforum/formandsbeslutning", form);

        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        Assert.Contains("næstformand, da formanden var forhindret", (await deputy.GetAsync(made.Location!)).Text, StringComparison.Ordinal);
        await using (var db = await _house.OpenAsync())
        {
            var seat = await db.Members.SingleAsync(one => one.ForumId == _house.Forum.Id && one.PersonId == _house.Members[8].Id, Ct);
            (seat.Role, seat.HasVote) = (Role.Observer, false);
            await db.SaveChangesAsync(Ct);
        }

        using var observer = await _house.BrowserAsync(_house.Members[8]);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync(made.Location!)).Status);
        Assert.DoesNotContain("Personsag", (await observer.GetAsync("/fora/chefforum")).Text, StringComparison.Ordinal);
    }

    /// <summary>Looked at first, done once, and its documents fetched; what has changed since is looked at again.</summary>
    [Fact]
    public async Task Forum_IsHandedOverFromItsPage_AfterAPreview_Once()
    {
        using var secretary = await _house.BrowserAsync(_house.Secretary);
        using var member = await _house.BrowserAsync(_house.Members[3]);
        Assert.Contains("/fora/chefforum/overlevering", (await secretary.GetAsync("/fora/chefforum")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync("/fora/chefforum/overlevering")).Status);
        var preview = await secretary.GetAsync("/fora/chefforum/overlevering?til=direktoerforum&dag=2099-12-31");
        Assert.Contains("Overlevering fra Sundhedsråd Nord til Direktørforum", preview.Text, StringComparison.Ordinal);
        var fields = preview.Fields();
        await using (var db = await _house.OpenAsync())
            Assert.False(await db.Handovers.AnyAsync(Ct));

        var changed = await secretary.PostAsync("/fora/chefforum/overlevering", new Dictionary<string, string>(fields) { ["set"] = "0123456789abcdef" });
        Assert.Equal(HttpStatusCode.Conflict, changed.Status);
        Assert.Contains("Der er kommet noget nyt", changed.Text, StringComparison.Ordinal);
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.SeeOther, (await secretary.PostAsync("/fora/chefforum/overlevering", fields)).Status);

        Assert.Contains("Hent dokumentet", (await secretary.GetAsync("/fora/chefforum/overlevering")).Text, StringComparison.Ordinal);
        var fetched = await secretary.PostAsync("/fora/chefforum/overlevering/dokumenter", NoFields);
        Assert.Equal(HttpStatusCode.OK, fetched.Status);
        Assert.Contains("Åbn pakken", fetched.Text, StringComparison.Ordinal);
        await using var after = await _house.OpenAsync();
        Assert.Equal(1, await after.Handovers.CountAsync(Ct));
    }

    private async Task<AgendaItemId> DecidedAsync()
    {
        await using var db = await _house.OpenAsync();
        var meeting = await db.Meetings.SingleAsync(one => one.Id == _house.Meeting, Ct);
        db.Entry(meeting).Property(one => one.Status).CurrentValue = MeetingStatus.InProgress;
        var item = await db.AgendaItems.Where(one => one.MeetingId == _house.Meeting && one.Status == AgendaItemStatus.Accepted).OrderBy(one => one.Number).FirstAsync(Ct);
        item.Decide("Indstillingen blev godkendt.", item.Version, NodaTime.SystemClock.Instance.GetCurrentInstant());
        await db.SaveChangesAsync(Ct);
        return item.Id;
    }
}
