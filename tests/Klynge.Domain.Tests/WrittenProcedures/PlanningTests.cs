using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>Drafts that open by themselves. Today is Tuesday 13 January 2026; three hverdage to answer; the deadline is Friday 23 January at 12.</summary>
public sealed class PlanningTests
{
    private static readonly PlannedOpening Plan = new(Cases.Secretary);
    private readonly Forum _forum = Cases.Forum();

    [Fact]
    public void Plan_CanBeMovedAndCalledOff_AndTwiceIsOnce()
    {
        var draft = Cases.Draft(_forum);
        Assert.True(PlanAt(draft, 14, 8, 0).IsSuccess);
        Assert.Equal((At(14, 8, 0), Plan), (draft.OpensAt, draft.PlannedOpening));
        Assert.True(PlanAt(draft, 15, 0, 0).IsSuccess);
        Assert.Equal(At(15, 0, 0), draft.OpensAt);

        Assert.True(draft.PlanOpening(_forum, At(15, 0, 0), Plan, At(14, 23, 58)).IsSuccess);
        Assert.IsType<OpeningTooSoon>(draft.PlanOpening(_forum, At(15, 0, 0), Plan with { AcceptedLinks = "a" }, At(14, 23, 58)).Error);
        Assert.True(draft.CallOffOpening().IsSuccess);
        Assert.True(draft.CallOffOpening().IsSuccess);
        Assert.Equal((null, null, ProcedureStatus.Draft), (draft.OpensAt, draft.PlannedOpening, draft.Status));
    }

    [Fact]
    public void Plan_IsAtLeastFiveMinutesAhead()
    {
        var draft = Cases.Draft(_forum);

        Assert.Equal(
            "Åbningen skal ligge mindst 5 minutter fremme. Vælg et senere tidspunkt, eller send sagen ud nu.",
            draft.PlanOpening(_forum, Cases.Now + Duration.FromMinutes(5) - Duration.Epsilon, Plan, Cases.Now).Error!.Text);
        Assert.IsType<OpeningTooSoon>(PlanAt(draft, 12, 9, 0).Error);
        Assert.Null(draft.OpensAt);
        Assert.True(draft.PlanOpening(_forum, Cases.Now + Duration.FromMinutes(5), Plan, Cases.Now).IsSuccess);
    }

    /// <summary>Opened on Tuesday 20 there are three hverdage to Friday 23, which is the last day; midnight belongs to the day that begins.</summary>
    [Theory]
    [InlineData(20, 23, 59, true)]
    [InlineData(21, 0, 0, false)]
    [InlineData(22, 8, 0, false)]
    public void Plan_LeavesAsMuchTimeToAnswerAsTheForumAsksFor(int day, int hour, int minute, bool isInTime)
    {
        var draft = Cases.Draft(_forum);

        var planned = PlanAt(draft, day, hour, minute);

        Assert.Equal(isInTime, planned.IsSuccess);
        Assert.Equal(isInTime ? null : typeof(OpeningTooLate), planned.Error?.GetType());
    }

    [Fact]
    public void Plan_ThatIsTooLate_SaysFromWhenTheDeadlineCouldBe() => Assert.Equal(
        "Chefforum skal have mindst 3 hverdage til at svare. Åbner sagen på det tidspunkt, kan fristen tidligst være mandag d. 26. januar 2026. Vælg et tidligere tidspunkt, eller flyt fristen.",
        PlanAt(Cases.Draft(_forum), 21, 8, 0).Error!.Text);

    [Fact]
    public void Plan_AtOrAfterTheDeadline_IsRefused()
    {
        Assert.Equal(
            "Sagen kan ikke åbne efter sin svarfrist, som er fredag d. 23. januar 2026 kl. 12.00. Vælg et tidligere tidspunkt, eller flyt fristen.",
            PlanAt(Cases.Draft(_forum), 23, 12, 0).Error!.Text);
        Assert.IsType<OpeningTooLate>(PlanAt(Cases.Draft(_forum), 23, 11, 59).Error);
    }

