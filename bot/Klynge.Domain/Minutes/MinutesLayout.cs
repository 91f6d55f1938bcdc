namespace Klynge.Domain.Minutes;

/// <summary>How a forum wants its minutes printed.</summary>
/// <param name="Look">The order of the parts, and their labels.</param>
/// <param name="Undecided">What is printed of an item on which nothing was decided.</param>
/// <param name="Party">The list of participants says the members' party: a council's rules of procedure often ask for it.</param>
public sealed record MinutesLayout(MinutesLook Look = MinutesLook.Continuous, UndecidedItems Undecided = UndecidedItems.Plain, bool Party = false)
{
    public static MinutesLayout Usual { get; } = new();
}

public enum MinutesLook
{
    /// <summary>Item follows item; people ahead of the contents, and each item ends with its decision.</summary>
    Continuous = 1,

    /// <summary>As minutes systems print: contents on the first page, each item on a page of its own, its decision ahead of the case.</summary>
    PagePerItem = 2,
}

public enum UndecidedItems
{
    /// <summary>The item, and no heading for a decision.</summary>
    Plain = 1,

    /// <summary>A sentence in the decision's place says that none is recorded.</summary>
    Stated = 2,

    /// <summary>The item stays out of the minutes; the others keep their numbers.</summary>
    LeftOut = 3,
}
