using Klynge.Application.Forums.People;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary>What a command is read against.</summary>
/// <param name="Today">The Danish day on which the message was sent.</param>
/// <param name="Forums">The forums that the person may name: no command betrays that another one exists.</param>
public sealed record ParserContext(LocalDate Today, IReadOnlyList<KnownForum> Forums)
{
    /// <summary>The meetings of <see cref="Forums"/>, which words as "januarmødet" are held against; none that was cancelled.</summary>
    public IReadOnlyList<KnownMeeting> Meetings { get; init; } = [];

    /// <summary>The key of the forum whose chat this is, or that was chosen; null where a command may be about any of them.</summary>
    public string? Here { get; init; }

    /// <summary>Who may be meant by a name: the people of <see cref="Forums"/>.</summary>
    public PeopleDirectory People { get; init; } = PeopleDirectory.Empty;

    /// <summary>The sender's own name, which a message may be signed with.</summary>
    public string? SenderName { get; init; }

    /// <summary>The words for the commands that there are.</summary>
    internal CommandVocabulary Vocabulary { get; init; } = CommandVocabulary.Ours;

    /// <summary>What the bot is called in the channel, as people write it: "@Klynge: møder".</summary>
    public string BotName { get; init; } = "Klynge";
}

/// <param name="Forum">A <see cref="KnownForum.Key"/>.</param>
/// <param name="IsOver">Held already.</param>
public sealed record KnownMeeting(string Forum, LocalDate Date, bool IsOver);

/// <summary>A forum that the person may name, as the parser needs it.</summary>
/// <param name="Key">What the command carries on: the caller's own key, opaque to the parser.</param>
/// <param name="Name">As people call it: "Chefforum".</param>
/// <param name="Aliases">Other names for it, such as its slug or short name.</param>
public sealed record KnownForum(string Key, string Name, params IReadOnlyList<string> Aliases);
