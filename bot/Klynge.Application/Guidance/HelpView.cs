using Klynge.Application.Chat.Commands;

namespace Klynge.Application.Guidance;

/// <summary>What one person may do in one place.</summary>
/// <param name="Board">The board's name.</param>
/// <param name="Forum">The forum of the chat; null where the person's own forums are meant.</param>
/// <param name="Places">The forums that count here and what the person is there, from the lowest rung up; empty for a stranger.</param>
/// <param name="Commands">What is left to the person, in the catalogue's order; empty for a stranger.</param>
/// <param name="Contacts">Whom to write to: the secretariat, by name in Danish order.</param>
/// <param name="IsShared">The card stands where others read it.</param>
public sealed record HelpView(
    string Board,
    string? Forum,
    IReadOnlyList<HelpPlace> Places,
    IReadOnlyList<CommandDescription> Commands,
    IReadOnlyList<Contact> Contacts,
    bool IsShared = false);

/// <param name="Roles">In Danish, as in »medlem og stedfortræder«.</param>
public sealed record HelpPlace(string Forum, string Roles);

public sealed record Contact(string Name, string? Email);
