using Klynge.Application.Agendas.Votes;
using Klynge.Application.Deadlines;
using Klynge.Application.Meetings;
using Klynge.Application.MyCases;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Workspace.Acts;
using NodaTime;
using Words = Klynge.Application.WrittenProcedures.Texts;

namespace Klynge.Workspace.Parts;

/// <summary>What waits for somebody, in the words and the order of the card of »mine sager«.</summary>
internal static class WaitingRows
{
    internal static IReadOnlyList<RowGroup> Of(Waiting waiting, Instant now)
    {
        var today = DanishTime.ToDanish(now).Date;
        return
        [
            new(VoteTexts.WaitForYou, [.. waiting.ToVote.Select(one => new Row(
                $"{one.View.Forum}: {one.View.Content.Title}", WorkspaceTexts.InYourChat, $"/moeder/{one.View.Meeting.Value}"))]),
            Cases(Application.MyCases.Texts.ToAnswer, waiting.ToAnswer, view => Words.AnswerByWithDaysLeft(view.Deadline, now)),
            new(Application.MyCases.Texts.ToRemark, [.. waiting.ToRemark.Select(one => new Row(
                $"{one.Asked}: {one.Case.Title}", $"{Words.AnswerByWithDaysLeft(one.Deadline, now)}. {WorkspaceTexts.InYourChat}"))]),
            new(Application.MyCases.Texts.ToContribute, [.. waiting.ToContribute.Select(one => new Row(
                $"{one.Forum}: {one.NoticeTitle}", $"Senest {DanishFormat.Date(one.DueOn)}. {WorkspaceTexts.InYourChat}"))]),
            Cases(Application.MyCases.Texts.ToConfirm, waiting.ToConfirm, ResultOf),
            new(Application.Agendas.Approvals.Texts.WaitForYou, [.. waiting.ToApprove.Select(one => OfMeeting(one.Forum, one.MeetingId, one.Time, WorkspaceTexts.InYourChat))]),
            new(Application.MyCases.Texts.Proposals, [.. waiting.Proposals.Select(one => OfMeeting(one.Forum, one.MeetingId, one.Time, string.Join(" · ", one.Titles)))]),
            new(Application.Agendas.Questions.Texts.Waiting, [.. waiting.Questions.Select(one => new Row($"{one.Forum}: spørgsmål fra {one.From}", WorkspaceTexts.InYourChat))]),
            new(Application.MyCases.Texts.Overdue, [.. waiting.Overdue.Select(view => Deadline(view, today))]),
            new(Application.MyCases.Texts.Agreements, [.. waiting.Agreements.Select(view => Deadline(view, today))]),
            Cases(Application.MyCases.Texts.Drafts, waiting.Drafts, view => Words.AnswerBy(view.Deadline)),
            Cases(Application.MyCases.Texts.Running, waiting.Running, view => $"{Words.Answered(view.Answered, view.Seats.Count)} · {Words.AnswerByWithDaysLeft(view.Deadline, now)}"),
            Cases(Application.MyCases.Texts.Unconfirmed, waiting.Unconfirmed, ResultOf),
            Cases(Application.MyCases.Texts.Answered, waiting.Answered, view => DanishFormat.Capitalised(Words.MayChange(view.Ends, today))),
        ];
    }

    /// <summary>An agenda that is not what it was when it was read.</summary>
    internal static Row Changed(ChangedAgenda changed) =>
        new($"{changed.Meeting.Forum}, {WorkspaceTexts.When(changed.Meeting)}", WorkspaceTexts.Changes(changed.Count), $"/moeder/{changed.Meeting.Id.Value}");

    /// <summary>A deadline in a list; the day, whose it is, and in words that it has passed.</summary>
    internal static Row Deadline(DeadlineView view, LocalDate today)
    {
        var isLate = view.IsOverdue(today);
        var facts = new[]
        {
            Application.Deadlines.Texts.When(view, today),
            isLate ? WorkspaceTexts.OverdueMark : null,
            view.IsHidden ? Application.Deadlines.Texts.ClosedMore : Application.Deadlines.Texts.Responsible(view),
        };
        return new Row($"{view.Forum}: {view.Title}", string.Join(" · ", facts.OfType<string>()), AddressOf(view))
        {
            IsLate = isLate,
            Act = view is { IsHidden: false, MayChange: true } ? new RowAct(DeadlineActs.Finish(view.ForumId, view.Id, view.Version), Application.Deadlines.Texts.Finish) : null,
        };
    }

    private static string? AddressOf(DeadlineView view) => view switch
    {
        { IsHidden: true } => null,
        { ProcedureId: { } procedure } => $"/sager/{procedure.Value}",
        { MeetingId: { } meeting } => $"/moeder/{meeting.Value}",
        _ => null,
    };

    private static RowGroup Cases(string heading, IReadOnlyList<ProcedureView> cases, Func<ProcedureView, string> facts) =>
        new(heading, [.. cases.Select(view => new Row($"{view.Forum}: {view.Case.Title}", facts(view), $"/sager/{view.Id.Value}"))]);

    private static Row OfMeeting(string forum, MeetingId meeting, MeetingTime time, string facts) =>
        new($"{forum}, {CardParts.When(time)}", facts, $"/moeder/{meeting.Value}");

    private static string ResultOf(ProcedureView view) => DanishFormat.Capitalised(Words.Result(view.Outcome!.Value));
}
