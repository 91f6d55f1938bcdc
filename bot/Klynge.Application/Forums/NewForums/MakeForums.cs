using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Templates;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.NewForums;

/// <param name="ForumId">The forum that the caller comes from: the new ones are of the same board.</param>
/// <param name="Template">»klynge«, as somebody wrote it.</param>
/// <param name="Names">What the new forums are to be called, from the lowest rung of the template up.</param>
public sealed record MakeForumsRequest(ForumId ForumId, string Template, IReadOnlyList<string> Names);

/// <summary>What is made, or was.</summary>
/// <param name="Forums">As the board file would say them, without the seats that are to be filled.</param>
/// <param name="Template">What they are made from, in the same order.</param>
/// <param name="IsDone">They were there already, as the first press left them.</param>
public sealed record MadeForums(IReadOnlyList<ForumDescription> Forums, ForumTemplate Template, bool IsDone = false);

/// <summary>
/// Makes forums from a template beside those of a board, by the rules of the board file. Whoever may change one forum's members and rules may:
/// what they make touches nobody else's forum, has no place above or below one that is there, and has them alone as its secretariat. To change
/// the board as a whole is still the machine's (<see cref="ApplyBoard"/>).
/// </summary>
public sealed class MakeForums(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    public const Permission Needs = ChangeForum.Needs;

    /// <summary>What would be made; nothing is saved.</summary>
    /// <returns>Or <see cref="TemplateNotFound"/>, <see cref="NewNamesDoNotFit"/>.</returns>
    public async Task<Result<MadeForums>> PreviewAsync(Caller caller, MakeForumsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.EnterAsync(caller, request.ForumId, Needs, DanishTime.Today(clock))).TryGet(out var visit, out var error)
            ? await new ForumMaker(db, visit, DanishTime.Today(clock)).DescribeAsync(request)
            : error;
    }

    /// <returns>What was made; the same press again finds it made, and makes nothing.</returns>
    public Task<Result<MadeForums>> HandleAsync(Caller caller, MakeForumsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var intent = new WriteIntent(nameof(MakeForums), caller, request.ForumId, SubjectId: request.ForumId.Value);
        return writer.WriteAsync<MadeForums>(intent, async scope =>
        {
            if (!(await scope.EnterAsync(request.ForumId, Needs)).TryGet(out var visit, out var error))
                return error;

            var maker = new ForumMaker(scope.Db, visit, scope.Today);
            if (!(await maker.DescribeAsync(request)).TryGet(out var made, out error))
                return error;

            if (!made.IsDone)
                await maker.AddAsync(made);

            return made;
        }, cancellationToken);
    }
}

/// <summary>Describes the new forums as a board file of their own, and adds them by the code that applies one.</summary>
internal sealed class ForumMaker(KlyngeContext db, Visit from, LocalDate today)
{
    private const int MaxKeyStem = 36;

    private ForumMember Own => from.Access.Own.First(seat => seat.Role.May(MakeForums.Needs));

    internal async Task<Result<MadeForums>> DescribeAsync(MakeForumsRequest request)
    {
        if (ForumTemplate.Find(request.Template) is not { } template || request.Names.Count != template.Forums.Count)
            return new TemplateNotFound();

        var known = await db.Forums.AsNoTracking().ToListAsync();
        var names = request.Names.Select(DanishText.Clean).ToList();
        if (await FindDoneAsync(template, names, known) is { } done)
            return done;

        if (Check(template, names, [.. known.Where(forum => forum.BoardId == from.Forum.BoardId)]) is { Count: > 0 } problems)
            return new NewNamesDoNotFit(problems);

        var keys = KeysOf(names, known);
        var above = template.Forums.Zip(keys).ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
        var forums = template.Forums.Select((forum, at) => forum with { Key = keys[at], Name = names[at], Above = forum.Above is { } upper ? above[upper] : null, Members = [] }).ToList();
        var board = await db.Boards.AsNoTracking().SingleAsync(one => one.Id == from.Forum.BoardId);
        var reading = BoardFileReader.Read(Encoding.UTF8.GetBytes(BoardFileWriter.Write(new BoardDescription(board.Kind, board.Name, forums, []))));
        return reading.IsValid ? new MadeForums(reading.Board.Forums, template) : ChangeDoesNotFit.Of(reading.Problems);
    }

