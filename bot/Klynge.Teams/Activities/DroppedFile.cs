using System.Text.Json;

namespace Klynge.Teams.Activities;

/// <summary>
/// A file that a person has dropped into the personal chat. Teams lays it into the person's OneDrive and hands on an address that opens it
/// for a short while: whoever has the address has the file, so it is never logged or shown.
/// </summary>
/// <param name="Name">As the person's machine called it: untrusted.</param>
/// <param name="Url">Where it can be fetched: untrusted, see <see cref="Connector.FileDownloads"/>.</param>
public sealed record DroppedFile(string Name, string Url)
{
    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>In channels and group chats a file stands in SharePoint, and comes as a reference to it.</summary>
    private const string Reference = "reference";

    /// <summary>The files of a message that can be fetched; what lacks a name or an address is none.</summary>
    public static IReadOnlyList<DroppedFile> Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return [.. (activity.Attachments ?? []).Where(one => one.ContentType == DownloadInfo).Select(Read).OfType<DroppedFile>()];
    }

    /// <summary>Whether somebody has laid a file beside the message, whether it can be fetched or not.</summary>
    public static bool AreIn(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Attachments?.Any(one => one.ContentType is DownloadInfo or Reference) == true;
    }

    private static DroppedFile? Read(Attachment attachment) =>
        attachment is { Name: { Length: > 0 } name, Content: { ValueKind: JsonValueKind.Object } content }
        && content.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String && url.GetString() is { Length: > 0 } address
            ? new DroppedFile(name, address)
            : null;

    public override string ToString() => nameof(DroppedFile);
}
