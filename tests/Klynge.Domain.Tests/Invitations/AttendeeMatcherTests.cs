using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using NodaTime;

namespace Klynge.Domain.Tests.Invitations;

public sealed class AttendeeMatcherTests
{
    private readonly ForumId _forum = ForumId.New();
    private readonly Person _mads = Person("mads", "0000000a-0000-4000-8000-000000000001");
    private readonly Person _lene = Person("lene", "0000000a-0000-4000-8000-000000000002");
    private readonly Person _bo = Person("bo", null);
    private readonly Person _elsewhere = Person("ulla", null);
    private readonly ForumMember _seat;
    private readonly List<KnownAttendee> _known = [];

    public AttendeeMatcherTests() => _seat = Seat(_mads, _bo);

    [Fact]
    public void ObjectId_IsRecognised_WhateverTheEmail() =>
        Assert.Equal(_seat.Id, Match("mads.holt@elsewhere.example", "0000000A-0000-4000-8000-000000000001").MemberId);

    [Fact]
    public void Email_IsRecognised_InWhateverCase() => Assert.Equal(_seat.Id, Match(" MADS@x.example ", null).MemberId);

    [Fact]
    public void AnIdAndAnEmailOfDifferentPeople_AreAQuestion() =>
        Assert.Equal(InvitationMatch.Unknown, Match("mads@x.example", _lene.EntraObjectId).Match);

    [Theory]
    [InlineData("mads@x.exampl")]
    [InlineData("mads+møde@x.example")]
    [InlineData("Mads Holt")]
    [InlineData("")]
    [InlineData(null)]
    public void WhatIsNotExactlyTheAddress_IsAQuestion(string? email) => Assert.Equal(InvitationMatch.Unknown, Match(email, null).Match);

    [Fact]
    public void ASubstituteOnRecord_IsRecognised() =>
        Assert.Equal(new Recognised(InvitationMatch.Substitute, _bo.Id, null), Match("bo@x.example", null));

    [Fact]
    public void SomebodyOnRecordWithoutASeatHere_IsAQuestion() => Assert.Equal(InvitationMatch.Unknown, Match("ulla@x.example", null).Match);

    [Fact]
    public void AnAnswerOfTheSecretariat_IsRemembered()
    {
        Remember("mh@private.example", InvitationMatch.Member, _mads.Id);
        Remember("list@x.example", InvitationMatch.Ignored, null);
        Remember("ulla@x.example", InvitationMatch.Guest, null);

        Assert.Equal(_seat.Id, Match("MH@private.example", null).MemberId);
        Assert.Equal(InvitationMatch.Ignored, Match("list@x.example", null).Match);
        Assert.Equal(new Recognised(InvitationMatch.Guest, _elsewhere.Id, null), Match("ulla@x.example", null));
    }

    [Fact]
    public void AnAnswerThatNamesSomebodyWhoHasLeft_IsAskedAgain()
    {
        Remember("lh@private.example", InvitationMatch.Member, _lene.Id);

        Assert.Equal(InvitationMatch.Unknown, Match("lh@private.example", null).Match);
    }

    private Recognised Match(string? email, string? objectId) =>
        new AttendeeMatcher([_seat], [_mads, _lene, _bo, _elsewhere], _known).Match(email, objectId);

    private void Remember(string address, InvitationMatch match, PersonId? person) => _known.Add(
        new KnownAttendee { ForumId = _forum, Address = address, Match = match, PersonId = person, AnsweredAt = Instant.MinValue });

    private static Person Person(string key, string? objectId) =>
        new() { Key = key, Name = key, Email = $"{key}@x.example", EntraObjectId = objectId };

    private ForumMember Seat(Person person, Person substitute) => new()
    {
        ForumId = _forum,
        PersonId = person.Id,
        Role = Role.Member,
        HasVote = true,
        Organisation = "Region",
        Sector = "region",
        SubstituteIds = [substitute.Id],
        From = new LocalDate(2025, 1, 1),
    };
}
