namespace Klynge.EndToEnd.Tests.Support;

/// <summary>One running program for the tests of a class.</summary>
public class ChannelFixture : IAsyncLifetime
{
    public Channel Channel { get; private set; } = null!;

    /// <summary>Settings by environment.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    public async ValueTask InitializeAsync() => Channel = await Channel.StartAsync(environment: Settings);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Channel.DisposeAsync();
    }
}

/// <summary>One program with the Bot Framework SDK as its front door, for the tests of all classes that run by both doors.</summary>
[CollectionDefinition(nameof(BotBuilderFixture))]
public sealed class BotBuilderFixture : ChannelFixture, ICollectionFixture<BotBuilderFixture>
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal) { ["Klynge__Channel"] = "BotBuilder" };
}
