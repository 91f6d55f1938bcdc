using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Guidance;

/// <summary>Reads what a person may do, and whom to write to.</summary>
public sealed class HelpQueries(IDbContextFactory<KlyngeContext> contexts, IClock clock, Func<ChatRoutes> routes)
{
    private const int MaxContacts = 5;

    /// <param name="person">Who asks.</param>
    /// <param name="here">The forum of the chat; null for all the forums of the person.</param>
    /// <param name="isPersonal">Nobody else reads along.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<HelpView> ViewAsync(PersonId person, ForumId? here, bool isPersonal, CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chats = here is { } id ? await db.VisitAsync(person, id, today) : null;
        var visits = chats is null ? await db.VisitsAsync(person, today, closedToo: true) : chats.Access.IsInForum ? [chats] : [];
        var open = chats is null ? visits.FindAll(visit => !visit.Forum.IsClosed) : visits;
        var places = open.ConvertAll(visit => new HelpPlace(visit.Forum.Name, HelpRoles.Danish(visit.Access)));
        var board = await db.Boards.AsNoTracking().OrderBy(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        var commands = routes().Catalogue
            .Where(command => (isPersonal || open.Count > 0) && command.WorksIn(isPersonal, chats is not null) && MayIn(command.InClosedForums ? visits : open, command));
        return new HelpView(board?.Name ?? string.Empty, chats?.Forum.Name, places, [.. commands], await ContactsAsync(db, here, today), IsShared: !isPersonal);
    }

    /// <summary>What the gate will ask: a forum where the person may, and which is not closed down for it. What is about no forum anybody on the list may do.</summary>
    private static bool MayIn(List<Visit> visits, CommandDescription command) =>
        command.Needs is not { } needs || visits.Exists(visit => visit.Access.May(needs) && !visit.Forum.IsOverFor(needs));

    /// <summary>The card of a first personal chat; null for somebody who sits nowhere.</summary>
    public async Task<AdaptiveCard?> WelcomeAsync(PersonId person, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(person, here: null, isPersonal: true, cancellationToken);
        return view.Places.Count == 0 ? null : HelpCard.Welcome(view);
    }

    /// <summary>A sentence for somebody whom the board does not know; empty while there is no secretariat.</summary>
    public async Task<string> WhomToWriteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var contacts = await ContactsAsync(db, here: null, DanishTime.Today(clock));
        return contacts.Count > 0 ? Texts.StrangerWriteTo(contacts) : string.Empty;
    }

    /// <param name="here">The secretariat of one forum; null for all.</param>
    internal static async Task<IReadOnlyList<Contact>> ContactsAsync(KlyngeContext db, ForumId? here, LocalDate today)
    {
        var people = await db.SecretariatSeats(today).AsNoTracking()
            .Where(seat => here == null || seat.ForumId == here)
            .Select(seat => new { seat.Person.Id, seat.Person.Name, seat.Person.Email })
            .Distinct()
            .ToListAsync();
        return [.. people.OrderBy(one => one.Name, DanishText.Comparer).Take(MaxContacts).Select(one => new Contact(one.Name, one.Email))];
    }
}
