using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Benchmarks.Outbox;

/// <summary>A shared card that costs nothing to draw: what the outbox itself costs is what is measured.</summary>
internal sealed class BenchCard : ISharedCardSource
{
    internal const string Name = "bench";

    public string Kind => Name;

    public Task<AdaptiveCard?> DrawAsync(KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken) =>
        Task.FromResult<AdaptiveCard?>(new AdaptiveCard { Speak = "Kort", FallbackText = "Kort", Body = [new TextBlock("Kort")] });
}
