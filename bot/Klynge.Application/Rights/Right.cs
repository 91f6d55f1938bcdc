using Klynge.Application.Chat.Commands;
using Klynge.Domain.Forums;

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
public sealed record ButtonRight(string Verb, Actors Who, string? Note = null) : Right(Verb, Who, Note)
{
    /// <summary>For whoever has the permission in the forum that the card is about.</summary>
    public ButtonRight(string verb, Permission needs, string? note = null)
        : this(verb, Rights.Who.With(needs), note)
    {
    }
}

/// <summary>A page, an API or a webhook. Over HTTP nobody has a role: who may call says <paramref name="Guard"/>.</summary>
/// <param name="Method">The HTTP method; <c>*</c> for any.</param>
/// <param name="Pattern">The route as it is mapped; with <c>/**</c> at the end everything below it.</param>
/// <param name="Guard">What lets a caller in.</param>
public sealed record EndpointRight(string Method, string Pattern, Guard Guard, string? Note = null)
    : Right($"{Method} {Pattern}", Guard == Guard.None ? Rights.Who.Everybody : Actors.Nobody, Note);

/// <summary>What the channel tells of its own accord. It is done in nobody's name but the system's.</summary>
public sealed record EventRight(string Route, string? Note = null) : Right(Route, Actors.Nobody, Note);

/// <summary>What happens by the clock, in the system's name.</summary>
public sealed record JobRight(string Job, string? Note = null) : Right(Job, Actors.Nobody, Note);

/// <summary>A verb of the command line: for whoever may start the program on its machine, and for no role.</summary>
public sealed record ProgramRight(string Words, string? Note = null) : Right(Words, Actors.Nobody, Note);
