using System.Text;
using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.Templates;

/// <summary>
/// What a template of the board file (»board template«) makes on a board that is there: its forums with their rules. Its people are
/// placeholders, and none of them gets a seat: a »NN Formand« would be asked to vote.
/// </summary>
/// <param name="Name">What it is asked for by: »klynge«.</param>
/// <param name="Kind">»Sundhedsklynge«.</param>
/// <param name="Forums">From the lowest rung up.</param>
public sealed record ForumTemplate(string Name, string Kind, IReadOnlyList<ForumDescription> Forums)
{
    public static IReadOnlyList<ForumTemplate> All { get; } = [.. BoardTemplates.Names.Select(name => Find(name)!)];

    /// <returns>Null for what is no template. »aeldreraad« is »ældreråd«.</returns>
    public static ForumTemplate? Find(string? written)
    {
        if (BoardTemplates.Find(written) is not { } text || BoardFileReader.Read(Encoding.UTF8.GetBytes(text)).Board is not { } board)
            return null;

        var name = BoardTemplates.Names.First(one => DanishText.Fold(one) == DanishText.Fold(written));
        return new ForumTemplate(name, board.Kind, [.. board.Forums.OrderBy(forum => forum.Level)]);
    }

    /// <summary>The seats that are to be filled, each with how many there are of it: »3 medlemmer, Anden Kommune«. The secretariat is whoever makes the forum.</summary>
    public static IReadOnlyList<(Role Role, string Organisation, int Count)> SeatsOf(ForumDescription forum)
    {
        ArgumentNullException.ThrowIfNull(forum);
        return [.. ToFill(forum).GroupBy(seat => (seat.Role, seat.Organisation)).Select(seats => (seats.Key.Role, seats.Key.Organisation, seats.Count()))];
    }

    internal static IEnumerable<SeatDescription> ToFill(ForumDescription forum) => forum.Members.Where(seat => seat.Role != Role.Secretariat);
}
