using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Klynge.Workspace;

/// <summary>The styles and scripts of the pages. What comes from npm is missing where the build found no Node: then Teams cannot sign anybody in.</summary>
internal static class WorkspaceFiles
{
    private const string Prefix = "arbejdsbord/";

    private static readonly Lazy<FrozenDictionary<string, PageFile>> Files = new(Load);

    internal static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/arbejdsbord/filer/{file}", (string file, HttpContext context) =>
    {
        if (!Files.Value.TryGetValue(file, out var found))
            return Results.NotFound();

        // "no-cache" asks each time and is answered 304 from the tag: never an old page after a new build.
        context.Response.Headers.CacheControl = "no-cache";
        return Results.File(found.Content, found.ContentType, entityTag: found.Tag);
    });

    private static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = typeof(WorkspaceFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Read(assembly.GetManifestResourceStream(name)!, name), StringComparer.Ordinal);
    }

    private static PageFile Read(Stream resource, string name)
    {
        using var content = new MemoryStream();
        using (resource)
            resource.CopyTo(content);

        var bytes = content.ToArray();
        var type = new FileExtensionContentTypeProvider().TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var typed = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        return new PageFile(bytes, typed, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
    }

    private sealed record PageFile(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
}
