using System.Text.Json.Nodes;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>Files, libraries and columns as Graph writes them.</summary>
internal static class DriveJson
{
    internal static JsonObject Of(SimulatedLibrary library, SimulatedFile file, string? select = null, string? expand = null)
    {
        var whole = new JsonObject
        {
            ["id"] = file.Id,
            ["name"] = file.Name,
            ["eTag"] = file.ETag,
            ["size"] = file.Content.LongLength,
            ["file"] = new JsonObject { ["hashes"] = new JsonObject { ["quickXorHash"] = SharePointHash.Of(file.Content) } },
            ["lastModifiedDateTime"] = file.Modified.ToString("O"),
            ["lastModifiedBy"] = By(file),
            ["webUrl"] = DriveArea.AddressOf(library, file.Path).AbsoluteUri,
            ["parentReference"] = new JsonObject { ["driveId"] = library.DriveId, ["path"] = $"/drives/{library.DriveId}/root:{FolderOf(file)}" },
        };
        var json = Select(whole, select);
        if (expand is not null)
            json["listItem"] = new JsonObject { ["id"] = file.RowId, ["eTag"] = file.RowETag };

        return json;
    }

    internal static JsonObject Folder(string name, string? id = null) =>
        new() { ["id"] = id ?? Guid.NewGuid().ToString(), ["name"] = name, ["folder"] = new JsonObject() };

    internal static JsonObject Of(SimulatedLibrary library) =>
        new() { ["id"] = library.DriveId, ["name"] = library.Name, ["webUrl"] = library.WebUrl.AbsoluteUri };

    internal static JsonObject Column(string name, string title) =>
        new() { ["name"] = name, ["displayName"] = title, ["readOnly"] = name.StartsWith('_') };

    internal static JsonObject Status(SimulatedUpload upload) => new()
    {
        ["expirationDateTime"] = upload.Expires.ToString("O"),
        ["nextExpectedRanges"] = new JsonArray($"{upload.Next}-"),
    };

    internal static JsonObject Select(JsonObject whole, string? select)
    {
        if (select is null)
            return whole;

        var names = select.Split(',');
        return new JsonObject(whole.Where(pair => names.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
    }

    /// <summary>Escaped as in an address; nothing for the library's root.</summary>
    private static string FolderOf(SimulatedFile file) =>
        string.Concat(file.Path.Split('/')[..^1].Select(part => "/" + Uri.EscapeDataString(part)));

    /// <summary>Without <c>inheritedFrom</c>, which Graph leaves out in the libraries of SharePoint.</summary>
    internal static JsonObject Permission(SimulatedReader reader)
    {
        var granted = new JsonObject { ["id"] = reader.Id, ["displayName"] = reader.Name };
        if (reader.Login is { } login)
            granted["loginName"] = login;

        var json = new JsonObject { ["id"] = reader.Id, ["roles"] = new JsonArray(reader.Role) };
        if (reader.Kind == "link")
            json["link"] = new JsonObject { ["scope"] = "organization", ["webUrl"] = $"https://klynge.sharepoint.example/:f:/s/{reader.Id}" };
        else
            json["grantedToV2"] = new JsonObject { [reader.Kind] = granted };

        return json;
    }

    /// <summary>What its folder gives, and the links by which it has been shared.</summary>
    internal static IEnumerable<JsonObject> PermissionsOf(SimulatedLibrary library, SimulatedFile file) =>
    [
        .. (library.ReadersOf(string.Join('/', file.Path.Split('/')[..^1])) ?? []).Select(Permission),
        .. file.Sharing.Select(pair => new JsonObject { ["id"] = pair.Key, ["link"] = new JsonObject { ["webUrl"] = pair.Value.AbsoluteUri } }),
    ];

    private static JsonObject By(SimulatedFile file) => file.ByApplication is { } application
        ? new JsonObject { ["application"] = new JsonObject { ["id"] = application, ["displayName"] = "Klynge" } }
        : new JsonObject { ["user"] = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["displayName"] = "En anden" } };
}
