namespace Klynge.Application.Chat.Commands;

/// <summary>Who a command is for, as help shows it. The use case itself decides who may.</summary>
[Flags]
public enum CommandRoles
{
    None = 0,
    Member = 1,
    Chair = 2,
    Secretariat = 4,

    /// <summary>Observers and guests too.</summary>
    Other = 8,
    Everyone = Member | Chair | Secretariat | Other,
}
