using System.Collections.Frozen;
using static Klynge.Domain.Forums.Permission;

namespace Klynge.Domain.Forums;

/// <summary>
/// The one table of who may do what in a forum. A vote is not a permission: it belongs to the seats on a case's roll.
/// A substitute has the member's permissions through the seat, see <see cref="ForumAccess"/>.
/// </summary>
public static class Permissions
{
    private static readonly Permission[] Reader = [ReadAgenda, ReadMinutes, ReadDeadlines];
    private static readonly Permission[] Seated = [.. Reader, ReadClosedItems, ProposeItem, RegisterOwnApology, AskChairs];
    private static readonly Permission[] Leading = [.. Seated, RegisterApologyForOthers, OpenWrittenProcedure, CloseWrittenProcedure, ConfirmWrittenProcedure, ReadDraftMinutes, ManageDeadlines, ApproveAgenda, AnswerQuestions, DecideAsChair];

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, FrozenSet<Permission>>
    {
        [Role.Member] = Seated.ToFrozenSet(),
        [Role.CoChair] = Leading.ToFrozenSet(),
        [Role.Chair] = Leading.ToFrozenSet(),
        [Role.DeputyChair] = Leading.ToFrozenSet(),
        [Role.Observer] = FrozenSet.ToFrozenSet([.. Reader, RegisterOwnApology]),
        [Role.Administrative] = FrozenSet.ToFrozenSet([.. Reader, ReadClosedItems, RegisterOwnApology]),
        [Role.Secretariat] = Enum.GetValues<Permission>().Except([ConfirmWrittenProcedure, ApproveAgenda, AskChairs, DecideAsChair]).ToFrozenSet(),
        [Role.Guest] = FrozenSet.ToFrozenSet([ReadAgenda]),
    }.ToFrozenDictionary();

    /// <summary>What begins or plans something. In a forum that is closed down nobody does; what was begun there is finished and read.</summary>
    private static readonly FrozenSet<Permission> Beginning = FrozenSet.ToFrozenSet(
        [ProposeItem, ManageAgenda, ManageMeetings, RegisterOwnApology, RegisterApologyForOthers, OpenWrittenProcedure, LinkConversation, ManageDeadlines, ManageAnnualWheel, ApproveAgenda, AskChairs, DecideAsChair, ManageForum]);

    /// <summary>What changes nothing. In a forum that is history it is all that is left.</summary>
    private static readonly FrozenSet<Permission> Reading = FrozenSet.ToFrozenSet([ReadAgenda, ReadClosedItems, ReadMinutes, ReadDraftMinutes, ReadDeadlines]);

    public static bool May(this Role role, Permission permission) => Table[role].Contains(permission);

    /// <summary>Whether it can be done in a forum that is closed down.</summary>
    public static bool OutlivesForum(this Permission permission) => !Beginning.Contains(permission);

    /// <summary>Whether it is done in a forum that is history.</summary>
    public static bool OnlyReads(this Permission permission) => Reading.Contains(permission);

    /// <summary>What a seat's substitute is: to lead the forum is the chair's own, and to keep its books the secretariat's.</summary>
    internal static Role OfSubstitute(this Role seat) => seat is Role.Observer or Role.Administrative or Role.Guest ? seat : Role.Member;
}
