namespace Klynge.Application.Minutes.Uploads;

public enum UploadState
{
    /// <summary>It is tried, or tried again, when it is due.</summary>
    Waiting = 1,

    /// <summary>Done.</summary>
    Stored = 2,

    /// <summary>Somebody has changed the document in the library: a person decides what happens.</summary>
    Changed = 3,

    /// <summary>Given up; a person may ask for another try.</summary>
    Failed = 4,
}
