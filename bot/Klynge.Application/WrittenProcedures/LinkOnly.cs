using System.Text;
using Klynge.Application.Documents;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures;

/// <summary>An attachment that would stay a link when the case opens, or stand in its way, and why.</summary>
/// <param name="Name">As the ballot lists it.</param>
/// <param name="Why">The sentence for the secretariat, with what to do about it.</param>
/// <param name="Token">
/// Comes back with the button when somebody has read that it stays a link; null where there was nothing to try. It names the link, so that
/// another link in its place is asked about again.
/// </param>
/// <param name="Source">Where it lies, when the secretariat can say yes to fetching it from there; null when nobody can.</param>
public sealed record LinkOnly(string Name, string Why, string? Token, string? Source = null)
{
    private const int TokenLength = 8;

    /// <summary>The case cannot be sent out with it at all: whoever asks may not read it, or it is not there.</summary>
    public bool IsRefused { get; init; }

    internal static LinkOnly Refused(CaseAttachment attachment, Error why) => new(attachment.Name, why.Text, Token: null) { IsRefused = true };

    internal static LinkOnly Of(CaseAttachment attachment, Error why) =>
        new(attachment.Name, why.Text, why is LinkProblem and not LinkIsElsewhere ? TokenOf(attachment.Url!) : null, (why as LinkFromElsewhere)?.Source);

    /// <summary>What a button carries; null for nothing.</summary>
    internal static string? Tokens(IEnumerable<LinkOnly> links)
    {
        var tokens = links.Select(link => link.Token).Where(token => token is not null).Distinct(StringComparer.Ordinal).ToList();
        return tokens.Count == 0 ? null : string.Join(',', tokens);
    }

    /// <summary>Whether somebody has been told of it.</summary>
    internal bool IsAccepted(string? tokens) => Token is null || tokens?.Split(',').Contains(Token, StringComparer.Ordinal) == true;

    internal static string TokenOf(string url) => ContentHash.Of(Encoding.UTF8.GetBytes(url))[..TokenLength];
}
