using Klynge.Microsoft365.Simulated.Http;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>Files by their path: looking, listing, storing, fetching.</summary>
internal sealed class FileRequests(
    Func<FakeCall, Func<SimulatedSite, SimulatedLibrary, IResult>, IResult> inDrive,
    UploadAddresses uploads,
    DownloadAddresses downloads,
    Func<(int PageSize, bool RendersNothing)> moods)
{
    private const string Conflict = "@microsoft.graph.conflictBehavior";
    private const int LargestPut = 250 * 1024 * 1024;

    internal void Map(FakeRoutes routes)
    {
        const string Pattern = "/v1.0/drives/{drive}/{**address}";
        routes.On("GET", "/v1.0/drives/{drive}/root/permissions", call => inDrive(call, (_, library) =>
            GraphAnswer.Page((library.ReadersOf(string.Empty) ?? []).Select(DriveJson.Permission)))).Query("$select");
        routes.On("GET", Pattern, call => At(call, Read)).Query("$select", "$expand", "$skiptoken", "format");
        routes.On("PUT", Pattern, call => At(call, Put)).RequireQuery(Conflict).RawBody();
        routes.On("POST", Pattern, call => At(call, Begin)).Body("item", "name", "folder", "@odata.type", Conflict);
        const string ById = "/v1.0/drives/{drive}/items/{id}";
        routes.On("PATCH", ById, call => inDrive(call, (_, library) => Move(call, library))).Body("name", "parentReference", "@odata.type");
        routes.On("DELETE", ById, call => inDrive(call, (_, library) => Delete(call, library)));
        routes.On("GET", ById + "/permissions", call => inDrive(call, (_, library) => library.FindId(call.Route("id")) is { } file
            ? GraphAnswer.Page(DriveJson.PermissionsOf(library, file))
            : NotFound())).Query("$select");
        routes.On("DELETE", ById + "/permissions/{permission}", call => inDrive(call, (_, library) =>
            library.FindId(call.Route("id"))?.Sharing.TryRemove(call.Route("permission"), out Uri? _) == true ? Results.NoContent() : NotFound()));
    }

    private IResult At(FakeCall call, Func<FakeCall, SimulatedLibrary, DriveAddress, IResult> answer) => inDrive(call, (_, library) =>
    {
        if (DriveAddress.Parse(call.Route("address")) is not { } address)
            return call.Unexpected("no address by path");

        var root = Uri.UnescapeDataString(library.WebUrl.AbsolutePath);
        return SharePointNames.Check(root, address.Path) is { } wrong ? call.Unexpected(wrong) : answer(call, library, address);
    });

    private IResult Read(FakeCall call, SimulatedLibrary library, DriveAddress address) => address.Operation switch
    {
        "" => library.Find(address.Path) is { } file
            ? GraphAnswer.Json(DriveJson.Of(library, file, call.Query("$select"), call.Query("$expand")))
            : library.FolderId(address.Path) is { } folder ? GraphAnswer.Json(DriveJson.Folder(address.Path.Split('/')[^1], folder))
            : NotFound(),
        "children" => List(call, library, address.Path),
        "content" => Fetch(call, library, address.Path),
        "permissions" => library.ReadersOf(address.Path) is { } readers ? GraphAnswer.Page(readers.Select(DriveJson.Permission)) : NotFound(),
        _ => call.Unexpected("no such operation"),
    };

    private IResult List(FakeCall call, SimulatedLibrary library, string folder)
    {
        var files = library.Files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase)).ToList();
        if (files.Count == 0)
            return NotFound();

        var skip = int.Parse(call.Query("$skiptoken") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var size = moods().PageSize;
        var page = files.Skip(skip).Take(size).Select(file => DriveJson.Of(library, file, call.Query("$select")));
        var next = skip + size < files.Count
            ? $"{call.Origin}{call.Http.Request.Path.ToUriComponent()}?$select={call.Query("$select")}&$skiptoken={skip + size}"
            : null;
        return GraphAnswer.Page(skip == 0 ? page.Append(DriveJson.Folder("Bilag")) : page, next);
    }

    /// <summary>Both the file and its rendering are somewhere else: another host, where a token has no business.</summary>
    private IResult Fetch(FakeCall call, SimulatedLibrary library, string path)
    {
        if (library.Find(path) is not { } file)
            return NotFound();

        var format = call.Query("format");
        return format is not (null or "pdf") ? call.Unexpected("an unknown format")
            : format is null ? downloads.Redirect(call, file.Content)
            : moods().RendersNothing || !path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
                ? GraphAnswer.Error(StatusCodes.Status406NotAcceptable, "notSupported")
            : downloads.Redirect(call, [.. "%PDF-1.7\n"u8, .. System.Text.Encoding.UTF8.GetBytes($"{file.Name} {Guid.NewGuid():N}\n%%EOF\n")]);
    }

    private static IResult Put(FakeCall call, SimulatedLibrary library, DriveAddress address)
    {
        if (address.Operation != "content" || call.Content.Length > LargestPut)
            return call.Unexpected("no upload that Graph takes in one piece");

        if (Refuse(call, library, address.Path, call.Query(Conflict)) is { } refusal)
            return refusal;

        var isNew = library.Find(address.Path) is null;
        var file = library.Store(address.Path, call.Content.ToArray(), DriveArea.Application);
        return GraphAnswer.Json(DriveJson.Of(library, file), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private IResult Begin(FakeCall call, SimulatedLibrary library, DriveAddress address)
    {
        if (address.Operation == "children")
            return MakeFolder(call, library, address.Path);

        var behaviour = (string?)call.Body["item"]?[Conflict];
        return address.Operation != "createUploadSession" ? call.Unexpected("no such operation")
            : Refuse(call, library, address.Path, behaviour) ?? uploads.Begin(call, library, address.Path, behaviour == "replace");
    }

    private static IResult MakeFolder(FakeCall call, SimulatedLibrary library, string parent)
    {
        var path = $"{parent}/{(string?)call.Body["name"]}";
        return (string?)call.Body[Conflict] != "fail" || call.Body["folder"] is null ? call.Unexpected("a conflict left to chance")
            : library.FolderId(parent) is null ? NotFound()
            : library.FolderId(path) is not null ? GraphAnswer.Error(StatusCodes.Status409Conflict, "nameAlreadyExists")
            : GraphAnswer.Json(DriveJson.Folder(path.Split('/')[^1], library.MakeFolder(path)), StatusCodes.Status201Created);
    }

    /// <summary>Another folder, another name, or both in one step. Into a folder that is there, and over nothing.</summary>
    private static IResult Move(FakeCall call, SimulatedLibrary library)
    {
        if (library.FindId(call.Route("id")) is not { } file)
            return NotFound();

        var parent = call.Body["parentReference"];
        if ((string?)parent?["driveId"] != library.DriveId || library.FolderOf((string?)parent?["id"] ?? string.Empty) is not { } folder)
            return NotFound();

        var path = $"{folder}/{(string?)call.Body["name"] ?? file.Name}";
        if (SharePointNames.Check(Uri.UnescapeDataString(library.WebUrl.AbsolutePath), path) is { } wrong)
            return call.Unexpected(wrong);

        if (RefuseChange(call, file) is { } refusal)
            return refusal;

        if (library.Find(path) is not null)
            return GraphAnswer.Error(StatusCodes.Status409Conflict, "nameAlreadyExists");

        library.Move(file, path, DriveArea.Application);
        return GraphAnswer.Json(DriveJson.Of(library, file));
    }

    private static IResult Delete(FakeCall call, SimulatedLibrary library)
    {
        if (library.FindId(call.Route("id")) is not { } file)
            return NotFound();

        if (RefuseChange(call, file) is { } refusal)
            return refusal;

        library.Recycle(file);
        return Results.NoContent();
    }

    private static IResult? RefuseChange(FakeCall call, SimulatedFile file) =>
        call.Header("If-Match") is not { } seen ? call.Unexpected("a file changed unseen")
        : file.IsLocked ? GraphAnswer.Error(StatusCodes.Status423Locked, "resourceLocked")
        : seen != file.ETag ? GraphAnswer.Error(StatusCodes.Status412PreconditionFailed, "resourceModified")
        : null;

    /// <summary>What a write would overwrite, or may not reach; null for nothing.</summary>
    private static IResult? Refuse(FakeCall call, SimulatedLibrary library, string path, string? behaviour)
    {
        var (present, seen) = (library.Find(path), call.Header("If-Match"));
        return behaviour is not ("fail" or "replace") ? call.Unexpected("a conflict left to chance")
            : behaviour == "replace" && seen is null ? call.Unexpected("a file overwritten unseen")
            : library.IsFull ? GraphAnswer.Error(StatusCodes.Status507InsufficientStorage, "quotaLimitReached")
            : present is { IsLocked: true } ? GraphAnswer.Error(StatusCodes.Status423Locked, "resourceLocked")
            : seen is not null && seen != present?.ETag ? GraphAnswer.Error(StatusCodes.Status412PreconditionFailed, "resourceModified")
            : behaviour == "fail" && present is not null ? GraphAnswer.Error(StatusCodes.Status409Conflict, "nameAlreadyExists")
            : null;
    }

    private static IResult NotFound() => GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound");
}
