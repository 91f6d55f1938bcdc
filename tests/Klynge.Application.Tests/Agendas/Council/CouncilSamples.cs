using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Council.Impartiality;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Council;

public sealed class CouncilSamples : ICardSamples
{
    private const string Board = "Sundhedsråd Fjordlandet";
    private static readonly LegalSwitch Dissent = new(true, "Kommunestyrelsesloven § 13, stk. 2");
    private static readonly LegalSwitch Stop = new(true, "Kommunestyrelsesloven § 23");
    private static readonly string Long = string.Join("\n\n", Enumerable.Repeat(AgendaSamples.Awkward, 6));

    public string Feature => "council";

    public IEnumerable<CardSample> Samples()
    {
        var held = AgendaSamples.Sent with { Status = MeetingStatus.InProgress };
        var own = Opinion("Jeg finder, at planen skal i høring, før den vedtages.");
        yield return new("dissent-form", CouncilCards.DissentForm(held, AgendaSamples.Nomination, Dissent, own: null));
        yield return new("dissent-form-again", CouncilCards.DissentForm(held, AgendaSamples.Nomination, new LegalSwitch(true), own with { GoesAlong = true, Reason = Long }));
        yield return new("dissent-saved", CouncilCards.DissentSaved(held, AgendaSamples.Nomination, own, CouncilTexts.Saved));
        yield return new("dissent-taken-back", CouncilCards.DissentSaved(held, AgendaSamples.Nomination, own: null, CouncilTexts.TakenBack));
        yield return new("stop-ask", CouncilCards.StopAsk(held, Decided(), Stop));
        yield return new("stopped", CouncilCards.Stopped(held, Decided()));
        var view = AgendaSamples.Usual with { Meeting = held, AllowsDissent = true, AllowsStop = true };
        yield return new("item-of-member", ItemCard.Build(view, Decided(), new AgendaAudience { IsMember = true, Proposes = true }));
        yield return new("impartiality", ImpartialityCards.Show(held, AgendaSamples.Nomination, new MemberId(AgendaSamples.Id(861)), decides: false));
        yield return new("impartiality-decides", ImpartialityCards.Show(held, Asked("Karen Ravn", "Mads Holt", "Bo Friis"), ownSeat: null, decides: true, ImpartialityTexts.Raised));
        yield return new("impartiality-awkward", ImpartialityCards.Show(held, Asked([.. Enumerable.Repeat(AgendaSamples.Awkward, 12)]), ownSeat: null, decides: true));
        yield return new("impartiality-form", ImpartialityCards.Form(held, AgendaSamples.Nomination, [Sitting("Karen Ravn"), Sitting(AgendaSamples.Awkward)]));
        var id = new ChairDecisionId(AgendaSamples.Id(870));
        yield return new("chair-form", ChairDecisionCards.Form(Forum(), Board, title: null, id, isDeputy: false));
        yield return new("chair-form-deputy", ChairDecisionCards.Form(Forum(), Board, "Forlængelse af lejemålet", id, isDeputy: true));
        yield return new("chair-instead", ChairDecisionCards.Instead(Forum(), Board, "Sundhedsråd Nord afgør ikke sager skriftligt efter sin forretningsorden. Sæt sagen på dagsordenen i stedet.", mayDecide: true));
        yield return new("chair-instead-member", ChairDecisionCards.Instead(Forum(), Board, "Sundhedsråd Nord afgør ikke sager skriftligt efter sin forretningsorden. Sæt sagen på dagsordenen i stedet.", mayDecide: false));
        yield return new("chair-made", ChairDecisionCards.Made(new MadeDecision(Decision(), 19, Next()), Forum(), Board));
        yield return new("chair-made-no-meeting", ChairDecisionCards.Made(new MadeDecision(Decision(), 0, Meeting: null), Forum(), Board));
        yield return new("notice", ChairDecisionCards.Notice(Decision(), Forum(), Board, ChairDecisionTexts.Heading));
        yield return new("notice-closed", ChairDecisionCards.Notice(Decision(isClosed: true), Forum(), Board, ChairDecisionTexts.Heading));
        yield return new("notice-awkward", ChairDecisionCards.Notice(Decision(text: Long), Forum(AgendaSamples.Awkward), AgendaSamples.Awkward, ChairDecisionTexts.Heading));
        yield return new("called-in", ChairDecisionCards.Notice(CalledIn(), Forum(), Board, ChairDecisionTexts.CalledInHeading));
        yield return new("show", ChairDecisionCards.Show(Decision(), Forum(), Board, Next(), mayCallIn: true));
        yield return new("show-secretariat", ChairDecisionCards.Show(Decision(), Forum(), Board, Next(), mayCallIn: false));
        yield return new("show-called-in", ChairDecisionCards.Show(CalledIn(), Forum(), Board, Next(), mayCallIn: true, ChairDecisionTexts.CalledIn));
    }

