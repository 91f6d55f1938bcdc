using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Documents;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// A document's path within its library. SharePoint takes 400 characters from the host's root to the end of the name, counted as people
/// read them (decoded); what is longer is cut, with a hash of the whole, so that the same document always has the same path.
/// </summary>
internal static class SharePointPath
{
    internal const int MaxLength = 400;

    private const int HashLength = 8;
    private const int MinRoom = 100;

    /// <summary>Whether a library lies so deep that there is hardly a name left to give.</summary>
    internal static bool IsTooDeep(string root) => Room(root) < MinRoom;

    /// <summary><c>Chefforum/2025</c>, each part escaped for an address.</summary>
    internal static string FolderOf(SharePointPlace place, string folder)
    {
        var parts = folder.Split('/');
        return Escape([Forum(place, parts[0]), .. parts[1..]]);
    }

    /// <summary><c>Chefforum/2025/Referat%20Chefforum%202025-02-04.docx</c></summary>
    internal static string Of(SharePointPlace place, DocumentPath path) =>
        Escape([Forum(place, path.Forum), .. path.Folder.Split('/')[1..], NameOf(place, path)]);

    /// <summary>The name alone, as it stands in the library.</summary>
    internal static string NameOf(SharePointPlace place, DocumentPath path)
    {
        var room = Room(place.Root) - Forum(place, path.Forum).Length - (path.IsClosed ? DocumentPath.ClosedFolder.Length + 1 : 0);
        return Fit(Path.GetFileNameWithoutExtension(path.Name), Path.GetExtension(path.Name), room);
    }

    /// <summary>The folder of a forum's closed documents, escaped.</summary>
    internal static string ClosedFolderOf(SharePointPlace place, string forum) => Escape(Forum(place, forum), DocumentPath.ClosedFolder);

    /// <summary>The forum's folder has a third of the room at the most, whatever lies in it.</summary>
    private static string Forum(SharePointPlace place, string forum) => Fit(forum, string.Empty, Room(place.Root) / 3);

    /// <summary>What is left for forum and name: the root, three slashes and the year are there already.</summary>
    private static int Room(string root) => MaxLength - root.Length - 3 - 4;

    private static string Escape(params string[] parts) => string.Join('/', parts.Select(Uri.EscapeDataString));

    private static string Fit(string name, string extension, int room)
    {
        if (name.Length + extension.Length <= room)
            return name + extension;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        var left = room - extension.Length - HashLength - 1;
        var end = char.IsHighSurrogate(name[left - 1]) ? left - 1 : left;
        return $"{name[..end].TrimEnd(' ', '.')}-{hash}{extension}";
    }
}
