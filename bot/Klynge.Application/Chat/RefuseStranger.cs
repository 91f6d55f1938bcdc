using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>
/// Refuses a button that somebody on no board's list has pressed, and puts the refusal on record: with the activity, which names the
/// conversation, and the case that the button names; without a person, since there is none.
/// </summary>
public sealed class RefuseStranger(Writer writer)
{
    /// <param name="activityKey">Names the press on record; null where the channel gave it no id.</param>
    public async Task<Error> HandleAsync(InvokedAction action, string? activityKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        var refusal = new UnknownPerson();
        if (!action.IsRefresh)
        {
            var intent = new WriteIntent(
                $"{nameof(RefuseStranger)}/{action.Verb}", new Caller(PersonId: null, activityKey), SubjectId: action.Data.Id("procedure"));
            await writer.WriteAsync<Done>(intent, _ => Task.FromResult<Result<Done>>(refusal), cancellationToken);
        }

        return refusal;
    }
}
