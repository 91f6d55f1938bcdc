using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Deadlines;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>Who is to see to it may be a person, a substitute, an organisation of the forum, another forum or a group outside it.</summary>
public sealed class ResponsibleBodyTests : IAsyncLifetime
{
    private static readonly LocalDate Day = new(2026, 3, 2);
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        await using var db = _board.Open();
        (await db.Members.SingleAsync(seat => seat.PersonId == _board.Member.Id)).SubstituteIds = [_board.Stranger.Id];
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Theory]
    [InlineData("Lene Aagaard", "Lene Aagaard", false)]
    [InlineData("Ulla Fremmed", "Ulla Fremmed", false)]
    [InlineData("birkelse kommune", "Birkelse Kommune", true)]
    [InlineData("PLO", "PLO", true)]
    [InlineData("driftsforum", "Driftsforum", true)]
    [InlineData("arbejdsgruppen", "arbejdsgruppen", true)]
    [InlineData("den administrative styregruppe", "den administrative styregruppe", true)]
    [InlineData("Region Nord", "Region Nord", true)]
    [InlineData("Jammerlund Kommune", "Jammerlund Kommune", true)]
    public async Task Responsible_IsWhoIsNamed(string written, string name, bool isBody)
    {
        Assert.Contains("Notat", (await _chat.SayAsync(_board.Secretary, new ChatCommand.SetDeadline("Notat", Day, written))).Text(), StringComparison.Ordinal);

        await using var db = _board.Open();
        var deadline = await db.Deadlines.SingleAsync(one => one.Kind == DeadlineKind.Own);
        Assert.Equal(isBody ? name : null, deadline.ResponsibleBody);
        Assert.Equal(isBody ? null : name, await db.People.Where(person => person.Id == deadline.ResponsibleId).Select(person => person.Name).SingleOrDefaultAsync());
        Assert.Contains(name, (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowDeadlines(null))).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gitte Holmgaard")]
    [InlineData("Lena Aagard")]
    [InlineData("dem der ved det")]
    public async Task NameOfNobody_IsAsked(string written)
    {
        await _chat.SayAsync(_board.Secretary, new ChatCommand.SetDeadline("Notat", Day, written));

        await using var db = _board.Open();
        Assert.False(await db.Deadlines.AnyAsync(one => one.Kind == DeadlineKind.Own));
    }

    /// <summary>It is the secretariat's to be reminded of, stands in the form as it is, and a step back brings back who it was before.</summary>
    [Fact]
    public async Task Organisation_StandsChosenInTheForm_AndIsHadBackByUndo()
    {
        await _chat.SayAsync(_board.Secretary, new ChatCommand.SetDeadline("Notat", Day, "Birkelse Kommune"));
        var deadline = await DeadlineAsync();
        var form = (await _chat.PressAsync(_board.Secretary, DeadlineVerbs.EditForm, Data(deadline))).Text();
        Assert.Contains("\"value\":\"body:Birkelse Kommune\"", form, StringComparison.Ordinal);
        Assert.Contains("Notat", (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowDeadlines(null) { AreOwn = true })).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Notat", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowDeadlines(null) { AreOwn = true })).Text(), StringComparison.Ordinal);

        await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Edit, Data(deadline, "Lene Aagaard"));
        Assert.Equal((_board.OtherMember.Id, null), ((await DeadlineAsync()).ResponsibleId, (await DeadlineAsync()).ResponsibleBody));
        await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Undo, Data(await DeadlineAsync()));

        Assert.Equal((null, "Birkelse Kommune"), ((await DeadlineAsync()).ResponsibleId, (await DeadlineAsync()).ResponsibleBody));
    }

    private async Task<Deadline> DeadlineAsync()
    {
        await using var db = _board.Open();
        return await db.Deadlines.SingleAsync(one => one.Kind == DeadlineKind.Own);
    }

    private object Data(Deadline deadline, string? responsible = null) =>
        new { forum = _board.Forum.Id.Value, deadline = deadline.Id.Value, version = deadline.Version, title = deadline.Title, date = "2026-03-02", responsible };
}
