using System.Text;
using System.Text.Json;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Audit;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.Audit;

/// <summary>A case from the first word to the last vote, as JSON Lines, beside another case on the same agenda.</summary>
public sealed class ExportAuditTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private MeetingId _meeting;
    private AgendaItemId _item;
    private WrittenProcedureId _procedure;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        var time = new MeetingTime(_board.Today.PlusDays(21), new LocalTime(14, 0), new LocalTime(16, 0));
        var scheduled = await _chat.Get<ScheduleMeeting>().HandleAsync(
            TestBoard.As(_board.Secretary), new ScheduleMeetingRequest(_board.Forum.Id, time, "Rådhuset"), Ct);
        _meeting = scheduled.Value;
        _item = await AddAsync("Vinterplan");
        await AddAsync("Budget");
        var fixture = new ProcedureFixture(_board, _chat);
        var draft = new SaveProcedureDraftRequest(_board.Forum.Id, Procedure: null, _item, ProcedureFixture.Form with { Title = "Vinterplan" });
        _procedure = (await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), draft, Ct)).Value;
        await fixture.OpenAsync(_procedure, _board.Secretary);
        await fixture.VoteAsync(_board.Member, _procedure, remarks: "»Godt« \u2764 <b>\"tak\"</b>");
        await fixture.VoteAsync(_board.Stranger, _procedure);
        await AddAsync("Budget igen");
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Theory]
    [InlineData("Vinterplan")]
    [InlineData("vinterPLAN")]
    [InlineData("interpl")]
    [InlineData("item")]
    [InlineData("procedure")]
    public async Task CaseOfATitleOrAnId_IsTheItemTheProcedureTheVotesTheRefusalsAndTheMeeting(string named)
    {
        var lines = await ExportAsync(named switch
        {
            "item" => _item.Value.ToString(),
            "procedure" => _procedure.Value.ToString().ToUpperInvariant(),
            _ => named,
        });

        Assert.Equal(
            ["ScheduleMeeting", "AddItem", "SaveProcedureDraft", "OpenWrittenProcedure", "CastVote", "CastVote"],
            lines[1..^1].Select(line => line.GetProperty("useCase").GetString()));
        Assert.Equal(("case", "Vinterplan"), (lines[0].GetProperty("scope").GetString(), lines[0].GetProperty("title").GetString()));
        Assert.Equal("Mads Holt", lines[5].GetProperty("actorName").GetString());
        Assert.Contains("tak", lines[5].GetProperty("changes").GetString(), StringComparison.Ordinal);
        Assert.NotNull(lines[6].GetProperty("refusal").GetString());
        Assert.Equal(6, lines[^1].GetProperty("rows").GetInt64());
        Assert.Equal(lines[1..^1].Select(Number).Order(), lines[1..^1].Select(Number));
    }

    [Fact]
    public async Task CaseThatIsNone_OrSeveral_IsRefusedAndNoFileIsMade()
    {
        Assert.IsType<NoSuchCase>((await RefusedAsync("Findes ikke")).Error);
        Assert.IsType<NoSuchCase>((await RefusedAsync(Guid.NewGuid().ToString())).Error);
        Assert.IsType<NoSuchCase>((await RefusedAsync(" ")).Error);
        var several = Assert.IsType<SeveralCases>((await RefusedAsync("budg")).Error);
        Assert.Contains("Budget igen (Chefforum d. 3. februar 2026)", several.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeLog_IsWholeOnAnotherMachine_AndSoIsACase()
    {
        Assert.True((await VerifyAsync(await TextAsync(null))).IsWhole);
        Assert.True((await VerifyAsync(await TextAsync("Vinterplan"))).IsWhole);
    }

    [Theory]
    [InlineData("\"actorName\":\"Mads Holt\"", "\"actorName\":\"Mads Hult\"", true)]
    [InlineData("\"useCase\":\"CastVote\"", "\"useCase\":\"CastVoté\"", false)]
    [InlineData("\\\"answer\\\":1", "\\\"answer\\\":3", false)]
    public async Task Export_ThatWasAltered_IsFoundInWhatTheHashesVouchFor(string what, string by, bool isWhole)
    {
        var text = await TextAsync("Vinterplan");
        Assert.Contains(what, text, StringComparison.Ordinal);

        Assert.Equal(isWhole, (await VerifyAsync(text.Replace(what, by, StringComparison.Ordinal))).IsWhole);
    }

    [Fact]
    public async Task WholeLog_WithALineLessOrMadeUnreadable_IsFound()
    {
        var lines = (await TextAsync(null)).TrimEnd('\n').Split('\n');

        Assert.Contains(
            (await VerifyAsync(string.Join('\n', lines.Where((_, index) => index != 3)))).Faults, fault => fault is { Kind: AuditFaultKind.Removed, From: 3 });
        Assert.Contains((await VerifyAsync(string.Join('\n', lines[..^2]))).Faults, fault => fault.Kind == AuditFaultKind.Removed);
        Assert.Contains((await VerifyAsync(string.Join('\n', lines[..^1]))).Faults, fault => fault.Kind == AuditFaultKind.Incomplete);
        lines[4] = "{}";
        Assert.Contains((await VerifyAsync(string.Join('\n', lines))).Faults, fault => fault.Text.StartsWith("Linje 5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"klynge-audit-2\"}")]
    [InlineData("{\"format\":\"klynge-audit-1\",\"headHash\":\"xx\"}")]
    [InlineData("PK\u0003\u0004")]
    public async Task FileOfAnotherKind_IsSaidToBe(string text) => Assert.IsType<NoAuditExport>(
        (await VerifyAuditExport.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), [], Ct)).Error);

    private static long Number(JsonElement line) => line.GetProperty("number").GetInt64();

    private static async Task<AuditReport> VerifyAsync(string text) =>
        (await VerifyAuditExport.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), [], Ct)).Value;

    private async Task<AgendaItemId> AddAsync(string title)
    {
        var request = new AddItemRequest(_board.Forum.Id, _meeting, new AgendaItemContent { Title = title });
        return (await _chat.Get<AddItem>().HandleAsync(TestBoard.As(_board.Secretary), request, Ct)).Value.Id;
    }

    private async Task<List<JsonElement>> ExportAsync(string? named) =>
        [.. (await TextAsync(named)).TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private async Task<string> TextAsync(string? named)
    {
        var output = new MemoryStream();
        var result = await Export().HandleAsync(new ExportAuditRequest(named), () => output, Ct);
        Assert.True(result.IsSuccess, result.Error?.Text);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private Task<Result<ExportedAudit>> RefusedAsync(string named) =>
        Export().HandleAsync(new ExportAuditRequest(named), () => throw new InvalidOperationException("Nothing is to be written."), Ct);

    private ExportAudit Export() => new(_board.Contexts, _board.Clock);
}
