namespace Klynge.Teams.Activities;

/// <summary>The values of <see cref="Activity.Name"/> of an invoke.</summary>
public static class InvokeNames
{
    public const string CardAction = "adaptiveCard/action";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
    public const string ComposeQuery = "composeExtension/query";
    public const string ComposeFetchTask = "composeExtension/fetchTask";
    public const string ComposeSubmit = "composeExtension/submitAction";
    public const string SignInVerifyState = "signin/verifyState";
    public const string SignInTokenExchange = "signin/tokenExchange";
    public const string ConfigFetch = "config/fetch";
    public const string ConfigSubmit = "config/submit";
    public const string FileConsent = "fileConsent/invoke";
}
