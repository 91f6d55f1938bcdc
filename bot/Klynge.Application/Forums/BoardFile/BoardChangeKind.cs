namespace Klynge.Application.Forums.BoardFile;

public enum BoardChangeKind
{
    /// <summary>Ny.</summary>
    Added = 1,

    /// <summary>Ændret.</summary>
    Changed = 2,

    /// <summary>Slutter: a seat gets its last day, a forum is closed. The history stays.</summary>
    Ended = 3,
}
