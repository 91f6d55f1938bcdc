using Klynge.Domain.Common;
using Microsoft.Graph;

namespace Klynge.Microsoft365.Documents;

/// <summary>A column that a library lacks.</summary>
/// <param name="Library">The library as the settings name it.</param>
/// <param name="Column">The column's internal name.</param>
/// <param name="Title">What people will see above it.</param>
public sealed record MissingColumn(string Library, string Column, string Title);

/// <summary>
/// Makes the columns that the bot fills in, where they are missing. What is there is left alone, whatever people have called it. The site's
/// role must be <c>manage</c> for this once; for everything else <c>write</c> is enough.
/// </summary>
public sealed class SetUpLibraries(GraphServiceClient graph, SharePointSettings settings)
{
    /// <summary>What would be made. Nothing is changed.</summary>
    public async Task<Result<IReadOnlyList<MissingColumn>>> PlanAsync(CancellationToken cancellationToken)
    {
        var missing = new List<MissingColumn>();
        foreach (var address in settings.All)
        {
            var found = await TryAsync(address, async () =>
            {
                var (site, list) = await FindAsync(address, cancellationToken);
                var present = await SharePointPlaces.ColumnsAsync(graph, site, list, cancellationToken);
                return LibraryColumns.All.Except(present.Select(column => column.Name!), StringComparer.Ordinal).ToList();
            });
            if (!found.TryGet(out var columns, out var error))
                return error;

            missing.AddRange(columns.Select(column => new MissingColumn(address.ToString(), column, LibraryColumns.Definition(column).DisplayName!)));
        }

        return missing;
    }

    /// <returns>How many were made.</returns>
    public async Task<Result<int>> ApplyAsync(IReadOnlyList<MissingColumn> plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var made = 0;
        foreach (var address in settings.All)
        {
            var columns = plan.Where(one => one.Library == address.ToString()).ToList();
            var result = await TryAsync(address, async () =>
            {
                var (site, list) = await FindAsync(address, cancellationToken);
                foreach (var column in columns)
                    await graph.Sites[site].Lists[list].Columns.PostAsync(LibraryColumns.Definition(column.Column), cancellationToken: cancellationToken);

                return columns.Count;
            });
            if (!result.TryGet(out var count, out var error))
                return error is SharePointRefused ? new ColumnsNeedManage(address.Site) : error;

            made += count;
        }

        return made;
    }

    private async Task<(string Site, string List)> FindAsync(SharePointAddress address, CancellationToken cancellationToken)
    {
        var site = await SharePointPlaces.FindSiteAsync(graph, address.Site, cancellationToken);
        var drive = await SharePointPlaces.FindDriveAsync(graph, site.Id!, address.Library, cancellationToken)
            ?? throw new Application.Ports.DocumentLibraryException(new SharePointNotFound(address.ToString()));
        return (site.Id!, await SharePointPlaces.FindListAsync(graph, drive.Id!, cancellationToken));
    }

    private static async Task<Result<T>> TryAsync<T>(SharePointAddress address, Func<Task<T>> call)
        where T : notnull
    {
        try
        {
            return await call();
        }
        catch (Application.Ports.DocumentLibraryException exception)
        {
            return exception.Reason;
        }
        catch (Exception exception) when (SharePointFailure.Of(exception, address.ToString()) is { } error)
        {
            return error;
        }
    }
}
