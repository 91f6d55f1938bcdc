using Klynge.Application.Messaging;
using Klynge.Domain.Common;

namespace Klynge.Application.Forums.Chats;

public sealed record ChatNotFound()
    : Error("Chatten kender jeg ikke længere. Tag mig ud af den og sæt mig ind igen, så spørger jeg på ny.");

/// <summary>A personal chat belongs to a person, never to a forum.</summary>
public sealed record PersonalChatHasNoForum()
    : Error("En personlig chat kan ikke høre til et forum. Gør det i forummets egen chat eller kanal.");

public sealed record NobodyToChooseFor()
    : Error("Kun et forums sekretariat kan sige, hvilket forum chatten hører til. Bed sekretæren om at trykke på knappen.");

/// <summary>The chat belongs to another forum already; the person is asked whether to move it.</summary>
public sealed record LinkedElsewhere(string Forum)
    : Error($"Chatten hører allerede til {Forum}. Bekræft, at den skal skifte.");

/// <summary>Others read a shared or private channel than a team's members; the person is told who before a forum is linked to it.</summary>
public sealed record OthersReadAlong(ChannelReaders Readers)
    : Error("Andre kan læse med i kanalen. Bekræft, at forummet skal knyttes til den.");
