using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Attendance;

/// <summary>The one line that says whether a meeting can decide, the same on every card and in the minutes.</summary>
public static class QuorumTexts
{
    /// <summary>»Beslutningsdygtigt: ja, alle sektorer« or what is missing.</summary>
    public static string Line(Quorum quorum, bool everySector)
    {
        ArgumentNullException.ThrowIfNull(quorum);
        if (quorum.IsMet)
        {
            var tight = quorum.IsTight ? ", men uden et eneste afbud til" : string.Empty;
            return $"Beslutningsdygtigt: ja{(everySector ? ", alle sektorer" : string.Empty)}{tight}";
        }

        var seats = quorum.Filled < quorum.Needed ? $"{quorum.Filled} af de {quorum.Needed} nødvendige kommer" : null;
        var sectors = quorum.MissingSectors.Count > 0 ? $"ingen fra {DanishFormat.List(quorum.MissingSectors)}" : null;
        return $"Beslutningsdygtigt: nej, {string.Join(" og ", new[] { seats, sectors }.OfType<string>())}";
    }
}
