using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Chat;
using Klynge.Application.Messaging;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Connector;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.Agendas;

/// <summary>A meeting with two items, a OneDrive that people drop files from, and the job that keeps them.</summary>
internal sealed class AttachmentFixture : IAsyncDisposable
{
    private AttachmentFixture(AgendaFixture agenda) => Agenda = agenda;

    internal AgendaFixture Agenda { get; }

    internal TestBoard Board => Agenda.Board;

    internal ChatFixture Chat => Agenda.Chat;

    internal FakeDownloads Downloads { get; private init; } = null!;

    internal ScriptedLinks Links { get; private init; } = null!;

    internal AgendaItemId Item { get; private set; }

    internal static async Task<AttachmentFixture> CreateAsync(IDocumentLibrary? library = null)
    {
        var (downloads, links) = (new FakeDownloads(), new ScriptedLinks());
        var agenda = await AgendaFixture.CreateAsync(library: library, services: services => services
            .AddSingleton<IFileDownloads>(downloads).AddSingleton<ILinkedDocuments>(links));
        var fixture = new AttachmentFixture(agenda) { Downloads = downloads, Links = links };
        fixture.Item = await agenda.AddAsync(agenda.Board.Secretary, "Budget 2027");
        await agenda.AddAsync(agenda.Board.Secretary, "Eventuelt");
        return fixture;
    }

    internal async Task<ChatReply> DropAsync(Person person, string name, string content = "indhold") =>
        Assert.Single(await Chat.DropAsync(Chat.Turn(person), new DroppedFile(name, Downloads.Put(name, content))));

    /// <summary>Drops a file, answers what is asked, and lets the job run.</summary>
    internal async Task<AttachmentId> AttachAsync(
        string name, string content = "indhold", bool isRequired = true, bool isClosed = false, AttachmentId? replaces = null, string? change = null, AgendaItemId? item = null)
    {
        var id = FileOf((await DropAsync(Board.Secretary, name, content)).Card());
        (await AnswerAsync(id, name, isRequired, isClosed, replaces, change, item)).Card();
        await RunAsync();
        return id;
    }

    internal Task<ChatReply> AnswerAsync(
        AttachmentId file, string name, bool isRequired = true, bool isClosed = false, AttachmentId? replaces = null, string? change = null, AgendaItemId? item = null, Person? by = null) =>
        Chat.PressAsync(by ?? Board.Secretary, AttachmentVerbs.Attach, Data(item, new
        {
            file = file.Value.ToString("N"),
            name,
            reading = isRequired ? "yes" : "no",
            closed = isClosed ? "true" : "false",
            replaces = replaces?.Value.ToString("N") ?? "no",
            change,
        }));

    internal JsonObject Data(AgendaItemId? item = null, object? more = null)
    {
        var data = (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(Agenda.Data(item ?? Item))!;
        foreach (var (name, value) in (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!)
            data[name] = value?.DeepClone();

        return data;
    }

    internal Task<int> RunAsync() => Chat.Get<KeepFiles>().HandleAsync(default);

    internal async Task<AgendaItemContent> ContentAsync(AgendaItemId? item = null) => (await Agenda.ItemAsync(item ?? Item)).Content;

    internal async Task<IEnumerable<string>> NamesAsync() => (await ContentAsync()).Attachments.Select(one => one.Name);

    internal async Task<ItemFile> FileAsync(AttachmentId id)
    {
        await using var db = Board.Open();
        return await db.ItemFiles.SingleAsync(one => one.Id == id);
    }

    /// <summary>The card of a file as it stands in its giver's chat.</summary>
    internal async Task<string?> CardAsync(AttachmentId id, Person? of = null)
    {
        await using var db = Board.Open();
        var chat = new Conversation { Id = "a:x", Kind = ConversationKind.Personal, PersonId = (of ?? Board.Secretary).Id, ServiceUrl = "https://x", ChannelId = "msteams", BotId = "28:x", SeenAt = Board.Clock.GetCurrentInstant() };
        return (await new FileCardSource().DrawAsync(db, id.Value, chat, Board.Clock.GetCurrentInstant(), default))?.Text();
    }

    /// <summary>Every file in the library, with its path from there.</summary>
    internal IReadOnlyList<string> Files() => !Directory.Exists(Chat.Documents) ? [] :
    [
        .. Directory.EnumerateFiles(Chat.Documents, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Chat.Documents, file).Replace('\\', '/')).Where(file => file.StartsWith("Chefforum/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    internal static AttachmentId FileOf(AdaptiveCard card) =>
        new(Guid.Parse(System.Text.RegularExpressions.Regex.Match(CardJson.Serialize(card), "\"file\":\"([0-9a-f]{32})\"").Groups[1].Value));

    public ValueTask DisposeAsync() => Agenda.DisposeAsync();
}
