using NodaTime.Text;

namespace Klynge.Bot.Workbench.Api;

/// <summary>A stored document in the page's list.</summary>
internal sealed record DocumentView(string Name, string Folder, long Size, string Modified, string Link)
{
    public static DocumentView Of(WorkbenchDocument document) => new(
        document.Name,
        document.Folder,
        document.Size,
        InstantPattern.ExtendedIso.Format(document.Modified),
        "/workbench/document?id=" + Uri.EscapeDataString(document.Id));
}
