namespace Klynge.Teams.Cards;

public sealed record OpenUrlAction : CardAction
{
    /// <exception cref="ArgumentException">The address is not absolute, or neither http nor https nor mailto nor msteams.</exception>
    public OpenUrlAction(string title, Uri url)
        : base(title)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http" or "mailto" or "msteams"))
            throw new ArgumentException("An absolute https, http, mailto or msteams address is needed.", nameof(url));
        Url = url.AbsoluteUri;
    }

    public string Url { get; }
}
