namespace Klynge.Microsoft365.Checks;

public enum CheckState
{
    Ok = 1,

    /// <summary>It works, but not as it should.</summary>
    Warning = 2,

    /// <summary>Something does not work.</summary>
    Failed = 3,

    /// <summary>It is not used, hangs on a step that failed, or cannot be tried without changing something.</summary>
    NotTried = 4,
}
