using System.Text;

namespace Klynge.Microsoft365.Documents;

/// <summary>A link as Graph takes it in an address: <c>u!</c> and the link in base 64 for addresses, unpadded.</summary>
internal static class LinkToken
{
    internal static string Of(Uri link) =>
        "u!" + Convert.ToBase64String(Encoding.UTF8.GetBytes(link.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)))
            .TrimEnd('=').Replace('/', '_').Replace('+', '-');
}
