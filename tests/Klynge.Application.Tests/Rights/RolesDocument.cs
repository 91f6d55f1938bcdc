using System.Globalization;
using System.Text;
using Klynge.Application.Rights;

namespace Klynge.Application.Tests.Rights;

/// <summary>The table of rights as people read it.</summary>
internal static class RolesDocument
{
    private static readonly (Actors Actor, string Name)[] Columns =
    [
        (Actors.Secretariat, "secretariat"), (Actors.Chair, "chair"), (Actors.Member, "member"), (Actors.Substitute, "substitute"),
        (Actors.Observer, "observer"), (Actors.Administrative, "administrative"), (Actors.Guest, "guest"),
        (Actors.OtherForum, "other forum"), (Actors.Stranger, "stranger"),
    ];

    internal static string Write(IReadOnlyList<Right> rights)
    {
        var text = new StringBuilder("""
            # Who may do what

            Generated from the table in `bot/Klynge.Application/Rights`; a test holds the two equal. Do not edit it here: write the row there and
            run the tests of `Klynge.Application.Tests` with `KLYNGE_UPDATE_GOLDEN=1`.

            A role is what somebody is to the forum that an action is about, on that day: secretariat (*sekretariat*), chair and co-chair (*formand,
            medformand*), member (*medlem*), substitute (*stedfortræder*) of a member's seat, observer (*observatør*), administrative participant
            (*administrativ deltager*), guest (*gæst*), a member of another forum, and a stranger on no list at all. ✓ means that it is done, for what
            is theirs to do it to; everybody else is told so in a sentence, nothing changes, and what would have changed something is in the audit
            log. Tests perform every command and every button as each of the nine on a board in the middle of its work.

            A new command or button is registered by its row (`routes.OnCommand(CommandCatalogue.Agenda, …)`,
            `routes.OnAction(AgendaVerbs.Accept, …)`), so without a row it does not compile. What a row needs is a permission of the domain's
            one table (`Permissions`) wherever it is one, and its roles follow from that. A new page, webhook, event, job or verb of the command line without a row fails the tests.


            """.ReplaceLineEndings("\n"));
        var ofPeople = rights.Where(right => right is ButtonRight || right.GetType().IsGenericType).ToList();
        WriteTable(text, "Chat commands", ofPeople.Where(right => right is not ButtonRight));
        WriteTable(text, "Buttons of cards", ofPeople.OfType<ButtonRight>());
        WriteTable(text, "Pages of the workspace", rights.OfType<PageRight>());
        WriteTable(text, "What is done from them", rights.OfType<PageAct>());
        WriteGuards(text, rights.OfType<EndpointRight>());
        WriteList(text, "What the channel tells", "In the system's name, about the chat that it comes from.", rights.OfType<EventRight>());
        WriteList(text, "Jobs", "By the clock, in the system's name.", rights.OfType<JobRight>());
        WriteList(text, "Command line", "For whoever may start the program where its database is. No role of a forum gives that.", rights.OfType<ProgramRight>());
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteTable(StringBuilder text, string heading, IEnumerable<Right> rights)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {heading}\n\n| | {string.Join(" | ", Columns.Select(column => column.Name))} | |\n|---|{string.Concat(Columns.Select(_ => ":-:|"))}---|\n");
        foreach (var right in rights)
            text.Append(CultureInfo.InvariantCulture, $"| `{right.Name}` | {string.Join(" | ", Columns.Select(column => right.Who.HasFlag(column.Actor) ? "✓" : " "))} | {right.Note} |\n");

        text.Append('\n');
    }

    private static void WriteGuards(StringBuilder text, IEnumerable<EndpointRight> rights)
    {
        text.Append("## Other pages, and webhooks\n\nHere nobody has a role.\n\n| | who is let in | |\n|---|---|---|\n");
        foreach (var right in rights)
        {
            var guard = right.Guard switch
            {
                Guard.None => "everybody",
                Guard.ChannelToken => "the Bot Framework",
                Guard.SubscriptionSecret => "Microsoft Graph",
                Guard.PersonalSecret => "whoever has the person's own link",
                Guard.LocalMode => "this machine, without a tenant only",
                Guard.SignIn => "whoever Entra says who they are, from the workspace's own page",
                _ => throw new ArgumentOutOfRangeException(nameof(rights), right.Guard, "Unknown guard."),
            };
            text.Append(CultureInfo.InvariantCulture, $"| `{right.Name}` | {guard} | {right.Note} |\n");
        }

        text.Append('\n');
    }

    private static void WriteList(StringBuilder text, string heading, string who, IEnumerable<Right> rights)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {heading}\n\n{who}\n\n");
        foreach (var right in rights)
        {
            string?[] parts = [right.Note, right is SystemRight { Needs.Count: > 0 } row ? $"by {string.Join(", ", row.Needs.Distinct())}" : null];
            text.Append(CultureInfo.InvariantCulture, $"- `{right.Name}`{(parts.OfType<string>().Any() ? ": " : string.Empty)}{string.Join("; ", parts.OfType<string>())}\n");
        }

        text.Append('\n');
    }
}
