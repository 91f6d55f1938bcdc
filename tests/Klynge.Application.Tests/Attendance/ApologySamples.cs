using Klynge.Application.Attendance;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Attendance;

/// <summary>The cards of apologies with fixed ids.</summary>
public sealed class ApologySamples : ICardSamples
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    private readonly Forum _forum = SampleRecords.Forum();
    private readonly Meeting _meeting;
    private readonly Meeting _next;
    private readonly ForumMember _seat;

    public ApologySamples()
    {
        _meeting = SampleRecords.Meeting(_forum);
        _next = SampleRecords.NextMeeting(_forum);
        _seat = SampleRecords.Seat(_forum, "Tina Lund", "Birkelse Kommune", substitute: "Bo Friis");
    }

    public string Feature => "attendance";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("confirmation", ApologyCards.Confirmation(State(isOwn: true)));
        yield return new("said-before", ApologyCards.Confirmation(State(isOwn: true) with { IsNew = false, IsChanged = false }));
        yield return new("confirmation-awkward", ApologyCards.Confirmation(State(true, "<at>Bo</at> **Friis**", "Se [her](https://x.example)\n# Ø 🙂 <b>")));
        yield return new("withdrawn", ApologyCards.Confirmation(State(isOwn: true, withdrawn: true)));
        yield return new("for-secretariat", ApologyCards.ForSecretariat(State(isOwn: false, missingSector: "almen praksis")));
        yield return new("for-substitute", ApologyCards.ForSubstitute(State(true, "Bo Friis")));
        yield return new("from-calendar", ApologyCards.FromCalendar(State(isOwn: true, source: ApologySource.Calendar)));
        yield return new("from-calendar-for-secretariat", ApologyCards.ForSecretariat(State(isOwn: false, source: ApologySource.Calendar)));
        yield return new("from-calendar-asked", ApologyCards.FromCalendar(State(isOwn: true, source: ApologySource.Calendar, asked: true)));
        yield return new("from-calendar-asked-for-secretariat", ApologyCards.ForSecretariat(State(isOwn: false, source: ApologySource.Calendar, asked: true, missingSector: "almen praksis")));
        yield return new("substitute-ask", SubstituteCards.Ask(State(isOwn: false, source: ApologySource.Calendar, asked: true)));
        yield return new("substitute-yes", SubstituteCards.Answered(State(isOwn: false, "Bo Friis", source: ApologySource.Calendar, asked: true)));
        yield return new("substitute-no", SubstituteCards.Answered(State(isOwn: false, source: ApologySource.Calendar, asked: true)));
        yield return new("substitute-yes-for-member", SubstituteCards.ForMember(State(isOwn: false, "Bo Friis", source: ApologySource.Calendar, asked: true)));
        yield return new("substitute-no-for-member", SubstituteCards.ForMember(Refused()));
        yield return new("substitute-no-next-for-member", SubstituteCards.ForMember(State(isOwn: false, source: ApologySource.Calendar, asked: true)));
        yield return new("substitute-yes-for-secretariat", SubstituteCards.ForSecretariat(State(isOwn: false, "Bo Friis", source: ApologySource.Calendar, asked: true)));
        yield return new("substitute-no-for-secretariat", SubstituteCards.ForSecretariat(Refused("almen praksis")));
        yield return new("substitute-no-next-for-secretariat", SubstituteCards.ForSecretariat(State(isOwn: false, source: ApologySource.Calendar, asked: true, missingSector: "almen praksis")));
        yield return new("substitute-not-needed", SubstituteCards.NotNeeded(State(isOwn: false, "Ida Lund")));
        yield return new("contradicted", ApologyCards.Contradicted(State(isOwn: true)));
        yield return new("form", ApologyCards.Form(_forum, _meeting, _seat, [], State(isOwn: true, "Bo Friis", "Kursus").Apology));
        yield return new("form-for-secretariat", ApologyCards.Form(_forum, _meeting, null, [_seat], standing: null));
        yield return new("which-meeting", ApologyQuestions.Which([Place(true), Place(true)], AttendanceChat.RegisterVerb, new ApologyDraft("Bo", null)));
        yield return new("whose", ApologyQuestions.Which([Place(false), Place(false, "Jens Holm (Egholt Kommune)")], AttendanceChat.RegisterVerb, ApologyDraft.Empty));
        yield return new("who-is-unknown", ApologyQuestions.Who(new WhoUnknown("Tine Lund", "Chefforum", [Place(false)]), ApologyDraft.Empty));
        yield return new("confirm", ApologyQuestions.Confirm(Place(true), new ApologyDraft("Bo Friis", "kursus"), unread: null));
        yield return new("confirm-unread", ApologyQuestions.Confirm(Place(false), ApologyDraft.Empty, "Se [her](https://x.example) <b>"));
        yield return new("confirm-withdrawal", ApologyQuestions.ConfirmWithdrawal(Place(true)));
        yield return new("confirm-all", ApologyQuestions.ConfirmAll([[Place(true), Place(true) with { Meeting = _next }]], new ApologyDraft("Bo Friis", "kursus"), unread: null));
        yield return new("confirm-all-unread", ApologyQuestions.ConfirmAll([[Place(true), Place(true) with { Meeting = _next }]], ApologyDraft.Empty, "Se [her](https://x.example) <b>"));
        yield return new("confirm-withdrawal-of-all", ApologyQuestions.ConfirmWithdrawalOfAll([Place(false), Place(false), Place(false)]));
        yield return new("registered-for-all", ApologyCards.ConfirmationOfAll([State(isOwn: true, "Bo Friis", "Kursus"), State(isOwn: true, "Bo Friis", "Kursus") with { Meeting = _next }]));
        yield return new("withdrawn-from-all", ApologyCards.ConfirmationOfAll([State(isOwn: true, withdrawn: true), State(isOwn: true, withdrawn: true) with { Meeting = _next }]));
        yield return new("substitute-comes-after-all", ApologyCards.ForSubstitute(State(isOwn: false, withdrawn: true)));
        yield return new("substitute-too-late", SubstituteCards.TooLate(State(isOwn: false, asked: true)));
        yield return new("which-substitute", ApologyQuestions.WhichSubstitute(
            new SubstituteUnknown("Ida Lund", "Tina Lund", IsOwn: true, Own: "Bo Friis"), new(_forum.Id, _meeting.Id, null, "Ida Lund", "kursus"), _seat.PersonId));
    }

    private ApologySeat Place(bool isOwn, string label = "Tina Lund") => new(_forum, _meeting, _seat, label, isOwn);

    private ApologyState Refused(string? missingSector = null)
    {
        var state = State(isOwn: false, source: ApologySource.Calendar, asked: true, missingSector: missingSector);
        Assert.True(state.Apology.AnswerAsSubstitute(_seat.SubstitutePeople[0], comes: false, Now).IsSuccess);
        return state;
    }

    private ApologyState State(bool isOwn, string? substitute = null, string? reason = null, bool withdrawn = false, string? missingSector = null, ApologySource source = ApologySource.Member, bool asked = false)
    {
        var apology = Apology.Register(_meeting.Id, _seat.Id, source, Now);
        apology.Detail(null, substitute, reason);
        if (asked)
            apology.Ask(_seat.SubstituteIds[0]);

        if (withdrawn)
            apology.Withdraw(Now);

        var quorum = new Quorum(13, 12, 7, missingSector is null ? [] : [missingSector]);
        return new(_forum, _meeting, _seat, apology, quorum, IsNew: true, isOwn);
    }
}
