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
    private readonly ForumMember _seat;

    public ApologySamples()
    {
        _meeting = SampleRecords.Meeting(_forum);
        _seat = SampleRecords.Seat(_forum, "Tina Lund", "Birkelse Kommune", substitute: "Bo Friis");
    }

    public string Feature => "attendance";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("confirmation", ApologyCards.Confirmation(State(isOwn: true)));
        yield return new("confirmation-awkward", ApologyCards.Confirmation(State(true, "<at>Bo</at> **Friis**", "Se [her](https://x.example)\n# Ø 🙂 <b>")));
        yield return new("withdrawn", ApologyCards.Confirmation(State(isOwn: true, withdrawn: true)));
        yield return new("for-secretariat", ApologyCards.ForSecretariat(State(isOwn: false, missingSector: "almen praksis")));
        yield return new("for-substitute", ApologyCards.ForSubstitute(State(true, "Bo Friis")));
        yield return new("from-calendar", ApologyCards.FromCalendar(State(isOwn: true, source: ApologySource.Calendar)));
        yield return new("from-calendar-for-secretariat", ApologyCards.ForSecretariat(State(isOwn: false, source: ApologySource.Calendar)));
        yield return new("contradicted", ApologyCards.Contradicted(State(isOwn: true)));
        yield return new("form", ApologyCards.Form(_forum, _meeting, _seat, [], hasApology: true));
        yield return new("form-for-secretariat", ApologyCards.Form(_forum, _meeting, null, [_seat], hasApology: false));
        yield return new("which-meeting", ApologyCards.Choose([(_forum, _meeting), (_forum, _meeting)], "Hvilket møde melder du afbud til?", AttendanceChat.RegisterVerb, "Bo", null));
    }

    private ApologyState State(bool isOwn, string? substitute = null, string? reason = null, bool withdrawn = false, string? missingSector = null, ApologySource source = ApologySource.Member)
    {
        var apology = Apology.Register(_meeting.Id, _seat.Id, source, Now);
        apology.Detail(null, substitute, reason);
        if (withdrawn)
        {
            apology.Withdraw(Now);
        }

        var quorum = new Quorum(13, 12, 7, missingSector is null ? [] : [missingSector]);
        return new(_forum, _meeting, _seat, apology, quorum, IsNew: true, isOwn);
    }
}
