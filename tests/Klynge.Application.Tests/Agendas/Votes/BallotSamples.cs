using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Tests.Attendance.Items;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Votes;

public sealed class BallotSamples : ICardSamples
{
    private static readonly ItemVoteId Id = new(AgendaSamples.Id(420));
    private static readonly MemberId Seat = new(AgendaSamples.Id(501));
    private static readonly PersonId Person = new(AgendaSamples.Id(1));

    public string Feature => "ballots";

    public IEnumerable<CardSample> Samples()
    {
        var meeting = AgendaSamples.Sent with { Status = MeetingStatus.InProgress };
        var line = AgendaSamples.Nomination;
        yield return new("votes-none-yet", VotesCard.List(meeting, line));
        yield return new("open-form", VotesCard.OpenForm(meeting, line, Voters(7), Id));
        yield return new("open-form-nobody", VotesCard.OpenForm(meeting, line, Voters(0), Id));
        yield return new("running", VotesCard.List(meeting, line, new RunningBallot(Ballot(SeatAnswer.For), Voters(7)), VoteTexts.Opened(new OpenedBallot(6, ["Bo Lund 7"]))));
        yield return new("closed", VotesCard.List(meeting, line, told: VoteTexts.Closed(new ClosedBallot(1, ["Bo Lund 2", "Bo Lund 7"], ["Bo Lund 4"]))));
        yield return new("form-after-cards", VotesCard.Form(meeting, line, ItemAttendanceSamples.Of(4), Id, new ItemVote(Id, At(14, 0)), Ballot(SeatAnswer.For)));
        yield return new("vote", ItemBallotCard.Build(View(Ballot(null)), Voters(1)[0].Sitting));
        yield return new("vote-for-another", ItemBallotCard.Build(View(Ballot(null)), Voters(1)[0].Sitting with { Person = new PersonId(AgendaSamples.Id(9)), Holder = "Anne-Margrethe *Skov* Kjærgaard" }));
        yield return new("voted", ItemBallotCard.Build(View(Ballot(SeatAnswer.Against)), Voters(1)[0].Sitting));
        yield return new("vote-awkward", ItemBallotCard.Build(View(Ballot(null, AgendaSamples.Awkward)) with { Content = AgendaSamples.Long(1, AgendaSamples.Awkward).Content }, Voters(1)[0].Sitting));
        yield return new("counted", ItemBallotCard.Build(Counted(), Voters(1)[0].Sitting));
        yield return new("called-off", ItemBallotCard.Build(View(CalledOff()) with { IsRunning = false }, Voters(1)[0].Sitting));
        yield return new("over", ItemBallotCard.Build(View(Ballot(null)) with { IsRunning = false }, Voters(1)[0].Sitting, new BallotIsOver().Text));
        var closed = line with { Content = line.Content with { IsClosed = true }, Excluded = [new PersonId(AgendaSamples.Id(2))] };
        yield return new("exclude", ExclusionCard.Build(meeting, closed, [.. Enumerable.Range(1, 6).Select(People)]));
        yield return new("exclude-saved", ExclusionCard.Build(meeting, closed, [.. Enumerable.Range(1, 6).Select(People)], ExclusionTexts.Saved(["Bo Lund 2"])));
        yield return new("exclude-nobody", ExclusionCard.Build(meeting, closed, []));
    }

    /// <summary>The last of several has no Teams.</summary>
    internal static IReadOnlyList<Voter> Voters(int count) =>
    [
        .. ItemAttendanceSamples.Of(count).There.Select((sitting, index) =>
            new Voter(sitting with { Person = sitting.Seat.PersonId, Holder = sitting.Name }, sitting.Seat.PersonId, index == 0 || index + 1 < count)),
    ];

    private static (PersonId Id, string Name) People(int number) => (new PersonId(AgendaSamples.Id(number)), number == 3 ? AgendaSamples.Awkward : $"Bo Lund {number}");

    private static ItemBallot Ballot(SeatAnswer? answer, string? question = "Skal rådet vedtage *ændringsforslaget* fra Birkelse Kommune?")
    {
        var ballot = new ItemBallot
        {
            Id = Id,
            ForumId = AgendaSamples.Meeting.ForumId,
            MeetingId = AgendaSamples.Meeting.Id,
            ItemId = AgendaSamples.Nomination.Id,
            Question = question,
            OpenedAt = At(14, 0),
            OpenedById = Person,
        };
        if (answer is { } said)
            ballot.Cast(Seat, Person, said, At(14, 2));

        return ballot;
    }

    private static ItemBallot CalledOff()
    {
        var ballot = Ballot(SeatAnswer.For);
        ballot.CallOff(At(14, 5));
        return ballot;
    }

    private static ItemBallotView View(ItemBallot ballot) => new(
        AgendaSamples.Meeting.ForumId, "Chefforum", "Sundhedsråd Fjordlandet", AgendaSamples.Meeting.Id, AgendaSamples.Nomination.Id, 3, AgendaSamples.Nomination.Content, ballot, Vote: null, IsRunning: true);

    private static ItemBallotView Counted()
    {
        var ballot = Ballot(SeatAnswer.Against);
        ballot.Close(At(14, 5));
        var votes = new[] { SeatAnswer.Against, SeatAnswer.For, SeatAnswer.For }.Select((answer, index) => new SeatVote(new(AgendaSamples.Id(501 + index)), $"Bo Lund {index + 1}", "Region Fjordlandet", answer, IsChair: false));
        return View(ballot) with { IsRunning = false, Vote = new ItemVote(Id, At(14, 5)) { Question = ballot.Question, HadQuorum = true, Votes = [.. votes] } };
    }

    private static Instant At(int hour, int minute) => Instant.FromUtc(2026, 2, 3, hour, minute);
}
