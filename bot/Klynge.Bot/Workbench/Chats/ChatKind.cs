namespace Klynge.Bot.Workbench.Chats;

internal enum ChatKind
{
    Personal,
    GroupChat,
    Channel,
}
