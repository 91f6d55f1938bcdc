using System.Net;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>The page of a meeting that has begun: decisions by one press and in words, two secretaries at once, who came, and the minutes.</summary>
public sealed class MeetingDecisionsTests : IAsyncLifetime
{
    private MeetingScenario _at = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _at = await MeetingScenario.StartAsync();
        var asked = await _at.PressAsync("begynd", "nu");
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Ja, mødet er begyndt", asked.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PressAsync("begynd", "sikker")).Status);
    }

    public ValueTask DisposeAsync() => _at.DisposeAsync();

    [Fact]
    public async Task Recommendations_OfAnItem_AreAnsweredByOnePress_AndTakenBack()
    {
        var item = (await _at.ItemsAsync()).First(one => one.Content.Recommendations.Count == 3);

        var done = await _at.PressAsync("svar", $"{item.Id.Value}/{item.Version}/Approved");

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var decided = await _at.ItemAsync(item.Id);
        Assert.Equal("Indstillingerne blev godkendt.", decided.Decision);
        await _at.PressAsync("fortryd-beslutning", $"{item.Id.Value}/fortryd/{decided.DecisionChange}");
        Assert.Null((await _at.ItemAsync(item.Id)).Decision);
    }

    [Fact]
    public async Task Recommendations_AreAnsweredOneByOne_AndWhatIsTypedStays_WhereOneIsForgotten()
    {
        var item = (await _at.ItemsAsync()).First(one => one.Content.Recommendations.Count == 3);
        (string, string)[] typed = [("punkt", $"{item.Id.Value}"), ("version", $"{item.Version}"), ("svar1", "Approved"), ("ord1", "Med tak."), ("ord2", "Vi venter på tal."), ("tekst", "Forummet talte længe.")];

        var forgotten = await _at.PostAsync("svar", null, typed);

        Assert.Equal(HttpStatusCode.Conflict, forgotten.Status);
        Assert.Contains("Vælg et svar på indstilling 2", forgotten.Body, StringComparison.Ordinal);
        foreach (var words in new[] { "value=\"Med tak.\"", "value=\"Vi venter på tal.\"", ">Forummet talte længe.</textarea>" })
            Assert.Contains(words, forgotten.Body, StringComparison.Ordinal);

        Assert.Null((await _at.ItemAsync(item.Id)).Decision);
        await _at.PostAsync("svar", null, [.. typed, ("svar2", "Postponed")]);
        var decision = (await _at.ItemAsync(item.Id)).Decision;
        Assert.Contains("Indstilling 1 blev godkendt. Med tak.", decision, StringComparison.Ordinal);
        Assert.Contains("Indstilling 2 udsættes til næste møde. Vi venter på tal.", decision, StringComparison.Ordinal);
        Assert.Contains("Forummet talte længe.", decision, StringComparison.Ordinal);
    }

    /// <summary>Two secretaries have the same form open: the second is shown what the first wrote, keeps what they typed, and may then put it in its place.</summary>
    [Fact]
    public async Task Decision_ThatAnotherWroteMeanwhile_IsShownBesideWhatIsTyped_AndReplacedOnTheNextPress()
    {
        var item = (await _at.ItemsAsync())[1];
        (string, string)[] Form(int version, string text) => [("punkt", $"{item.Id.Value}"), ("version", $"{version}"), ("tekst", text)];
        await _at.PostAsync("beslutning", null, Form(item.Version, "Den førstes ord."));

        var late = await _at.PostAsync("beslutning", null, Form(item.Version, "Den andens ord."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Den førstes ord.", late.Body, StringComparison.Ordinal);
        Assert.Contains(">Den andens ord.</textarea>", late.Body, StringComparison.Ordinal);
        Assert.Equal("Den førstes ord.", (await _at.ItemAsync(item.Id)).Decision);
        await _at.PostAsync("beslutning", null, Form((await _at.ItemAsync(item.Id)).Version, "Den andens ord."));
        Assert.Equal("Den andens ord.", (await _at.ItemAsync(item.Id)).Decision);
    }

    /// <summary>A stock phrase was pressed where nothing stood: what stands there now is not taken away.</summary>
    [Fact]
    public async Task Phrase_NeverTakesAnotherTextsPlace()
    {
        var item = (await _at.ItemsAsync())[1];
        await _at.PostAsync("beslutning", null, ("punkt", $"{item.Id.Value}"), ("version", $"{item.Version}"), ("tekst", "Skrevet i hånden."));

        var pressed = await _at.PressAsync("beslutning", $"{item.Id.Value}/1");

        Assert.Equal((HttpStatusCode.Conflict, "Skrevet i hånden."), (pressed.Status, (await _at.ItemAsync(item.Id)).Decision));
    }

    /// <summary>Whoever is kept out of a closed item decides nothing on it and gives it nothing, as in a chat.</summary>
    [Fact]
    public async Task ClosedItem_ThatTheSecretaryIsKeptOutOf_IsNeitherShownNorDecidedNorGivenAnything()
    {
        var item = (await _at.ItemsAsync()).First(one => one.Content.IsClosed);
        await using (var db = await _at.OpenAsync())
        {
            db.ItemExclusions.Add(new ItemExclusion { ForumId = _at.Forum.Id, ItemId = item.Id, PersonId = _at.SecretaryId });
            await db.SaveChangesAsync(Ct);
        }

        foreach (var query in new[] { string.Empty, $"?vis=beslutning&punkt={item.Id.Value}", $"?vis=nyt-bilag&punkt={item.Id.Value}", $"?vis=svar&punkt={item.Id.Value}" })
            Assert.DoesNotContain(item.Content.Title, (await _at.LookAsync(query)).Body, StringComparison.Ordinal);

        FormAnswer[] answers =
        [
            await _at.PressAsync("svar", $"{item.Id.Value}/{item.Version}/Approved"), await _at.PressAsync("beslutning", $"{item.Id.Value}/1"),
            await _at.PostAsync("beslutning", null, ("punkt", $"{item.Id.Value}"), ("version", "1"), ("tekst", "x")), await _at.PressAsync("fortryd-beslutning", $"{item.Id.Value}/slet/1"),
            await _at.PressAsync("bilag/fjern", $"{item.Id.Value}/{Guid.NewGuid()}"),
        ];
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Conflict, answer.Status));
        Assert.All(answers, answer => Assert.DoesNotContain(item.Content.Title, answer.Body, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, (await _at.UploadAsync(item.Id, "a.pdf", [1], ("laesning", "ja"))).Status);
        Assert.Null((await _at.ItemAsync(item.Id)).Decision);
    }

    [Fact]
    public async Task Meeting_Ended_AsksWhoCame_AndItsMinutesAreMade()
    {
        foreach (var item in (await _at.ItemsAsync()).Where(one => one.Content.Recommendations.Count > 0))
            await _at.PressAsync("svar", $"{item.Id.Value}/{item.Version}/Noted");

        Assert.Equal(HttpStatusCode.Conflict, (await _at.PressAsync("slut", "nu")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PressAsync("slut", "sikker")).Status);
        await using var db = await _at.OpenAsync();
        var people = await db.Participants.AsNoTracking().Where(one => one.MeetingId == _at.Meeting).OrderBy(one => one.Order).ToListAsync(Ct);
        Assert.Contains("name=\"deltog\"", (await _at.LookAsync("?vis=fremmoede")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PostAsync("fremmoede", null, [.. people.Take(3).Select(one => ("deltog", $"{one.Id.Value}"))])).Status);
        Assert.Equal(3, await db.Participants.AsNoTracking().CountAsync(one => one.MeetingId == _at.Meeting && one.Attended == true, Ct));

        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PressAsync("referat", "nu")).Status);
        Assert.True(await db.DocumentUploads.AsNoTracking().AnyAsync(one => one.MeetingId == _at.Meeting, Ct));
    }
}
