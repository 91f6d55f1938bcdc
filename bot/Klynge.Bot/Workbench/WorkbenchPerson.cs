namespace Klynge.Bot.Workbench;

/// <summary>Someone the page can act as.</summary>
/// <param name="Id">The id that Teams gives a user towards this bot: <c>29:</c> and an opaque text, the same at every start.</param>
/// <param name="AadObjectId">The Entra object id, a GUID.</param>
/// <param name="Name">The display name.</param>
/// <param name="Title">The person's title, or empty.</param>
/// <param name="Organisation">The region, municipality, hospital or practice that the person comes from.</param>
/// <param name="Email">Also the user principal name.</param>
public sealed record WorkbenchPerson(string Id, string AadObjectId, string Name, string Title, string Organisation, string Email);
