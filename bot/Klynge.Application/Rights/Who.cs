using Klynge.Domain.Forums;
using static Klynge.Application.Rights.Actors;

namespace Klynge.Application.Rights;

/// <summary>Groups of <see cref="Actors"/> that the table's rows name again and again.</summary>
internal static class Who
{
    internal const Actors Leaders = Secretariat | Chair;

    /// <summary>Those who may have an answer of their own in a written procedure.</summary>
    internal const Actors Voters = Chair | Member | Substitute;

    internal const Actors Proposers = Secretariat | Voters;

    internal const Actors ReadersOfClosed = Proposers | Administrative;

    /// <summary>Those who belong to the forum for good, not for one meeting.</summary>
    internal const Actors Seated = ReadersOfClosed | Observer;

    /// <summary>Those who are asked to the meetings in their own right; a substitute is when the seat's holder is away.</summary>
    internal const Actors Invited = Seated & ~Substitute;

    internal const Actors InForum = Seated | Guest;

    /// <summary>Whoever stands on any board's list: for what shows a person nothing but their own.</summary>
    internal const Actors OnRecord = InForum | OtherForum;

    /// <summary>Whoever has the permission by a role, or as a member's substitute.</summary>
    internal static Actors With(Permission permission) =>
        (Role.Secretariat.May(permission) ? Actors.Secretariat : Nobody)
        | (Role.Chair.May(permission) ? Chair : Nobody)
        | (Role.Member.May(permission) ? Member | Substitute : Nobody)
        | (Role.Observer.May(permission) ? Observer : Nobody)
        | (Role.Administrative.May(permission) ? Administrative : Nobody)
        | (Role.Guest.May(permission) ? Guest : Nobody);

    internal const Actors Everybody = OnRecord | Stranger;
}
