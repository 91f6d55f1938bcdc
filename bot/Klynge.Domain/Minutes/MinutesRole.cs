namespace Klynge.Domain.Minutes;

public enum MinutesRole
{
    Member,
    CoChair,
    Chair,
    Observer,
    Administrative,
    Secretariat,
    Guest,
}
