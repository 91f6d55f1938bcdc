namespace Klynge.Teams.Hosting;

/// <summary>Why a caller was turned away: for the log alone, the caller learns the status only.</summary>
internal enum Refusal
{
    NoToken,
    AnonymousNotLocal,
    NotRegistered,
    TokenInvalid,
    SkillToken,
    NoServiceUrlClaim,
    KeyNotEndorsed,
    ClaimsDiffer,
    TenantNotAllowed,
    HostNotAllowed,
    ChannelNotAllowed,
    KeysUnavailable,
    TooManyRequests,
}
