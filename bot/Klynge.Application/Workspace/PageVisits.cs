using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <summary>
/// Whoever is signed in, as the gate takes them: a page is a turn in a chat that nobody else reads. They are looked up at every request, so
/// somebody who left the board a second ago is nobody.
/// </summary>
public sealed class PageVisits(IDbContextFactory<KlyngeContext> contexts, Gate gate, RefusePress refuse, IClock clock)
{
    private const string Workspace = "workspace";

    /// <param name="objectId">The account's Entra object id, as the sign-in has proven it.</param>
    /// <returns>Null for somebody on no board's list.</returns>
    public async Task<ChatTurn?> FindAsync(string? objectId, CancellationToken cancellationToken)
    {
        if (objectId is not { Length: > 0 })
            return null;

        var id = objectId.ToLowerInvariant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.EntraObjectId == id, cancellationToken) is not { } person)
            return null;

        var now = clock.GetCurrentInstant();
        return new ChatTurn
        {
            PersonId = person.Id,
            PersonName = person.Name,
            Caller = new Caller(person.Id) { Known = new SignedInAs(person.ForeignTenantId, id, "web") },
            Account = person.TeamsUserId,
            ConversationId = Workspace,
            ConversationKind = ConversationKind.Personal,
            Now = now,
            Today = DanishTime.ToDanish(now).Date,
        };
    }

    /// <summary>Lets somebody into the forum that an address names, to do what its row allows.</summary>
    /// <param name="forum">As the address has it: anybody may have written it.</param>
    public Task<Result<Visit>> EnterAsync(ChatTurn turn, PageAct act, ForumId forum, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        return gate.EnterAsync(turn, forum, NeededFor(act), cancellationToken);
    }

    /// <inheritdoc cref="EnterAsync(ChatTurn, PageAct, ForumId, CancellationToken)"/>
    /// <param name="key">The forum's key.</param>
    public Task<Result<Visit>> EnterAsync(ChatTurn turn, PageAct act, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        return gate.EnterAsync(turn, key, NeededFor(act), date: null, cancellationToken);
    }

    /// <summary>Lets somebody into the forum of the meeting that an address names.</summary>
    public async Task<Result<Visit>> EnterAsync(ChatTurn turn, PageAct act, MeetingId meeting, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ForumOfAsync(meeting, cancellationToken) is { } forum ? await EnterAsync(turn, act, forum, cancellationToken) : new MeetingNotFound();
    }

    /// <summary>Lets somebody into the forum of the written procedure that an address names.</summary>
    public async Task<Result<Visit>> EnterAsync(ChatTurn turn, PageAct act, WrittenProcedureId procedure, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WrittenProcedures.Where(one => one.Id == procedure).Select(one => (ForumId?)one.ForumId).SingleOrDefaultAsync(cancellationToken) is { } forum
            ? await EnterAsync(turn, act, forum, cancellationToken)
            : new ProcedureNotFound();
    }

    /// <summary>Puts on record that somebody was refused a page, or what it was asked to do: who, which page and, where it was found, which forum.</summary>
    /// <param name="turn">Null for a stranger.</param>
    public Task RefuseAsync(WorkspaceRight page, ChatTurn? turn, Error refusal, CancellationToken cancellationToken) =>
        refuse.PageAsync(page, turn?.Caller ?? new Caller(PersonId: null), turn?.Found.Refused?.Forum, refusal, cancellationToken);

    /// <exception cref="ArgumentException">No permission decides who may.</exception>
    private static Permission NeededFor(PageAct act) => act.Needs ?? throw new ArgumentException("The gate cannot ask for nothing.", nameof(act));
}
