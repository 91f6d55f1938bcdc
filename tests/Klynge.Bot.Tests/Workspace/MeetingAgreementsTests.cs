using System.Net;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>Agreements beside the items of a meeting's page: made, changed, done, given up and taken back; and the sentences that may be some.</summary>
public sealed class MeetingAgreementsTests : IAsyncLifetime
{
    private static readonly string In9Days = LocalDatePattern.Iso.Format(DanishTime.Today(SystemClock.Instance).PlusDays(9));

    private MeetingScenario _at = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _at = await MeetingScenario.StartAsync();
        await _at.PressAsync("begynd", "sikker");
    }

    public ValueTask DisposeAsync() => _at.DisposeAsync();

    [Fact]
    public async Task Agreement_IsMadeOnce_StandsAtItsItem_AndIsTakenBack()
    {
        var item = (await _at.ItemsAsync())[1];
        (string, string)[] form = [("punkt", $"{item.Id.Value}"), ("ny", $"{Guid.NewGuid()}"), ("hvad", "Lave et udkast"), ("hvem", $"{(await _at.VotersAsync())[0].PersonId.Value:N}"), ("dato", In9Days)];

        var done = await _at.PostAsync("aftaler", null, form);
        await _at.PostAsync("aftaler", null, form);

        Assert.Equal((HttpStatusCode.SeeOther, $"/moeder/{_at.Meeting.Value}#punkt-2"), (done.Status, done.Location));
        var agreement = Assert.Single(await _at.AgreementsAsync(item.Id));
        Assert.Equal((DeadlineKind.Agreement, "Lave et udkast", (await _at.VotersAsync())[0].PersonId, _at.Meeting), (agreement.Kind, agreement.Title, agreement.ResponsibleId, agreement.MeetingId));
        var page = (await _at.LookAsync()).Body;
        Assert.Contains($"Ansvarlig: {(await _at.VotersAsync())[0].Person.Name}", page, StringComparison.Ordinal);
        Assert.Contains("Færdig: Lave et udkast", page, StringComparison.Ordinal);

        await _at.PressAsync("aftaler/fortryd", $"{item.Id.Value}/{agreement.Id.Value}/1");
        Assert.DoesNotContain("Lave et udkast", (await _at.LookAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_ThatSaysNoDay_OrWhoNobodyIs_KeepsWhatIsTyped()
    {
        var item = (await _at.ItemsAsync())[1];
        var undated = await _at.PostAsync("aftaler", null, ("punkt", $"{item.Id.Value}"), ("hvad", "Lave et udkast"), ("anden", "arbejdsgruppen"), ("dato", "31-12"));
        var unknown = await _at.PostAsync("aftaler", null, ("punkt", $"{item.Id.Value}"), ("hvad", "Lave et udkast"), ("anden", "Ingen Af Dem"), ("dato", In9Days));

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], new[] { undated.Status, unknown.Status });
        Assert.Contains("value=\"Lave et udkast\"", undated.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"arbejdsgruppen\"", undated.Body, StringComparison.Ordinal);
        Assert.Contains("Ingen i Chefforum", unknown.Body, StringComparison.Ordinal);
        Assert.Contains($"value=\"{In9Days}\"", unknown.Body, StringComparison.Ordinal);
        Assert.Empty(await _at.AgreementsAsync(item.Id));
    }

    /// <summary>What another has changed meanwhile is shown beside what is typed, which the next press puts in its place.</summary>
    [Fact]
    public async Task Agreement_IsChanged_Done_AndDroppedWithAReason()
    {
        var item = (await _at.ItemsAsync())[1];
        var id = await MakeAsync(item, "Lave et udkast");
        (string, string)[] Form(int version, string what) => [("punkt", $"{item.Id.Value}"), ("post", $"{id}"), ("version", $"{version}"), ("hvad", what), ("hvem", $"role:{(int)Role.Chair}"), ("dato", In9Days)];

        Assert.Contains("value=\"Lave et udkast\"", (await _at.LookAsync($"?vis=aftale&punkt={item.Id.Value}&post={id}")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PostAsync("aftaler/ret", null, Form(1, "Lave to udkast"))).Status);
        var late = await _at.PostAsync("aftaler/ret", null, Form(1, "Lave tre udkast"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Der står nu dette på punktet: Lave to udkast", late.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Lave tre udkast\"", late.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"2\"", late.Body, StringComparison.Ordinal);

        await _at.PressAsync("aftaler/faerdig", $"{item.Id.Value}/{id}/2");
        Assert.Equal(DeadlineStatus.Done, (await _at.AgreementsAsync(item.Id))[0].Status);
        Assert.Contains("Færdig ", (await _at.LookAsync()).Body, StringComparison.Ordinal);
        await _at.PressAsync("aftaler/fortryd", $"{item.Id.Value}/{id}/3");
        Assert.True((await _at.AgreementsAsync(item.Id))[0].IsOpen);

        Assert.Equal(HttpStatusCode.Conflict, (await _at.PostAsync("aftaler/drop", null, ("punkt", $"{item.Id.Value}"), ("post", $"{id}"), ("version", "4"), ("tekst", " "))).Status);
        await _at.PostAsync("aftaler/drop", null, ("punkt", $"{item.Id.Value}"), ("post", $"{id}"), ("version", "4"), ("tekst", "Det er overhalet."));
        Assert.Contains("Droppet: Det er overhalet.", (await _at.LookAsync()).Body, StringComparison.Ordinal);
    }

    /// <summary>A change of its day takes neither the time nor the reminders that the form does not show.</summary>
    [Fact]
    public async Task Change_KeepsTheTimeAndTheReminders()
    {
        var item = (await _at.ItemsAsync())[1];
        var id = await MakeAsync(item, "Lave et udkast");
        (string, string)[] form = [("punkt", $"{item.Id.Value}"), ("post", $"{id}"), ("version", "1"), ("hvad", "Lave et udkast"), ("dato", In9Days), ("klokken", "12:00"), ("paamindelser", "7, 1")];
        await _at.PostAsync("aftaler/ret", null, form);

        var drawn = (await _at.LookAsync($"?vis=aftale&punkt={item.Id.Value}&post={id}")).Body;

        var agreement = (await _at.AgreementsAsync(item.Id))[0];
        Assert.Equal((new LocalTime(12, 0), "7, 1"), (agreement.Time, agreement.Reminders?.Text));
        foreach (var kept in new[] { "name=\"klokken\" value=\"12:00\"", "name=\"paamindelser\" value=\"7, 1\"" })
            Assert.Contains(kept, drawn, StringComparison.Ordinal);
    }

    /// <summary>Whoever sees to it may say that it is done, and presses nothing else; other members read it.</summary>
    [Fact]
    public async Task Agreement_OfAMember_IsTheirsToSettle_AndTheOthersRead()
    {
        var item = (await _at.ItemsAsync())[1];
        await using var db = await _at.OpenAsync();
        var member = await db.People.SingleAsync(person => person.EntraObjectId == _at.Member.AadObjectId, Ct);
        var id = await MakeAsync(item, "Lave et udkast", $"{member.Id.Value:N}");

        var (own, other) = ((await _at.LookAsync(person: _at.Member)).Body, (await _at.LookAsync(person: _at.Observer)).Body);

        Assert.Contains("Færdig: Lave et udkast", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Ret: Lave et udkast", own, StringComparison.Ordinal);
        Assert.Contains("Lave et udkast", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Færdig: Lave et udkast", other, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await _at.PressAsync("aftaler/faerdig", $"{item.Id.Value}/{id}/1", _at.Observer)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PressAsync("aftaler/faerdig", $"{item.Id.Value}/{id}/1", _at.Member)).Status);
        Assert.Equal(DeadlineStatus.Done, (await _at.AgreementsAsync(item.Id))[0].Status);
    }

    /// <summary>What a form names beside an item is that item's: an agreement of another item of the forum is as one that there is not.</summary>
    [Fact]
    public async Task Agreement_OfAnotherItem_IsNotFoundBesideThisOne()
    {
        var items = await _at.ItemsAsync();
        var id = await MakeAsync(items[1], "Lave et udkast");

        var answer = await _at.PressAsync("aftaler/faerdig", $"{items[2].Id.Value}/{id}/1");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.True((await _at.AgreementsAsync(items[1].Id))[0].IsOpen);
    }

    [Fact]
    public async Task Promises_OfADecision_AreFollowedUpByOnePress_OrNeverAskedAgain()
    {
        var item = (await _at.ItemsAsync())[1];
        await _at.PostAsync("beslutning", null, ("punkt", $"{item.Id.Value}"), ("version", $"{item.Version}"), ("tekst", "Sekretariatet udarbejder en oversigt over tallene. Emnet tages op igen på et senere møde."));
        var found = await _at.FoundAsync(item.Id);
        Assert.Equal(2, found.Count);
        var page = (await _at.LookAsync()).Body;
        Assert.Contains("Spørg ikke igen: Sekretariatet udarbejder en oversigt over tallene.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Spørg ikke igen:", (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);

        await _at.PressAsync("aftaler/afvis", $"{item.Id.Value}/{found[0].Id.Value}");
        Assert.Single(await _at.FoundAsync(item.Id));
        await _at.PressAsync("aftaler/spoerg-igen", $"{item.Id.Value}/{found[0].Id.Value}");
        Assert.Equal(2, (await _at.FoundAsync(item.Id)).Count);
        Assert.Contains("Er det en aftale?", (await _at.LookAsync($"?vis=foelg-op&punkt={item.Id.Value}&post={found[0].Id.Value}")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await _at.PostAsync("aftaler/foelg-op", null, ("punkt", $"{item.Id.Value}"), ("post", $"{found[0].Id.Value}"))).Status);
        await _at.PostAsync("aftaler/foelg-op", null, ("punkt", $"{item.Id.Value}"), ("post", $"{found[0].Id.Value}"), ("dato", In9Days));
        await _at.PressAsync("aftaler/foelg-op", $"{item.Id.Value}/{found[1].Id.Value}/{In9Days}");

        Assert.Empty(await _at.FoundAsync(item.Id));
        Assert.Equal(2, (await _at.AgreementsAsync(item.Id)).Count(one => one.Kind == DeadlineKind.Agreement));
    }

    private async Task<Guid> MakeAsync(AgendaItem item, string what, string who = "")
    {
        var id = Guid.CreateVersion7();
        var made = await _at.PostAsync("aftaler", null, ("punkt", $"{item.Id.Value}"), ("ny", $"{id}"), ("hvad", what), ("hvem", who), ("dato", In9Days));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        return id;
    }
}
