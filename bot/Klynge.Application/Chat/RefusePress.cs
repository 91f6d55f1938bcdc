using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>
/// Puts on record that a press or a command was refused before it came to a use case: by whom, about which forum and which case. A card that
/// draws itself anew is nobody's press. Somebody who tries one thing on and on fills no log, and hides neither other things nor other people.
/// </summary>
public sealed class RefusePress(Writer writer) : IDisposable
{
    private const string Message = "message";

    private readonly RecordLimit<(PersonId? Person, string What)> _limit = new();

    /// <param name="caller">Whoever pressed; nobody for somebody on no board's list. Its key names the press, and with it the conversation.</param>
    public async Task HandleAsync(InvokedAction action, Caller caller, Error refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(caller);
        if (action.IsRefresh || !_limit.MayRecord((caller.PersonId, action.Verb)))
            return;

        var useCase = caller.PersonId is null ? "RefuseStranger" : nameof(RefusePress);
        var forum = caller.PersonId is null ? default : action.Data.Forum();
        await RecordAsync(new WriteIntent($"{useCase}/{action.Verb}", caller, forum == default ? null : forum, SubjectId: action.Data.Subject()), refusal, cancellationToken);
    }

    /// <summary>The same for a command; of what was written only which command it was.</summary>
    /// <param name="forum">Which forum it was about; null where none was found.</param>
    public async Task CommandAsync(ChatCommand command, Caller caller, ForumId? forum, Error refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(caller);
        var name = command.GetType().Name;
        if (_limit.MayRecord((caller.PersonId, name)))
            await RecordAsync(new WriteIntent($"RefuseCommand/{name}", caller, forum), refusal, cancellationToken);
    }

    /// <summary>The same for a page of the workspace, or for what was done from one; of the address only which page it was.</summary>
    /// <param name="forum">Which forum it was about; null where none was found.</param>
    public async Task PageAsync(WorkspaceRight page, Caller caller, ForumId? forum, Error refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(caller);
        var useCase = caller.PersonId is null ? "RefuseStranger" : "RefusePage";
        if (_limit.MayRecord((caller.PersonId, page.Name)))
            await RecordAsync(new WriteIntent($"{useCase}{page.OnRecord}", caller, forum), refusal, cancellationToken);
    }

    /// <summary>Somebody on no board's list has written. What they wrote is not read, so it has no other name.</summary>
    public async Task MessageAsync(Caller caller, Error refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (_limit.MayRecord((null, Message)))
            await RecordAsync(new WriteIntent($"RefuseStranger/{Message}", caller), refusal, cancellationToken);
    }

    private Task RecordAsync(WriteIntent intent, Error refusal, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(intent, _ => Task.FromResult<Result<Done>>(refusal), cancellationToken);

    public void Dispose() => _limit.Dispose();
}
