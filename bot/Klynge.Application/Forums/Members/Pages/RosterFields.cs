using Klynge.Application.Forums.Members.Cards;
using Klynge.Application.Forums.Members.Rosters;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.Members.Pages;

/// <summary>
/// The fields of a forum's chat: a tick for whoever is to get a seat, with role and organisation, and a tick for each seat whose holder is not in
/// the chat any more. Who is meant is read from the chat at each step and never from what was posted.
/// </summary>
internal static class RosterFields
{
    internal const string Ticked = "true";

    /// <summary>»Somebody else who has the same name.«</summary>
    private const string Another = "ny";

    private const string Seat = "plads.";
    private const string Who = "hvem.";
    private const string RoleOf = "rolle.";
    private const string OrganisationOf = "org.";
    private const string End = "slut.";

    internal static IReadOnlyList<FormField> Of(ChatRoster roster) =>
    [
        .. roster.Others.SelectMany(Of),
        .. roster.Gone.Select(seat => new FormField(End + seat.Id.Value.ToString("N"), PageTexts.EndSeat, FieldKind.Check, string.Empty, string.Empty)
        {
            Group = $"{seat.Person.Name} · {PageTexts.NotInChat}",
            Hint = MemberTexts.Facts(seat),
        }),
    ];

    /// <summary>What is ticked, as edits of the forum's seats.</summary>
    /// <returns>Or what is to be said first.</returns>
    internal static Result<ForumChange> ChangeOf(ForumFormPage form, ChatRoster roster, LocalDate today)
    {
        var edits = new List<SeatEdit>();
        foreach (var member in roster.Others.Where(member => form.Of(Seat + Id(member)) == Ticked))
        {
            var chosen = form.Of(Who + Id(member));
            if (member.Doubtful.Count > 0 && chosen != Another && member.Doubtful.All(person => person.Key != chosen))
                return new WhoIsMeant(member.Name);

            edits.Add(new SeatEdit.Add(NameOf(member, chosen), new SeatFacts
            {
                Role = Array.Find(SeatFields.Roles, role => role.Danish() == form.Of(RoleOf + Id(member))) is var role && role != default ? role : null,
                Organisation = DanishText.Clean(form.Of(OrganisationOf + Id(member))),
            }));
        }

        edits.AddRange(roster.Gone.Where(seat => form.Of(End + seat.Id.Value.ToString("N")) == Ticked)
            .Select(seat => new SeatEdit.End(seat.Id, seat.From == today ? today : today.PlusDays(-1))));
        return new ForumChange(edits, []);
    }

    private static IEnumerable<FormField> Of(RosterMember member)
    {
        var group = $"{member.Name}{(member.Email is { } email ? $" <{email}>" : string.Empty)} · {(member.Known is not null ? PageTexts.KnownInBoard : member.Doubtful.Count > 0 ? PageTexts.PerhapsKnown : PageTexts.NewInBoard)}";
        yield return new FormField(Seat + Id(member), PageTexts.GiveSeat, FieldKind.Check, string.Empty, string.Empty) { Group = group };
        if (member.Doubtful.Count > 0)
        {
            yield return new FormField(Who + Id(member), PageTexts.WhoIsIt, FieldKind.Choice, string.Empty, string.Empty)
            {
                Group = group,
                Choices = [(string.Empty, PageTexts.ChooseWho), .. member.Doubtful.Select(person => (person.Key, PageTexts.ItIs(person))), (Another, MemberTexts.AnotherTitle)],
            };
        }

        yield return new FormField(RoleOf + Id(member), MemberTexts.RoleLabel, FieldKind.Choice, Role.Member.Danish(), Role.Member.Danish()) { Group = group, Choices = SeatFields.RoleChoices };
        yield return new FormField(OrganisationOf + Id(member), MemberTexts.OrganisationLabel, FieldKind.Text, string.Empty, string.Empty) { Group = group };
    }

    private static string Id(RosterMember member) => member.Account.Replace("-", string.Empty, StringComparison.Ordinal);

    /// <summary>Somebody new is on record by their account from the first day; an address that is another's is not theirs.</summary>
    private static PersonName NameOf(RosterMember member, string chosen)
    {
        if ((member.Known ?? member.Doubtful.FirstOrDefault(person => person.Key == chosen)) is { } person)
            return new PersonName(person.Name) { Person = person.Id };

        var email = member.Doubtful.Any(one => one.Email == member.Email) ? null : member.Email;
        return new PersonName(member.Name, email, IsAnother: true) { Account = member.Account };
    }
}

/// <summary>Somebody in the chat has the name or the address of one on record.</summary>
public sealed record WhoIsMeant(string Name)
    : Error($"Vælg, hvem {Name} i chatten er: en, der står i rådet i forvejen, eller en anden.");

public sealed record NobodyTicked()
    : Error("Sæt hak ved dem, der skal have en plads, eller hvis plads skal slutte.");
