using Klynge.Application.Forums.Members;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Domain.Attendance;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Forums.Members;

/// <summary>What a change of seats touches is said before it is confirmed: running cases, meetings, deadlines.</summary>
public sealed class ChangeEffectsTests : ProcedureTest
{
    [Fact]
    public async Task Leaver_OnAnOpenRoll_IsNamed_WithTheCase_AndTheRollStays()
    {
        var effects = await EndAsync(Board.Member);

        Assert.Contains(effects, line => line.StartsWith("Mads Holt er på stemmelisten i »Udpegning til ledelsesprogrammet« (svar senest 23. jan. kl. 12) og har ikke svaret.", StringComparison.Ordinal));
        Assert.Equal(4, (await Fixture.ReadAsync(Case)).Roll.Count);
    }

    [Fact]
    public async Task ClosedCase_IsNotNamed()
    {
        await using (var db = Board.Open())
        {
            var one = await db.WrittenProcedures.SingleAsync();
            db.Entry(one).Property(procedure => procedure.Case).CurrentValue = one.Case with { IsClosed = true };
            await db.SaveChangesAsync();
        }

        var effects = await EndAsync(Board.Member);

        Assert.Contains(effects, line => line.StartsWith("Mads Holt er på stemmelisten", StringComparison.Ordinal));
        Assert.DoesNotContain(effects, line => line.Contains("ledelsesprogrammet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MeetingThatCannotDecideThen_AndWhoWasToLeadIt_AreNamed()
    {
        var meeting = await Board.AddMeetingAsync();
        await using (var db = Board.Open())
        {
            var planned = await db.Meetings.SingleAsync(one => one.Id == meeting.Id);
            (planned.ChairId, planned.MinuteTakerId) = (Board.Doctor.Id, Board.Doctor.Id);
            await db.SaveChangesAsync();
        }

        var effects = await EndAsync(Board.Doctor);

        Assert.Contains("Omar Said er mødeleder tirsdag d. 3. februar 2026. Vælg en anden på mødets kort.", effects);
        Assert.Contains("Omar Said er referent tirsdag d. 3. februar 2026. Vælg en anden på mødets kort.", effects);
        Assert.DoesNotContain(effects, line => line.Contains("beslutningsdygtigt med de afbud", StringComparison.Ordinal));

        await using (var db = Board.Open())
        {
            foreach (var person in new[] { Board.OtherMember, Board.Chair })
            {
                var seat = await db.Members.SingleAsync(one => one.ForumId == Board.Forum.Id && one.PersonId == person.Id);
                if (person == Board.OtherMember)
                    db.Apologies.Add(Apology.Register(meeting.Id, seat.Id, ApologySource.Member, Board.Clock.GetCurrentInstant()));
            }

            var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id);
            forum.Rules = forum.Rules with { Quorum = new QuorumRule(0.7m, EverySector: false) };
            await db.SaveChangesAsync();
        }

        Assert.Contains("Mødet tirsdag d. 3. februar 2026 bliver ikke beslutningsdygtigt med de afbud, der er.", await EndAsync(Board.Doctor));
    }

    [Fact]
    public async Task DeadlinesOfALeaver_AreCounted()
    {
        await using (var db = Board.Open())
        {
            foreach (var day in new[] { 5, 9 })
            {
                var deadline = Deadline.Set(new NewDeadline(Board.Forum.Id, $"Frist {day}", Board.Today.PlusDays(day), DeadlineKind.Own) { Responsible = Responsible.Of(Board.Member.Id) }, null, Board.Clock.GetCurrentInstant());
                db.Deadlines.Add(deadline);
            }

            await db.SaveChangesAsync();
        }

        Assert.Contains("Mads Holt er ansvarlig for 2 frister (den første 18. jan.). Giv dem en ny ansvarlig med »frister«.", await EndAsync(Board.Member));
    }

    private async Task<IReadOnlyList<string>> EndAsync(Person person)
    {
        await using var db = Board.Open();
        var seat = await db.Members.SingleAsync(one => one.ForumId == Board.Forum.Id && one.PersonId == person.Id);
        var preview = await new ChangeForum(Board.Writer, Board.Contexts, Board.Clock).PreviewAsync(TestBoard.As(Board.Secretary), Board.Forum.Id, ForumChange.Of(new SeatEdit.End(seat.Id, Board.Today)), default);
        Assert.True(preview.IsSuccess, preview.Error?.Text);
        return preview.Value.Effects;
    }
}
