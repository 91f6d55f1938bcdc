using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas.Exclusions;

/// <summary>Who reads, as far as closed items go.</summary>
/// <param name="MayRead">Whether they may read closed items at all.</param>
/// <param name="Person">Who is asked about, for the items that a single reader is kept out of; null where what is drawn is for nobody in particular.</param>
public readonly record struct ClosedReader(bool MayRead, PersonId? Person)
{
    /// <summary>Everything: what the secretariat works on, and what is hidden from each reader afterwards.</summary>
    public static ClosedReader Everything { get; } = new(MayRead: true, Person: null);

    /// <summary>What everybody in a chat may read.</summary>
    public static ClosedReader Nothing { get; } = new(MayRead: false, Person: null);

    public static ClosedReader Of(ForumAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return new(access.May(Permission.ReadClosedItems), access.PersonId);
    }

    /// <summary>The line as this reader sees it.</summary>
    internal AgendaLine See(AgendaLine line) => MayRead && !(Person is { } person && (line.Excluded.Contains(person) || line.KeptOut.Contains(person))) ? line : AgendaLines.Hide(line);
}
