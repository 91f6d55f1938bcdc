using System.Buffers.Text;
using System.Text;
using Klynge.Microsoft365.Simulated.Http;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>Files by the links that people copy: their own addresses, and those that were made for sharing.</summary>
/// <param name="sites">Every site.</param>
/// <param name="shared">Links that were made for sharing, with the addresses that they stand for.</param>
/// <param name="isRefused">The tenant resolves no links for an app that has been let into single sites only.</param>
/// <param name="downloads">Where contents are fetched.</param>
internal sealed class ShareRequests(
    IReadOnlyList<SimulatedSite> sites, IReadOnlyDictionary<string, Uri> shared, Func<bool> isRefused, DownloadAddresses downloads)
{
    private const string Prefix = "u!";

    internal void Map(FakeRoutes routes)
    {
        routes.On("GET", "/v1.0/shares/{share}/driveItem", call => In(call, (library, path) => library.Find(path) is { } file
            ? GraphAnswer.Json(DriveJson.Of(library, file, call.Query("$select")))
            : library.Files.Any(one => one.Path.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase)) ? GraphAnswer.Json(DriveJson.Folder(path.Split('/')[^1]))
            : NotFound())).RequireQuery("$select");
        routes.On("GET", "/v1.0/shares/{share}/driveItem/content", call => In(call, (library, path) =>
            library.Find(path) is { } file ? downloads.Redirect(call, file.Content) : NotFound()));
    }

    private IResult In(FakeCall call, Func<SimulatedLibrary, string, IResult> answer)
    {
        if (Decode(call.Route("share")) is not { Scheme: "https" } link)
            return call.Unexpected("no link as Graph encodes one");

        if (!link.Host.Contains(".sharepoint.", StringComparison.OrdinalIgnoreCase))
            return call.Unexpected("a link to another place than SharePoint");

        var target = AddressOf(link.GetLeftPart(UriPartial.Path)) ?? link;
        var path = Uri.UnescapeDataString(target.AbsolutePath);
        var direct = path.StartsWith("/:", StringComparison.Ordinal) ? "/" + string.Join('/', path.Split('/').Skip(3)) : path;
        var site = sites.FirstOrDefault(one => one.Host == target.Host && direct.StartsWith(one.Path + "/", StringComparison.OrdinalIgnoreCase));
        if (isRefused() || site is null or { Role: null })
            return DriveArea.Denied();

        var library = site.Libraries.FirstOrDefault(one => direct.StartsWith(RootOf(one) + "/", StringComparison.OrdinalIgnoreCase));
        return library is null ? NotFound() : answer(library, direct[(RootOf(library).Length + 1)..]);
    }

    /// <summary>A link leads to its file wherever that has been moved to, until somebody takes the link back.</summary>
    private Uri? AddressOf(string link) => shared.GetValueOrDefault(link)
        ?? sites.SelectMany(site => site.Libraries)
            .SelectMany(library => library.Files.Where(file => file.Sharing.Values.Any(one => one.AbsoluteUri == link)).Select(file => DriveArea.AddressOf(library, file.Path)))
            .FirstOrDefault();

    private static Uri? Decode(string share) =>
        share.StartsWith(Prefix, StringComparison.Ordinal) && !share.Contains('=') && Base64Url.IsValid(share.AsSpan(Prefix.Length))
        && Uri.TryCreate(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(share.AsSpan(Prefix.Length))), UriKind.Absolute, out var link)
            ? link
            : null;

    private static string RootOf(SimulatedLibrary library) => Uri.UnescapeDataString(library.WebUrl.AbsolutePath);

    private static IResult NotFound() => GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound");
}
