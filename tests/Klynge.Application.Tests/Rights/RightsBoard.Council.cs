using Klynge.Application.Agendas.Council;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>The rights of a council's members: an item that was decided at the running vote's meeting, and what the chair has decided between meetings.</summary>
internal sealed partial class RightsBoard
{
    /// <summary>At the meeting of <see cref="Voting"/>, with a decision that may be stopped.</summary>
    internal AgendaItemId DecidedItem { get; private set; }

    internal ChairDecisionId ChairDecided { get; private set; }

    private async Task UseCouncilRightsAsync()
    {
        DecidedItem = await AddAsync(Voting, "Sundhedshuse", Board.Secretary);
        await using (var db = Board.Open())
        {
            var forum = await db.Forums.SingleAsync(one => one.Id == Forum.Id);
            forum.Rules = forum.Rules with { ChairDecision = LegalSwitch.On, DissentingOpinion = LegalSwitch.On, StopExecution = LegalSwitch.On };
            (await db.AgendaItems.SingleAsync(item => item.Id == DecidedItem)).Decide("Indstillingen blev godkendt.", seenVersion: null, Board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        }

        ChairDecided = ChairDecisionId.New();
        Must(await Chat.Get<DecideAsChair>().HandleAsync(
            TestBoard.As(Board.Chair),
            new DecideAsChairRequest(Forum.Id, ChairDecided, "Lejemålet", "Lejemålet forlænges et år.", "Fristen er i morgen.", ChairGround.CannotWait),
            default));
    }
}
