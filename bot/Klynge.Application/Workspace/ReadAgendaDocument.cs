using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Workspace;

/// <summary>
/// The agenda as a Word document, before it goes out: as the public minutes would print it, so of a closed item only that it is closed. It is
/// made for whoever looks and stored nowhere.
/// </summary>
internal sealed class ReadAgendaDocument(IDbContextFactory<KlyngeContext> contexts, Gate gate, MinutesWord word, IClock clock)
{
    /// <summary>For whoever sends it out.</summary>
    public const Permission Needs = SendAgenda.Needs;

    public async Task<Result<AgendaDocument>> HandleAsync(ChatTurn turn, MeetingId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ForumOfAsync(id, cancellationToken) is not { } forum)
            return new MeetingNotFound();

        var entered = await gate.EnterAsync(turn, forum, Needs, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        var meeting = await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
        var printed = word.Write(await BuildMinutes.FromAsync(db, visit.Forum, meeting), visit.Forum, clock.GetCurrentInstant());
        return new AgendaDocument(printed.Word, SafeName.Of($"{Agendas.Texts.Agenda} {visit.Forum.Name} {LocalDatePattern.Iso.Format(meeting.Date)}.docx"));
    }
}

/// <param name="Word">A whole .docx.</param>
/// <param name="Name">As it is called where it is saved.</param>
public sealed record AgendaDocument(byte[] Word, string Name);
