using System.Text.Json.Nodes;

namespace Klynge.Bot.Workbench.Chats;

/// <summary>A message as the page shows it. Immutable: an update puts a new one in its place.</summary>
/// <param name="Id">Teams' activity id: it stays through every update.</param>
/// <param name="Chat">The chat's id.</param>
/// <param name="Sequence">Rises with every message; a read mark is one of these.</param>
/// <param name="SentAt">ISO 8601, UTC.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="Content">What the page renders: text, textFormat, attachments, entities; untrusted.</param>
/// <param name="Version">1 when sent, one more per update.</param>
/// <param name="Deleted">The bot took it back; Teams keeps a line in its place.</param>
internal sealed record ChatMessage(
    string Id, string Chat, long Sequence, string SentAt, ChatSender From, JsonObject Content, int Version = 1, bool Deleted = false);
