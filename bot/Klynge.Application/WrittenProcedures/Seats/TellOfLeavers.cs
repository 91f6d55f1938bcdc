using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <summary>
/// Tells the secretariat once of everybody on the roll of an open case who has left: by a new board file, or because a seat has come to
/// its last day. The roll itself stays as it was frozen; what to do about it is for people to say.
/// </summary>
public sealed class TellOfLeavers(Writer writer, IDbContextFactory<KlyngeContext> contexts, NodaTime.IClock clock)
{
    /// <returns>Of how many the secretariats were told.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var (forum, id) in await FindAsync(cancellationToken))
        {
            var intent = new WriteIntent(nameof(TellOfLeavers), Caller.Of(JobRights.RemindVoters), forum, SubjectId: id.Value);
            told += (await writer.WriteAsync(intent, scope => NotifyAsync(scope, forum, id), cancellationToken)).Value;
        }

        return told;
    }

    private async Task<List<(ForumId Forum, WrittenProcedureId Id)>> FindAsync(CancellationToken cancellationToken)
    {
        var today = Klynge.Domain.Calendar.DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.WrittenProcedures.AsNoTracking().Include(procedure => procedure.Roll)
            .Where(procedure => procedure.Status == ProcedureStatus.Open)
            .ToListAsync(cancellationToken);
        var found = new List<(ForumId, WrittenProcedureId)>();
        foreach (var procedure in open)
        {
            if ((await LeaversAsync(db, procedure, today)).Count > 0)
                found.Add((procedure.ForumId, procedure.Id));
        }

        return found;
    }

    private static async Task<Result<int>> NotifyAsync(WriteScope scope, ForumId forumId, WrittenProcedureId id)
    {
        var forum = (await scope.EnterAsJobAsync(forumId, SendProcedureReminders.Needs)).Forum;
        if (await scope.Db.FindProcedureAsync(forumId, id) is not { Status: ProcedureStatus.Open } procedure)
            return 0;

        var leavers = await LeaversAsync(scope.Db, procedure, scope.Today);
        if (leavers.Count > 0)
        {
            var lines = leavers.ConvertAll(entry => entry.IsGivenUp
                ? Texts.SubstituteHasLeft(entry.VoterName, entry.Name)
                : Texts.MemberHasLeft(entry.Name, entry.HasAnswered));
            leavers.ForEach(entry => entry.NoteLeaver(scope.Now));
            await scope.NotifySecretariatAsync(forumId, LeaversCard.Build(ProcedureView.Of(procedure, forum), lines));
        }

        return leavers.Count;
    }

    private static async Task<List<RollEntry>> LeaversAsync(KlyngeContext db, WrittenProcedure procedure, NodaTime.LocalDate today)
    {
        var seats = await db.ActiveSeatsAsync(procedure.ForumId, today);
        return
        [
            .. procedure.Roll.Where(entry => entry.LeaverToldAt is null && RollSeats.HasLeft(entry, seats)).OrderBy(entry => entry.Order),
        ];
    }
}
