namespace Klynge.Bot.Workbench.Chats;

internal sealed record ChatSender(string Id, string Name, bool IsBot);
