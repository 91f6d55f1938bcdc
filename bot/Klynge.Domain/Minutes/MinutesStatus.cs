namespace Klynge.Domain.Minutes;

public enum MinutesStatus
{
    /// <summary>Kladde: for the secretariat and the chairs.</summary>
    Draft = 1,

    /// <summary>Godkendt: for everybody in the forum.</summary>
    Approved = 2,
}
