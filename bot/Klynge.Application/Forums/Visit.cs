using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums;

/// <summary>Somebody in a forum: what the gate finds out before anything is done there, and hands on.</summary>
/// <param name="Board">The name of the board that the forum is part of.</param>
public sealed record Visit(Forum Forum, string Board, ForumAccess Access)
{
    /// <summary>The forum is history, and this would change something. Somebody who has nothing to do with it is told no more than of any other.</summary>
    internal bool IsHistoricFor(Permission permission, LocalDate today) => Forum.IsHistoric(today) && !permission.OnlyReads() && Access.May(permission);
}
