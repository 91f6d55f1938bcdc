using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>What a heard forum learns of the case that it was heard about, and who of it.</summary>
public sealed class ConsultationResultTests : ProcedureTest
{
    private const string Heard = "Driftsforum blev hørt om sagen.";

    /// <param name="said">What stands on the notice, whole.</param>
    [Theory]
    [InlineData(Outcome.Adopted, "Vedtaget", "Chefforum har behandlet sagen. Resultat: Vedtaget.")]
    [InlineData(Outcome.Rejected, "Forkastet", "Chefforum har behandlet sagen. Resultat: Forkastet.")]
    [InlineData(Outcome.NoQuorum, "Ikke beslutningsdygtig", "Chefforum har behandlet sagen. Resultat: Ikke beslutningsdygtig.")]
    [InlineData(Outcome.SentToMeeting, "Sendt til møde", "Chefforum tager sagen op på et møde. Bemærkningerne fra høringen følger med.")]
    [InlineData(Outcome.Withdrawn, "Trukket tilbage", "Chefforum har trukket sagen tilbage.")]
    public async Task Result_IsToldOnceToEveryVoterOfTheHeardForum_WithoutTheVotes(Outcome outcome, string state, string said)
    {
        await SeatHeardAsync(Board.Stranger, Role.Member, order: 2);
        await SeatHeardAsync(Board.Member, Role.Member, order: 3);
        var procedure = await SendOutAsync();

        await EndAsync(procedure, outcome);

        Assert.Equal(outcome, (await Fixture.ReadAsync(procedure)).Outcome);
        foreach (var person in new[] { Board.Observer, Board.Stranger })
        {
            var told = Assert.Single(await SentToAsync(person), message => message.Contains(Heard, StringComparison.Ordinal));
            Assert.Contains(said, told, StringComparison.Ordinal);
            Assert.Contains($"\"{state}\"", told, StringComparison.Ordinal);
            Assert.Contains("Udpegning til ledelsesprogrammet", told, StringComparison.Ordinal);
            Assert.DoesNotContain("imod", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Mads Holt", told, StringComparison.Ordinal);
        }

        // Whoever sits in both forums has the result with the votes, and it alone.
        var both = await SentToAsync(Board.Member);
        Assert.DoesNotContain(both, message => message.Contains(Heard, StringComparison.Ordinal));
        Assert.Contains(both, message => message.Contains($"{state}: Udpegning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Result_IsNotToldToThoseOfTheHeardForumWhoWereNotAskedOrHaveLeft()
    {
        await SeatHeardAsync(Board.Stranger, Role.Observer, order: 2);
        var procedure = await SendOutAsync();
        await using (var db = Board.Open())
        {
            (await db.Members.SingleAsync(seat => seat.ForumId == Board.OtherForum.Id && seat.PersonId == Board.Observer.Id)).To = Board.Today.PlusDays(-1);
            await db.SaveChangesAsync();
        }

        await EndAsync(procedure, Outcome.Adopted);

        foreach (var person in new[] { Board.Observer, Board.Stranger })
            Assert.DoesNotContain(await SentToAsync(person), message => message.Contains(Heard, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Result_IsOnTheCardThatAskedForRemarks_WhenItIsLookedAtAgain()
    {
        var procedure = await SendOutAsync();
        await EndAsync(procedure, Outcome.Adopted);
        await using var db = Board.Open();

        var seen = (await Chat.PressAsync(Board.Observer, "procedure.consultation", new { consultation = (await db.Consultations.SingleAsync()).Id.Value })).Text();

        Assert.Contains("Chefforum har behandlet sagen. Resultat: Vedtaget.", seen, StringComparison.Ordinal);
        Assert.Contains("Husk patienterne.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("procedure.remark\"", seen, StringComparison.Ordinal);
    }

    private Task SeatHeardAsync(Person person, Role role, int order) => Board.AddAsync(new ForumMember
    {
        ForumId = Board.OtherForum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = role == Role.Member,
        Organisation = "Birkelse Kommune",
        Sector = "Birkelse Kommune",
        From = new LocalDate(2025, 1, 1),
        Order = order,
    });

    /// <summary>A case about which the other forum was heard, under a rule by which it can fall.</summary>
    private async Task<WrittenProcedureId> SendOutAsync()
    {
        await using (var db = Board.Open())
        {
            var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id);
            forum.Rules = forum.Rules with { WrittenProcedures = forum.Rules.WrittenProcedures with { Rule = DecisionRule.SimpleMajority } };
            await db.SaveChangesAsync();
        }

        var draft = await Fixture.DraftAsync();
        await Chat.PressAsync(Board.Secretary, "procedure.consult", new
        {
            forum = Board.Forum.Id.Value,
            procedure = draft.Value,
            asked = Board.OtherForum.Id.Value,
            date = "2026-01-19",
            time = "12:00",
        });
        await using (var db = Board.Open())
        {
            var consultation = (await db.Consultations.SingleAsync()).Id.Value;
            await Chat.PressAsync(Board.Observer, "procedure.remark", new { consultation, remarks = "Husk patienterne." });
        }

        await Fixture.OpenAsync(draft, Board.Secretary);
        return draft;
    }

    private async Task EndAsync(WrittenProcedureId procedure, Outcome outcome)
    {
        if (outcome == Outcome.Withdrawn)
            await Fixture.WithdrawAsync(Board.Secretary, procedure, "Den er ikke klar.");

        Answer? answer = outcome switch
        {
            Outcome.Adopted => Answer.Approve,
            Outcome.Rejected => Answer.Reject,
            Outcome.SentToMeeting => Answer.DemandMeeting,
            _ => null,
        };
        if (answer is { } given)
        {
            foreach (var voter in new[] { Board.Chair, Board.Member, Board.OtherMember, Board.Doctor })
                await Fixture.VoteAsync(voter, procedure, given, "Fordi.");
        }

        Board.Clock.Advance(Duration.FromDays(11));
        var closing = Chat.Get<CloseDueProcedures>();
        await closing.HandleAsync(default);
        await closing.HandleAsync(default);
    }
}
