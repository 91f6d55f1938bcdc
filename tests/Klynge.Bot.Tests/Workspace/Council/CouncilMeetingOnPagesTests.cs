using System.Net;
using System.Net.Http.Headers;
using Klynge.Application.Minutes;
using Klynge.Bot.Tests.Workspace.Forums;
using Klynge.Documents.Word;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace.Council;

/// <summary>
/// One meeting of a council of 19, by chat and by pages: a late item and a late bilag, what the chair decided and a member called in, one inhabil whom the
/// body found so and whose substitute came for the item, a dissent, votes by name and party, and the documents. <c>KLYNGE_COUNCIL_DOCUMENTS</c> names a
/// folder for them.
/// </summary>
public sealed class CouncilMeetingOnPagesTests : IAsyncLifetime
{
    private CouncilHouse _house = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await CouncilHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task MeetingOfACouncil_ByChatAndPages_FromTheLateItemToTheMinutes()
    {
        using var secretary = await _house.BrowserAsync(_house.Secretary);
        await AddLateAsync(secretary);
        await DecideBetweenMeetingsAsync();
        await KeepAsync(secretary, "dagsorden.docx");
        Assert.Equal(HttpStatusCode.SeeOther, (await secretary.PostAsync(_house.Address("begynd"), Fields(("tryk", "sikker")))).Status);
        var houses = await _house.ItemAsync("Sundhedshuse");
        await RecuseAsync(houses.Id);
        Assert.Equal(HttpStatusCode.SeeOther, (await secretary.PostAsync(_house.Address("svar"), Fields(("tryk", $"{houses.Id.Value}/{(await _house.ItemAsync("Sundhedshuse")).Version}/Approved")))).Status);
        await VoteAsync(houses.Id);
        await DissentAsync(houses.Id);
        Assert.Equal(HttpStatusCode.SeeOther, (await secretary.PostAsync(_house.Address("slut"), Fields(("tryk", "sikker")))).Status);
        await PrintAsync();
    }

    /// <summary>The page asks why, and a bilag that comes now as well.</summary>
    private async Task AddLateAsync(LocalBrowser secretary)
    {
        var form = await secretary.GetAsync(_house.Address("punkter/nyt"));
        Assert.Contains("Eftersendt, fordi … (står på dagsordenen og i referatet)", form.Text, StringComparison.Ordinal);
        var fields = form.Fields();
        fields.Remove("closed");
        fields.Remove("mayBeDropped");
        (fields["title"], fields["kind"], fields["recommendations"], fields["lateReason"]) = ("Sundhedshuse", "1", "Godkender planen", "regionens tal først kom i går");
        Assert.Equal(HttpStatusCode.SeeOther, (await secretary.PostAsync(_house.Address("punkter/nyt"), fields)).Status);
        var item = await _house.ItemAsync("Sundhedshuse");
        var box = await secretary.GetAsync(_house.Address($"?vis=nyt-bilag&punkt={item.Id.Value}").Replace("/?", "?", StringComparison.Ordinal));
        Assert.Contains("Fristen for bilag var ", box.Text, StringComparison.Ordinal);
        var upload = Fields(("punkt", $"{item.Id.Value}"), ("laesning", "ja"), ("eftersendt", "Bilaget er rettet efter høringen"));
        Assert.Equal(HttpStatusCode.SeeOther, (await secretary.PostAsync(_house.Address("bilag"), upload, "Tal.txt", "1.518.999"u8.ToArray())).Status);
        var page = (await secretary.GetAsync($"/moeder/{_house.Meeting.Value}")).Text;
        Assert.Contains("Eftersendt, fordi regionens tal først kom i går.", page, StringComparison.Ordinal);
        Assert.Contains("eftersendt, fordi bilaget er rettet efter høringen", page, StringComparison.Ordinal);
    }

