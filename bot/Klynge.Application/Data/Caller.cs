using System.Text;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;

namespace Klynge.Application.Data;

/// <summary>On whose behalf a use case runs: the authenticated sender of an activity, or the system itself.</summary>
/// <param name="PersonId">Null for a timer, a start-up or the command line.</param>
/// <param name="ActivityKey">Names the activity that asked, so that a second delivery has no second effect; null where there is none.</param>
public sealed record Caller(PersonId? PersonId, string? ActivityKey = null)
{
    /// <summary>
    /// The channel's word and so anybody's: a zero character and half a surrogate pair, which PostgreSQL does not keep, become the sign
    /// for what cannot be read.
    /// </summary>
    public string? ActivityKey
    {
        get;
        init => field = Storable(value);
    } = Storable(ActivityKey);

    /// <summary>The machine's own book-keeping: leases, the outbox, what the channel tells of conversations. It may do nothing in a forum.</summary>
    public static Caller System { get; } = new(PersonId: null);

    /// <summary>The row of the table of rights by which the system acts: what it declares is all that it may do. Null for a person.</summary>
    public SystemRight? Row { get; private init; }

    /// <summary>The account by which the person was known; null where nobody had signed in, as on the command line.</summary>
    public SignedInAs? Known { get; init; }

    public bool IsSystem => PersonId is null;

    /// <summary>A job, an event of the channel or a verb of the command line.</summary>
    /// <param name="inNameOf">Whom the audit log names: somebody who was let in to ask for it, and may have left since.</param>
    public static Caller Of(SystemRight row, PersonId? inNameOf = null) => new(inNameOf) { Row = row };

    private static string? Storable(string? key) => key is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)).Replace('\0', '\uFFFD');
}

/// <summary>What proved who somebody was: the account that had signed in, and where. An answer keeps it on record for whoever asks years later.</summary>
/// <param name="Tenant">The account's Entra tenant; null where the channel does not say.</param>
/// <param name="ObjectId">The account's object id in it.</param>
/// <param name="Channel"><c>msteams</c>, or <c>web</c> for the pages.</param>
public sealed record SignedInAs(string? Tenant, string? ObjectId, string? Channel);
