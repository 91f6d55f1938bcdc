using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Agendas.Questions;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Deadlines;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Consultations;

namespace Klynge.Application.MyCases;

/// <summary>What waits for one person in all forums of theirs, and what they keep an eye on. Each list is in the order of urgency.</summary>
public sealed record Waiting
{
    /// <summary>Open cases that the person votes in and has not answered.</summary>
    public IReadOnlyList<ProcedureView> ToAnswer { get; init; } = [];

    /// <summary>Cases of other forums that the person is asked about, and has sent no remarks to.</summary>
    public IReadOnlyList<ConsultationView> ToRemark { get; init; } = [];

    /// <summary>Texts to agenda items that the person is asked for and has not sent.</summary>
    internal IReadOnlyList<ContributionView> ToContribute { get; init; } = [];

    /// <summary>Closed cases whose result waits for the person as a chair.</summary>
    public IReadOnlyList<ProcedureView> ToConfirm { get; init; } = [];

    /// <summary>Members' items that the secretariat has not answered, meeting by meeting.</summary>
    public IReadOnlyList<WaitingProposals> Proposals { get; init; } = [];

    /// <summary>What members of the forums below have asked the chairs, where the person leads the forum or is its secretariat.</summary>
    internal IReadOnlyList<QuestionView> Questions { get; init; } = [];

    /// <summary>Agendas that the person was asked to approve, as one who leads the forum.</summary>
    internal IReadOnlyList<WaitingApproval> ToApprove { get; init; } = [];

    /// <summary>Votes on cards that run at a meeting now, with the person's seat, and are not answered.</summary>
    internal IReadOnlyList<(ItemBallotView View, Sitting Sitting)> ToVote { get; init; } = [];

    /// <summary>Deadlines that have passed: all of the forum for its secretariat, their own for others.</summary>
    public IReadOnlyList<DeadlineView> Overdue { get; init; } = [];

    /// <summary>Agreements that are open and the person's to see to, by name or by role, and have not passed.</summary>
    public IReadOnlyList<DeadlineView> Agreements { get; init; } = [];

    /// <summary>Drafts in forums where the person may send them out.</summary>
    public IReadOnlyList<ProcedureView> Drafts { get; init; } = [];

    /// <summary>Open cases that the person may close, correct and remind of.</summary>
    public IReadOnlyList<ProcedureView> Running { get; init; } = [];

    /// <summary>Closed cases whose result waits for a chair, for the secretariat to know.</summary>
    public IReadOnlyList<ProcedureView> Unconfirmed { get; init; } = [];

    /// <summary>Open cases that the person has answered.</summary>
    public IReadOnlyList<ProcedureView> Answered { get; init; } = [];

    /// <summary>How many things somebody else waits for the person to do; what is only looked after does not count.</summary>
    public int Count => ToVote.Count + ToAnswer.Count + ToRemark.Count + ToContribute.Count + ToConfirm.Count + Proposals.Sum(meeting => meeting.Titles.Count) + Questions.Count + ToApprove.Count + Overdue.Count + Drafts.Count;
}
