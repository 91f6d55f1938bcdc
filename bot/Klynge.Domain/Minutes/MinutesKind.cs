namespace Klynge.Domain.Minutes;

/// <summary>An agenda has no decisions yet; minutes have been held.</summary>
public enum MinutesKind
{
    Minutes,
    Agenda,
}
