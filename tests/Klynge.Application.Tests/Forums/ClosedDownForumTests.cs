using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

/// <summary>A forum that is closed down keeps its history and takes nothing new, from nobody: it is answered as one that there is not.</summary>
public sealed class ClosedDownForumTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _meeting = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _meeting = await _board.AddMeetingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ForumThatIsClosedDown_TakesNothingNew_ByUseCase(bool bySystem)
    {
        await CloseDownAsync();
        var caller = bySystem ? Caller.Of(new JobRight("all", Enum.GetValues<Permission>())) : TestBoard.As(_board.Secretary);
        var time = new MeetingTime(new LocalDate(2026, 3, 3), new LocalTime(14, 0), new LocalTime(16, 0));
        var before = await RowsAsync();

        Error?[] refused =
        [
            (await _chat.Get<SetDeadline>().HandleAsync(caller, new(_board.Forum.Id, "Frist", new LocalDate(2026, 3, 1), null), default)).Error,
            (await _chat.Get<ScheduleMeeting>().HandleAsync(caller, new(_board.Forum.Id, time, null), default)).Error,
            (await _chat.Get<BeginMeeting>().HandleAsync(caller, new(_board.Forum.Id, _meeting.Id, IsSure: true), default)).Error,
            (await _chat.Get<CancelMeeting>().HandleAsync(caller, new(_board.Forum.Id, _meeting.Id, "Nedlagt"), default)).Error,
            (await _chat.Get<AddItem>().HandleAsync(caller, new(_board.Forum.Id, _meeting.Id, new AgendaItemContent { Title = "Punkt" }), default)).Error,
            (await _chat.Get<SendAgenda>().HandleAsync(caller, new(_board.Forum.Id, _meeting.Id), default)).Error,
            (await _chat.Get<CreateCalendarLink>().HandleAsync(caller, _board.Forum.Id, default)).Error,
            (await _chat.Get<SaveProcedureDraft>().HandleAsync(caller, new(_board.Forum.Id, Procedure: null, Item: null, ProcedureFixture.Form), default)).Error,
        ];

        Assert.All(refused, error => Assert.IsType<ForumNotFound>(error));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task ForumThatIsClosedDown_TakesNothingNew_ByButton_AndIsReadAsBefore()
    {
        var set = await _chat.Get<SetDeadline>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, "Frist", new LocalDate(2026, 3, 1), null), default);
        await CloseDownAsync();
        var data = new { forum = _board.Forum.Id.Value, meeting = _meeting.Id.Value, title = "Nyt", date = "2026-03-01", deadline = set.Value.Value, version = 1 };

        foreach (var verb in new[] { (string)DeadlineVerbs.Set, DeadlineVerbs.Form, AgendaVerbs.Add, AgendaVerbs.AddForm, AgendaVerbs.Send, "procedure.form" })
            (await _chat.PressAsync(_board.Secretary, verb, data)).Refused<ForumNotFound>();

        Assert.Contains("Frist", (await _chat.PressAsync(_board.Member, DeadlineVerbs.Show, data)).Text(), StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Member, AgendaVerbs.Show, data)).Card();
        (await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Finish, data)).Card();
        await using var db = _board.Open();
        Assert.Equal(DeadlineStatus.Done, (await db.Deadlines.SingleAsync(one => one.Id == set.Value)).Status);
    }

    private async Task CloseDownAsync()
    {
        await using var db = _board.Open();
        (await db.Forums.SingleAsync(forum => forum.Id == _board.Forum.Id)).IsClosed = true;
        await db.SaveChangesAsync();
    }

    private async Task<string> RowsAsync()
    {
        await using var db = _board.Open();
        var meeting = await db.Meetings.SingleAsync(one => one.Id == _meeting.Id);
        return $"{await db.Deadlines.CountAsync()} {await db.Meetings.CountAsync()} {meeting.Status} {await db.AgendaItems.CountAsync()} {await db.WrittenProcedures.CountAsync()} {await db.CalendarFeeds.CountAsync()} {await db.Outbox.CountAsync()}";
    }
}
