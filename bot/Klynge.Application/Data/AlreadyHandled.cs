using Klynge.Domain.Common;

namespace Klynge.Application.Data;

/// <summary>The channel delivered the same activity again and its effect is in the database already. Show how things stand.</summary>
public sealed record AlreadyHandled()
    : Error("Det er allerede registreret.");
