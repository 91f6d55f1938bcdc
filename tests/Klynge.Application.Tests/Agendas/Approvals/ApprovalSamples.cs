using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using NodaTime;
using Texts = Klynge.Application.Agendas.Approvals.Texts;

namespace Klynge.Application.Tests.Agendas.Approvals;

public sealed class ApprovalSamples : ICardSamples
{
    private const string Note = "Punkt 3 er nyt siden formødet. Vi har aftalt det med Region Fjordlandet.";
    private const string Remark = "Tag økonomien med under punkt 3, og flyt »Nyt fra driftsfora« frem.";

    private static readonly Instant Asked = DanishTime.ToInstant(new LocalDate(2026, 1, 20), new LocalTime(9, 0));
    private static readonly Instant Answered = DanishTime.ToInstant(new LocalDate(2026, 1, 20), new LocalTime(10, 12));
    private static readonly LocalDate OutBy = new(2026, 1, 27);
    private static readonly AgendaSnapshot Before = AgendaSnapshot.Of(AgendaSamples.Meeting.Time, "Teams", []);

    private static readonly AgendaView Planned = AgendaSamples.Usual with
    {
        Meeting = AgendaSamples.Meeting,
        Lines = [.. AgendaSamples.Usual.Lines.Where(line => !line.IsHidden).Select(line => line with { Mark = AgendaMark.None, Decision = null })],
    };

    private static readonly AgendaSnapshot Now = ApprovalQueries.SnapshotOf(Planned);
    private static readonly string[] Changes = ["Nyt punkt 2: »Nyt fra driftsfora«.", "Punkt 3 er ændret: »Udpegning til ledelsesprogrammet, hold 4«.", Texts.Reordered];

