using Klynge.Application.Attendance;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Attendance;

/// <summary>»afbud« once more: what was said before stands, what is cleared goes, and nobody hears of what has not changed.</summary>
public sealed class RepeatedApologyTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _meeting = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _meeting = await _board.AddMeetingAsync();
        await using var db = _board.Open();
        (await SeatAsync(db)).SubstituteIds = [_board.Stranger.Id];
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync()
    {
        _chat.Dispose();
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Afbud_Again_KeepsTheSubstituteAndTheReason_AndTellsNobody()
    {
        await _chat.SayAsync(_board.Member, Afbud("Ulla Fremmed", "Ferie"));
        var before = await MessagesAsync();

        var told = (await _chat.SayAsync(_board.Member, Afbud(null, null))).Text();

        Assert.Equal(("Ulla Fremmed", "Ferie"), await StandingAsync());
        Assert.Equal(before, await MessagesAsync());
        Assert.Contains("er registreret i forvejen. Intet er ændret, og ingen har fået ny besked.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("er rettet", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfbudFor_AgainBySecretaryAndChair_TellsNobody()
    {
        await _chat.SayAsync(_board.Secretary, Afbud(null, "Kursus") with { Who = "Mads Holt" });
        var before = await MessagesAsync();

        var bySecretary = (await _chat.SayAsync(_board.Secretary, Afbud(null, null) with { Who = "Mads Holt" })).Text();
        var byChair = (await _chat.SayAsync(_board.Chair, Afbud(null, "Kursus") with { Who = "Mads Holt" })).Text();

        Assert.All([bySecretary, byChair], told => Assert.Contains("Afbuddet fra Mads Holt er registreret i forvejen", told, StringComparison.Ordinal));
        Assert.Equal(before, await MessagesAsync());
        Assert.Equal((null, "Kursus"), await StandingAsync());
    }

    [Fact]
    public async Task Afbud_WithAnotherReason_TellsTheSecretariat_ButNotTheSubstituteAgain()
    {
        await _chat.SayAsync(_board.Member, Afbud("Ulla Fremmed", "Ferie"));
        var before = await MessagesAsync();

        var told = (await _chat.SayAsync(_board.Member, Afbud(null, "Sygdom"))).Text();

        Assert.Equal(("Ulla Fremmed", "Sygdom"), await StandingAsync());
        Assert.Contains("Dit afbud er rettet", told, StringComparison.Ordinal);
        await using var db = _board.Open();
        Assert.Equal([_board.Secretary.Id], await db.Outbox.Where(row => row.Id > before && row.PersonId != null).Select(row => row.PersonId!.Value).ToListAsync());
    }

    [Fact]
    public async Task Form_HoldsWhatStands_AndWhatIsClearedInItGoes()
    {
        await _chat.SayAsync(_board.Member, Afbud("Ulla Fremmed", "Ferie"));

        var form = (await _chat.PressAsync(_board.Member, AttendanceChat.FormVerb, Ids())).Text();
        Assert.Contains("\"value\":\"Ulla Fremmed\"", form, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Ferie\"", form, StringComparison.Ordinal);
        Assert.Contains("Gem ændringen", form, StringComparison.Ordinal);
        var seat = await SeatIdAsync();
        await _chat.PressAsync(_board.Member, AttendanceChat.RegisterVerb, new { forum = Forum, meeting = Id, loaded = seat, substitute = "", reason = "" });

        Assert.Equal((null, (string?)null), await StandingAsync());
    }

    [Fact]
    public async Task Form_OfTheSecretariat_ThatShowedNothingOfTheSeat_ClearsNothing()
    {
        await _chat.SayAsync(_board.Member, Afbud("Ulla Fremmed", "Ferie"));
        var before = await MessagesAsync();

        await _chat.PressAsync(
            _board.Secretary, AttendanceChat.RegisterVerb, new { forum = Forum, meeting = Id, member = await SeatIdAsync(), substitute = "", reason = "" });

        Assert.Equal(("Ulla Fremmed", "Ferie"), await StandingAsync());
        Assert.Equal(before, await MessagesAsync());
    }

    [Fact]
    public async Task NoSubstitute_AfterTheQuestion_ClearsTheSubstituteAndKeepsTheReason()
    {
        await _chat.SayAsync(_board.Member, Afbud("Ulla Fremmed", "Ferie"));
        var asked = await _chat.SayAsync(_board.Member, Afbud("Ida Ukendt", null));

        await _chat.PressAsync(_board.Member, asked.Card(), "Ingen stedfortræder");

        Assert.Equal((null, "Ferie"), await StandingAsync());
    }

    [Fact]
    public async Task Afbud_AfterTheSubstituteHasSaidYes_KeepsThem()
    {
        await _chat.SayAsync(_board.Member, Afbud(null, null));
        await _chat.PressAsync(
            _board.Stranger, AttendanceChat.SubstituteVerb, new { forum = Forum, meeting = Id, member = await SeatIdAsync(), comes = "yes" });

        await _chat.SayAsync(_board.Member, Afbud(null, "Ferie"));

        Assert.Equal(("Ulla Fremmed", "Ferie"), await StandingAsync());
    }

    private static ChatCommand.Apology Afbud(string? substitute, string? reason) => new(null, substitute, reason, null);

    private Guid Forum => _board.Forum.Id.Value;

    private Guid Id => _meeting.Id.Value;

    private object Ids() => new { forum = Forum, meeting = Id };

    private async Task<ForumMember> SeatAsync(Application.Data.KlyngeContext db) =>
        await db.Members.SingleAsync(seat => seat.ForumId == _board.Forum.Id && seat.PersonId == _board.Member.Id);

    private async Task<Guid> SeatIdAsync()
    {
        await using var db = _board.Open();
        return (await SeatAsync(db)).Id.Value;
    }

    private async Task<(string? Substitute, string? Reason)> StandingAsync()
    {
        await using var db = _board.Open();
        var standing = await db.Apologies.SingleAsync(apology => apology.WithdrawnAt == null);
        return (standing.SubstituteName, standing.Reason);
    }

    private async Task<long> MessagesAsync()
    {
        await using var db = _board.Open();
        return await db.Outbox.Where(row => row.PersonId != null).Select(row => (long?)row.Id).MaxAsync() ?? 0;
    }
}