    [Fact]
    public void Plan_OfAForumThatDecidesNothingInWriting_OrOfACaseThatIsOut_IsRefused()
    {
        Assert.IsType<WrittenProcedureNotAllowed>(Cases.Draft(_forum).PlanOpening(Cases.Forum(Cases.Rules with { Allowed = false }), At(14, 8, 0), Plan, Cases.Now).Error);
        var open = Cases.Open(2);
        Assert.IsType<AlreadyOpened>(PlanAt(open, 14, 8, 0).Error);
        Assert.IsType<AlreadyOpened>(open.CallOffOpening().Error);
    }

    [Fact]
    public void Open_AndWithdraw_EndThePlan()
    {
        var (opened, withdrawn) = (Cases.Draft(_forum), Cases.Draft(_forum));
        PlanAt(opened, 14, 8, 0);
        PlanAt(withdrawn, 14, 8, 0);

        Assert.True(opened.Open(_forum, Cases.Seats(_forum, 2), Cases.Text, Cases.Secretary, Cases.Now).IsSuccess);
        Assert.True(withdrawn.Withdraw(Cases.Secretary, null, Cases.Now).IsSuccess);

        Assert.All([opened, withdrawn], one => Assert.Equal((null, null), (one.OpensAt, one.PlannedOpening)));
    }

    [Fact]
    public void Missed_StaysADraftWithTheReason_UntilItIsPlannedAgain()
    {
        var draft = Cases.Draft(_forum);
        PlanAt(draft, 14, 8, 0);
        draft.MissOpening("Fristen er passeret.");
        Assert.Equal((ProcedureStatus.Draft, null, "Fristen er passeret."), (draft.Status, draft.OpensAt, draft.OpeningProblem));
        Assert.Equal(Cases.Text, draft.Case);

        PlanAt(draft, 15, 8, 0);
        Assert.Null(draft.OpeningProblem);
    }

    [Fact]
    public void Edit_KeepsThePlan_UntilTheDeadlineNoLongerAllowsIt()
    {
        var draft = Cases.Draft(_forum);
        PlanAt(draft, 19, 8, 0);
        Edit(draft, Cases.Text with { Title = "Ny titel" }, Cases.Deadline);
        Assert.Equal((At(19, 8, 0), null), (draft.OpensAt, draft.OpeningProblem));

        Edit(draft, draft.Case, At(21, 12, 0));

        Assert.Null(draft.OpensAt);
        Assert.StartsWith("Chefforum skal have mindst 3 hverdage til at svare.", draft.OpeningProblem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Notat", "https://a.example/2")]
    [InlineData("Andet", "https://a.example/1")]
    public void Edit_OfTheAttachments_CallsThePlanOff(string name, string url)
    {
        var draft = Cases.Draft(_forum);
        Edit(draft, Cases.Text with { Attachments = [new("Notat", "https://a.example/1")] }, Cases.Deadline);
        PlanAt(draft, 14, 8, 0);

        Edit(draft, draft.Case with { Attachments = [new(name, url)] }, Cases.Deadline);

        Assert.Null(draft.OpensAt);
        Assert.Equal(new AttachmentsOfPlanChanged().Text, draft.OpeningProblem);
    }

    [Fact]
    public void Edit_ToADeadlineBeforeTheOpening_CallsItOff()
    {
        var draft = Cases.Draft(_forum);
        PlanAt(draft, 19, 8, 0);

        Edit(draft, draft.Case, At(16, 12, 0));

        Assert.StartsWith("Sagen kan ikke åbne efter sin svarfrist", draft.OpeningProblem, StringComparison.Ordinal);
    }

    private static Instant At(int day, int hour, int minute) => DanishTime.ToInstant(new LocalDate(2026, 1, day), new LocalTime(hour, minute));

    private Result<Done> PlanAt(WrittenProcedure draft, int day, int hour, int minute) => draft.PlanOpening(_forum, At(day, hour, minute), Plan, Cases.Now);

    private void Edit(WrittenProcedure draft, CaseText text, Instant deadline)
    {
        var before = draft.Case;
        Assert.True(draft.Edit(text, deadline).IsSuccess);
        draft.ReviewPlan(_forum, before);
    }
}
