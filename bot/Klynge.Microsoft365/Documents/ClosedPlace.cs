namespace Klynge.Microsoft365.Documents;

/// <summary>How the folder of a forum's closed documents stands.</summary>
internal enum ClosedPlace
{
    /// <summary>It has permissions of its own.</summary>
    Safe = 1,

    /// <summary>It inherits the library's: everybody who reads that reads this.</summary>
    Open,

    Missing,
}
