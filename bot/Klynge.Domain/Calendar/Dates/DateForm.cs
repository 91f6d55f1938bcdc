namespace Klynge.Domain.Calendar.Dates;

/// <summary>The kind of words that name a day; a text finder trusts them differently.</summary>
public enum DateForm
{
    /// <summary>A day with its month: "30. april", "30/4-27", "03022027".</summary>
    Day,

    /// <summary>A day without its month: "den 14.", "den fjortende".</summary>
    DayOfMonth,

    /// <summary>"fredag", "fredag i uge 17", "mandag om 14 dage".</summary>
    Weekday,

    /// <summary>"i morgen", "om 14 dage".</summary>
    Relative,

    /// <summary>"14 dage efter mødet", "otte dage før mødet d. 20. januar".</summary>
    FromMeeting,

    /// <summary>"uge 17", which is several days.</summary>
    Week,

    /// <summary>"udgangen af april", "ultimo april", "årets udgang": an end by itself.</summary>
    EndOf,

    /// <summary>"primo maj", "medio maj".</summary>
    PartOfMonth,

    /// <summary>"første tirsdag i marts", "1. hverdag i februar".</summary>
    Nth,

    /// <summary>"2. påskedag", "dagen før grundlovsdag".</summary>
    Holiday,
}

/// <summary>Which way a date without a year is meant.</summary>
public enum DateLean
{
    /// <summary>The next such date, today included: meetings to come, deadlines.</summary>
    Ahead,

    /// <summary>The latest such date, today included: minutes. Nothing is then refused for being past.</summary>
    Back,
}

/// <summary>What lies beyond is a slip of the keyboard.</summary>
internal static class DateLimits
{
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    /// <summary>For "om 14 dage" and its like, whatever the unit.</summary>
    public const int MaxAhead = 730;
}
