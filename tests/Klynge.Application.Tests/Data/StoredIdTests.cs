using System.Text.Json;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Outbox;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.Tests.Data;

/// <summary>What stands inside stored JSON has its ids as bare values: rows from before the ids had types are read on.</summary>
public sealed class StoredIdTests
{
    private const string Id = "0199f3c2-7a41-7c00-8000-5d5f0a2b6c11";

    [Fact]
    public void Subject_OfAMessageThatWaits_HasItsForumAsABareValue()
    {
        const string Stored = $$"""{"Text":"Svar i dag","Card":null,"About":{"Forum":"{{Id}}","ForumName":"Chefforum","Title":"Udpegning"},"Reply":null,"IsConfidential":false,"MailCard":null}""";

        var message = JsonSerializer.Deserialize<OutgoingMessage>(Stored)!;

        Assert.Equal(new MessageSubject(new ForumId(Guid.Parse(Id)), "Chefforum", "Udpegning"), message.About);
        Assert.Equal(Stored, JsonSerializer.Serialize(message));
    }

    [Fact]
    public void Move_OfADeadline_NamesWhoMovedItByABareValue()
    {
        const string Stored = $$"""[{"at":"2026-01-05T08:00:00Z","by":"{{Id}}","from":"2026-01-12T11:00:00Z","to":"2026-01-14T11:00:00Z","reason":"Ferie"}]""";

        var moves = JsonColumn.Read<IReadOnlyList<DeadlineMove>>(Stored);

        Assert.Equal(new PersonId(Guid.Parse(Id)), Assert.Single(moves).By);
        Assert.Equal(
            JsonDocument.Parse(Stored).RootElement[0].GetProperty("by").GetString(),
            JsonDocument.Parse(JsonColumn.Write(moves)).RootElement[0].GetProperty("by").GetString());
    }
}
