using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <summary>A written procedure as the reader may see it, with what they may do with it: what »Se sagen« answers in their own chat.</summary>
public sealed class ReadCase(IDbContextFactory<KlyngeContext> contexts, ProcedureReader reader, ProcedurePreview preview)
{
    /// <param name="problem">Why what was asked for was not done; null where nothing was.</param>
    public async Task<Result<CasePage>> HandleAsync(ChatTurn turn, WrittenProcedureId id, CancellationToken cancellationToken, Error? problem = null)
    {
        if (await ForumOfAsync(id, cancellationToken) is not { } forum)
            return new ProcedureNotFound();

        var found = await reader.FindAsync(turn, forum, id, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return new CasePage(seen.View, seen.Seat, turn.Now)
        {
            Leads = seen.MayClose,
            Records = seen.IsSecretariat,
            SeesAnswers = seen.View.ShowsVotes || seen.IsSecretariat,
            Preview = seen.View.Status == ProcedureStatus.Draft ? await preview.OfAsync(turn, seen.View, problem, cancellationToken) : null,
            Refusal = problem?.Text,
        };
    }

    internal async Task<ForumId?> ForumOfAsync(WrittenProcedureId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WrittenProcedures.Where(one => one.Id == id).Select(one => (ForumId?)one.ForumId).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Seat">The seat that the reader votes for; null for none.</param>
public sealed record CasePage(ProcedureView View, SeatView? Seat, Instant Now)
{
    /// <summary>The reader may send a draft out, and remind of, close, take back and confirm a case.</summary>
    public bool Leads { get; init; }

    /// <summary>The reader may see who has answered what while the case is open.</summary>
    public bool SeesAnswers { get; init; }

    /// <summary>The reader may put on record what others have answered elsewhere.</summary>
    public bool Records { get; init; }

    /// <summary>What is to be known before a draft is sent out; null for any other case.</summary>
    public CasePreview? Preview { get; init; }

    /// <summary>Why what was asked for was not done; null where nothing was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>The answer that was refused, or that is asked about, as it was typed; null for a page that was opened.</summary>
    public TypedAnswer? Typed { get; init; }

    /// <summary>An answer for another that was refused, or that is asked about, as it was typed; null for a page that was opened.</summary>
    public TypedRecord? TypedRecord { get; init; }

    /// <summary>What was typed as a reason or a note, and to which act; null where nothing was.</summary>
    public (string Act, string Text)? Noted { get; init; }
}

/// <param name="Answer">As its button names it.</param>
/// <param name="Each">The answers to the recommendations, in their order; empty where none was chosen.</param>
/// <param name="IsAskedAbout">It ends the case for everybody, or takes the voter out of it, and is asked about once more.</param>
public sealed record TypedAnswer(string Answer, string Remarks, IReadOnlyList<string> Each, bool IsAskedAbout = false);

/// <param name="Seat">Whose answer it is, as the form names them.</param>
/// <param name="Source">How it came, as the form names it.</param>
public sealed record TypedRecord(string Seat, string Source, TypedAnswer Answer);
