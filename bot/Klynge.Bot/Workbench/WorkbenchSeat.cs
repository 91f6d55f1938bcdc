namespace Klynge.Bot.Workbench;

/// <summary>A person's place in one forum.</summary>
public sealed record WorkbenchSeat(string PersonId, WorkbenchRole Role);
