using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Connector;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.Agendas.Whole;

/// <summary>Whole agendas are made by the secretary's own presses: every item, its texts, its bilag, and then they are sent and printed.</summary>
public sealed partial class WholeAgendaTests : IAsyncLifetime
{
    private readonly FakeDownloads _downloads = new();
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => new(WholeAgendas.All.Select(agenda => agenda.Name));

    public async ValueTask InitializeAsync() =>
        _fixture = await AgendaFixture.CreateAsync(services: services => services.AddSingleton<IFileDownloads>(_downloads));

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Agenda_IsMadeSentReadAndPrinted_AsItWasWritten(string name)
    {
        var agenda = WholeAgendas.All.Single(one => one.Name == name);
        await MakeAsync(agenda);

        Assert.Equal(agenda.Items.Select((item, index) => $"{index + 1} {item.Title}"), await _fixture.TitlesAsync());
        await SendAsync();
        AssertHolds(agenda, await ReadAsync(Board.Member));
        await AssertPrintedAsync(agenda);
        if (agenda.Items.Any(item => item.ClosedBecause is not null))
            Assert.DoesNotContain("Personsag", await ReadAsync(Board.Observer), StringComparison.Ordinal);
    }

    private async Task MakeAsync(WholeAgenda agenda)
    {
        await _fixture.ChangeAsync(async db =>
        {
            var forum = (await db.Forums.FindAsync(Board.Forum.Id))!;
            forum.Rules = forum.Rules with { Items = new ItemTemplate { Sections = agenda.Sections, RecommendationLead = agenda.Lead } };
        });
        foreach (var item in agenda.Items)
        {
            var id = await AddAsync(item);
            foreach (var file in item.Files)
                await AttachAsync(id, file);
            foreach (var guest in item.Guests)
                await InviteAsync(id, guest);
        }

        Assert.Equal(agenda.Items.Sum(item => item.Files.Count), await _fixture.Chat.Get<KeepFiles>().HandleAsync(Ct));
    }

    /// <summary>As the form sends it: what stands in its button, and what was typed; who presents is answered where it is asked.</summary>
    private async Task<AgendaItemId> AddAsync(WholeItem item)
    {
        var form = JsonNode.Parse((await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.AddForm, _fixture.Data())).Card().Text())!;
        var data = Button(form, AgendaVerbs.Add);
        foreach (var (index, text) in (item.Texts ?? []).Index())
            data[$"section{index}"] = text;

