using System.Reflection;
using Klynge.Domain.Common;

namespace Klynge.Bot.Manifest;

/// <summary>What differs from one tenant to the next in <c>manifest/manifest.json</c>. Valid by construction.</summary>
internal sealed record ManifestValues
{
    /// <summary>The schema's limit for addresses.</summary>
    private const int MaxPageLength = 2048;

    private ManifestValues()
    {
    }

    internal required string AppId { get; init; }

    internal required string Domain { get; init; }

    internal required string Website { get; init; }

    internal required string Privacy { get; init; }

    internal required string Terms { get; init; }

    /// <summary>The program's own version, <c>major.minor.patch</c>: Teams takes a new package only with a higher one.</summary>
    internal static string Version { get; } = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    /// <summary>Checks what was written; settings stand in for what was not.</summary>
    internal static Result<ManifestValues> Read(ManifestRequest request, IConfiguration settings)
    {
        if (!ReadAppId(request.AppId ?? settings["MicrosoftAppId"]).TryGet(out var appId, out var error)
            || !ReadDomain(request.Domain, settings["Klynge:PublicUrl"]).TryGet(out var domain, out error)
            || !ReadPage("--website", request.Website, $"https://{domain}/").TryGet(out var website, out error)
            || !ReadPage("--privacy", request.Privacy, website).TryGet(out var privacy, out error)
            || !ReadPage("--terms", request.Terms, website).TryGet(out var terms, out error))
        {
            return error;
        }

        return new ManifestValues { AppId = appId, Domain = domain, Website = website, Privacy = privacy, Terms = terms };
    }

    private static Result<string> ReadAppId(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return new AppIdMissing();

        return Guid.TryParseExact(written.Trim(), "D", out var id) && id != Guid.Empty ? id.ToString("D") : new AppIdNotAnId(written);
    }

    private static Result<string> ReadDomain(string? written, string? publicUrl)
    {
        var isWritten = !string.IsNullOrWhiteSpace(written);
        var shown = (isWritten ? written : publicUrl)?.Trim();
        if (string.IsNullOrEmpty(shown))
            return new DomainMissing();

        if (isWritten && Uri.CheckHostName(shown) != UriHostNameType.Dns)
            return new DomainNotPublic(shown);

        var address = isWritten ? $"https://{shown}/" : shown;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsPublic(uri) ? uri.IdnHost : new DomainNotPublic(shown);
    }

    private static bool IsPublic(Uri uri) =>
        uri.HostNameType == UriHostNameType.Dns && !uri.IsLoopback && uri.Host.Contains('.', StringComparison.Ordinal);

    private static Result<string> ReadPage(string option, string? written, string otherwise)
    {
        if (string.IsNullOrWhiteSpace(written))
            return otherwise;

        return Uri.TryCreate(written.Trim(), UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && page.AbsoluteUri.Length <= MaxPageLength
            ? page.AbsoluteUri
            : new PageNotHttps(option, written);
    }
}
