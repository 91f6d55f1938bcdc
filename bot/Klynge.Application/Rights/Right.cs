using Klynge.Application.Chat.Commands;

namespace Klynge.Application.Rights;

/// <summary>
/// One row of the table of rights: an action and who may do it. Nothing that the product does can be reached without its row: a
/// command and a button are registered by it, and a test finds every page, job and command-line verb that has none.
/// </summary>
/// <param name="Name">As the product calls it: a verb, a command's type, a route, a job.</param>
/// <param name="Who">Who may do it to something that is theirs to do it to; everybody else is refused and nothing changes.</param>
/// <param name="Note">What narrows it further, for the written table; null when nothing does.</param>
public abstract record Right(string Name, Actors Who, string? Note);

/// <summary>A chat command. Its row is what a feature registers its answer by.</summary>
public sealed record CommandRight<TCommand>(Actors Who, string? Note = null) : Right(typeof(TCommand).Name, Who, Note)
    where TCommand : ChatCommand;

/// <summary>A card's button. Its row is what a feature registers its answer by.</summary>
public sealed record ButtonRight(string Verb, Actors Who, string? Note = null) : Right(Verb, Who, Note);
