namespace Klynge.Workspace.Parts;

/// <summary>One thing in a list: what it is, what is to be known of it, and the page that it leads to.</summary>
/// <param name="Address">Null where there is no page of it yet.</param>
public sealed record Row(string Title, string Facts, string? Address = null)
{
    /// <summary>Somebody should look: said in the facts, too, never by colour alone.</summary>
    public bool IsLate { get; init; }

    /// <summary>What can be done with it at once; null where nothing can.</summary>
    public RowAct? Act { get; init; }
}

/// <param name="Address">Of the act.</param>
/// <param name="Label">On the button.</param>
public sealed record RowAct(string Address, string Label);

/// <summary>A list with its heading.</summary>
public sealed record RowGroup(string Heading, IReadOnlyList<Row> Rows);
