namespace Klynge.Workspace.MeetingParts;

/// <summary>What a button says that can do one of several things.</summary>
internal static class MeetingActNames
{
    internal const string Undo = "fortryd";
    internal const string Delete = "slet";
    internal const string Sure = "sikker";
}
