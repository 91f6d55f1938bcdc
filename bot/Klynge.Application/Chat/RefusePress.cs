using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>
/// Puts on record that a press was refused before it came to a use case: by whom, about which forum and which case. A card that draws itself
/// anew is nobody's press. Somebody who presses one button on and on fills no log, and hides neither other buttons nor other people.
/// </summary>
public sealed class RefusePress(Writer writer) : IDisposable
{
    private readonly RecordLimit<(PersonId? Person, string Verb)> _limit = new();

    /// <param name="caller">Whoever pressed; nobody for somebody on no board's list. Its key names the press, and with it the conversation.</param>
    public async Task HandleAsync(InvokedAction action, Caller caller, Error refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(caller);
        if (action.IsRefresh || !_limit.MayRecord((caller.PersonId, action.Verb)))
            return;

        var useCase = caller.PersonId is null ? "RefuseStranger" : nameof(RefusePress);
        var forum = caller.PersonId is null ? default : action.Data.Forum();
        var intent = new WriteIntent($"{useCase}/{action.Verb}", caller, forum == default ? null : forum, SubjectId: action.Data.Subject());
        await writer.WriteAsync<Done>(intent, _ => Task.FromResult<Result<Done>>(refusal), cancellationToken);
    }

    public void Dispose() => _limit.Dispose();
}
