using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Klynge.Microsoft365.Simulated.Http;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>The addresses that take large files in parts: in order, each once, and without a token.</summary>
internal sealed class UploadAddresses(TimeProvider time)
{
    private const int Unit = 320 * 1024;
    private const int LargestPart = 60 * 1024 * 1024;
    private const string Pattern = "/sharepoint/uploads/{upload}";

    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, SimulatedUpload> _uploads = new(StringComparer.Ordinal);

    /// <summary>What happens before a part is taken; null for nothing.</summary>
    internal Func<Task>? BeforePart { get; set; }

    internal void Forget() => _uploads.Clear();

    internal void Map(FakeRoutes routes)
    {
        routes.On("GET", Pattern, call => In(call, upload => GraphAnswer.Json(DriveJson.Status(upload)))).Anonymous();
        routes.On("PUT", Pattern, ReceiveAsync).RawBody().Anonymous();
    }

    internal IResult Begin(FakeCall call, SimulatedLibrary library, string path, bool replaces)
    {
        var id = Guid.NewGuid().ToString("N");
        var upload = new SimulatedUpload(library, path, replaces, time.GetUtcNow() + Life);
        _uploads[id] = upload;
        var answer = DriveJson.Status(upload);
        answer["uploadUrl"] = $"http://localhost:{call.Http.Request.Host.Port}/sharepoint/uploads/{id}";
        return GraphAnswer.Json(answer);
    }

    private IResult In(FakeCall call, Func<SimulatedUpload, IResult> answer) =>
        _uploads.TryGetValue(call.Route("upload"), out var upload) && upload.Expires > time.GetUtcNow()
            ? answer(upload)
            : GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound");

    private async Task<IResult> ReceiveAsync(FakeCall call)
    {
        await (BeforePart?.Invoke() ?? Task.CompletedTask);
        return In(call, upload => Take(call, upload));
    }

    private IResult Take(FakeCall call, SimulatedUpload upload)
    {
        if (!ContentRangeHeaderValue.TryParse(call.Header("Content-Range"), out var range) || range is not { From: { } from, To: { } to, Length: { } total })
            return call.Unexpected("a part that does not say which");

        var length = to - from + 1;
        if (length != call.Content.Length || length >= LargestPart || (length % Unit != 0 && to != total - 1) || (upload.Total ?? total) != total)
            return call.Unexpected("a part that Graph does not take");

        if (from != upload.Next)
            return GraphAnswer.Error(StatusCodes.Status416RangeNotSatisfiable, "invalidRange");

        upload.Add(call.Content, total);
        return to == total - 1 ? Finish(call, upload) : GraphAnswer.Json(DriveJson.Status(upload), StatusCodes.Status202Accepted);
    }

    private IResult Finish(FakeCall call, SimulatedUpload upload)
    {
        _uploads.TryRemove(call.Route("upload"), out _);
        var isNew = upload.Library.Find(upload.Path) is null;
        if (!isNew && !upload.Replaces)
            return GraphAnswer.Error(StatusCodes.Status409Conflict, "nameAlreadyExists");

        var file = upload.Library.Store(upload.Path, upload.Content, DriveArea.Application);
        return GraphAnswer.Json(DriveJson.Of(upload.Library, file), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}

/// <summary>Short-lived addresses on another host, each for one download and without a token.</summary>
internal sealed class DownloadAddresses
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    internal void Map(FakeRoutes routes) => routes.On("GET", "/sharepoint/downloads/{id}", call =>
        _contents.TryRemove(call.Route("id"), out var content)
            ? Results.Bytes(content, "application/octet-stream")
            : GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound")).Anonymous();

    internal IResult Redirect(FakeCall call, byte[] content)
    {
        var id = Guid.NewGuid().ToString("N");
        _contents[id] = content;
        return Results.Redirect($"http://localhost:{call.Http.Request.Host.Port}/sharepoint/downloads/{id}");
    }
}

/// <summary>A large upload that is under way.</summary>
/// <param name="library">Where it will lie.</param>
/// <param name="path">From the library's root.</param>
/// <param name="replaces">It may take the place of a file that is there.</param>
/// <param name="expires">When its address runs out.</param>
internal sealed class SimulatedUpload(SimulatedLibrary library, string path, bool replaces, DateTimeOffset expires)
{
    private readonly ArrayBufferWriter<byte> _content = new();

    public SimulatedLibrary Library => library;

    public string Path => path;

    public bool Replaces => replaces;

    public DateTimeOffset Expires => expires;

    /// <summary>The first byte that is missing.</summary>
    public long Next => _content.WrittenCount;

    /// <summary>Of the whole file; null before the first part has said it.</summary>
    public long? Total { get; private set; }

    public byte[] Content => _content.WrittenSpan.ToArray();

    public void Add(ReadOnlyMemory<byte> part, long total)
    {
        Total = total;
        _content.Write(part.Span);
    }
}
