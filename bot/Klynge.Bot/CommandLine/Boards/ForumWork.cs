using Klynge.Application.Data;
using Klynge.Application.Forums.Members;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Klynge.Bot.CommandLine.Boards;

/// <summary>What the commands on one forum share: find it, show what a change does and touches, ask, write.</summary>
internal sealed class ForumWork(ServiceProvider provider, IAnsiConsole console, Caller caller, ForumId forum) : IAsyncDisposable
{
    internal ServiceProvider Provider => provider;

    internal Caller Caller => caller;

    internal ForumId Forum => forum;

    /// <returns>Null where there is no such forum, which has been said.</returns>
    internal static async Task<ForumWork?> OpenAsync(CommandServices services, Caller caller, string key, CancellationToken cancellationToken)
    {
        var provider = await services.OpenAsync(cancellationToken);
        await using var db = await provider.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(cancellationToken);
        var forums = await db.Forums.AsNoTracking().OrderBy(one => one.Level).ToListAsync(cancellationToken);
        if (forums.Find(one => string.Equals(one.Key, key, StringComparison.OrdinalIgnoreCase)) is { } found)
            return new ForumWork(provider, BoardConsole.Create(), caller, found.Id);

        await Console.Error.WriteLineAsync(BoardTexts.NoForum(key, forums.Select(one => one.Key)));
        await provider.DisposeAsync();
        return null;
    }

    internal async Task<int> ChangeAsync(ForumChange change, bool yes, CancellationToken cancellationToken)
    {
        var use = provider.GetRequiredService<ChangeForum>();
        if (!(await use.PreviewAsync(caller, forum, change, cancellationToken)).TryGet(out var preview, out var error))
            return await RefuseAsync(error);

        BoardConsole.Show(console, preview.Changes);
        if (preview.Effects.Count > 0)
            Console.WriteLine(string.Join(Environment.NewLine, preview.Effects.Prepend(BoardTexts.Touches)));
        if (!yes && Console.IsInputRedirected)
            return await RefuseAsync(BoardTexts.NobodyToAsk);
        if (!yes && !AsksAndHearsYes(preview.Changes.Count))
            return Say(BoardTexts.NothingApplied);

        var result = await use.HandleAsync(caller, new ChangeForumRequest(forum, change, preview.Version), cancellationToken);
        return result.TryGet(out var written, out error) ? Say(BoardTexts.Applied(written.Changes.Count)) : await RefuseAsync(error);
    }

    /// <returns>The one seat of whoever is meant; null where that is nobody or several, which has been said.</returns>
    internal async Task<MemberLine?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!(await provider.GetRequiredService<ListMembers>().HandleAsync(caller, forum, cancellationToken)).TryGet(out var list, out var error))
        {
            await Console.Error.WriteLineAsync(error.Text);
            return null;
        }

        var found = list.Find(name);
        if (found is [var only])
            return only;

        await Console.Error.WriteLineAsync(found.Count == 0 ? BoardTexts.NoMember(name) : BoardTexts.SeveralMembers(found.Select(line => line.Name)));
        return null;
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    /// <summary>What was already so is no failure.</summary>
    internal static async Task<int> RefuseAsync(Error error) => error is NothingToChange ? Say(error.Text) : await RefuseAsync(error.Text);

    internal static async Task<int> RefuseAsync(string text)
    {
        await Console.Error.WriteLineAsync(text);
        return ExitCodes.Failed;
    }

    private static int Say(string text)
    {
        Console.WriteLine(text);
        return ExitCodes.Success;
    }

    private bool AsksAndHearsYes(int changes)
    {
        console.Markup(Markup.Escape(BoardTexts.Ask(changes)));
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "J" or "JA" or "Y" or "YES";
    }
}