    /// <summary>Nothing is decided in writing, so the chair's way is offered on the forum's page; any member calls the case in.</summary>
    private async Task DecideBetweenMeetingsAsync()
    {
        using var chair = await _house.BrowserAsync(_house.Members[0]);
        using var member = await _house.BrowserAsync(_house.Members[7]);
        Assert.Contains("Forummet afgør ikke sager skriftligt.", (await chair.GetAsync("/fora/chefforum")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/fora/chefforum/formandsbeslutning\"", (await member.GetAsync("/fora/chefforum")).Html, StringComparison.Ordinal);
        var form = (await chair.GetAsync("/fora/chefforum/formandsbeslutning")).Fields();
        (form["sag"], form["beslutning"], form["begrundelse"]) = ("Lejemålet", "Lejemålet forlænges et år.", "Udlejeren skal have svar inden mødet.");
        form.Remove("grund");
        form.Remove("lukket");
        var refused = await chair.PostAsync("/fora/chefforum/formandsbeslutning", form);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Udlejeren skal have svar inden mødet.", refused.Text, StringComparison.Ordinal);
        form["grund"] = "1";
        var made = await chair.PostAsync("/fora/chefforum/formandsbeslutning", form);
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        Assert.Equal(made.Location, (await chair.PostAsync("/fora/chefforum/formandsbeslutning", form)).Location);
        Assert.Contains("Kræv sagen på mødet", (await member.GetAsync(made.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await member.PostAsync($"{made.Location}/kald-ind", Fields())).Status);
        Assert.DoesNotContain("Er du uenig", (await member.GetAsync(made.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(AgendaItemKind.Decision, (await _house.ItemAsync("Formandsbeslutning: Lejemålet")).Content.Kind);
        await using var db = await _house.OpenAsync();
        foreach (var away in _house.Members.Where(person => person.TeamsUserId is null))
        {
            var told = await db.Outbox.Where(one => one.PersonId == away.Id && one.Payload!.Contains("Lejem")).Select(one => one.Payload!).ToListAsync(Ct);
            Assert.True(told.Exists(payload => payload.Contains("Formandsbeslutning", StringComparison.Ordinal)) && told.Exists(payload => payload.Contains("skal p", StringComparison.Ordinal)), string.Join("\n\n", told));
        }
    }

    /// <summary>Declared in the member's chat, decided by the body, and the substitute of the member's list called in for the item.</summary>
    private async Task RecuseAsync(AgendaItemId item)
    {
        var (person, seat) = (_house.Members[5], (await _house.SeatOfAsync(_house.Members[5])).Value.ToString("N"));
        await _house.ChatAsync(person, "impartiality.raise", item);
        await _house.ChatAsync(_house.Secretary, "attendance.item.substitute", item, ("member", seat), ("person", _house.Substitute.Id.Value.ToString("N")));
        await using (var db = await _house.OpenAsync())
            Assert.False(await db.ItemAbsences.AnyAsync(Ct));

        await _house.ChatAsync(_house.Secretary, "impartiality.decide", item, ("member", seat), ("outcome", "1"));
        await _house.ChatAsync(_house.Secretary, "attendance.item.substitute", item, ("member", seat), ("person", _house.Substitute.Id.Value.ToString("N")));
        await using var after = await _house.OpenAsync();
        Assert.Equal(_house.Substitute.Id, (await after.ItemAbsences.SingleAsync(Ct)).SubstituteId);
    }

    private async Task VoteAsync(AgendaItemId item)
    {
        var seats = new List<string>();
        foreach (var person in _house.Members)
            seats.Add((await _house.SeatOfAsync(person)).Value.ToString("N"));

        await _house.ChatAsync(_house.Secretary, "agenda.vote", item, ("vote", Guid.CreateVersion7().ToString("N")), ("for", string.Join(',', seats.Take(8).Concat(seats.Skip(9)))), ("against", seats[8]));
    }

    /// <summary>From the page of the item; whoever was inhabil has no such right there, and a stop is not settled for councils.</summary>
    private async Task DissentAsync(AgendaItemId item)
    {
        using var member = await _house.BrowserAsync(_house.Members[8]);
        using var recused = await _house.BrowserAsync(_house.Members[5]);
        var address = _house.Address($"punkter/{item.Value}");
        Assert.Contains($"{address}/medlem", (await member.GetAsync($"/moeder/{_house.Meeting.Value}")).Html, StringComparison.Ordinal);
        Assert.Contains(CouncilHouse.Law, (await member.GetAsync($"{address}/medlem")).Text, StringComparison.Ordinal);
        var typed = Fields(("mening", "Jeg finder, at borgerne skal høres først."), ("begrundelse", "Der er ikke holdt borgermøde."));
        var refused = await member.PostAsync($"{address}/mening", typed);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Der er ikke holdt borgermøde.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await member.PostAsync($"{address}/mening", Fields([.. typed.Select(one => (one.Key, one.Value)), ("foelger", "ja")]))).Status);
        Assert.Contains("Tag meningen tilbage", (await member.GetAsync($"{address}/medlem")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await recused.GetAsync($"{address}/medlem")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await recused.PostAsync($"{address}/mening", typed)).Status);
        var stopped = await member.PostAsync($"{address}/stands", Fields());
        Assert.Equal(HttpStatusCode.Conflict, stopped.Status);
        Assert.Contains("Ikke afklaret", stopped.Text, StringComparison.Ordinal);
        Assert.Equal("Medlem I", Assert.Single((await _house.ItemAsync("Sundhedshuse")).Content.Dissents).Name);
    }

    private async Task PrintAsync()
    {
        await using var db = await _house.OpenAsync();
        var forum = await db.Forums.SingleAsync(one => one.Id == _house.Forum.Id, Ct);
        var document = await BuildMinutes.FromAsync(db, forum, await db.Meetings.SingleAsync(one => one.Id == _house.Meeting, Ct));
        var houses = document.Items.Single(item => item.Title == "Sundhedshuse");
        Assert.Contains("18 stemte for: Medlem A (X), Medlem B (Y), ", houses.Decision, StringComparison.Ordinal);
        Assert.Contains("Sten Vikar (Y)", houses.Decision, StringComparison.Ordinal);
        Assert.Contains("1 stemte imod: Medlem I (X)", houses.Decision, StringComparison.Ordinal);
        Assert.Contains("Afvigende mening, Medlem I (X): Jeg finder, at borgerne skal høres først.", houses.Decision, StringComparison.Ordinal);
        Assert.DoesNotContain("borgermøde", houses.Decision, StringComparison.Ordinal);
        string[] sections = ["Eftersendt, fordi regionens tal først kom i går.", "Sundhedsråd Nord besluttede, at Medlem F er inhabil.", "Medlem F var inhabil og deltog ikke i behandlingen af punktet.", "Sten Vikar deltog i punktet som stedfortræder for Medlem F."];
        Assert.All(sections, text => Assert.Contains(houses.Sections, section => section.Text.Contains(text, StringComparison.Ordinal)));
        Assert.Equal(["Bilag 1: Tal.txt (eftersendt, fordi bilaget er rettet efter høringen)"], houses.Attachments);
        var called = document.Items.Single(item => item.Title == "Formandsbeslutning: Lejemålet");
        Assert.Contains(called.Sections, section => section.Text.Contains("Medlem H har d. ", StringComparison.Ordinal));
        await KeepAsync("referat.docx", new MinutesWord(WordTemplate.Ours).Write(document, forum, SystemClock.Instance.GetCurrentInstant()).Word);
    }

    /// <summary>The agenda as the secretary fetches it before the meeting: what is late says why there, too.</summary>
    private async Task KeepAsync(LocalBrowser secretary, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _house.Address(name));
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(_house.Secretary.TeamsUserId!)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        using var answer = await _house.Host.Client.SendAsync(request, Ct);
        var word = await answer.Content.ReadAsByteArrayAsync(Ct);
        await KeepAsync(name, word);
        using var opened = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        Assert.Contains("Eftersendt, fordi regionens tal først kom i går.", opened.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync(_house.Address("?vis=udsend").Replace("/?", "?", StringComparison.Ordinal))).Status);
    }

    private static async Task KeepAsync(string name, byte[] word)
    {
        if (Environment.GetEnvironmentVariable("KLYNGE_COUNCIL_DOCUMENTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), word, Ct);
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);
}
