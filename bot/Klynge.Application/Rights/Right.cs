using Klynge.Application.Chat.Commands;
using Klynge.Domain.Forums;
using static Klynge.Application.Rights.Actors;

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

/// <summary>
/// A card's button: its verb, and who may press it. Declared once, beside its feature: the cards draw it and the feature answers it by the
/// same declaration.
/// </summary>
/// <param name="Verb">The feature and what it does: <c>agenda.accept</c>. It stays on cards in people's chats, so it is never given another meaning.</param>
public sealed record ButtonRight(string Verb, Actors Who, string? Note = null) : Right(Verb, Who, Note)
{
    /// <summary>For whoever has the permission in the forum that the card is about.</summary>
    public ButtonRight(string verb, Permission needs, string? note = null)
        : this(verb, Rights.Who.With(needs), note) => Needs = needs;

    /// <summary>
    /// What the gate asks of the forum that the card names, before the feature answers. Less than the row says where the use case lets in
    /// fewer (whoever is responsible); null where the card names no forum, or a seat on a case's roll decides.
    /// </summary>
    public Permission? Needs { get; init; }

    /// <summary>As a card writes it.</summary>
    public static implicit operator string(ButtonRight button)
    {
        ArgumentNullException.ThrowIfNull(button);
        return button.Verb;
    }
}

/// <summary>A page, an API or a webhook. Over HTTP nobody has a role: who may call says <paramref name="Guard"/>.</summary>
/// <param name="Method">The HTTP method; <c>*</c> for any.</param>
/// <param name="Pattern">The route as it is mapped; with <c>/**</c> at the end everything below it.</param>
/// <param name="Guard">What lets a caller in.</param>
public sealed record EndpointRight(string Method, string Pattern, Guard Guard, string? Note = null)
    : Right($"{Method} {Pattern}", Guard == Guard.None ? Rights.Who.Everybody : Actors.Nobody, Note);

/// <summary>A route of the workspace, and who may use it. The route is mapped by this row and in no other way.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The route as it is mapped: <c>/moeder/{id}</c>.</param>
public abstract record WorkspaceRight(string Method, string Pattern, Actors Who, string? Note) : Right($"{Method} {Pattern}", Who, Note)
{
    /// <summary>What of the address stands on record where somebody is refused: no id of anything.</summary>
    public abstract string OnRecord { get; }
}

/// <summary>A page of the workspace, and who may see it. What it shows is read behind the gate.</summary>
public sealed record PageRight(string Pattern, Actors Who, string? Note = null) : WorkspaceRight("GET", Pattern, Who, Note)
{
    /// <summary>For whoever has the permission in the forum that the page is about.</summary>
    public PageRight(string pattern, Permission needs, string? note = null)
        : this(pattern, Rights.Who.With(needs), note)
    {
    }

    /// <summary>What does not differ from one record to the next: <c>/moeder</c>.</summary>
    public string Path => Pattern.IndexOf('/', 1) is > 0 and var end ? Pattern[..end] : Pattern;

    public override string OnRecord => Path;
}

/// <summary>
/// What somebody does from a page of the workspace. The gate asks for the permission in the forum that the address is about, and then the same
/// use case is called as by a card's button.
/// </summary>
/// <param name="Needs">What the gate asks for: less than the row says where the use case lets in fewer; null where a seat on a case's roll decides.</param>
public sealed record PageAct(string Pattern, Actors Who, Permission? Needs, string? Note = null, string Method = "POST") : WorkspaceRight(Method, Pattern, Who, Note)
{
    /// <summary>For whoever has the permission in the forum.</summary>
    public PageAct(string pattern, Permission needs, string? note = null, string method = "POST")
        : this(pattern, Rights.Who.With(needs), needs, note, method)
    {
    }

    public override string OnRecord => Pattern;
}

/// <summary>What the system does in its own name. It passes the same check as a person: by the permissions that its row declares, and no others.</summary>
/// <param name="Needs">What it may do in a forum, as the use cases that it calls say it; none for what changes nothing of a forum.</param>
public abstract record SystemRight(string Name, string? Note, IReadOnlyList<Permission> Needs) : Right(Name, Actors.Nobody, Note);

/// <summary>What the channel tells of its own accord. It is done in nobody's name but the system's.</summary>
public sealed record EventRight(string Route, string? Note, params IReadOnlyList<Permission> Needs) : SystemRight(Route, Note, Needs);

/// <summary>What happens by the clock, in the system's name.</summary>
public sealed record JobRight(string Job, params IReadOnlyList<Permission> Needs) : SystemRight(Job, Note: null, Needs);

/// <summary>A verb of the command line: for whoever may start the program on its machine, and for no role.</summary>
public sealed record ProgramRight(string Words, string? Note = null, params IReadOnlyList<Permission> Needs) : SystemRight(Words, Note, Needs);

/// <summary>The columns of the table of rights: what somebody is to the forum that an action is about.</summary>
[Flags]
public enum Actors
{
    Nobody = 0,

    Secretariat = 1,

    /// <summary>Chair and co-chair, who may do the same.</summary>
    Chair = 1 << 1,

    Member = 1 << 2,

    /// <summary>Named as substitute for a member's seat, without a seat of their own.</summary>
    Substitute = 1 << 3,

    Observer = 1 << 4,

    /// <summary>Administrative participant.</summary>
    Administrative = 1 << 5,

    Guest = 1 << 6,

    /// <summary>Sits in another forum and has nothing to do with this one.</summary>
    OtherForum = 1 << 7,

    /// <summary>On no list at all.</summary>
    Stranger = 1 << 8,
}

/// <summary>Groups of <see cref="Actors"/> that the table's rows name again and again.</summary>
internal static class Who
{
    internal const Actors Leaders = Secretariat | Chair;

    /// <summary>Those who may have an answer of their own in a written procedure.</summary>
    internal const Actors Voters = Chair | Member | Substitute;

    internal const Actors Proposers = Secretariat | Voters;

    internal const Actors ReadersOfClosed = Proposers | Administrative;

    /// <summary>Those who belong to the forum for good, not for one meeting.</summary>
    internal const Actors Seated = ReadersOfClosed | Observer;

    /// <summary>Those who are asked to the meetings in their own right; a substitute is when the seat's holder is away.</summary>
    internal const Actors Invited = Seated & ~Substitute;

    internal const Actors InForum = Seated | Guest;

    /// <summary>Whoever stands on any board's list: for what shows a person nothing but their own.</summary>
    internal const Actors OnRecord = InForum | OtherForum;

    internal const Actors Everybody = OnRecord | Stranger;

    /// <summary>Whoever has the permission by a role, or as a member's substitute.</summary>
    internal static Actors With(Permission permission) =>
        (Role.Secretariat.May(permission) ? Actors.Secretariat : Nobody)
        | (Role.Chair.May(permission) ? Chair : Nobody)
        | (Role.Member.May(permission) ? Member | Substitute : Nobody)
        | (Role.Observer.May(permission) ? Observer : Nobody)
        | (Role.Administrative.May(permission) ? Administrative : Nobody)
        | (Role.Guest.May(permission) ? Guest : Nobody);
}
