namespace Klynge.Application.Rights;

/// <summary>The columns of the table of rights: what somebody is to the forum that an action is about.</summary>
[Flags]
public enum Actors
{
    Nobody = 0,

    Secretariat = 1,

    /// <summary>Chair and co-chair, who may do the same.</summary>
    Chair = 1 << 1,

    Member = 1 << 2,

    /// <summary>Named as substitute for a member's seat, without a seat of their own.</summary>
    Substitute = 1 << 3,

    Observer = 1 << 4,

    /// <summary>Administrative participant.</summary>
    Administrative = 1 << 5,

    Guest = 1 << 6,

    /// <summary>Sits in another forum and has nothing to do with this one.</summary>
    OtherForum = 1 << 7,

    /// <summary>On no list at all.</summary>
    Stranger = 1 << 8,
}
