using System.Collections.Frozen;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Klynge.Bot.Workbench;

/// <summary>
/// The page's files. They are resources of the assembly, so that <c>dotnet run</c>, a published folder and a test's host serve
/// the same ones. What comes from npm is missing where the build found no Node; the page then says so.
/// </summary>
internal static class WorkbenchPage
{
    private const string Prefix = "workbench/";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private static readonly FrozenDictionary<string, PageFile> Files = Load();

    public static void MapPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", context => SendAsync(context, "index.html"));
        endpoints.MapGet("/workbench/page/{**file}", context => SendAsync(context, (string?)context.GetRouteValue("file") ?? string.Empty));
    }

    private static async Task SendAsync(HttpContext context, string name)
    {
        if (!Files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // "no-cache" asks each time and is answered 304 from the tag: never an old page after a new build.
        context.Response.Headers.CacheControl = "no-cache";
        await Results.File(file.Content, file.ContentType, entityTag: file.Tag).ExecuteAsync(context);
    }

    private static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = typeof(WorkbenchPage).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => name[Prefix.Length..], name => Read(assembly.GetManifestResourceStream(name)!, name), StringComparer.Ordinal);
    }

    private static PageFile Read(Stream resource, string name)
    {
        using var content = new MemoryStream();
        using (resource)
            resource.CopyTo(content);

        var bytes = content.ToArray();
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : MediaTypeNames.Application.Octet;
        var typed = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        return new PageFile(bytes, typed, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
    }

    private sealed record PageFile(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
}
