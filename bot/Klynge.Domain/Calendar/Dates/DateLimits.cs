namespace Klynge.Domain.Calendar.Dates;

/// <summary>What lies beyond is a slip of the keyboard.</summary>
internal static class DateLimits
{
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    /// <summary>For "om 14 dage" and its like, whatever the unit.</summary>
    public const int MaxAhead = 730;
}
