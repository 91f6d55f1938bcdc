using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Meetings;

internal static class MeetingRules
{
    internal static Error? Check(MeetingTime time, Instant now)
    {
        if (time.End is { } end && end <= time.Start)
            return new MeetingEndsBeforeItStarts();

        return time.StartInstant <= now ? new MeetingInThePast() : null;
    }
}
