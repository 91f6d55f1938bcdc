using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>
/// Names the question that a card asks, on every button of it. The first answer that writes something is the answer: another one, pressed
/// later where the card still stands (on the phone, say), writes nothing.
/// </summary>
internal static class QuestionKey
{
    private const string Field = "question";

    /// <summary>Made from the message that led to the question, so that its repeat asks the same question.</summary>
    internal static string? Of(ChatTurn who) =>
        who.Caller.ActivityKey is { } key ? CardIds.Write(new QuestionId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)))) : null;

    internal static JsonObject On(JsonObject data, string? question)
    {
        if (question is not null)
            data[Field] = question;

        return data;
    }

    /// <summary>A caller whose writes are those of the question's answer; each person answers for themselves.</summary>
    internal static Caller Answering(ChatTurn who, ActionData data) =>
        data.Id<QuestionId>(Field) is { } question ? who.Caller with { ActivityKey = $"question/{CardIds.Write(question)}/{CardIds.Write(who.PersonId)}" } : who.Caller;

    /// <summary>The sentence for an answer that came after another.</summary>
    internal static ChatReply Settled(ChatReply reply, ActionData data) =>
        reply is ChatReply.Refused { Error: AlreadyHandled } && data.Id<QuestionId>(Field) is not null ? new QuestionAnswered() : reply;
}

/// <summary>Of a question that a card asks; nothing is kept under it but that it has been answered.</summary>
internal readonly record struct QuestionId(Guid Value) : IRecordId;
