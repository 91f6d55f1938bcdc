using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Simulated.People;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Mails;

/// <param name="From">The mailbox that it was sent from.</param>
/// <param name="To">The one address that it went to.</param>
/// <param name="ReplyTo">Where an answer goes; null for the mailbox itself.</param>
public sealed record SimulatedMail(string From, string To, string Subject, string Html, string? ReplyTo);

/// <summary>Mail that is sent from a mailbox. The action names its two properties with capitals, other than the rest of Graph.</summary>
public sealed class MailArea(FakePeople people) : IFakeArea
{
    private readonly ConcurrentQueue<SimulatedMail> _sent = new();
    private readonly ConcurrentDictionary<string, byte> _denied = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<SimulatedMail> Sent => [.. _sent];

    /// <summary>The application access policy does not cover this mailbox.</summary>
    public void Deny(string mailbox) => _denied[mailbox] = 0;

    public void Map(FakeRoutes routes) =>
        routes.On("POST", "/v1.0/users/{user}/sendMail", Send).Body("Message", "SaveToSentItems");

    private IResult Send(FakeCall call)
    {
        if (people.Find(call.Route("user")) is not { } sender)
            return GraphAnswer.Error(StatusCodes.Status404NotFound, "ErrorInvalidUser");

        if (_denied.ContainsKey(sender.Id))
            return GraphAnswer.Error(StatusCodes.Status403Forbidden, "ErrorAccessDenied");

        if (Read(sender, call.Body["Message"]) is not { } mail)
            return call.Unexpected("a mail to more or less than one person, or without subject or body");

        _sent.Enqueue(mail);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static SimulatedMail? Read(FakePerson sender, JsonNode? message)
    {
        var html = string.Equals((string?)message?["body"]?["contentType"], "html", StringComparison.OrdinalIgnoreCase) ? (string?)message?["body"]?["content"] : null;
        return message?["toRecipients"] is JsonArray { Count: 1 } to
            && (string?)to[0]?["emailAddress"]?["address"] is { Length: > 0 } address
            && (string?)message["subject"] is { Length: > 0 } subject
            && html is { Length: > 0 }
            && message["ccRecipients"] is null
            && message["bccRecipients"] is null
            ? new SimulatedMail(sender.Email, address, subject, html, (string?)message["replyTo"]?[0]?["emailAddress"]?["address"])
            : null;
    }
}
