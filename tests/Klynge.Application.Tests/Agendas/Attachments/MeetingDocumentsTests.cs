using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Chat;
using Klynge.Application.Minutes;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Attachments;

/// <summary>What was shown at a meeting belongs to the meeting as a whole, and goes out with its minutes.</summary>
public sealed class MeetingDocumentsTests : IAsyncLifetime
{
    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _minutes = await MinutesBoard.CreateAsync();

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task Document_StandsAmongTheMeetings_IsPrinted_AndReadBackFromWord()
    {
        Assert.Contains("Bilag til referatet", (await PressAsync(Board.Secretary, AttachmentVerbs.List)).Card().Text(), StringComparison.Ordinal);
        await AddAsync("Oplæg om årshjulet");
        await AddAsync("Undersøgelse 2026");

        var listed = (await PressAsync(Board.Member, AttachmentVerbs.List)).Card().Text();
        Assert.Contains("Bilag 2: Undersøgelse 2026", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(AttachmentVerbs.Remove, listed, StringComparison.Ordinal);

        var document = await DocumentAsync();
        Assert.Equal(3, document.Items.Count);
        Assert.Equal(new MinutesSection("Bilag til referatet", "- Oplæg om årshjulet\n- Undersøgelse 2026"), document.Sections[^1]);
        using var file = new MemoryStream();
        MinutesDocumentWriter.Write(document, file);
        file.Position = 0;
        var back = MinutesParser.Parse((await MinutesReader.ReadAsync(file, "referat.docx", Ct)).Value).Value;
        Assert.Equal(document.Sections[^1], back.Sections[^1]);
    }

    [Fact]
    public async Task ClosedDocument_IsNeitherPrintedNorCounted()
    {
        await AddAsync("Personsag", closed: true);

        Assert.DoesNotContain((await DocumentAsync()).Sections, section => section.Heading == "Bilag til referatet");
        Assert.DoesNotContain("Personsag", (await PressAsync(Board.Observer, AttachmentVerbs.List)).Card().Text(), StringComparison.Ordinal);
        Assert.Contains("Personsag", (await PressAsync(Board.Member, AttachmentVerbs.List)).Card().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheSecretariat_Changes_AndNobodyOnceTheMinutesAreApproved()
    {
        (await LinkAsync(Board.Member, "Mit", closed: false)).Refused<NotAllowed>();
        await using (var db = Board.Open())
            Assert.False(await db.AgendaItems.AnyAsync(item => item.Status == AgendaItemStatus.OfMeeting, Ct));

        await AddAsync("Oplæg");
        await _minutes.Chat.Get<WriteMinutes>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, _minutes.Meeting.Id), Ct);
        await _minutes.Chat.Get<Application.Minutes.Uploads.StoreUploads>().HandleAsync(Ct);
        Assert.True((await _minutes.Chat.Get<ApproveMinutes>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, _minutes.Meeting.Id), Ct)).IsSuccess);

        (await LinkAsync(Board.Secretary, "For sent", closed: false)).Refused<AttachmentsAreFinal>();
        await using (var db = Board.Open())
        {
            var sent = await db.Outbox.Where(message => message.Kind == OutboxKind.Notify && message.PersonId == Board.Member.Id).Select(message => message.Payload!).ToListAsync(Ct);
            Assert.Contains(sent, payload => payload.Contains("Bilag til referatet (1)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task TakenOffAndPutBack_AsAnyBilag_AndItIsNoItemOfTheAgenda()
    {
        await AddAsync("Oplæg");
        var id = (await DocumentsAsync()).Content.Attachments[0].Key().Value.ToString("N");

        await PressAsync(Board.Secretary, AttachmentVerbs.Remove, ("attachment", id));
        Assert.Empty((await DocumentsAsync()).Content.Attachments);
        await PressAsync(Board.Secretary, AttachmentVerbs.Restore, ("attachment", id));
        Assert.Single((await DocumentsAsync()).Content.Attachments);

        (await PressAsync(Board.Secretary, AgendaVerbs.Item)).Refused<ItemNotFound>();
        (await PressAsync(Board.Secretary, AgendaVerbs.Remove)).Refused<MeetingIsHeld>();
        (await PressAsync(Board.Secretary, Klynge.Application.WrittenProcedures.Verbs.Form)).Refused<ItemNotFound>();
        Assert.Single((await DocumentsAsync()).Content.Attachments);
    }

    [Fact]
    public async Task DroppedFile_CanBeOfTheMeeting_OnceItHasBegun()
    {
        var dropped = await _minutes.Chat.DropAsync(_minutes.Chat.Turn(Board.Secretary), new Klynge.Teams.Activities.DroppedFile("Slides.pdf", "https://files.example/1"));
        Assert.Contains("\"Bilag til referatet\"", Assert.Single(dropped).Card().Text(), StringComparison.Ordinal);
    }

    private async Task AddAsync(string name, bool closed = false) => (await LinkAsync(Board.Secretary, name, closed)).Card();

    /// <summary>By a link that the bot cannot read, and the job that puts it in its place.</summary>
    private async Task<ChatReply> LinkAsync(Person by, string name, bool closed)
    {
        var reply = await PressAsync(
            by, AttachmentVerbs.Link, ("new", Guid.CreateVersion7().ToString("N")), ("name", name), ("url", $"https://fjordlandet.example/{Guid.NewGuid():N}"), ("reading", "no"), ("closed", closed ? "true" : "false"));
        await _minutes.Chat.Get<KeepFiles>().HandleAsync(Ct);
        return reply;
    }

    private async Task<ChatReply> PressAsync(Person by, string verb, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var data = new JsonObject
        {
            ["forum"] = Board.Forum.Id.Value.ToString("N"),
            ["meeting"] = _minutes.Meeting.Id.Value.ToString("N"),
            ["item"] = AgendaItem.DocumentsOf(_minutes.Meeting.Id).Value.ToString("N"),
        };
        foreach (var (name, value) in fields)
            data[name] = value;

        return await _minutes.Chat.PressAsync(by, verb, data);
    }

    private async Task<AgendaItem> DocumentsAsync()
    {
        await using var db = Board.Open();
        return await db.AgendaItems.SingleAsync(item => item.Id == AgendaItem.DocumentsOf(_minutes.Meeting.Id), Ct);
    }

    private async Task<MinutesDocument> DocumentAsync()
    {
        await using var db = Board.Open();
        return await BuildMinutes.FromAsync(db, Board.Forum, await db.Meetings.SingleAsync(one => one.Id == _minutes.Meeting.Id, Ct));
    }
}
