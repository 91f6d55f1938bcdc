using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Meetings;

/// <summary>
/// When somebody has read a meeting's agenda on its page, so that what has changed since is marked for them. It is shown to nobody else, and
/// forgotten when the meeting is over.
/// </summary>
public sealed class AgendaRead
{
    /// <summary>A page that is opened again within it is read still: a reload does not take the marks away.</summary>
    public static readonly Duration OneReading = Duration.FromMinutes(30);

    /// <summary>A page that is opened anew so soon is not noted again.</summary>
    private static readonly Duration Noted = Duration.FromMinutes(1);

    private AgendaRead()
    {
    }

    public ForumId ForumId { get; private init; }

    public MeetingId MeetingId { get; private init; }

    public PersonId PersonId { get; private init; }

    /// <summary>When the page was opened last.</summary>
    public Instant ReadAt { get; private set; }

    /// <summary>What came or was changed after it is marked; null as long as the agenda has been read once.</summary>
    public Instant? MarksFrom { get; private set; }

    public static AgendaRead First(ForumId forum, MeetingId meeting, PersonId person, Instant now) =>
        new() { ForumId = forum, MeetingId = meeting, PersonId = person, ReadAt = now };

    /// <summary>The page is opened again.</summary>
    /// <example>Read at 9.00 and again at 14.00: what came after 9.00 is marked, and still is after a reload at 14.10.</example>
    /// <returns>Whether there is anything to keep.</returns>
    public bool Open(Instant now)
    {
        if (now - ReadAt < Noted)
            return false;

        if (now - ReadAt >= OneReading)
            MarksFrom = ReadAt;

        ReadAt = now;
        return true;
    }

    /// <summary>From when on changes are marked if the page is opened at a time; null where none are.</summary>
    public Instant? MarksAt(Instant now) => now - ReadAt >= OneReading ? ReadAt : MarksFrom;
}