    internal async Task AddAsync(MadeForums made)
    {
        var board = await db.Boards.SingleAsync(one => one.Id == from.Forum.BoardId);
        var person = await db.People.SingleAsync(one => one.Id == from.Access.PersonId);
        var forums = new Dictionary<string, Forum>(StringComparer.Ordinal);
        var notes = new ChangeNotes();
        new ForumUpdate(db, notes, forums).Run(board, made.Forums);
        var seat = new SeatDescription(person.Key, Own.Organisation, Own.Sector, Role.Secretariat, HasVote: false, [], From: today, To: null);
        var seats = new SeatUpdate(db, notes, new Dictionary<string, Person>(StringComparer.Ordinal) { [person.Key] = person }, today);
        foreach (var forum in forums.Values)
            seats.Run(forum, [seat], []);
    }

    /// <summary>All of them are there by these names, with the template's rules, and have the caller as their secretariat: an earlier press.</summary>
    private async Task<MadeForums?> FindDoneAsync(ForumTemplate template, List<string> names, List<Forum> known)
    {
        var there = names.Select(name => known.Find(forum => forum.BoardId == from.Forum.BoardId && forum.Name == name && !forum.IsClosed)).OfType<Forum>().ToList();
        if (there.Count != names.Count || there.Zip(template.Forums).Any(pair => pair.First.Level != pair.Second.Level || pair.First.Rules.Source != pair.Second.Rules.Source))
            return null;

        var ids = there.ConvertAll(forum => forum.Id);
        var own = await db.Members.CountAsync(seat => ids.Contains(seat.ForumId) && seat.PersonId == from.Access.PersonId && seat.Role == Role.Secretariat && seat.From == today);
        return own == ids.Count ? new MadeForums([.. there.Zip(template.Forums, (forum, of) => of with { Key = forum.Key, Name = forum.Name, Members = [] })], template, IsDone: true) : null;
    }

    private static Dictionary<string, string> Check(ForumTemplate template, List<string> names, List<Forum> known)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (forum, name) in template.Forums.Zip(names))
        {
            var problem = name.Length == 0 || BoardKeys.Suggest(name) is null ? NewForumTexts.NameMissing(forum.Name)
                : name.Length > BoardVocabulary.ForumName.MaxLength ? NewForumTexts.NameTooLong(BoardVocabulary.ForumName.MaxLength)
                : known.Exists(one => DanishText.Fold(one.Name) == DanishText.Fold(name)) ? NewForumTexts.NameTaken(name)
                : names.Count(one => DanishText.Fold(one) == DanishText.Fold(name)) > 1 ? NewForumTexts.NameTwice(name)
                : null;
            if (problem is not null)
                problems[forum.Key] = problem;
        }

        return problems;
    }

    /// <summary>»Sundhedsråd Nord« is <c>sundhedsraad-nord</c>, and <c>sundhedsraad-nord-2</c> where another board has that.</summary>
    private static List<string> KeysOf(List<string> names, List<Forum> known)
    {
        var taken = known.Select(forum => forum.Key).ToHashSet(StringComparer.Ordinal);
        var keys = new List<string>();
        foreach (var stem in names.Select(name => BoardKeys.Suggest(name)!))
        {
            var key = stem;
            for (var number = 2; !taken.Add(key); number++)
                key = $"{(stem.Length > MaxKeyStem ? stem[..MaxKeyStem] : stem)}-{number}";

            keys.Add(key);
        }

        return keys;
    }
}

/// <summary>No form of ours asks for it.</summary>
public sealed record TemplateNotFound()
    : Error("Den skabelon kender jeg ikke, så intet er oprettet. Vælg en af dem, der står her.");

/// <param name="Names">Why a name cannot be, by the forum's key in the template.</param>
public sealed record NewNamesDoNotFit(IReadOnlyDictionary<string, string> Names)
    : Error(string.Join(' ', Names.Values.Distinct(StringComparer.Ordinal)));
