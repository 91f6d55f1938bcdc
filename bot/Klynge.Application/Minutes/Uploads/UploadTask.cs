namespace Klynge.Application.Minutes.Uploads;

public enum UploadTask
{
    /// <summary>The minutes as a Word document.</summary>
    Write = 1,

    /// <summary>Approved minutes: the columns say so, and a PDF stands beside.</summary>
    Publish = 2,
}
