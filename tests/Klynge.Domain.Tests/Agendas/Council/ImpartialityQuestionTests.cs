using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Council;

/// <summary>Kommunestyrelsesloven § 14: it is raised once for a seat, and the body decides it, also anew.</summary>
public sealed class ImpartialityQuestionTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 13, 0);
    private static readonly ImpartialityQuestion Question = new(MemberId.New(), "Mads Holt", Now);

    [Fact]
    public void Raise_AsksOnceForASeat()
    {
        var other = new ImpartialityQuestion(MemberId.New(), "Karen Ravn", Now) { RaisedBy = "Bo Friis" };

        var both = ImpartialityQuestion.Raise(ImpartialityQuestion.Raise([], Question), other);

        Assert.Equal([Question, other], both);
        Assert.Same(both, ImpartialityQuestion.Raise(both, Question with { RaisedBy = "Bo Friis" }));
    }

    [Fact]
    public void Decide_IsOfTheSeat_AndCanBeDecidedAnew()
    {
        var raised = ImpartialityQuestion.Raise([], Question);
        var decided = ImpartialityQuestion.Decide(raised, Question.Seat, ImpartialityOutcome.Recused, Now)!;

        Assert.Equal((ImpartialityOutcome.Recused, Now), (decided[0].Outcome, decided[0].DecidedAt));
        Assert.Same(decided, ImpartialityQuestion.Decide(decided, Question.Seat, ImpartialityOutcome.Recused, Now + Duration.FromHours(1)));
        Assert.Equal(ImpartialityOutcome.TakesPart, ImpartialityQuestion.Decide(decided, Question.Seat, ImpartialityOutcome.TakesPart, Now)![0].Outcome);
        Assert.Null(ImpartialityQuestion.Decide(raised, MemberId.New(), ImpartialityOutcome.Recused, Now));
    }
}
