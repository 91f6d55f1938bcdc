using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Council;

/// <summary>Kommunestyrelsesloven § 22, stk. 2: whoever calls the case in first is on record, and once is enough.</summary>
public sealed class ChairDecisionTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 3, 10, 0);

    [Fact]
    public void CalledIn_OnceIsEnough()
    {
        var decision = new ChairDecision
        {
            ForumId = ForumId.New(),
            Title = "Lejemål",
            Decision = "Lejemålet forlænges.",
            Reason = "Fristen er i morgen.",
            Ground = ChairGround.CannotWait,
            MadeById = PersonId.New(),
            MadeBy = "Karen Ravn",
            MadeAt = Now,
        };
        var (first, item) = (PersonId.New(), AgendaItemId.New());
        Assert.False(decision.IsCalledIn);

        decision.Place(item);
        decision.CallIn(first, "Mads Holt", Now);
        decision.CallIn(PersonId.New(), "Lene Aagaard", Now + Duration.FromMinutes(1));

        Assert.True(decision.IsCalledIn);
        Assert.Equal((first, "Mads Holt", Now, item), (decision.CalledInById, decision.CalledInBy, decision.CalledInAt, decision.ItemId));
    }
}