    private static DissentingOpinion Opinion(string text) => new(new DissentId(AgendaSamples.Id(860)), new MemberId(AgendaSamples.Id(861)), "Karen Ravn", text, At(10, 32))
    {
        Party = "A",
        Forum = "Sundhedsråd Nord",
        Date = new LocalDate(2026, 1, 13),
    };

    private static AgendaLine Asked(params string[] names) => AgendaSamples.Nomination with
    {
        Content = AgendaSamples.Nomination.Content with
        {
            Impartiality = [.. names.Select((name, index) => new ImpartialityQuestion(new MemberId(AgendaSamples.Id(880 + index)), name, At(10, 0))
            {
                RaisedBy = index == 1 ? "Lene Aagaard" : null,
                Outcome = index switch { 0 => null, 1 => ImpartialityOutcome.Recused, _ => ImpartialityOutcome.TakesPart },
            })],
        },
    };

    private static Sitting Sitting(string name) => new(
        new ForumMember { Id = new MemberId(AgendaSamples.Id(861)), ForumId = AgendaSamples.Meeting.ForumId, PersonId = new PersonId(AgendaSamples.Id(801)), Role = Role.Member, HasVote = true, Organisation = "Region Fjordlandet", Sector = "region", From = new LocalDate(2025, 1, 1), Order = 1 },
        name);

    private static AgendaLine Decided() => AgendaSamples.Nomination with
    {
        Decision = "Indstillingen blev godkendt.",
        Content = AgendaSamples.Nomination.Content with
        {
            Dissents = [Opinion("Jeg finder, at planen skal i høring, før den vedtages."), Opinion("For dyrt.") with { CameAlong = true, GoesAlong = true, Reason = "Pengene er brugt." }],
            Stops = [new ExecutionStop(new MemberId(AgendaSamples.Id(861)), "Karen Ravn", At(10, 40)) { Party = "A", Source = Stop.Source }],
        },
    };

    private static ChairDecision Decision(bool isClosed = false, string? text = null) => new()
    {
        Id = new ChairDecisionId(AgendaSamples.Id(870)),
        ForumId = AgendaSamples.Meeting.ForumId,
        Title = text is null ? "Forlængelse af lejemålet" : AgendaSamples.Awkward,
        Decision = text ?? "Lejemålet i sundhedshuset forlænges et år på uændrede vilkår.",
        Reason = text ?? "Udlejeren skal have svar, før rådet mødes.",
        Ground = ChairGround.CannotWait,
        IsClosed = isClosed,
        MadeById = new PersonId(AgendaSamples.Id(801)),
        MadeBy = "Karen Ravn",
        MadeAt = At(9, 14),
    };

    private static ChairDecision CalledIn()
    {
        var decision = Decision();
        decision.CallIn(new PersonId(AgendaSamples.Id(802)), "Mads Holt", At(12, 5));
        return decision;
    }

    private static Meeting Next() => SampleRecords.NextMeeting(Forum());

    private static Forum Forum(string name = "Sundhedsråd Nord")
    {
        var forum = SampleRecords.Forum(name);
        forum.Rules = forum.Rules with { ChairDecision = new LegalSwitch(true, "Kommunestyrelsesloven § 22, stk. 2") };
        return forum;
    }

    private static Instant At(int hour, int minute) => DanishTime.ToInstant(new LocalDate(2026, 1, 13), new LocalTime(hour, minute));
}
