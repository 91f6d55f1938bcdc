using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary>What a command is read against.</summary>
/// <param name="Today">The Danish day on which the message was sent.</param>
/// <param name="Forums">The forums that the person may name: no command betrays that another one exists.</param>
public sealed record ParserContext(LocalDate Today, IReadOnlyList<KnownForum> Forums);
