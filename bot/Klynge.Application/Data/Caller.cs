using System.Text;
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

    /// <summary>Timers, start-up and the command line: whoever can start the program may do what the program does.</summary>
    public static Caller System { get; } = new(PersonId: null);

    public bool IsSystem => PersonId is null;

    private static string? Storable(string? key) => key is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)).Replace('\0', '\uFFFD');
}
