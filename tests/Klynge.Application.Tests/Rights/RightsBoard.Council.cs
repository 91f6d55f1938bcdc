using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Council.Impartiality;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>The rights of a council's members: an item that was decided at the running vote's meeting, and what the chair has decided between meetings.</summary>
internal sealed partial class RightsBoard
{
    /// <summary>At the meeting of <see cref="Voting"/>, with a decision that may be stopped.</summary>
    internal AgendaItemId DecidedItem { get; private set; }

    internal ChairDecisionId ChairDecided { get; private set; }

    /// <summary>The mark of the preview that hands the forum over to <see cref="Third"/>.</summary>
    internal string SeenOfHandover { get; private set; } = string.Empty;

    /// <summary>Last of all, for it is of all that the board holds then. A handover that was done, of the other forum, is fetched again.</summary>
    private async Task PreviewHandoverAsync() => SeenOfHandover = Must(await Chat.Get<HandOver>().PreviewAsync(
        Secretary, new HandoverRequest(Forum.Id, Third.Id, new LocalDate(2026, 12, 31)), default)).Mark;

    private async Task UseCouncilRightsAsync()
    {
        DecidedItem = await AddAsync(Voting, "Sundhedshuse", Board.Secretary);
        await using (var db = Board.Open())
        {
            var forum = await db.Forums.SingleAsync(one => one.Id == Forum.Id);
            forum.Rules = forum.Rules with { ChairDecision = LegalSwitch.On, DissentingOpinion = LegalSwitch.On, StopExecution = LegalSwitch.On, ItemSubstitutes = LegalSwitch.On };
            (await db.AgendaItems.SingleAsync(item => item.Id == DecidedItem)).Decide("Indstillingen blev godkendt.", seenVersion: null, Board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        }

        Must(await Chat.Get<RaiseImpartiality>().HandleAsync(Secretary, new RaiseImpartialityRequest(Forum.Id, Voting, DecidedItem, SeatOf(Board.Doctor.Id)), default));
        ChairDecided = ChairDecisionId.New();
        Must(await Chat.Get<DecideAsChair>().HandleAsync(
            TestBoard.As(Board.Chair),
            new DecideAsChairRequest(Forum.Id, ChairDecided, "Lejemålet", "Lejemålet forlænges et år.", "Fristen er i morgen.", ChairGround.CannotWait),
            default));
    }
}