    public string Feature => "approvals";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("notice", ApprovalCard.Notice(With(Ida(), Bo()), Ida(), [], OutBy));
        yield return new("reminder", ApprovalCard.Notice(With(Ida(), Bo(ApprovalAnswer.Approved)), Ida(), [], OutBy, isReminder: true));
        yield return new("asked", ApprovalCard.Build(With(Ida(), Bo(ApprovalAnswer.SentBack)), Ida(), []));
        yield return new("outdated", ApprovalCard.Build(With(Ida(before: true)), Ida(before: true), Changes));
        yield return new("read-otherwise", ApprovalCard.Build(With(Ida()), Ida(), [], told: Texts.ReadOtherwise));
        yield return new("approved", ApprovalCard.Build(With(Ida(ApprovalAnswer.Approved)), Ida(ApprovalAnswer.Approved), [], told: Texts.YouApproved));
        yield return new("sent-back", ApprovalCard.Build(With(Ida(ApprovalAnswer.SentBack)), Ida(ApprovalAnswer.SentBack), [], told: Texts.YouSentBack));
        yield return new("asked-awkward", ApprovalCard.Build(
            Of(AgendaSamples.AwkwardText, [Awkward()]), Awkward(), [.. Enumerable.Repeat($"Nyt punkt 1: »{AgendaSamples.Awkward}«.", 30)], typed: AgendaSamples.Awkward));
        yield return new("asked-page-of-many", ApprovalCard.Build(Of(AgendaSamples.ThreeHundred, [Ida()]), Ida(), [], page: 3));
        yield return new("over", ApprovalCard.Over(With(Ida())));
        yield return new("form", ApprovalForm.Build(With(NotAsked(Ida()), NotAsked(Bo())), []));
        yield return new("form-waiting", ApprovalForm.Build(With(Ida(ApprovalAnswer.Approved), Bo() with { IsReached = false }), [], Texts.Asked(new AskedApproval(["medformand Bo Ørum"]))));
        yield return new("form-changed", ApprovalForm.Build(With(Ida(before: true), Bo(ApprovalAnswer.SentBack)), Changes));
        yield return new("form-approved", ApprovalForm.Build(With(Ida(ApprovalAnswer.Approved), Bo(ApprovalAnswer.Approved)), []));
        yield return new("form-nobody", ApprovalForm.Build(With(), []));
        yield return new("form-empty", ApprovalForm.Build(Of(AgendaSamples.Empty, [NotAsked(Ida())]), []));
        yield return new("form-awkward", ApprovalForm.Build(Of(AgendaSamples.AwkwardText, [Awkward() with { IsReached = false }]), [AgendaSamples.Awkward], typed: AgendaSamples.Awkward));
        yield return new("record", ApprovalForm.Record(With(Bo() with { IsReached = false }), Bo() with { IsReached = false }));
        yield return new("record-wrong", ApprovalForm.Record(With(Bo() with { IsReached = false }), Bo() with { IsReached = false }, " ", new RemarkMissing().Text));
        yield return new("agenda-record", AgendaCard.Build(With(Ida(ApprovalAnswer.Approved), Bo() with { IsReached = false }), AgendaSamples.Secretariat));
        yield return new("told-approved", ApprovalNotices.Answered(AgendaSamples.Meeting, Approval(Ida(ApprovalAnswer.Approved), Bo(ApprovalAnswer.Approved)), Ida(ApprovalAnswer.Approved)));
        yield return new("told-one-of-two", ApprovalNotices.Answered(AgendaSamples.Meeting, Approval(Ida(ApprovalAnswer.Approved), Bo()), Ida(ApprovalAnswer.Approved)));
        yield return new("told-sent-back", ApprovalNotices.Answered(AgendaSamples.Meeting, Approval(Ida(ApprovalAnswer.SentBack), Bo()), Ida(ApprovalAnswer.SentBack)));
        yield return new("agenda-secretariat", AgendaCard.Build(With(Ida(ApprovalAnswer.Approved), Bo()), AgendaSamples.Secretariat));
        yield return new("agenda-chair", AgendaCard.Build(With(Ida()), new AgendaAudience { Closed = ClosedReader.Everything, Approves = true, Proposes = true, OwnSeats = [Ida().MemberId] }));
        yield return new("agenda-nobody", AgendaCard.Build(With(), AgendaSamples.Secretariat));
    }

    private static ApprovalLine Ida(ApprovalAnswer? answer = null, bool before = false) => Chair(1, "Ida Holm", Role.Chair, answer, before);

    private static ApprovalLine Bo(ApprovalAnswer? answer = null) => Chair(2, "Bo Ørum", Role.CoChair, answer, before: false);

    private static ApprovalLine Awkward() => Chair(1, AgendaSamples.Awkward, Role.Chair, ApprovalAnswer.SentBack, before: false, AgendaSamples.Awkward);

    private static ApprovalLine NotAsked(ApprovalLine chair) => chair with { Approval = null, State = ApprovalState.NotAsked };

    private static ApprovalLine Chair(int number, string name, Role role, ApprovalAnswer? answer, bool before, string? remark = null)
    {
        var person = new PersonId(AgendaSamples.Id(800 + number));
        var row = new AgendaApproval
        {
            Id = new AgendaApprovalId(AgendaSamples.Id(820 + number)),
            ForumId = AgendaSamples.Meeting.ForumId,
            MeetingId = AgendaSamples.Meeting.Id,
            PersonId = person,
        };
        row.Ask(before ? Before : Now, person, number == 1 ? remark ?? Note : null, Asked);
        if (before)
            row.Approve(Before, Before.Mark, null, Answered);
        else if (answer == ApprovalAnswer.Approved)
            row.Approve(Now, Now.Mark, null, Answered);
        else if (answer == ApprovalAnswer.SentBack)
            row.SendBack(remark ?? Remark, null, Answered);

        return new ApprovalLine(new MemberId(AgendaSamples.Id(810 + number)), person, name, role, row, row.StateOf(Now), RecordedBy: null, IsReached: true);
    }

    private static AgendaView With(params IReadOnlyList<ApprovalLine> chairs) => Of(Planned, chairs);

    private static AgendaView Of(AgendaView view, IReadOnlyList<ApprovalLine> chairs) => view with { Approval = Approval(chairs) };

    private static ApprovalView Approval(params IReadOnlyList<ApprovalLine> chairs) => new() { Rule = AgendaApprovalRule.CoChairs, Agenda = Now, Chairs = chairs };
}
