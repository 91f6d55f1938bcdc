namespace Klynge.Application.Meetings;

/// <summary>What the meetings' cards say.</summary>
internal static class Texts
{
    internal const string ToAgenda = "Vis dagsorden";
}
