using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary>Several dates may be meant.</summary>
/// <param name="Question">The Danish question.</param>
/// <param name="Candidates">One button each, soonest first.</param>
public sealed record DateAmbiguous(string Question, IReadOnlyList<LocalDate> Candidates) : Error(Question);
