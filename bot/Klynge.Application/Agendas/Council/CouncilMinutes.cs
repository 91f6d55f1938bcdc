using Klynge.Application.Attendance.Items;
using Klynge.Domain.Agendas;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Agendas.Council;

/// <summary>A member's rights as minutes and pages print them: after the decision what was said at this meeting, before it what came along.</summary>
public static class CouncilMinutes
{
    /// <summary>Who has stopped the decision, and what was said against it.</summary>
    public static IEnumerable<string> Lines(AgendaItemContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Stops.Select(CouncilTexts.Printed).Concat(content.Dissents.Where(one => !one.CameAlong).Select(CouncilTexts.Printed));
    }

    /// <summary>The opinions that came along with the case are a part of what the meeting has before it.</summary>
    internal static MinutesItem WithEarlier(MinutesItem printed, AgendaItem item)
    {
        var earlier = item.Content.Dissents.Where(one => one.CameAlong).Select(CouncilTexts.Printed).ToList();
        return earlier.Count == 0 ? printed : ItemAttendance.WithSection(printed, CouncilTexts.DissentSection, string.Join("\n\n", earlier));
    }
}
