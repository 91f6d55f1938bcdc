using System.Net;
using System.Security.Cryptography;
using System.Text;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>A meeting's page, pressed: what it does, that the same press twice does nothing twice, and what is said and kept where it is refused.</summary>
public sealed class MeetingActsTests : IAsyncLifetime
{
    private MeetingScenario _at = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _at = await MeetingScenario.StartAsync();

    public ValueTask DisposeAsync() => _at.DisposeAsync();

    [Fact]
    public async Task Moved_ByWhereItWasSeen_GoesThereOnce_AndComesBackByUndo()
    {
        var before = (await _at.ItemsAsync()).ConvertAll(item => item.Id);
        var press = $"{before[2].Value}/3/-2";

        var done = await _at.PressAsync("raekkefoelge", press);
        await _at.PressAsync("raekkefoelge", press);

        Assert.Equal((HttpStatusCode.SeeOther, $"/moeder/{_at.Meeting.Value}#punkt-1"), (done.Status, done.Location));
        Assert.Equal([before[2], before[0], before[1], .. before.Skip(3)], (await _at.ItemsAsync()).ConvertAll(item => item.Id));
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.Host.PostAsync(_at.Address($"raekkefoelge?tryk={before[2].Value}/1/2"), _at.Secretary.Id, _at.Secretary.AadObjectId)).Status);
        Assert.Equal(before, (await _at.ItemsAsync()).ConvertAll(item => item.Id));
    }

    [Fact]
    public async Task TakenOff_StandsBelow_AndIsPutBackWhereItStood()
    {
        var item = (await _at.ItemsAsync())[3];

        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PressAsync("tag-af", $"{item.Id.Value}")).Status);

        Assert.Equal(AgendaItemStatus.Removed, (await _at.ItemAsync(item.Id)).Status);
        Assert.Contains($"Sæt på igen: {item.Content.Title}", (await _at.LookAsync()).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Sæt på igen", (await _at.LookAsync(person: _at.Member)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PressAsync("saet-paa", $"{item.Id.Value}")).Status);
        Assert.Equal((AgendaItemStatus.Accepted, 4), ((await _at.ItemAsync(item.Id)).Status, (await _at.ItemAsync(item.Id)).Number));
    }

    [Fact]
    public async Task Sent_OnceForTheQuestionThatWasSeen_AndToldToWhom()
    {
        var (_, question) = await _at.LookAsync("?vis=udsend");
        Assert.Matches("Udsend til \\d+ personer", question);
        Assert.DoesNotContain("raekkefoelge\" class=\"press\"><input", question, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await _at.PostAsync("udsend", null, ("sendt", "0"))).Status);
        await using var db = await _at.OpenAsync();
        var sent = (await db.Meetings.SingleAsync(one => one.Id == _at.Meeting, Ct)).AgendaSentAt;
        await _at.PostAsync("udsend", null, ("sendt", "0"));

        Assert.NotNull(sent);
        Assert.Equal(sent, (await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == _at.Meeting, Ct)).AgendaSentAt);
    }

    [Fact]
    public async Task Document_IsTheAgendaInWord_WithoutTheWordsOfWhatIsClosed_AndForTheSecretariatAlone()
    {
        var closed = (await _at.ItemsAsync()).First(item => item.Content.IsClosed);
        using var request = new HttpRequestMessage(HttpMethod.Get, _at.Address("dagsorden.docx"));
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(_at.Secretary.Id)}");
        using var answer = await _at.Host.Client.SendAsync(request, Ct);
        using var package = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        using var reader = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync(Ct);

        Assert.EndsWith(".docx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Contains("Hjertesvigt", text, StringComparison.Ordinal);
        Assert.Contains("Lukket punkt", text, StringComparison.Ordinal);
        Assert.DoesNotContain(closed.Content.Title, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _at.LookAsync("/dagsorden.docx", _at.Chair)).Status);
    }

    [Fact]
    public async Task Bilag_Uploaded_StandsAtItsItem_WithTheHashOfWhatLiesThere_AndItsNextVersion()
    {
        var item = (await _at.ItemsAsync())[4];
        var content = Encoding.UTF8.GetBytes("%PDF-1.7 tal");

        var unsaid = await _at.UploadAsync(item.Id, "Tal.pdf", content, ("navn", "Tallene"));
        var wrong = await _at.UploadAsync(item.Id, "Tal.exe", content, ("navn", "Tallene"), ("laesning", "ja"));
        var empty = await _at.UploadAsync(item.Id, "Tal.pdf", [], ("laesning", "ja"));
        var done = await _at.UploadAsync(item.Id, "Tal.pdf", content, ("navn", "Tallene"), ("laesning", "ja"));

        Assert.Contains("Vælg, om bilaget forventes læst før mødet.", unsaid.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Tallene\"", unsaid.Body, StringComparison.Ordinal);
        Assert.Contains("»Tal.exe« er ikke gemt.", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("Der er ikke noget i den.", empty.Body, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.SeeOther], new[] { unsaid.Status, wrong.Status, empty.Status, done.Status });
        var bilag = (await _at.ItemAsync(item.Id)).Content.Attachments[^1];
        Assert.Equal(("Tallene", true, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), (bilag.Name, bilag.IsRequiredReading, (int)bilag.Size!, bilag.Sha256));

        Assert.Equal(HttpStatusCode.SeeOther, (await _at.UploadAsync(item.Id, "Tal 2.pdf", [.. content, 1], ("laesning", "nej"), ("erstatter", $"{bilag.Key().Value}"), ("nyt", "Juni er med"))).Status);
        var next = (await _at.ItemAsync(item.Id)).Content.Attachments[^1];
        Assert.Equal((2, "Juni er med", false, "Tal 2.pdf"), (next.Version(), next.Change, next.IsRequiredReading, next.Name));
        Assert.Contains("Fingeraftryk", (await _at.LookAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bilag_IsOrderedMarkedAndTakenOff_AndPutBack()
    {
        var item = (await _at.ItemsAsync()).First(one => one.Content.Attachments.Count > 1);
        var (first, second) = (item.Content.Attachments[0], item.Content.Attachments[1]);

        await _at.PressAsync("bilag/flyt", $"{item.Id.Value}/{first.Key().Value}/1/1");
        Assert.Equal([second.Name, first.Name], await NamesAsync(item.Id));
        var marked = await _at.PostAsync("bilag/ret", null, ("punkt", $"{item.Id.Value}"), ("bilag", $"{first.Key().Value}"), ("navn", "Et nyt navn"), ("laesning", "ja"));
        Assert.Equal(HttpStatusCode.SeeOther, marked.Status);
        var nameless = await _at.PostAsync("bilag/ret", null, ("punkt", $"{item.Id.Value}"), ("bilag", $"{first.Key().Value}"), ("navn", " "), ("laesning", "ja"));
        Assert.Equal(HttpStatusCode.Conflict, nameless.Status);
        Assert.Contains("Skriv bilagets navn", nameless.Body, StringComparison.Ordinal);
        await _at.PressAsync("bilag/fjern", $"{item.Id.Value}/{second.Key().Value}");
        Assert.Equal(["Et nyt navn"], await NamesAsync(item.Id));
        await _at.Host.PostAsync(_at.Address($"bilag/laeg-tilbage?tryk={item.Id.Value}/{second.Key().Value}"), _at.Secretary.Id, _at.Secretary.AadObjectId);
        Assert.Equal([second.Name, "Et nyt navn"], await NamesAsync(item.Id));
    }

    [Fact]
    public async Task Proposal_IsTakenOn_OrDeclinedWithItsReason()
    {
        await using var db = await _at.OpenAsync();
        var meeting = await db.Meetings.SingleAsync(one => one.Id == _at.Meeting, Ct);
        var by = await db.People.Where(one => one.EntraObjectId == _at.Member.AadObjectId).Select(one => one.Id).SingleAsync(Ct);
        AgendaItem Propose(string title) => AgendaItem.Propose(meeting, new AgendaItemContent { Title = title, Kind = AgendaItemKind.Discussion }, by, NodaTime.SystemClock.Instance.GetCurrentInstant());
        var (one, other) = (Propose("Fælles vagtplan"), Propose("Ny hjemmeside"));
        db.AgendaItems.AddRange(one, other);
        await db.SaveChangesAsync(Ct);

        Assert.Contains("Forslag, der venter på svar (2)", (await _at.LookAsync()).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Fælles vagtplan", (await _at.LookAsync(person: _at.Chair)).Body, StringComparison.Ordinal);
        await _at.PressAsync("forslag/godkend", $"{one.Id.Value}");
        Assert.True((await _at.ItemAsync(one.Id)).IsOnAgenda);
        var unsaid = await _at.PostAsync("forslag/afvis", null, ("punkt", $"{other.Id.Value}"), ("tekst", " "));
        Assert.Equal(HttpStatusCode.Conflict, unsaid.Status);
        Assert.Contains("class=\"notice\" role=\"alert\"", unsaid.Body, StringComparison.Ordinal);
        await _at.PostAsync("forslag/afvis", null, ("punkt", $"{other.Id.Value}"), ("tekst", "Den er besluttet"));
        Assert.Equal((AgendaItemStatus.Declined, "Den er besluttet"), ((await _at.ItemAsync(other.Id)).Status, (await _at.ItemAsync(other.Id)).AnswerReason));
    }

    private async Task<List<string>> NamesAsync(AgendaItemId item) => [.. (await _at.ItemAsync(item)).Content.Attachments.Select(one => one.Name)];
}
