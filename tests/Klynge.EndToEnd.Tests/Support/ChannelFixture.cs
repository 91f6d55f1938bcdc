namespace Klynge.EndToEnd.Tests.Support;

/// <summary>One running program for the tests of a class.</summary>
public sealed class ChannelFixture : IAsyncLifetime
{
    public Channel Channel { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Channel = await Channel.StartAsync();

    public ValueTask DisposeAsync() => Channel.DisposeAsync();
}
