namespace Klynge.Domain.Deadlines;

/// <summary>Where a deadline comes from.</summary>
public enum DeadlineKind
{
    /// <summary>A person has set it.</summary>
    Own = 1,

    /// <summary>Found in a text and accepted by the secretariat.</summary>
    Found = 2,

    /// <summary>From the forum's annual wheel (årshjul).</summary>
    Annual = 3,

    /// <summary>Members' items in, by the rules of procedure. It passes by itself: nobody is late.</summary>
    ItemsIn = 4,

    /// <summary>The agenda goes out.</summary>
    AgendaOut = 5,

    /// <summary>The minutes go out.</summary>
    MinutesOut = 6,

    /// <summary>Comments on the minutes in. It passes by itself.</summary>
    CommentsIn = 7,
}
