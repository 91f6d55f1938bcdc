using System.IO.Compression;
using Klynge.Seal;
using Klynge.Seal.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.Seals;

/// <summary>A trial's seal, made once for all tests, whose key and authority are away when a test says so.</summary>
internal sealed class TestSealer : ISealer
{
    private static readonly string Folder = Path.Combine(Directory.CreateTempSubdirectory("klynge-trial-").FullName, "seal");
    private static readonly Lazy<ISealer> Trial = new(() => TrialSeal.Open(Folder, TimeProvider.System));

    internal bool IsAway { get; set; }

    /// <summary>How often something was sealed.</summary>
    internal int Count { get; private set; }

    /// <summary>What happens while a seal is being set.</summary>
    internal Func<Task>? Meanwhile { get; set; }

    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (IsAway)
            throw new SealUnavailableException("The key is away.");

        await (Meanwhile?.Invoke() ?? Task.CompletedTask);
        Count++;
        return await Trial.Value.SignAsync(content, cancellationToken);
    }

    public Task<byte[]> TimestampAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Trial.Value.TimestampAsync(content, cancellationToken);

    internal void Register(ServiceCollection services) => services.AddSingleton<ISealer>(this);

    internal static async Task<(SealState State, IReadOnlyList<string> Names)> ReadAsync(string file)
    {
        _ = Trial.Value;
        using var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        var report = await SealVerifier.VerifyAsync(zip, Anchors.Read(TrialSeal.AnchorsOf(Folder))!, TestContext.Current.CancellationToken);
        return (report.State, [.. zip.Entries.Select(entry => entry.FullName).Where(name => name != "mimetype" && !name.StartsWith("META-INF", StringComparison.Ordinal))]);
    }
}
