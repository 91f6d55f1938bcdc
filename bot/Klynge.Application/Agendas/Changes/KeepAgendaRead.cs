using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Changes;

/// <summary>Notes that somebody opens a meeting's agenda, outside the record: who has read what is nobody's business but their own.</summary>
public sealed class KeepAgendaRead(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What the page asks for.</summary>
    public const Permission Needs = AgendaQueries.Needs;

    /// <returns>From when on changes are marked for them; null where none are: they read it for the first time, or read it still.</returns>
    public async Task<Instant?> HandleAsync(Caller caller, ForumId forum, MeetingId meeting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await db.AgendaReads.AsNoTracking().SingleOrDefaultAsync(one => one.MeetingId == meeting && one.PersonId == caller.PersonId, cancellationToken);
        var marks = read?.MarksAt(now);
        if (read is null || read.Open(now))
            await NoteAsync(caller, forum, meeting, cancellationToken);

        return marks;
    }

    private Task NoteAsync(Caller caller, ForumId forum, MeetingId meeting, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(KeepAgendaRead), caller, forum, IsOnRecord: false, SubjectId: meeting.Value), async scope =>
        {
            if ((await scope.EnterAsync(forum, Needs)).Error is { } refused)
                return refused;

            if (!await scope.Db.Meetings.AnyAsync(one => one.Id == meeting && one.ForumId == forum && one.Status != MeetingStatus.Held && one.Status != MeetingStatus.Cancelled))
                return default(Done);

            await scope.Db.AgendaReads
                .Where(one => scope.Db.Meetings.Any(over => over.Id == one.MeetingId && (over.Status == MeetingStatus.Held || over.Status == MeetingStatus.Cancelled)))
                .ExecuteDeleteAsync(CancellationToken.None);
            if (await scope.Db.AgendaReads.SingleOrDefaultAsync(one => one.MeetingId == meeting && one.PersonId == caller.PersonId) is { } read)
                read.Open(scope.Now);
            else
                scope.Db.AgendaReads.Add(AgendaRead.First(forum, meeting, caller.PersonId!.Value, scope.Now));

            return default(Done);
        }, cancellationToken);
}
