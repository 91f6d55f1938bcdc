using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Guidance;

/// <summary>Reads what a person may do, and whom to write to.</summary>
public sealed class HelpQueries(IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    private const int MostContacts = 5;

    /// <param name="person">Who asks.</param>
    /// <param name="here">The forum of the chat; null for all the forums of the person.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<HelpView> ViewAsync(PersonId person, ForumId? here, CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forum = await db.Forums.AsNoTracking().SingleOrDefaultAsync(one => one.Id == here, cancellationToken);
        var forums = forum is null ? await db.ForumsOfAsync(person, today) : [forum];
        var places = new List<HelpPlace>(forums.Count);
        var roles = Actors.Nobody;
        foreach (var one in forums)
        {
            var access = await db.AccessAsync(person, one.Id, today);
            if (!access.IsInForum)
                continue;
            places.Add(new HelpPlace(one.Name, HelpRoles.Danish(access)));
            roles |= HelpRoles.Of(access);
        }

        var board = await db.Boards.AsNoTracking().OrderBy(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        var commands = CommandCatalogue.All.Where(command => (command.Who & roles) != Actors.Nobody);
        return new HelpView(board?.Name ?? string.Empty, forum?.Name, places, [.. commands], await ContactsAsync(db, here, today));
    }

    /// <summary>The card of a first personal chat; null for somebody who sits nowhere.</summary>
    public async Task<AdaptiveCard?> WelcomeAsync(PersonId person, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(person, here: null, cancellationToken);
        return view.Places.Count == 0 ? null : HelpCard.Welcome(view);
    }

    /// <summary>A sentence for somebody whom the board does not know; empty while there is no secretariat.</summary>
    public async Task<string> WhomToWriteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var contacts = await ContactsAsync(db, here: null, DanishTime.Today(clock));
        return contacts.Count > 0 ? Texts.StrangerWriteTo(contacts) : string.Empty;
    }

    private static async Task<IReadOnlyList<Contact>> ContactsAsync(KlyngeContext db, ForumId? here, LocalDate today)
    {
        var people = await db.Members.AsNoTracking()
            .Where(seat => seat.Role == Role.Secretariat && (here == null || seat.ForumId == here)
                && seat.From <= today && (seat.To == null || seat.To >= today))
            .Select(seat => new { seat.Person.Id, seat.Person.Name, seat.Person.Email })
            .Distinct()
            .ToListAsync();
        return [.. people.OrderBy(one => one.Name, DanishText.Comparer).Take(MostContacts).Select(one => new Contact(one.Name, one.Email))];
    }
}
