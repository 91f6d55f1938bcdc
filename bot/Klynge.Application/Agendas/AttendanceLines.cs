using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>The lines at the foot of an agenda: who is invited, who has sent an apology, and whether the forum can decide.</summary>
internal static class AttendanceLines
{
    /// <summary>More names than this make a wall of text; the rest is counted.</summary>
    private const int MaxNames = 20;

    private const int MaxNameLength = 60;

    internal static IEnumerable<CardElement> Of(AgendaView view)
    {
        if (view.Invitations is { } invitations)
            yield return new TextBlock(CardText.Escape(Invited(invitations))) { Separator = true, Spacing = Spacing.Medium };

        yield return new TextBlock(CardText.Escape(Apologies(view)))
        {
            Separator = view.Invitations is null,
            Spacing = view.Invitations is null ? Spacing.Medium : Spacing.Small,
        };
        yield return QuorumLine(view);
    }

    /// <summary>The lines as a card of their own: who comes.</summary>
    internal static AdaptiveCard Card(AgendaView view) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{view.Meeting.Forum}: {Apologies(view)}"),
        FallbackText = $"{view.Meeting.Forum}: {Apologies(view)}",
        Body =
        [
            CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
            CardParts.Heading(Texts.WhoComes),
            CardParts.Line(DanishFormat.Capitalised(CardParts.When(view.Meeting.Time))),
            .. Of(view),
        ],
        Actions = [CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id)],
    }.WithButtonsInLines();

    /// <summary>Letters that the lines take, for the size of the card.</summary>
    internal static int Length(AgendaView view) =>
        Apologies(view).Length + (view.Invitations is { } invitations ? Invited(invitations).Length : 0);

    /// <summary>»Indkaldt i Outlook: 13 · ja 8 · måske 2 (Tina Lund, Bo Friis) · intet svar 1 · ikke indkaldt: Bodil Krag«</summary>
    internal static string Invited(InvitationCount count)
    {
        string[] parts =
        [
            $"Indkaldt i Outlook: {count.Invited}",
            $"ja {count.Coming}",
            .. count.Tentative.Count > 0 ? new[] { $"måske {count.Tentative.Count} ({Names(count.Tentative)})" } : [],
            .. count.Unanswered > 0 ? new[] { $"intet svar {count.Unanswered}" } : [],
            .. count.Missing.Count > 0 ? new[] { $"ikke indkaldt: {Names(count.Missing)}" } : [],
        ];
        return string.Join(" · ", parts);
    }

    /// <summary>»Afbud (3 af 13): Tina Lund (stedfortræder: Bo Friis), Ole Dam (Ida Holm er spurgt som stedfortræder), Bodil Krag«</summary>
    internal static string Apologies(AgendaView view)
    {
        if (view.Absences.Count == 0)
            return "Afbud: ingen";

        var count = view.Absences.Count(absence => absence.HasVote);
        var names = view.Absences.Take(MaxNames).Select(Named);
        var rest = view.Absences.Count > MaxNames ? $" og {view.Absences.Count - MaxNames} mere" : string.Empty;
        return $"Afbud ({count} af {view.Quorum.VotingSeats}): {string.Join(", ", names)}{rest}";
    }

    /// <summary>»Beslutningsdygtigt: ja, alle sektorer«</summary>
    internal static string Describe(AgendaView view)
    {
        var quorum = view.Quorum;
        if (quorum.IsMet)
        {
            return quorum.IsTight
                ? "Beslutningsdygtigt: ja, men ét afbud mere kan ændre det"
                : view.NeedsEverySector ? "Beslutningsdygtigt: ja, alle sektorer"
                : $"Beslutningsdygtigt: ja, {quorum.Filled} af {quorum.VotingSeats} kommer";
        }

        var few = quorum.Filled < quorum.Needed
            ? $"{quorum.Filled} af {quorum.VotingSeats} kommer, og der skal være mindst {quorum.Needed}"
            : null;
        var sectors = quorum.MissingSectors.Count > 0 ? $"ingen kommer fra {DanishFormat.List(quorum.MissingSectors)}" : null;
        return $"Beslutningsdygtigt: nej, {string.Join("; ", new[] { few, sectors }.OfType<string>())}";
    }

    private static TextBlock QuorumLine(AgendaView view) => new(CardText.Escape(Describe(view)))
    {
        Spacing = Spacing.Small,
        Weight = view.Quorum.IsMet ? null : TextWeight.Bolder,
        Color = !view.Quorum.IsMet ? TextColor.Attention : view.Quorum.IsTight ? TextColor.Warning : TextColor.Good,
    };

    private static string Names(IReadOnlyList<string> names)
    {
        var rest = names.Count > MaxNames ? $" og {names.Count - MaxNames} mere" : string.Empty;
        return string.Join(", ", names.Take(MaxNames).Select(Short)) + rest;
    }

    private static string Short(string name) => DanishText.Shorten(name, MaxNameLength);

    private static string Named(Absence absence) => (absence.Substitute, absence.Asked, absence.HasVote) switch
    {
        ({ } substitute, _, _) => $"{Short(absence.Name)} (stedfortræder: {Short(substitute)})",
        (null, { } asked, _) => $"{Short(absence.Name)} ({Short(asked)} er spurgt som stedfortræder)",
        (null, null, false) => $"{Short(absence.Name)} (uden stemme)",
        _ => Short(absence.Name),
    };
}
