using System.Net;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Attendance;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>Votes, additions, attendance, guests and who is kept out, beside the items of a meeting's page.</summary>
public sealed class MeetingVotesTests : IAsyncLifetime
{
    private MeetingScenario _at = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _at = await MeetingScenario.StartAsync();
        await _at.PressAsync("begynd", "sikker");
    }

    public ValueTask DisposeAsync() => _at.DisposeAsync();

    [Fact]
    public async Task Vote_IsWrittenForManyAtOnce_ByName_WithTheMinority_AndCorrected()
    {
        var (item, voters) = ((await _at.ItemsAsync())[1], await _at.VotersAsync());
        (string, string)[] typed = [.. AtItemScenario.Vote(item, voters, "For", (voters[0], "Against"), (voters[1], "Abstain"), (voters[2], "ikke")), ("ny", $"{Guid.NewGuid()}"), ("mindretal", "Det er for dyrt.")];

        var done = await _at.PostAsync("afstemning", null, typed);
        await _at.PostAsync("afstemning", null, typed);

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var vote = Assert.Single((await _at.ItemAsync(item.Id)).Content.Votes);
        Assert.Equal((voters.Count - 3, 1, 1, "Det er for dyrt."), (vote.Count(SeatAnswer.For), vote.Count(SeatAnswer.Against), vote.Count(SeatAnswer.Abstain), vote.Dissent));
        Assert.DoesNotContain(vote.Votes, one => one.Seat == voters[2].Id);
        var page = (await _at.LookAsync()).Body;
        Assert.Contains("Forslaget blev vedtaget.", page, StringComparison.Ordinal);
        Assert.Contains("Mindretalsudtalelse: Det er for dyrt.", page, StringComparison.Ordinal);
        var again = (await _at.LookAsync($"?vis=afstemning&punkt={item.Id.Value}&post={vote.Id.Value}")).Body;
        Assert.Contains("beslutningsdygtigt", again, StringComparison.Ordinal);
        Assert.Matches($"stemme-{voters[0].Id.Value}\">(?s:.)*?<option value=\"Against\" selected", again);
        Assert.Matches($"stemme-{voters[2].Id.Value}\">(?s:.)*?<option value=\"ikke\" selected", again);

        await _at.PostAsync("afstemning", null, [.. AtItemScenario.Vote(item, voters, "Against"), ("post", $"{vote.Id.Value}")]);
        Assert.Equal(ItemVoteResult.Fallen, Assert.Single((await _at.ItemAsync(item.Id)).Content.Votes).Result);
        await _at.PressAsync("afstemning/fjern", $"{item.Id.Value}/{vote.Id.Value}");
        Assert.Empty((await _at.ItemAsync(item.Id)).Content.Votes);
    }

    /// <summary>Nobody votes whom the form did not show, whoever has come since; and what is refused stays as it was typed.</summary>
    [Fact]
    public async Task Vote_CountsAmongTheRestOnlyWhomTheFormShowed_AndKeepsWhatIsRefused()
    {
        var (item, voters) = ((await _at.ItemsAsync())[1], await _at.VotersAsync());
        await _at.PostAsync("afstemning", null, [.. AtItemScenario.Vote(item, voters.Take(3), "For"), ("ny", $"{Guid.NewGuid()}")]);
        Assert.Equal(3, (await _at.ItemAsync(item.Id)).Content.Votes[0].Votes.Count);

        await using var db = await _at.OpenAsync();
        var foreign = await db.Members.AsNoTracking().FirstAsync(seat => seat.ForumId != _at.Forum.Id, Ct);
        var strange = await _at.PostAsync("afstemning", null, [.. AtItemScenario.Vote(item, [voters[0], foreign], "For"), ("spoergsmaal", "Ændringsforslaget")]);
        var empty = await _at.PostAsync("afstemning", null, [.. AtItemScenario.Vote(item, voters, string.Empty, (voters[0], "ikke")), ("spoergsmaal", "Ændringsforslaget")]);

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], new[] { strange.Status, empty.Status });
        Assert.Contains("value=\"Ændringsforslaget\"", empty.Body, StringComparison.Ordinal);
        Assert.Matches($"stemme-{voters[0].Id.Value}\">(?s:.)*?<option value=\"ikke\" selected", empty.Body);
        Assert.Single((await _at.ItemAsync(item.Id)).Content.Votes);
    }

    [Fact]
    public async Task Ballot_IsOpened_Closed_AndTellsWhoIsMissing()
    {
        var item = (await _at.ItemsAsync())[1];
        Assert.Contains("Kortet sendes til", (await _at.LookAsync($"?vis=stem-paa-kort&punkt={item.Id.Value}")).Body, StringComparison.Ordinal);
        (string, string)[] form = [("punkt", $"{item.Id.Value}"), ("ny", $"{Guid.NewGuid()}"), ("spoergsmaal", "Forslaget")];

        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PostAsync("afstemning/start", null, form)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PostAsync("afstemning/start", null, form)).Status);

        await using var db = await _at.OpenAsync();
        var ballot = await db.ItemBallots.AsNoTracking().SingleAsync(Ct);
        var page = (await _at.LookAsync()).Body;
        Assert.Contains("Afstemning i gang om »Forslaget«", page, StringComparison.Ordinal);
        Assert.Contains("Ingen har stemt. Mangler:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Afstemning i gang", (await _at.LookAsync(person: _at.Observer)).Body, StringComparison.Ordinal);
        await _at.PressAsync("afstemning/luk", $"{item.Id.Value}/{ballot.Id.Value}");
        Assert.DoesNotContain("Afstemning i gang", (await _at.LookAsync()).Body, StringComparison.Ordinal);
        Assert.NotNull((await db.ItemBallots.AsNoTracking().SingleAsync(Ct)).EndedAt);
    }

    [Fact]
    public async Task Addition_StandsInBrackets_AndIsTakenOut()
    {
        var item = (await _at.ItemsAsync())[1];
        (string, string)[] form = [("punkt", $"{item.Id.Value}"), ("ny", $"{Guid.NewGuid()}"), ("tekst", "Linket er indsat bagefter.")];

        await _at.PostAsync("tilfoejelse", null, form);
        await _at.PostAsync("tilfoejelse", null, form);

        var addition = Assert.Single((await _at.ItemAsync(item.Id)).Content.Additions);
        Assert.Contains("[Sekretariatets tilføjelse, ", (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);
        await _at.PressAsync("tilfoejelse/fjern", $"{item.Id.Value}/{addition.Id.Value}");
        Assert.Empty((await _at.ItemAsync(item.Id)).Content.Additions);
    }

    /// <summary>One is inhabil at an item, one left after it: the page says so at each item, and the quorum with it; members read the same.</summary>
    [Fact]
    public async Task Attendance_OfAnItem_SaysWhoIsInhabil_AndWhoLeft_ForTheItemsThatFollow()
    {
        var (items, voters) = (await _at.ItemsAsync(), await _at.VotersAsync());
        Assert.Contains($"fravaer-{voters[0].Id.Value}", (await _at.LookAsync($"?vis=fremmoede-punkt&punkt={items[3].Id.Value}")).Body, StringComparison.Ordinal);

        var done = await _at.PostAsync(
            "fremmoede/punkt", null, ("punkt", $"{items[3].Id.Value}"), ("plads", $"{voters[0].Id.Value}"), ("plads", $"{voters[1].Id.Value}"),
            ($"fravaer-{voters[0].Id.Value}", "Recused"), ($"fravaer-{voters[1].Id.Value}", "Away"), ("flere", "1"));

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var absences = await _at.AbsencesAsync();
        Assert.Equal(items[3].Id, Assert.Single(absences, one => one.Kind == ItemAbsenceKind.Recused).ItemId);
        Assert.Equal(items.Skip(3).Select(item => item.Id).ToHashSet(), absences.Where(one => one.Kind == ItemAbsenceKind.Away).Select(one => one.ItemId).ToHashSet());
        Assert.Contains($"{voters[0].Person.Name} var inhabil og deltog ikke i behandlingen af punktet.", (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);
        Assert.Matches($"fravaer-{voters[0].Id.Value}\">(?s:.)*?<option value=\"Recused\" selected", (await _at.LookAsync($"?vis=fremmoede-punkt&punkt={items[3].Id.Value}")).Body);
        var refused = await _at.PostAsync("afstemning", null, AtItemScenario.Vote(items[3], voters, "For"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task Guest_IsWrittenOn_ReadByMembers_AndTakenOff()
    {
        var item = (await _at.ItemsAsync())[1];
        (string, string)[] form = [("punkt", $"{item.Id.Value}"), ("ny", $"{Guid.NewGuid()}"), ("navn", "Anna Gæst"), ("titel", "overlæge"), ("organisation", "Region Nord"), ("mail", "")];

        await _at.PostAsync("gaester", null, form);
        await _at.PostAsync("gaester", null, form);
        Assert.Equal(HttpStatusCode.Conflict, (await _at.PostAsync("gaester", null, ("punkt", $"{item.Id.Value}"), ("navn", "Bo Gæst"), ("mail", "ingen adresse"))).Status);

        await using var db = await _at.OpenAsync();
        var guest = await db.ItemGuests.AsNoTracking().SingleAsync(one => one.ItemId == item.Id, Ct);
        var (own, members) = ((await _at.LookAsync()).Body, (await _at.LookAsync(person: _at.Member)).Body);
        Assert.Contains("Fjern: Anna Gæst, overlæge, Region Nord", own, StringComparison.Ordinal);
        Assert.Contains("Anna Gæst, overlæge, Region Nord", members, StringComparison.Ordinal);
        Assert.DoesNotContain("Fjern:", members, StringComparison.Ordinal);
        await _at.PressAsync("gaester/fjern", $"{item.Id.Value}/{guest.Id.Value}");
        Assert.DoesNotContain("Anna Gæst", (await _at.LookAsync()).Body, StringComparison.Ordinal);
    }

    /// <summary>One member is kept out of one closed item: to them its page is closed, and let in again it is not.</summary>
    [Fact]
    public async Task Member_IsKeptOutOfOneClosedItem_AndLetInAgain()
    {
        var item = (await _at.ItemsAsync()).First(one => one.Content.IsClosed);
        await using var db = await _at.OpenAsync();
        var member = await db.People.AsNoTracking().SingleAsync(person => person.EntraObjectId == _at.Member.AadObjectId, Ct);
        Assert.Contains(item.Content.Title, (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);
        Assert.Contains(member.Name, (await _at.LookAsync($"?vis=hold-ude&punkt={item.Id.Value}")).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PostAsync("hold-ude", null, ("punkt", $"{item.Id.Value}"), ("person", $"{member.Id.Value}"))).Status);
        Assert.DoesNotContain(item.Content.Title, (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(item.Content.Title, (await _at.LookAsync($"?punkt={item.Id.Value}", _at.Member)).Body, StringComparison.Ordinal);
        Assert.Contains("Hold nogen ude (1 holdt ude)", (await _at.LookAsync()).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await _at.PostAsync("hold-ude", null, ("punkt", $"{item.Id.Value}"), ("person", "ingen"))).Status);
        await _at.PostAsync("hold-ude", null, ("punkt", $"{item.Id.Value}"));
        Assert.Contains(item.Content.Title, (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);
    }
}
