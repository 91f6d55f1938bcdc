namespace Klynge.Domain.Calendar.Dates;

/// <summary>Which way a date without a year is meant.</summary>
public enum DateLean
{
    /// <summary>The next such date, today included: meetings to come, deadlines.</summary>
    Ahead,

    /// <summary>The latest such date, today included: minutes. Nothing is then refused for being past.</summary>
    Back,
}
