using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Tests.Outbox;

/// <summary>A shared card that has nothing to do with any feature.</summary>
internal sealed class NoticeSource : ISharedCardSource
{
    internal static CardKey Key { get; } = new("notice", new Guid("00000000-0000-4000-8000-000000000001"));

    public string Kind => Key.Kind;

    public Task<AdaptiveCard?> DrawAsync(KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken) =>
        Task.FromResult<AdaptiveCard?>(new AdaptiveCard
        {
            Speak = "Opslag",
            FallbackText = "Opslag",
            Body = [new TextBlock("Opslag")],
        });
}
