using Klynge.Teams.Activities;
using Microsoft.AspNetCore.Http;

namespace Klynge.Teams.Hosting;

/// <summary>
/// Another way from the body of a request to an activity than this library's own, such as the Bot Framework SDK's. Who calls is checked
/// before it, and what the caller may send, to whom and how often behind it: a door brings no rules of its own.
/// </summary>
internal interface IActivityDoor
{
    /// <summary>Reads the body and hands on what is in it.</summary>
    /// <param name="caller">Whose token holds.</param>
    /// <param name="next">Everything that comes after reading: the rest of the checks, and the turn.</param>
    /// <returns>What <paramref name="next"/> answered, or why the body cannot be read.</returns>
    /// <exception cref="UnauthorizedAccessException">The caller may not send this activity.</exception>
    Task<InvokeResponse> EnterAsync(HttpContext http, Caller caller, Func<Activity, Task<InvokeResponse>> next);
}
