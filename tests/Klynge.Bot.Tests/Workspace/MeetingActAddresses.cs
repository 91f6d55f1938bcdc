using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>The addresses of what is done from a meeting's page, with the ids of one forum. A form's fields are carried in the address, as an undo carries them.</summary>
internal static class MeetingActAddresses
{
    internal static readonly Dictionary<PageAct, Func<Guid, Guid, string>> All = new()
    {
        [PageActs.MoveItem] = (meeting, item) => $"/moeder/{meeting}/raekkefoelge?tryk={item}/1/1",
        [PageActs.TakeItemOff] = (meeting, item) => $"/moeder/{meeting}/tag-af?tryk={item}",
        [PageActs.RestoreItem] = (meeting, item) => $"/moeder/{meeting}/saet-paa?tryk={item}",
        [PageActs.PostponeItem] = (meeting, item) => $"/moeder/{meeting}/udsaet?tryk={item}",
        [PageActs.AcceptProposal] = (meeting, item) => $"/moeder/{meeting}/forslag/godkend?tryk={item}",
        [PageActs.DeclineProposal] = (meeting, item) => $"/moeder/{meeting}/forslag/afvis?tryk={item}",
        [PageActs.AskApproval] = (meeting, _) => $"/moeder/{meeting}/bed-om-godkendelse",
        [PageActs.SendAgenda] = (meeting, _) => $"/moeder/{meeting}/udsend",
        [PageActs.AttachFile] = (meeting, item) => $"/moeder/{meeting}/bilag?tryk={item}",
        [PageActs.MoveAttachment] = (meeting, item) => $"/moeder/{meeting}/bilag/flyt?tryk={item}/{item}/1/1",
        [PageActs.RemoveAttachment] = (meeting, item) => $"/moeder/{meeting}/bilag/fjern?tryk={item}/{item}",
        [PageActs.RestoreAttachment] = (meeting, item) => $"/moeder/{meeting}/bilag/laeg-tilbage?tryk={item}/{item}",
        [PageActs.MarkAttachment] = (meeting, item) => $"/moeder/{meeting}/bilag/ret?tryk={item}/{item}",
        [PageActs.BeginMeeting] = (meeting, _) => $"/moeder/{meeting}/begynd?tryk=sikker",
        [PageActs.RecordDecision] = (meeting, item) => $"/moeder/{meeting}/beslutning?tryk={item}/1",
        [PageActs.AnswerRecommendations] = (meeting, item) => $"/moeder/{meeting}/svar?tryk={item}/1/Approved",
        [PageActs.UndoDecision] = (meeting, item) => $"/moeder/{meeting}/fortryd-beslutning?tryk={item}/slet/1",
        [PageActs.FinishMeeting] = (meeting, _) => $"/moeder/{meeting}/slut?tryk=sikker",
        [PageActs.RecordRollCall] = (meeting, _) => $"/moeder/{meeting}/fremmoede",
        [PageActs.SetAgreement] = (meeting, item) => $"/moeder/{meeting}/aftaler?tryk={item}",
        [PageActs.EditAgreement] = (meeting, item) => $"/moeder/{meeting}/aftaler/ret?tryk={item}/{item}",
        [PageActs.DropAgreement] = (meeting, item) => $"/moeder/{meeting}/aftaler/drop?tryk={item}/{item}",
        [PageActs.FinishAgreement] = (meeting, item) => $"/moeder/{meeting}/aftaler/faerdig?tryk={item}/{item}/1",
        [PageActs.UndoAgreement] = (meeting, item) => $"/moeder/{meeting}/aftaler/fortryd?tryk={item}/{item}/1",
        [PageActs.FollowUp] = (meeting, item) => $"/moeder/{meeting}/aftaler/foelg-op?tryk={item}/{item}/2030-01-01",
        [PageActs.DismissFound] = (meeting, item) => $"/moeder/{meeting}/aftaler/afvis?tryk={item}/{item}",
        [PageActs.UndoDismissal] = (meeting, item) => $"/moeder/{meeting}/aftaler/spoerg-igen?tryk={item}/{item}",
        [PageActs.AskContribution] = (meeting, item) => $"/moeder/{meeting}/bidrag?tryk={item}",
        [PageActs.WithdrawContribution] = (meeting, item) => $"/moeder/{meeting}/bidrag/traek?tryk={item}/{item}",
        [PageActs.RemindContributors] = (meeting, _) => $"/moeder/{meeting}/bidrag/mind",
        [PageActs.RecordItemVote] = (meeting, item) => $"/moeder/{meeting}/afstemning?tryk={item}",
        [PageActs.RemoveItemVote] = (meeting, item) => $"/moeder/{meeting}/afstemning/fjern?tryk={item}/{item}",
        [PageActs.OpenBallot] = (meeting, item) => $"/moeder/{meeting}/afstemning/start?tryk={item}",
        [PageActs.CloseBallot] = (meeting, item) => $"/moeder/{meeting}/afstemning/luk?tryk={item}/{item}",
        [PageActs.CallOffBallot] = (meeting, item) => $"/moeder/{meeting}/afstemning/aflys?tryk={item}/{item}",
        [PageActs.AddToMinutes] = (meeting, item) => $"/moeder/{meeting}/tilfoejelse?tryk={item}",
        [PageActs.RemoveAddition] = (meeting, item) => $"/moeder/{meeting}/tilfoejelse/fjern?tryk={item}/{item}",
        [PageActs.RecordItemAttendance] = (meeting, item) => $"/moeder/{meeting}/fremmoede/punkt?tryk={item}",
        [PageActs.CallInSubstitute] = (meeting, item) => $"/moeder/{meeting}/fremmoede/stedfortraeder?tryk={item}/{item}/{item}",
        [PageActs.ExcludeFromItem] = (meeting, item) => $"/moeder/{meeting}/hold-ude?tryk={item}",
        [PageActs.AddGuest] = (meeting, item) => $"/moeder/{meeting}/gaester?tryk={item}",
        [PageActs.RemoveGuest] = (meeting, item) => $"/moeder/{meeting}/gaester/fjern?tryk={item}/{item}",
        [PageActs.WriteMinutes] = (meeting, _) => $"/moeder/{meeting}/referat",
    };

    /// <summary>A forum's next meeting and the first item on it; the meeting's own id where it has none.</summary>
    internal static async Task<IEnumerable<string>> OfAsync(PageAct act, KlyngeContext db, Forum forum)
    {
        var found = await db.Meetings.Where(one => one.ForumId == forum.Id).OrderByDescending(one => one.Date).Select(one => new
        {
            one.Id,
            Items = db.AgendaItems.Where(item => item.MeetingId == one.Id && item.Status == AgendaItemStatus.Accepted).OrderBy(item => item.Number).Select(item => item.Id).Take(1).ToList(),
        }).Take(1).ToListAsync(TestContext.Current.CancellationToken);
        return found.Select(one => All[act](one.Id.Value, one.Items.Count > 0 ? one.Items[0].Value : one.Id.Value));
    }
}
