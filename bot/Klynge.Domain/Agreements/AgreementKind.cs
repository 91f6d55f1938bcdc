namespace Klynge.Domain.Agreements;

/// <summary>What was promised (aftale). The names are the codes of the JSON, in camel case.</summary>
public enum AgreementKind
{
    /// <summary>Put on a forum's agenda: »tages op igen på et senere møde«.</summary>
    Agenda,

    /// <summary>Invite somebody: »psykiatrien inviteres til næste møde«.</summary>
    Invite,

    /// <summary>Tell a forum or people: »orienteres efter styregruppens møde«.</summary>
    Orient,

    /// <summary>Send to another body, mostly to hear of it again: »sendes til kommentering i driftsforum«.</summary>
    Refer,

    /// <summary>Write, find out or prepare something: »sekretariatet udarbejder et oplæg«.</summary>
    Prepare,

    /// <summary>Find a day, or hold a meeting more: »der indkaldes til et ekstra møde«.</summary>
    FindDate,

    /// <summary>An organisation names somebody: »kommunen udpeger et medlem«.</summary>
    Nominate,

    /// <summary>A rule from now on: »fremadrettet sendes referater ud til …«.</summary>
    Standing,
}
