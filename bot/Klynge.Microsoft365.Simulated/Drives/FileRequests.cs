using Klynge.Microsoft365.Simulated.Http;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>Files by their path: looking, listing, storing, fetching.</summary>
internal sealed class FileRequests(
    Func<StandInCall, Func<SimulatedSite, SimulatedLibrary, IResult>, IResult> inDrive,
    UploadAddresses uploads,
    DownloadAddresses downloads,
    Func<(int PageSize, bool RendersNothing)> moods)
{
    private const string Conflict = "@microsoft.graph.conflictBehavior";
    private const int LargestPut = 250 * 1024 * 1024;

    internal void Map(StandInRoutes routes)
    {
        const string Pattern = "/v1.0/drives/{drive}/{**address}";
        routes.On("GET", Pattern, call => At(call, Read)).Query("$select", "$expand", "$skiptoken", "format");
        routes.On("PUT", Pattern, call => At(call, Put)).RequireQuery(Conflict).RawBody();
        routes.On("POST", Pattern, call => At(call, Begin)).Body("item");
    }

    private IResult At(StandInCall call, Func<StandInCall, SimulatedLibrary, DriveAddress, IResult> answer) => inDrive(call, (_, library) =>
    {
        if (DriveAddress.Parse(call.Route("address")) is not { } address)
            return call.Unexpected("no address by path");

        var root = Uri.UnescapeDataString(library.WebUrl.AbsolutePath);
        return SharePointNames.Check(root, address.Path) is { } wrong ? call.Unexpected(wrong) : answer(call, library, address);
    });

    private IResult Read(StandInCall call, SimulatedLibrary library, DriveAddress address) => address.Operation switch
    {
        "" => library.Find(address.Path) is { } file
            ? GraphAnswer.Json(DriveJson.Of(library, file, call.Query("$select"), call.Query("$expand")))
            : NotFound(),
        "children" => List(call, library, address.Path),
        "content" => Fetch(call, library, address.Path),
        "permissions" => library.InheritsAt(address.Path) is { } inherits ? GraphAnswer.Page(DriveJson.Permissions(inherits)) : NotFound(),
        _ => call.Unexpected("no such operation"),
    };

    private IResult List(StandInCall call, SimulatedLibrary library, string folder)
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
    private IResult Fetch(StandInCall call, SimulatedLibrary library, string path)
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

    private static IResult Put(StandInCall call, SimulatedLibrary library, DriveAddress address)
    {
        if (address.Operation != "content" || call.Content.Length > LargestPut)
            return call.Unexpected("no upload that Graph takes in one piece");

        if (Refuse(call, library, address.Path, call.Query(Conflict)) is { } refusal)
            return refusal;

        var isNew = library.Find(address.Path) is null;
        var file = library.Store(address.Path, call.Content.ToArray(), DriveArea.Application);
        return GraphAnswer.Json(DriveJson.Of(library, file), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private IResult Begin(StandInCall call, SimulatedLibrary library, DriveAddress address)
    {
        var behaviour = (string?)call.Body["item"]?[Conflict];
        return address.Operation != "createUploadSession" ? call.Unexpected("no such operation")
            : Refuse(call, library, address.Path, behaviour) ?? uploads.Begin(call, library, address.Path, behaviour == "replace");
    }

    /// <summary>What a write would overwrite, or may not reach; null for nothing.</summary>
    private static IResult? Refuse(StandInCall call, SimulatedLibrary library, string path, string? behaviour)
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