        (data["title"], data["kind"], data["recommendations"], data["lead"]) = (item.Title, "0", item.Recommendations, item.Lead);
        (data["presenter"], data["minutes"]) = (item.Presenter, item.Minutes);
        (data["caseNumber"], data["mayBeDropped"]) = (item.CaseNumber, item.MayBeDropped ? "true" : "false");
        (data["closed"], data["closedBecause"]) = (item.ClosedBecause is null ? "false" : "true", item.ClosedBecause);
        var reply = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Add, data)).Card();
        if (CardJson.Serialize(reply).Contains("\"presenterIs\"", StringComparison.Ordinal))
        {
            data["presenterIs"] = item.Presenter;
            (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Add, data)).Card();
        }

        await using var db = Board.Open();
        return (await db.ItemsOnAgendaAsync(_fixture.Meeting.Id, Ct)).Single(one => one.Content.Title == item.Title).Id;
    }

    private async Task AttachAsync(AgendaItemId item, WholeFile file)
    {
        var asked = Assert.Single(await _fixture.Chat.DropAsync(_fixture.Chat.Turn(Board.Secretary), new DroppedFile(file.Name, _downloads.Put(file.Name, file.Name)))).Card();
        var data = (JsonObject)JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(_fixture.Data(item)))!;
        (data["file"], data["name"], data["reading"]) = (AttachmentFixture.FileOf(asked).Value.ToString("N"), file.Name, file.IsRequired ? "yes" : "no");
        (await _fixture.Chat.PressAsync(Board.Secretary, AttachmentVerbs.Attach, data)).Card();
    }

    private async Task InviteAsync(AgendaItemId item, WholeGuest guest)
    {
        var data = (JsonObject)JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(_fixture.Data(item)))!;
        (data["new"], data["guestName"], data["guestTitle"], data["guestOrganisation"]) = (Guid.CreateVersion7().ToString("N"), guest.Name, guest.Title, guest.Organisation);
        (await _fixture.Chat.PressAsync(Board.Secretary, GuestVerbs.Add, data)).Card();
    }

    private async Task SendAsync()
    {
        var form = JsonNode.Parse((await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.SendForm, _fixture.Data())).Card().Text())!;
        (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Send, Button(form, AgendaVerbs.Send))).Card();
        await using var db = Board.Open();
        Assert.NotNull((await db.Meetings.FindAsync([_fixture.Meeting.Id], Ct))!.AgendaSentAt);
    }

    /// <summary>»Hele dagsordenen«, page by page, and the bilag of each item.</summary>
    private async Task<string> ReadAsync(Person person)
    {
        var read = new List<string>();
        var data = (JsonObject)JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(_fixture.Data()))!;
        for (var page = 0; page < 9; page++)
        {
            data["page"] = page;
            var text = (await _fixture.Chat.PressAsync(person, AgendaVerbs.Full, data)).Card().Text();
            if (read.Contains(text))
                break;

            read.Add(text);
        }

        return string.Join('\n', read);
    }

    private static void AssertHolds(WholeAgenda agenda, string read)
    {
        foreach (var words in agenda.Items.SelectMany(item => item.Files.Select(file => file.Name).Concat(item.Guests.Select(guest => guest.Name)).Append(item.Title).Append(item.CaseNumber).Concat(Words(item.Recommendations)).Concat((item.Texts ?? []).SelectMany(Words))))
            Assert.Contains(words ?? string.Empty, read, StringComparison.Ordinal);
    }

    /// <summary>The first words of each line, without its marks; of a row the last cell: on a card each cell stands after its column's name, and the first names the row.</summary>
    private static IEnumerable<string> Words(string? text) =>
        (text ?? string.Empty).Split('\n').Select(line => line.StartsWith('|') ? line.Split('|')[^2] : line).Select(line => Plain().Match(line).Value.Trim()).Where(words => words.Length > 3);

    [GeneratedRegex(@"\p{L}[\p{L}\d ,.:/-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    private async Task AssertPrintedAsync(WholeAgenda agenda)
    {
        await using var db = Board.Open();
        var document = await BuildMinutes.FromAsync(db, (await db.Forums.FindAsync([Board.Forum.Id], Ct))!, (await db.Meetings.FindAsync([_fixture.Meeting.Id], Ct))!);
        using var file = new MemoryStream();
        MinutesDocumentWriter.Write(document, file);
        var word = file.ToArray();
        var text = DocumentTests.Read(word);
        foreach (var paper in agenda.Items.Where(item => item.ClosedBecause is null).SelectMany(item => item.Files))
            Assert.Contains(paper.IsRequired ? $"{paper.Name} (forventes læst)" : paper.Name, text, StringComparison.Ordinal);

        var source = await MinutesReader.ReadAsync(new MemoryStream(word), "dagsorden.docx", Ct);
        var again = MinutesParser.Parse(source.Value).Value;
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(document.Items),
            System.Text.Json.JsonSerializer.Serialize(again.Items));
        Assert.Equal(agenda.Items.SelectMany(item => item.Guests).Select(guest => guest.Name), again.Participants.Where(one => one.Role == MinutesRole.Guest).Select(one => one.Name));
        Assert.Equal(MinutesKind.Agenda, again.Kind);
    }

    private static JsonObject Button(JsonNode? node, string verb) => Objects(node).First(one => (string?)one["verb"] == verb)["data"]!.DeepClone().AsObject();

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(pair => Objects(pair.Value)).Prepend(parent),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
