using Klynge.Application.Attendance.Items;
using Klynge.Domain.Agendas;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Agendas.Council.Impartiality;

/// <summary>What the minutes of an item say of who was inhabil: how it came up, and what the body decided.</summary>
internal static class ImpartialityMinutes
{
    internal static MinutesItem WithQuestions(MinutesItem printed, AgendaItem item, string forum) => item.Content.Impartiality.Count == 0
        ? printed
        : ItemAttendance.WithSection(printed, ImpartialityTexts.Section, string.Join("\n\n", item.Content.Impartiality.Select(one => ImpartialityTexts.Printed(one, forum))));
}
