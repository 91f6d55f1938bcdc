namespace Klynge.Domain.Common;

/// <summary>The id of one kind of record: a meeting's is no item's, and whoever mixes them up does not compile.</summary>
public interface IRecordId
{
    Guid Value { get; init; }
}
