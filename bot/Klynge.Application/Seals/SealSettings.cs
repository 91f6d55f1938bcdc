using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Klynge.Domain.Common;
using Klynge.Seal;
using Klynge.Seal.Keys;
using Microsoft.Extensions.Configuration;

namespace Klynge.Application.Seals;

/// <summary>What seals, and what is believed: the settings <c>Klynge:Seal:*</c>.</summary>
/// <param name="Pfx">Path of a certificate with its key.</param>
/// <param name="PfxPassword">Of that file; null for none.</param>
/// <param name="KeyVaultCertificate">A certificate's identifier in Azure Key Vault.</param>
/// <param name="TimestampUrl">A timestamp authority (RFC 3161).</param>
/// <param name="Anchors">Path of a PEM file with the roots that are believed.</param>
/// <param name="HeadsTo">A folder outside the database that takes the audit log's head every day.</param>
public sealed record SealSettings(string? Pfx, string? PfxPassword, Uri? KeyVaultCertificate, Uri? TimestampUrl, string? Anchors, string? HeadsTo)
{
    public const string PfxName = "Klynge:Seal:Pfx";
    public const string PasswordName = "Klynge:Seal:PfxPassword";
    public const string KeyVaultName = "Klynge:Seal:KeyVaultCertificate";
    public const string TimestampName = "Klynge:Seal:TimestampUrl";
    public const string AnchorsName = "Klynge:Seal:Anchors";
    public const string HeadsName = "Klynge:Seal:HeadsTo";

    /// <summary>The folder of the trial's seal in the data directory.</summary>
    public const string TrialFolder = "seal";

    private const string VaultFolder = "/certificates/";

    public bool HasKey => Pfx is not null || KeyVaultCertificate is not null;

    /// <returns>What is set; or the first thing that is wrong, in Danish. Both hosts ask before they start.</returns>
    public static Result<SealSettings> Read(IConfiguration? configuration)
    {
        if (configuration is null)
            return new SealSettings(null, null, null, null, null, null);

        var section = configuration.GetSection("Klynge:Seal");
        var (vault, authority) = (Text(section["KeyVaultCertificate"]), Text(section["TimestampUrl"]));
        var read = new SealSettings(Text(section["Pfx"]), Text(section["PfxPassword"]), Url(vault), Url(authority), Text(section["Anchors"]), Text(section["HeadsTo"]));
        return (CheckTogether(read, vault, authority) ?? read.CheckFiles()) is { } error ? error : read;
    }

    /// <summary>The roots that are believed on this machine: those that are set, else the trial's own in local mode.</summary>
    public IReadOnlyCollection<X509Certificate2> Believed(string dataDirectory, bool isLocal) =>
        (Anchors ?? (isLocal ? TrialSeal.AnchorsOf(Path.Combine(dataDirectory, TrialFolder)) : null)) is { } path ? Klynge.Seal.Anchors.Read(path) ?? [] : [];

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    private static Uri? Url(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;

    private static Error? CheckTogether(SealSettings read, string? vault, string? authority) =>
        read.Pfx is not null && vault is not null ? new TwoSealKeys()
        : vault is not null && !IsVault(read.KeyVaultCertificate) ? new NoVaultCertificate()
        : authority is not null && read.TimestampUrl?.Scheme is not ("http" or "https") ? new NoTimestampUrl()
        : read.HasKey && authority is null ? new SealWithoutTime(read.Pfx is not null ? PfxName : KeyVaultName)
        : !read.HasKey && authority is not null ? new TimeWithoutSeal()
        : read.HeadsTo is { } folder && !Path.IsPathFullyQualified(folder) ? new HeadsFolderNotWhole()
        : null;

    private static bool IsVault(Uri? url) =>
        url is not null && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.AbsolutePath.StartsWith(VaultFolder, StringComparison.OrdinalIgnoreCase) && url.AbsolutePath.Length > VaultFolder.Length && url.Query.Length == 0;

    private Error? CheckFiles() =>
        Anchors is { } anchors && Klynge.Seal.Anchors.Read(anchors) is null ? new NoAnchors(anchors)
        : Pfx is { } pfx ? CheckPfx(pfx)
        : null;

    private Error? CheckPfx(string path)
    {
        if (!File.Exists(path))
            return new PfxMissing(path);

        try
        {
            using var opened = new PfxKey(path, PfxPassword).Open();
            return opened.CanSeal ? null : new PfxNotForSeals(path);
        }
        catch (SealUnavailableException exception)
        {
            return exception.InnerException is CryptographicException ? new PfxUnreadable(path) : new PfxWithoutKey(path);
        }
    }
}
