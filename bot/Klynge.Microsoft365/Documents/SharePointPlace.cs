namespace Klynge.Microsoft365.Documents;

/// <summary>A document library as Graph knows it.</summary>
/// <param name="Host">Of the site.</param>
/// <param name="SiteId">The site that it belongs to.</param>
/// <param name="ListId">The library as a list, which has the columns.</param>
/// <param name="DriveId">The library as a drive, which has the files.</param>
/// <param name="Root">Its own path on the host, decoded: <c>/sites/sundhedsraad/Delte dokumenter</c>. It counts in the length of every path.</param>
/// <param name="Columns">The internal names of the columns that it has.</param>
internal sealed record SharePointPlace(string Host, string SiteId, string ListId, string DriveId, string Root, IReadOnlySet<string> Columns);
