using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Deadlines;
using Klynge.Application.MyCases;
using Klynge.Application.Tests.Agendas.Questions;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.MyCases;

/// <summary>»mine sager« of a member, of a chair, of a secretary, and of one who has too much of everything for one card.</summary>
public sealed class MyCasesSamples : ICardSamples
{
    private static readonly LocalDate Today = new(2026, 4, 21);
    private static readonly Instant Now = Domain.Calendar.DanishTime.ToInstant(Today, new LocalTime(9, 14));
    private static readonly ForumId Forum = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly ProcedureView Open = ProcedureSamples.View(ProcedureSamples.Usual, answered: 2);
    private static readonly ProcedureView Draft = Open with { Status = ProcedureStatus.Draft };
    private static readonly ProcedureView Result = ProcedureSamples.Closed(Open, Outcome.NoQuorum);

    public string Feature => "my-cases";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("none", MyCasesCard.Build(new Waiting(), Now));
        yield return new("member", MyCasesCard.Build(new Waiting { ToAnswer = [Open], ToRemark = [Hearing(ProcedureSamples.Usual)], Answered = [Open] }, Now));
        yield return new("chair", MyCasesCard.Build(new Waiting { ToAnswer = [Open], ToConfirm = [Result], ToApprove = [Approval("Chefforum")], Running = [Open] }, Now));
        yield return new("secretary", MyCasesCard.Build(new Waiting
        {
            Proposals = [Proposals("Fælles vagtplan", "Budget for 2027")],
            Questions = [QuestionSamples.View()],
            Overdue = [Overdue("Udpegning til ledelsesprogrammet"), Overdue("**Fed** <at>Alle</at> [link](https://x.example)")],
            Drafts = [Draft],
            Running = [Open],
            Unconfirmed = [Result],
        }, Now));
        var awkward = ProcedureSamples.View(ProcedureSamples.Awkward, answered: 2);
        yield return new("awkward", MyCasesCard.Build(new Waiting
        {
            ToAnswer = [.. Enumerable.Repeat(awkward, 12)],
            ToRemark = [.. Enumerable.Repeat(Hearing(ProcedureSamples.Awkward), 12)],
            ToConfirm = [.. Enumerable.Repeat(ProcedureSamples.Closed(awkward, Outcome.Adopted), 12)],
            Proposals = [.. Enumerable.Repeat(Proposals(awkward.Case.Title, awkward.Case.Title, awkward.Case.Title), 12)],
            ToApprove = [.. Enumerable.Repeat(Approval(awkward.Case.Title), 12)],
            Questions = [.. Enumerable.Repeat(QuestionSamples.View(awkward.Case.Title) with { Asker = awkward.Case.Title }, 12)],
            Overdue = [.. Enumerable.Repeat(Overdue(awkward.Case.Title), 33)],
            Drafts = [.. Enumerable.Repeat(awkward with { Status = ProcedureStatus.Draft }, 12)],
            Running = [.. Enumerable.Repeat(awkward, 12)],
            Unconfirmed = [.. Enumerable.Repeat(ProcedureSamples.Closed(awkward, Outcome.Adopted), 12)],
            Answered = [.. Enumerable.Repeat(awkward, 12)],
        }, Now));
    }

    private static ConsultationView Hearing(CaseText text) => new(new ConsultationId(new Guid(7, 0, 0, new byte[8])), "Driftsforum", "Chefforum", text, Now + Duration.FromDays(3));

    private static WaitingApproval Approval(string forum) =>
        new(Forum, forum, new MeetingId(new Guid(8, 0, 0, new byte[8])), new MeetingTime(new LocalDate(2026, 5, 12), new LocalTime(14, 0), new LocalTime(16, 0)));

    private static WaitingProposals Proposals(params string[] titles) => new(
        Forum, "Chefforum", new MeetingId(new Guid(8, 0, 0, new byte[8])), new MeetingTime(new LocalDate(2026, 5, 12), new LocalTime(14, 0), new LocalTime(16, 0)), titles, Now);

    private static DeadlineView Overdue(string title) => new()
    {
        Id = new DeadlineId(new Guid(9, 0, 0, new byte[8])),
        ForumId = Forum,
        Forum = "Chefforum",
        Board = "Sundhedsråd Fjordlandet",
        Title = title,
        Date = Today.PlusDays(-4),
        Kind = DeadlineKind.Own,
        Status = DeadlineStatus.Open,
        Version = 1,
        Responsible = "Mads Holt",
        MayChange = true,
        MayRemind = true,
    };
}
