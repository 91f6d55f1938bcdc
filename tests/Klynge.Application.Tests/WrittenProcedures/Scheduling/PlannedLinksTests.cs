using Klynge.Application.Chat;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures.Scheduling;

/// <summary>The attachments of a case that opens by itself: frozen when it opens, and nothing goes out that its author was not told of.</summary>
public sealed class PlannedLinksTests : IAsyncLifetime
{
    private static readonly Instant Opens = DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(8, 0));

    private readonly ScriptedLinks _links = new();
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board, services: services => services.AddSingleton<ILinkedDocuments>(_links));
        _fixture = new ProcedureFixture(_board, _chat);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Opening_FreezesWhatStandsThereThen()
    {
        var link = _links.Put("Notat.docx", "Første udgave");
        var draft = await PlanAsync($"Notat {link}");
        _links.Put("Notat.docx", "Anden udgave");

        Assert.Equal(1, await RunAsync(Opens));

        var attachment = Assert.Single((await _fixture.ReadAsync(draft)).Case.Attachments);
        Assert.Equal(ContentHash.Of("Anden udgave"u8.ToArray()), attachment.Sha256);
    }

    [Fact]
    public async Task Opening_WithTheLinksThatItsAuthorWasToldOf_GoesOut()
    {
        var draft = await PlanAsync($"Lukket {ScriptedLinks.Site}Lukket.docx");

        Assert.Equal(1, await RunAsync(Opens));

        Assert.True(Assert.Single((await _fixture.ReadAsync(draft)).Case.Attachments).IsLinkOnly);
    }

    [Fact]
    public async Task Opening_WithALinkOfWhichNobodyWasTold_LeavesADraft()
    {
        var link = _links.Put("Notat.docx", "Notat");
        var draft = await PlanAsync($"Notat {link}");
        _links.Files.Remove(link);

        Assert.Equal(0, await RunAsync(Opens));

        var left = await _fixture.ReadAsync(draft);
        Assert.Equal((ProcedureStatus.Draft, null), (left.Status, left.OpensAt));
        Assert.NotNull(left.OpeningProblem);
    }

    [Fact]
    public async Task Opening_WhileSharePointIsAway_WaitsForItAndGoesOutLater()
    {
        var draft = await PlanAsync($"Notat {_links.Put("Notat.docx", "Notat")}");
        var link = _links.Files.Keys.Single();
        var file = _links.Files[link];
        _links.Files[link] = new LibraryIsUnavailable();

        Assert.Equal(0, await RunAsync(Opens));
        Assert.Equal(0, await RunAsync(Opens + Duration.FromMinutes(59)));
        Assert.Equal(Opens, (await _fixture.ReadAsync(draft)).OpensAt);
        _links.Files[link] = file;

        Assert.Equal(1, await RunAsync(Opens + Duration.FromMinutes(59)));
    }

    [Fact]
    public async Task Opening_WhileSharePointIsAwayForAnHour_LeavesADraftAndSaysWhy()
    {
        var draft = await PlanAsync($"Notat {_links.Put("Notat.docx", "Notat")}");
        _links.Files[_links.Files.Keys.Single()] = new LibraryIsUnavailable();

        Assert.Equal(0, await RunAsync(Opens + Duration.FromHours(1)));

        var left = await _fixture.ReadAsync(draft);
        Assert.Equal((ProcedureStatus.Draft, null), (left.Status, left.OpensAt));
        Assert.Contains("Notat", left.OpeningProblem, StringComparison.Ordinal);
        await using var db = _board.Open();
        Assert.True(await db.Outbox.AnyAsync(row => row.PersonId == _board.Secretary.Id && row.Payload!.Contains("bnede ikke")));
    }

    /// <summary>As a person does it: the preview, the form, the button.</summary>
    private async Task<WrittenProcedureId> PlanAsync(string attachments)
    {
        var draft = await _fixture.DraftAsync(form: ProcedureFixture.Form with { Attachments = attachments });
        var preview = (await PressAsync("procedure.preview", new { forum = _board.Forum.Id.Value, procedure = draft.Value })).Card();
        var form = (await _chat.PressAsync(_board.Secretary, preview, "Send ud senere")).Card();
        var plan = Assert.Single(form.Actions!.OfType<ExecuteAction>(), action => action.Title == "Planlæg åbningen");
        var data = plan.Data!.DeepClone().AsObject();
        (data["opensDate"], data["opensTime"]) = ("2026-01-14", "08:00");
        Assert.Contains("Åbner onsdag d. 14. januar 2026 kl. 08.00", (await PressAsync(plan.Verb, data)).Text(), StringComparison.Ordinal);
        return draft;
    }

    private Task<ChatReply> PressAsync(string verb, object data) => _chat.PressAsync(_board.Secretary, verb, data);

    private Task<int> RunAsync(Instant at)
    {
        _board.Clock.Set(at);
        return _chat.Get<OpenPlannedProcedures>().HandleAsync(default);
    }
}
