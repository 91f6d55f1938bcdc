using System.Net;
using Klynge.Domain.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>From an item of a meeting's page: to the item alone, to a case in writing, and to those who are asked for a text.</summary>
public sealed class MeetingItemLinksTests : IAsyncLifetime
{
    private MeetingScenario _at = null!;

    public async ValueTask InitializeAsync() => _at = await MeetingScenario.StartAsync();

    public ValueTask DisposeAsync() => _at.DisposeAsync();

    /// <summary>»Se punktet« shows it with nothing to press, and is not taken for reading the whole agenda.</summary>
    [Fact]
    public async Task Member_SeesAnItemAlone_AndFindsTheOnesBesideIt()
    {
        var items = (await _at.ItemsAsync()).FindAll(item => !item.Content.IsClosed);
        Assert.Contains($"/moeder/{_at.Meeting.Value}?punkt={items[2].Id.Value}\" aria-label=\"Se punktet: punkt {items[2].Number}\"", (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);

        var alone = (await _at.LookAsync($"?punkt={items[2].Id.Value}", _at.Member)).Body;

        Assert.Contains($"<h2>{items[2].Number}. {items[2].Content.Title}", alone, StringComparison.Ordinal);
        Assert.DoesNotContain($"<h2>{items[1].Number}. ", alone, StringComparison.Ordinal);
        Assert.Contains($"?punkt={items[1].Id.Value}\" rel=\"prev\"", alone, StringComparison.Ordinal);
        Assert.Contains("Se hele dagsordenen", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"press\"", (await _at.LookAsync($"?punkt={items[2].Id.Value}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Se punktet", (await _at.LookAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secretary_FindsTheWayToAWrittenProcedure_WhichIsFilledInFromTheItem()
    {
        var item = (await _at.ItemsAsync()).Find(one => one.Content.Title.StartsWith("Hjertesvigt", StringComparison.Ordinal))!;
        var link = $"/sager/ny?forum={_at.Forum.Key}&punkt={item.Id.Value}";
        Assert.Contains($"{link}\" aria-label=\"Skriftlig behandling: punkt {item.Number}\"", (await _at.LookAsync()).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/sager/ny", (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(_at.Secretary.Id)}");
        using var answer = await _at.Host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains(item.Content.Title, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contribution_IsAskedFor_SeenAtItsItem_RemindedAndTakenBack()
    {
        var (item, person) = ((await _at.ItemsAsync())[1], (await _at.VotersAsync())[1].Person);
        var tomorrow = LocalDatePattern.Iso.Format(DanishTime.Today(SystemClock.Instance).PlusDays(1));
        Assert.Contains(person.Name, (await _at.LookAsync($"?vis=bidrag&punkt={item.Id.Value}")).Body, StringComparison.Ordinal);

        var nobody = await _at.PostAsync("bidrag", null, ("punkt", $"{item.Id.Value}"), ("dato", tomorrow), ("oenske", "Tallene for 2026"));
        Assert.Equal(HttpStatusCode.Conflict, nobody.Status);
        Assert.Contains("value=\"Tallene for 2026\"", nobody.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PostAsync("bidrag", null, ("punkt", $"{item.Id.Value}"), ("person", $"{person.Id.Value}"), ("dato", tomorrow), ("oenske", "Tallene for 2026"))).Status);

        var asked = Assert.Single(await _at.ContributionsAsync(item.Id));
        var page = (await _at.LookAsync()).Body;
        Assert.Contains($"Træk tilbage: {asked.Heading}", page, StringComparison.Ordinal);
        Assert.Contains("Påmind dem, der mangler", page, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.Heading, (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);
        Assert.Contains((await _at.PostAsync("bidrag/mind", null)).Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Conflict });
        var elsewhere = await _at.PressAsync("bidrag/traek", $"{(await _at.ItemsAsync())[2].Id.Value}/{asked.Id.Value}");
        Assert.Equal(HttpStatusCode.Conflict, elsewhere.Status);
        await _at.PressAsync("bidrag/traek", $"{item.Id.Value}/{asked.Id.Value}");
        Assert.NotNull(Assert.Single(await _at.ContributionsAsync(item.Id)).WithdrawnAt);
    }
}
